import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { readControls, readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { p, table, templateDocx } from '../hosts/files/docx/template-docx.ts';
import { fileOf, filesIn, folder, jixiao, type Ran } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import { sample } from '../support/project.ts';

/** Names of what the sample lacks. */
const MARKS = p('{政府性基金.决算数}{决算数比上年决算数}{同级平均执行率}');

interface Filled {
  readonly ran: Ran;
  readonly report: () => Promise<Uint8Array>;
  /** What stands in the folder of the report. */
  readonly files: () => Promise<readonly string[]>;
}

async function fill(body: string, ...more: readonly string[]): Promise<Filled> {
  const template = await fileOf(await templateDocx(body), 't.docx');
  const out = await folder();
  const report = join(out, 'r.docx');
  const ran = await jixiao('evaluate', await fileOf(sample()), '--template', template, '--report', report, ...more);
  return { ran, report: async () => new Uint8Array(await readFile(report)), files: () => filesIn(out) };
}

test('the report is the template, filled, with its links', async () => {
  const { ran, report, files } = await fill(
    p('{部门名称}决算{决算数}') + table(['{#扣分指标}{指标名称}', '{扣分原因}{/扣分指标}']),
  );
  expect([ran.code, ran.err]).toEqual([0, []]);
  expect(ran.out).toContain('已写出');
  expect(await files()).toEqual(['r.docx']);
  const { paragraphs } = await readDocument(await report());
  expect(paragraphs[0]).toBe('广州市越秀区科学技术协会决算240.35万元');
  expect(paragraphs).toHaveLength(9);
  expect((await readControls(await report()))[1]).toMatchObject({ tag: '决算数', text: '240.35万元' });
  expect(await readCarriedData(await report())).toMatchObject({ hashMatches: true, year: '2023' });
});

test('what is left to fill in is told', async () => {
  const { ran } = await fill(p('{政府性基金.决算数}'), '--json');
  const { findings } = JSON.parse(ran.out) as { readonly findings: readonly { code: string; message: string }[] };
  expect(findings.filter(({ code }) => code === 'draft-incomplete').map(({ message }) => message)).toEqual([
    '报告中有1处待补充，已用【待补充】标出：政府性基金决算数缺数据。',
  ]);
});

test('faults of a template are told together, the code is 2, and nothing is written: no report, no scores', async () => {
  const scores = join(await folder(), 'scored.xlsx');
  const { ran, files } = await fill(p('{决算树}') + p('{#扣分指标}{指标名}'), '--out', scores);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).toEqual([
    expect.stringMatching(/t\.docx：模板有3处错误，没有写出任何文件：$/),
    expect.stringContaining('{决算树}不是可用的名称。相近的有：{决算数}'),
    expect.stringContaining('{指标名}不是可用的名称。相近的有：{指标名称}'),
    expect.stringContaining('{#扣分指标}没有结束'),
  ]);
  expect(await files()).toEqual([]);
  expect(await filesIn(dirname(scores))).toEqual([]);
});

test('options and files that cannot be used', async () => {
  const workbook = await fileOf(sample());
  const template = await fileOf(await templateDocx(p('{决算数}')), 't.docx');
  const failed = async (...args: readonly string[]): Promise<string> => {
    const { code, err } = await jixiao('evaluate', workbook, ...args);
    expect(code).toBe(2);
    return err.join('\n');
  };
  expect(await failed('--template', template)).toContain('请用 --report 写明要生成的报告');
  expect(await failed('--template', template, '--report', template)).toContain('以免覆盖模板');
  expect(await failed('--template', 't.doc', '--report', 'r.docx')).toContain('“t.doc”应以.docx结尾');
  expect(await failed('--template', 'none.docx', '--report', 'r.docx')).toContain('none.docx：没有这个文件');
  expect(await failed('--template', await fileOf('text', 'x.docx'), '--report', 'r.docx')).toMatch(
    /x\.docx：不是可用的Word文档，或者已损坏/,
  );
  expect(await failed('--template', await fileOf('', 'e.docx'), '--report', 'r.docx')).toContain('文件是空的');
});

interface LoopKey {
  readonly name: string;
  readonly rounds: number;
  readonly fields: readonly { readonly name: string; readonly example: string }[];
  readonly loops: readonly LoopKey[];
}

describe('what `keys` lists can be used', () => {
  let keys: readonly { readonly key: string; readonly display: string }[];
  let loops: readonly LoopKey[];

  beforeAll(async () => {
    const { out } = await jixiao('keys', await fileOf(sample()), '--json');
    ({ keys, loops } = JSON.parse(out) as { keys: typeof keys; loops: typeof loops });
  });

  test('every name stands for what the list says', async () => {
    const lines = keys.map(({ display }) => display.split('\n').filter((line) => line.trim() !== ''));
    const { ran, report } = await fill(keys.map(({ key }) => p(`{${key}}`)).join(''));
    expect(ran.err).toEqual([]);
    // In a text that somebody typed, a name in braces stands for its figure; the list shows the text as it was typed.
    const patterns = lines.flat().map((line) => line.trim().split(/\{[^}]*\}/u));
    const { paragraphs } = await readDocument(await report());
    expect(paragraphs).toHaveLength(patterns.length);
    for (const [at, pieces] of patterns.entries()) {
      if (pieces.length === 1) expect(paragraphs[at]).toBe(pieces[0]);
      else for (const piece of pieces) expect(paragraphs[at]).toContain(piece);
    }
  });

  test('every loop, every name inside it, and the loops inside it', async () => {
    expect(loops.slice(0, 7).map(({ name }) => name)).toEqual([
      '工作任务',
      '产出',
      '指标',
      '扣分指标',
      '一级指标',
      '问题',
      '项目',
    ]);
    const written = ({ name, fields, loops: inner }: LoopKey): string =>
      `{#${name}}${fields.map((field) => `${field.name}={${field.name}}；`).join('')}${inner.map(written).join('')}{/${name}}`;
    const { ran, report } = await fill(loops.map((loop) => p('一', written(loop))).join(''));
    expect(ran.err).toEqual([]);
    const text = (await readDocument(await report())).paragraphs.join('\n');
    for (const { fields, rounds } of loops) {
      expect(rounds).toBeGreaterThan(0);
      for (const { name, example } of fields) expect(text).toContain(`${name}=${example}；`);
    }
  });

  test('every name may be a condition', async () => {
    const names = [...keys.map(({ key }) => key), ...loops.map(({ name }) => name)];
    const { ran, report } = await fill(names.map((name) => p(`{?${name}}有{/}{!${name}}无{/}`)).join(''));
    expect(ran.err).toEqual([]);
    const { paragraphs } = await readDocument(await report());
    expect(new Set(paragraphs)).toEqual(new Set(['有', '无']));
    expect(paragraphs).toHaveLength(names.length);
  });

  test('a report made from them stays tied to the workbook: nothing is without a source, and new figures go in', async () => {
    const written = ({ name, fields, loops: inner }: LoopKey): string =>
      `{#${name}}${fields.map((field) => `{${field.name}}；`).join('')}${inner.map(written).join('')}{/${name}}`;
    // A text of several phrases that stands in a document twice is tied once: the section repeats what the loop of tasks says.
    const told = loops.filter(({ name }) => name !== '章节.年度总体工作和重点工作任务');
    const { report } = await fill(
      keys.map(({ key }) => p(`{${key}}`)).join('') + told.map((loop) => p(written(loop))).join('') + MARKS,
    );
    const docx = await fileOf(await report(), 'r.docx');
    const states = async (workbook: Uint8Array): Promise<Readonly<Record<string, number>>> => {
      const { out, err } = await jixiao('refresh', docx, '--workbook', await fileOf(workbook), '--json');
      expect(err).toEqual([]);
      const { links } = JSON.parse(out) as {
        readonly links: readonly { readonly state: string; readonly id: string }[];
      };
      const count: Record<string, number> = {};
      for (const { state } of links) count[state] = (count[state] ?? 0) + 1;
      return count;
    };
    const before = await states(sample());
    expect(Object.keys(before)).toEqual(['same']);
    const after = await states(await typed(sample(), { '执行!F7': 100 }));
    expect(after['source-missing']).toBeUndefined();
    expect(after['data-changed']).toBeGreaterThan(3);
  });

  test('for people, the list shows how a loop is written', async () => {
    const { out } = await jixiao('keys', await fileOf(sample()));
    expect(out).toMatch(/\{#扣分指标\} +每项被扣分的指标一遍 +4项\n· \{指标名称\} +预算完成率/);
    expect(out).toMatch(/\{\/扣分指标\}/);
    expect(out).toContain('{?名称}……{/名称}');
  });
});
