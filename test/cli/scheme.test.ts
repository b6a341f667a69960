import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_PACK, packById, PACKS } from '../../src/core/scheme/packs/packs.ts';
import { schemeSchema, type Scheme } from '../../src/core/scheme/scheme.ts';
import { given } from '../core/support/cases.ts';
import { folder, fileOf, jixiao } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { SAMPLE } from '../support/project.ts';

interface Parsed {
  readonly scheme: { id: string; origin: string; verified: boolean };
  readonly total: { weight: string };
  readonly findings: readonly { code: string; message: string; cells: string[] }[];
}

async function json(...args: readonly string[]): Promise<Parsed> {
  const { out, err } = await jixiao('evaluate', ...args, '--json');
  expect(err).toEqual([]);
  return JSON.parse(out) as Parsed;
}

async function schemeFile(change: (scheme: Scheme) => unknown, id = 'yueyang-style'): Promise<string> {
  const scheme = structuredClone(given(packById(id)));
  return fileOf(JSON.stringify(change(scheme)), 'mine.json');
}

test('without a name the packs are listed with year, source and what is verified', async () => {
  const { code, out } = await jixiao('scheme');
  expect(code).toBe(0);
  for (const { id, year, name } of PACKS) {
    expect(out).toContain(id);
    expect(out).toContain(year);
    expect(out).toContain(name.slice(0, 10));
  }
  expect(out.replaceAll(/\s/g, '')).toContain('19项中7项已');
  const listed = JSON.parse((await jixiao('scheme', '--json')).out) as { id: string; default: boolean }[];
  expect(listed.map(({ id }) => id)).toEqual(PACKS.map(({ id }) => id));
  expect(listed.filter((one) => one.default).map(({ id }) => id)).toEqual([DEFAULT_PACK]);
});

test.each(PACKS.map(({ id }) => [id]))('%s goes through both doors and comes out the same', async (id) => {
  const at = await folder();
  const [file, book, again] = [join(at, 'a.json'), join(at, 'b.xlsx'), join(at, 'c.json')];
  expect((await jixiao('scheme', id, '--out', file)).code).toBe(0);
  expect((await jixiao('scheme', file, '--out', book)).code).toBe(0);
  expect((await jixiao('scheme', book, '--out', again)).code).toBe(0);
  expect(await readFile(again, 'utf8')).toBe(await readFile(file, 'utf8'));
  expect(schemeSchema.parse(JSON.parse(await readFile(again, 'utf8')))).toEqual(packById(id));
});

test('a scheme is shown with its rules and whether they are verified', async () => {
  const { code, out } = await jixiao('scheme', 'yueyang-style');
  expect(code).toBe(0);
  expect(out).toMatch(/投入／预算配置\s+在职人员控制率\s+5\s+超过100%的，每1个百分点扣0.5分.*已核对/);
  expect(out).toContain('来源：湖南省岳阳市科技局');
});

test('a form made for a scheme is scored by it without being told again', async () => {
  const file = join(await folder(), 'form.xlsx');
  await jixiao('new', '--scheme', 'chongqing-2021-style', '--out', file);
  expect((await json(file)).scheme).toMatchObject({ id: 'chongqing-2021-style', origin: 'sheet' });
});

test('--scheme wins over the sheet, with a finding that says so', async () => {
  const file = join(await folder(), 'form.xlsx');
  await jixiao('new', '--scheme', 'chongqing-2021-style', '--out', file);
  const { scheme, findings } = await json(file, '--scheme', 'yueyang-style');
  expect(scheme).toMatchObject({ id: 'yueyang-style', origin: 'chosen' });
  expect(findings.find(({ code }) => code === 'scheme-sheet-passed-over')?.cells).toEqual(['指标体系!A9']);
  const same = await json(file, '--scheme', 'chongqing-2021-style');
  expect(same.findings.map(({ code }) => code)).not.toContain('scheme-sheet-passed-over');
});

test('a scheme from a file is used; weights that do not add up are an error', async () => {
  const file = await schemeFile((scheme) => ({ ...scheme, id: 'mine', total: '90' }));
  const { scheme, findings } = await json(SAMPLE, '--scheme', file);
  expect(scheme).toMatchObject({ id: 'mine', origin: 'chosen' });
  expect(findings.find(({ code }) => code === 'weights-differ')?.message).toBe('各指标分值之和为100.0，与总分90不符。');
  const shown = await jixiao('scheme', file);
  expect(shown.code).toBe(1);
  expect(shown.out).toContain('各指标分值之和为100.0，与总分90不符。');
});

test('a weight changed in the sheet counts, and a sum that is off names the cells', async () => {
  const file = join(await folder(), 'form.xlsx');
  await jixiao('new', '--out', file);
  const changed = await fileOf(await typed(new Uint8Array(await readFile(file)), { '指标体系!D11': 8 }));
  const { total, findings } = await json(changed);
  expect(total.weight).toBe('103.0');
  expect(findings.find(({ code }) => code === 'weights-differ')?.cells).toEqual(
    expect.arrayContaining(['指标体系!D11', '指标体系!B7']),
  );
});

test('mistakes in the sheet are all told, and nothing is computed', async () => {
  const file = join(await folder(), 'form.xlsx');
  await jixiao('new', '--out', file);
  const bytes = await typed(new Uint8Array(await readFile(file)), {
    '指标体系!D11': '五分',
    '指标体系!E12': '随便',
    '指标体系!F13': '大概',
  });
  const { code, out, err } = await jixiao('evaluate', await fileOf(bytes));
  expect([code, out]).toEqual([2, '']);
  expect(err).toHaveLength(4);
  for (const [index, cell] of ['D11', 'E12', 'F13'].entries()) expect(err[index + 1]).toMatch(`指标体系!${cell}：`);
});

test.each([
  ['not JSON', '{', /不是有效的JSON文件/],
  ['a field that is missing', (scheme: Scheme) => ({ ...scheme, name: undefined }), /^name：缺少这一项。$/],
  [
    'a weight that is a number',
    (scheme: Scheme) => ({ ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, weight: 5 })) }),
    /^indicators\[0\]“在职人员控制率”\.weight：应为文字（写在引号里），实际为5。$/,
  ],
  [
    'a weight that is no number',
    (scheme: Scheme) => ({ ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, weight: '五' })) }),
    /^indicators\[0\]“在职人员控制率”\.weight：应为写在引号里的数字，例如"5"、"0.95"，实际为"五"。$/,
  ],
  [
    'a field that there is not',
    (scheme: Scheme) => ({ ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, 分值: '5' })) }),
    /^indicators\[0\]“在职人员控制率”：没有“分值”这样的字段，请检查拼写或删除。$/,
  ],
  [
    'a rule that there is not',
    (scheme: Scheme) => ({
      ...scheme,
      indicators: scheme.indicators.map((one) => ({ ...one, rule: { kind: '随便' } })),
    }),
    /^indicators\[0\]“在职人员控制率”\.rule\.kind：应为“proportional”、“per-point”.*之一，实际为"随便"。$/,
  ],
  [
    'a choice that is not offered',
    (scheme: Scheme) => ({
      ...scheme,
      indicators: scheme.indicators.map((one) => ({ ...one, notApplicable: '不管' })),
    }),
    /^indicators\[0\]“在职人员控制率”\.notApplicable：应为“full-marks”、“excluded”、“redistributed”之一，实际为"不管"。$/,
  ],
  [
    'a name twice',
    (scheme: Scheme) => ({ ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, name: '甲' })) }),
    /^indicators\[1\]“甲”\.name：名称“甲”重复，无法分清。$/,
  ],
  [
    'more decimals than there are',
    (scheme: Scheme) => ({ ...scheme, precision: 9 }),
    /^precision：太大或太多，至多为2。$/,
  ],
])('a pack file with %s is refused, place by place', async (_, change, says) => {
  const file = typeof change === 'string' ? await fileOf(change, 'mine.json') : await schemeFile(change);
  const { code, out, err } = await jixiao('evaluate', SAMPLE, '--scheme', file);
  expect([code, out]).toEqual([2, '']);
  expect(err[0]).toMatch(/mine\.json：指标体系有\d+处错误，没有采用：$/);
  expect(err[1]).toMatch(says);
  expect(err.join('\n')).not.toMatch(/Invalid|expected|undefined|received/);
});

test('what cannot be a scheme is refused', async () => {
  expect((await jixiao('scheme', '没有')).err.join()).toMatch(/没有编号为“没有”的指标体系/);
  const without = await fileOf(await xlsxOf({ 预算: { rows: ['支出类别 | 年初预算数'] } }));
  expect((await jixiao('scheme', without)).err.join()).toMatch(/没有“指标体系”工作表/);
  expect((await jixiao('scheme', 'missing.json')).err.join()).toMatch(/没有这个文件/);
  expect((await jixiao('scheme', '--out', 'a.json')).err.join()).toMatch(/写明指标体系的编号或文件/);
  expect((await jixiao('scheme', DEFAULT_PACK, '--out', 'a.docx')).err.join()).toMatch(/应以.json、.xlsx结尾/);
  const twice = await fileOf('{}', 'x.json');
  await writeFile(twice, '[]');
  expect((await jixiao('scheme', twice)).code).toBe(2);
});
