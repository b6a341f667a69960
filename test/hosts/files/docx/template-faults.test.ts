import fc from 'fast-check';
import type { TemplateContent } from '../../../../src/core/report/template/template-content.ts';
import { UnusableFile } from '../../../../src/hosts/ports/unusable-file.ts';
import { TemplateFile } from '../../../../src/hosts/files/docx/template/template-file.ts';
import { pack } from './package.ts';
import { contentOf, faultsOf, filled, madeUp, p, table, templateDocx, templateParts } from './template-docx.ts';

let content: TemplateContent;

beforeAll(async () => {
  content = await contentOf();
});

async function faults(body: string): Promise<readonly string[]> {
  return faultsOf(await templateDocx(body), content);
}

test('a name that is none, with the nearest names and the place', async () => {
  expect(await faults(p('本年{财政拨款.决算树}元'))).toEqual([
    expect.stringMatching(
      /^正文“本年\{财政拨款\.决算树\}元”：\{财政拨款\.决算树\}不是可用的名称。相近的有：.*\{财政拨款\.决算数\}/,
    ),
  ]);
  const bytes = await templateDocx(p('甲') + table(['乙'], ['丙', '{决算数目}']), { header: p('{部门名字}') });
  expect(await faultsOf(bytes, content)).toEqual([
    expect.stringMatching(/^正文第1个表格第2行“\{决算数目\}”：.*\{决算数\}/),
    expect.stringMatching(/^页眉“\{部门名字\}”：.*\{部门名称\}/),
  ]);
});

test('a loop that is none, names that stand outside their loop, loops taken for names and the other way round', async () => {
  expect(await faults(p('{#扣分指标项}{/扣分指标项}'))).toEqual([
    expect.stringContaining('{#扣分指标项}不是可用的循环。相近或可用的有：{#扣分指标}'),
  ]);
  expect(await faults(p('{任务名称}'))).toEqual([expect.stringContaining('只能写在{#工作任务}与其结束标记之间')]);
  expect(await faults(p('{扣分指标}'))).toEqual([expect.stringContaining('请写作{#扣分指标}……{/扣分指标}')]);
  expect(await faults(p('{#决算数}{/决算数}'))).toEqual([expect.stringContaining('{#决算数}不能用作循环')]);
  expect(await faults(p('{?决算树}{/}'))).toEqual([expect.stringContaining('{?决算树}不是可用的名称')]);
});

test('what is opened and not closed, closed and not opened, or closed by another name', async () => {
  expect(await faults(p('{#扣分指标}{指标名称}'))).toEqual([
    '正文“{#扣分指标}{指标名称}”：{#扣分指标}没有结束。请在需要结束的地方写{/扣分指标}。',
  ]);
  expect(await faults(p('{/扣分指标}'))).toEqual([expect.stringContaining('没有对应的开始标记')]);
  expect(await faults(p('{#扣分指标}{/指标}{/扣分指标}'))).toEqual([
    expect.stringContaining('{/指标}与尚未结束的{#扣分指标}不一致'),
  ]);
  expect(await faults(p('{#扣分指标}{?问题}{/扣分指标}'))).toEqual([expect.stringContaining('{?问题}没有结束')]);
  expect(await faults(p('{#扣分指标}{#扣分指标}{/}{/}'))).toEqual([expect.stringContaining('不能再次循环')]);
});

test('braces that are no placeholder', async () => {
  expect(await faults(p('甲{决算数'))).toEqual([expect.stringContaining('“{决算数”缺少右花括号')]);
  expect(await faults(p('决算数}乙{决算数}'))).toEqual([expect.stringContaining('“决算数}”缺少左花括号')]);
  expect(await faults(p('{}'))).toEqual([expect.stringContaining('花括号中没有名称')]);
  // A placeholder does not go on in the next paragraph.
  expect(await faults(p('{决算') + p('数}'))).toHaveLength(2);
  expect(await faults(p('没有'))).toEqual([expect.stringContaining('模板中没有任何占位')]);
});

test('marks between which nothing can be repeated as a whole', async () => {
  const link = `<w:p><w:hyperlink><w:r><w:t>{#扣分指标}</w:t></w:r></w:hyperlink><w:r><w:t>{/扣分指标}</w:t></w:r></w:p>`;
  for (const body of [
    p('{#扣分指标}') + table(['{/扣分指标}']),
    table(['{#扣分指标}']) + table(['{/扣分指标}']),
    table([p('{#扣分指标}') + table(['{/扣分指标}'])]),
    link,
  ]) {
    expect(await faults(body)).toEqual([expect.stringContaining('{#扣分指标}与{/扣分指标}不在一处')]);
  }
});

test('all faults are told together, in the order of the document', async () => {
  const found = await faults(
    p('{决算树}') + table(['{#工作任务}{任务名}', '{/工作}']) + p('{任务名称}') + p('{决算数'),
  );
  expect(found.map((message) => /[^：]*：(\{[^}]*\}|“\{)/u.exec(message)?.[1])).toEqual([
    '{决算树}',
    '{任务名}',
    '{/工作}',
    // Not {任务名称}: as far as one can tell it stands inside the loop.
    '“{',
    '{#工作任务}',
  ]);
});

test('loops in loops that would go on for too long are refused', async () => {
  const items = Array.from({ length: 100 }, () => ({ 名: '一' }));
  const body = p('{#甲}{#乙}{#丙}{名}{/}{/}{/}');
  expect(await faultsOf(await templateDocx(body), madeUp({}, { 甲: items, 乙: items, 丙: items }))).toEqual([
    expect.stringContaining('模板展开后内容过多'),
  ]);
});

describe('files that are no templates', () => {
  const reasonOf = async (bytes: Uint8Array): Promise<string> =>
    TemplateFile.open(bytes).then(
      () => 'none',
      (error: unknown) => (error instanceof UnusableFile ? error.reason : String(error)),
    );

  test.each([
    ['an empty one', new Uint8Array(), 'empty'],
    ['a text', new TextEncoder().encode('{决算数}'), 'damaged'],
    ['one with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'encrypted'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  test('a package without a document, and a document with entities of its own', async () => {
    const parts = templateParts(p('{决算数}'));
    parts.delete('word/document.xml');
    expect(await reasonOf(await pack(parts))).toBe('damaged');
    const entity = templateParts(p('&xxe;{决算数}'));
    const xml = entity.get('word/document.xml') ?? '';
    entity.set('word/document.xml', xml.replace('?>', '?><!DOCTYPE d [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'));
    expect(await reasonOf(await pack(entity))).toBe('damaged');
    const types = templateParts(p('{决算数}'));
    types.set('[Content_Types].xml', '<!DOCTYPE Types><Types/>');
    expect(await reasonOf(await pack(types))).toBe('damaged');
  });

  test('a small package that inflates without end', async () => {
    const parts = templateParts(p('{决算数}'), { more: { 'word/media/bomb.bin': '0'.repeat(65 * 1024 * 1024) } });
    expect(await reasonOf(await pack(parts))).toBe('too-large');
  });
});

test('whatever is typed between braces, a template is filled or refused, and nothing else happens', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '｛',
      '｝',
      '#',
      '?',
      '!',
      '/',
      '决算数',
      '扣分指标',
      '指标名称',
      '工作任务',
      '产出',
      ' ',
      '甲',
    ),
    fc.constantFrom(
      '{#扣分指标}',
      '{/扣分指标}',
      '{指标名称}',
      '{/}',
      '{?决算数}',
      '{决算数}',
      '{@决算数}',
      '{-w:p 甲}',
      '{=[ ]=}',
      '{^甲}',
    ),
  );
  const body = fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(body, fc.boolean(), async (paragraphs, isTable) => {
      const bytes = await templateDocx(
        isTable
          ? table(...paragraphs.map((pieces) => [p(...pieces), '乙']))
          : paragraphs.map((one) => p(...one)).join(''),
      );
      const found = await faultsOf(bytes, content);
      if (found.length === 0) expect((await filled(bytes, content)).length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
