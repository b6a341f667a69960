import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { fileOf, filesIn, folder, jixiao, type Json } from '../support/command-line.ts';
import type { PlainSheets } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';

interface Entry {
  类别: string;
  名称: string;
  表式?: string;
  位置?: string;
  可选?: string[];
  选择: string | null;
}
interface MappingFile {
  说明?: string;
  版本: number;
  问题: Entry[];
}

/** Nothing in it is as it should be: no unit, a column, a row and months whose meaning is open. */
const UNCLEAR: PlainSheets = {
  执行: {
    rows: [
      '2023年度部门支出执行表',
      '项目 | 年初预算数 | 全年预算数 | 决算数 | 财政口径数',
      '基本支出 | 100 | 110 | 105 | 100',
      '专项业务 | 50 | 50 | 45 | 40',
      '合计 | 150 | 160 | 150 | 140',
    ],
  },
  月度: {
    rows: [
      '2023年度月度支出 | 单位：元',
      '项目 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月',
      '支出 | 100 | 200 | 300 | 400 | 500 | 600',
    ],
  },
  基本信息: { rows: ['填报项 | 内容', '部门名称 | 某局', '评价年度 | 2023'] },
};

/** The same a year later, with rows and columns elsewhere. */
const NEXT_YEAR: PlainSheets = {
  目录: { rows: ['目录'] },
  基本信息: { rows: ['填报项 | 内容', '部门名称 | 某局', '评价年度 | 2024'] },
  月度表: {
    rows: [
      '',
      ' | 2024年度月度支出 | 单位：元',
      '',
      ' | 项目 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月',
      ' | 支出 | 1 | 2 | 3 | 4 | 5 | 6',
    ],
  },
  执行: {
    rows: [
      '',
      '2024年度部门支出执行表',
      '填报单位：某局',
      '序号 | 项目 | 财政口径数 | 全年预算数 | 决算数 | 年初预算数',
      '1 | 专项业务 | 4 | 5 | 4.5 | 5',
      '2 | 基本支出 | 10 | 11 | 10.5 | 10',
      ' | 合计 | 14 | 16 | 15 | 15',
    ],
  },
};

const CHOICES: Readonly<Record<string, string>> = {
  单位: '万元',
  财政口径数: '财政拨款.决算数',
  专项业务: '项目支出',
  支出: '当月数',
};

async function saved(input: string, ...more: readonly string[]): Promise<{ path: string; file: MappingFile }> {
  const path = join(await folder(), '对照.json');
  await jixiao('inspect', input, '--save-map', path, ...more);
  return { path, file: JSON.parse(await readFile(path, 'utf8')) as MappingFile };
}

async function filledIn(input: string): Promise<string> {
  const { path, file } = await saved(input);
  for (const entry of file.问题) entry.选择 = CHOICES[entry.类别] ?? CHOICES[entry.名称] ?? null;
  await writeFile(path, JSON.stringify(file));
  return path;
}

async function facts(input: string, ...more: readonly string[]): Promise<Record<string, string>> {
  const { code, out, err } = await jixiao('evaluate', input, '--json', ...more);
  if (code === 2) throw new Error(err.join('\n'));
  return Object.fromEntries(Object.entries((JSON.parse(out) as Json).facts).map(([key, { value }]) => [key, value]));
}

test('--save-map writes the open questions with what can be chosen', async () => {
  const { file } = await saved(await fileOf(await xlsxOf(UNCLEAR)));
  expect(file.版本).toBe(1);
  expect(file.说明).toContain('--map');
  expect(file.问题.map(({ 类别, 名称, 表式, 位置, 选择 }) => [类别, 名称, 表式, 位置, 选择])).toEqual([
    ['列', '财政口径数', '支出预算执行表', '执行!E2', null],
    ['行', '专项业务', '支出预算执行表', '执行!A4', null],
    ['单位', '2023年度部门支出执行表', '支出预算执行表', '执行!A1', null],
    ['月份', '支出', undefined, '月度!B3:G3', null],
  ]);
  const alternatives = Object.fromEntries(file.问题.map((entry) => [entry.类别, entry.可选 ?? []]));
  expect(alternatives.单位).toEqual(['元', '千元', '万元', '百万元', '亿元', '不采用']);
  expect(alternatives.月份).toEqual(['累计数', '当月数', '不采用']);
  expect(alternatives.列).toEqual(expect.arrayContaining(['年初预算数', '财政拨款.决算数', '不采用']));
  expect(alternatives.行).toEqual(expect.arrayContaining(['合计', '项目支出', '项目名称', '不采用']));
});

test('what was chosen is used: unit, column, row and months', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const read = await facts(input, '--map', await filledIn(input));
  expect(read).toMatchObject({
    决算数: '1500000.00',
    '财政拨款.决算数': '1400000.00',
    '财政拨款.基本支出.决算数': '1000000.00',
    '项目支出.决算数': '450000.00',
    '6月.累计支出数': '2100.00',
  });
});

test('every question that was answered is told with its answer, and none is open', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const path = await filledIn(input);
  const { code, out } = await jixiao('inspect', input, '--map', path, '--save-map', path);
  expect(out).toContain('没有待确认的问题');
  const file = JSON.parse(await readFile(path, 'utf8')) as MappingFile;
  expect(file.问题.map(({ 选择 }) => 选择)).toEqual(['财政拨款.决算数', '项目支出', '万元', '当月数']);
  expect(code).toBe(0);
});

test('the answers hold for next year’s file, whose rows, columns and sheets are elsewhere', async () => {
  const path = await filledIn(await fileOf(await xlsxOf(UNCLEAR)));
  const read = await facts(await fileOf(await xlsxOf(NEXT_YEAR)), '--map', path);
  expect(read).toMatchObject({
    决算数: '150000.00',
    '财政拨款.决算数': '140000.00',
    '项目支出.决算数': '45000.00',
    '6月.累计支出数': '21.00',
  });
});

test('the workbook that is written remembers the answers, and needs no mapping file then', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const path = await filledIn(input);
  const out = join(dirname(input), 'scored.xlsx');
  await jixiao('evaluate', input, '--map', path, '--out', out);
  expect(await facts(out)).toEqual(await facts(input, '--map', path));
  expect((await readXlsx(new Uint8Array(await readFile(out)))).mapping?.answers).toHaveLength(4);
  const again = join(dirname(input), 'again.xlsx');
  await jixiao('evaluate', out, '--out', again);
  expect(await facts(again)).toEqual(await facts(input, '--map', path));
});

test('a mapping file goes before what the workbook remembers', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const path = await filledIn(input);
  const out = join(dirname(input), 'scored.xlsx');
  await jixiao('evaluate', input, '--map', path, '--out', out);
  const file = JSON.parse(await readFile(path, 'utf8')) as MappingFile;
  const other = {
    ...file,
    问题: file.问题.filter(({ 类别 }) => 类别 === '单位').map((one) => ({ ...one, 选择: '元' })),
  };
  await writeFile(path, JSON.stringify(other));
  expect(await facts(out, '--map', path)).toMatchObject({ 决算数: '150.00', '项目支出.决算数': '45.00' });
});

test('不采用 leaves the thing out and says so no more', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const { path, file } = await saved(input);
  for (const entry of file.问题) entry.选择 = entry.类别 === '单位' ? '元' : '不采用';
  await writeFile(path, JSON.stringify(file));
  const { out } = await jixiao('inspect', input, '--map', path, '--json');
  const { findings } = JSON.parse(out) as { findings: { code: string }[] };
  expect(findings.map(({ code }) => code).filter((code) => /unclear|unknown|unit/.test(code))).toEqual([]);
  const read = await facts(input, '--map', path);
  expect(read).toMatchObject({ 决算数: '150.00', '基本支出.决算数': '105.00' });
  expect(read['6月.累计支出数']).toBeUndefined();
  expect(read['财政拨款.决算数']).toBeUndefined();
});

test('a choice that does not fit where it is asked is told, and nothing is guessed', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const { path, file } = await saved(input);
  for (const entry of file.问题) entry.选择 = entry.类别 === '列' ? '收入.财政拨款.决算数' : null;
  await writeFile(path, JSON.stringify(file));
  const { out } = await jixiao('inspect', input, '--map', path, '--json');
  const { findings } = JSON.parse(out) as { findings: { code: string; message: string; cells: string[] }[] };
  const found = findings.find(({ code }) => code === 'choice-unusable');
  expect(found?.cells).toEqual(['执行!E2']);
  expect(found?.message).toContain('收入.财政拨款.决算数');
  expect(found?.message).toContain('年初预算数');
});

test('a stated unit goes before a remembered one', async () => {
  const path = await filledIn(await fileOf(await xlsxOf(UNCLEAR)));
  const stated: PlainSheets = {
    ...UNCLEAR,
    执行: { rows: ['2023年度部门支出执行表 | 单位：元', ...(UNCLEAR.执行?.rows.slice(1) ?? [])] },
  };
  expect(await facts(await fileOf(await xlsxOf(stated)), '--map', path)).toMatchObject({ 决算数: '150.00' });
});

test('--save-map never writes over a file that was not read', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const { path } = await saved(input);
  const before = await readFile(path, 'utf8');
  const { code, err } = await jixiao('inspect', input, '--save-map', path);
  expect(code).toBe(2);
  expect(err.join('')).toContain('没有覆盖');
  expect(await readFile(path, 'utf8')).toBe(before);
  expect((await jixiao('inspect', input, '--save-map', join(dirname(path), 'map.txt'))).code).toBe(2);
});

interface BadFile {
  readonly name: string;
  /** The file as text, or as JSON. */
  readonly file: unknown;
  /** Words that the message must hold: what was found, what is allowed. */
  readonly says: readonly string[];
}
const BAD = JSON.parse(readFileSync(join(__dirname, 'mappings', 'bad.json'), 'utf8')) as readonly BadFile[];

test.each(BAD.map((each) => [each.name, each] as const))('refused: %s', async (_, { file, says }) => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const path = await fileOf(typeof file === 'string' ? file : JSON.stringify(file), 'map.json');
  const out = join(dirname(input), 'scored.xlsx');
  for (const command of [
    ['inspect', input],
    ['evaluate', input, '--out', out],
    ['explain', input, '决算数'],
  ]) {
    const { code, err, out: printed } = await jixiao(...command, '--map', path);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    for (const words of says) expect(err.join('\n')).toContain(words);
  }
  expect(await filesIn(dirname(input))).toEqual(['input.xlsx']);
});

test('a mapping file that is too large is refused before it is read', async () => {
  const input = await fileOf(await xlsxOf(UNCLEAR));
  const path = await fileOf(' '.repeat(5_000_000), 'map.json');
  const { code, err } = await jixiao('inspect', input, '--map', path);
  expect(code).toBe(2);
  expect(err.join('\n')).toContain('文件过大');
});
