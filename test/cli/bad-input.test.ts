import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { fileOf, filesIn, folder, jixiao, type Ran } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import type { PlainSheets } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { SAMPLE, sample } from '../support/project.ts';

const BUDGET = { rows: ['预算表 | 单位：元', '项目 | 年初预算数', '基本支出 | 100'] };
const EXECUTION = { rows: ['执行表 | 单位：元', '项目 | 决算数', '基本支出 | 90'] };

/** Evaluates into files that exist already and checks that the run left everything as it was. */
async function refused(input: string): Promise<Ran> {
  const place = dirname(input);
  const before = statSync(input).isDirectory() ? undefined : readFileSync(input);
  await writeFile(join(place, 'old.xlsx'), 'old workbook');
  await writeFile(join(place, 'old.docx'), 'old report');
  const files = await filesIn(place);
  const ran = await jixiao(
    ...['evaluate', input, '--out', join(place, 'old.xlsx'), '--report', join(place, 'old.docx'), '--json'],
  );
  expect(ran.code).toBe(2);
  expect(ran.out).toBe('');
  expect(await filesIn(place)).toEqual(files);
  expect(readFileSync(join(place, 'old.xlsx'), 'utf8')).toBe('old workbook');
  expect(readFileSync(join(place, 'old.docx'), 'utf8')).toBe('old report');
  if (before !== undefined) expect(readFileSync(input).equals(before)).toBe(true);
  return ran;
}

/** Messages about what is in the workbook: an introduction with their number, and one line a problem. */
async function problems(sheets: PlainSheets): Promise<readonly string[]> {
  const { err } = await refused(await fileOf(await xlsxOf(sheets)));
  expect(err[0]).toBe(`不能使用这个工作簿，有${String(err.length - 1)}个问题，没有写出任何文件：`);
  return err.slice(1);
}

test('no execution sheet', async () => {
  expect(await problems({ 预算: BUDGET })).toEqual([
    '缺少支出执行表（含“决算数”或“执行数”列）；已识别的工作表：预算。请补充该表后重新运行。',
  ]);
});

test('no budget sheet', async () => {
  expect(await problems({ 执行: EXECUTION })).toEqual([
    '缺少支出预算表（含“年初预算数”或“全年预算数”列）；已识别的工作表：执行。请补充该表后重新运行。',
  ]);
});

test('nothing that is known', async () => {
  const [message = ''] = await problems({ 通讯录: { rows: ['姓名 | 房间', '张三 | 301'] } });
  expect(message).toContain('没有识别出任何预算或执行表（已检查：通讯录）');
  expect(message).toContain('npx jixiao new');
});

test('text where an amount belongs, with its cell and what to do', async () => {
  expect(
    await problems({ 预算: BUDGET, 执行: { rows: ['执行表 | 单位：元', '项目 | 决算数', '基本支出 | 待定'] } }),
  ).toEqual(['执行!B3：“决算数”应为数字，实际为“待定”。请改为数字；没有该项金额的请填0或留空。']);
});

test('#REF!', async () => {
  expect(
    await problems({ 预算: BUDGET, 执行: { rows: ['执行表 | 单位：元', '项目 | 决算数', '基本支出 | =X1 → #REF!'] } }),
  ).toEqual(['执行!B3：“决算数”的公式出错，显示#REF!。请修正公式或直接填写数值。']);
});

test('an unknown unit', async () => {
  expect(
    await problems({ 预算: BUDGET, 执行: { rows: ['执行表 | 单位：美元', '项目 | 决算数', '基本支出 | 90'] } }),
  ).toEqual(['执行!B1：工作表“执行”的金额单位“美元”无法识别，应为元、千元、万元、百万元或亿元。请改正单位。']);
});

test('no unit', async () => {
  expect(await problems({ 预算: BUDGET, 执行: { rows: ['执行表', '项目 | 决算数', '基本支出 | 90'] } })).toEqual([
    '执行!A1：工作表“执行”没有写明金额单位，也没有其他表可以印证，金额没有采用。请在表头上方写明“单位：元”或“单位：万元”，或者在对照文件（--map）中选择。',
  ]);
});

test('a score above its points', async () => {
  const { err } = await refused(await fileOf(await typed(sample(), { '自评打分!D18': 99 })));
  expect(err).toHaveLength(2);
  expect(err[1]).toMatch(/^自评打分!D18：指标“.*”的得分99\.0不在0到5之间。请改正。$/);
});

test('two problems are two messages', async () => {
  const messages = await problems({
    预算: { rows: ['预算表 | 单位：元', '项目 | 年初预算数', '基本支出 | 一百'] },
    执行: { rows: ['执行表 | 单位：元', '项目 | 决算数', '基本支出 | #N/A', '项目支出 | 5'] },
  });
  expect(messages.map((message) => message.split('：')[0])).toEqual(['预算!B3', '执行!B3']);
});

test.each<[string, string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
  ['text', 'a.xlsx', () => '项目,金额\n基本支出,1\n', '不是Excel工作簿'],
  ['an empty file', 'a.xlsx', () => '', '文件是空的（0字节）'],
  [
    'a damaged .xls',
    'a.xlsx',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(2000)),
    '文件已损坏',
  ],
  [
    'a workbook with a password',
    'a.xlsx',
    () => writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption: { password: 'geheim', spinCount: 10 } }),
    '设有打开密码',
  ],
  ['half a workbook', 'a.xlsx', () => sample().slice(0, 9000), '文件已损坏'],
])('%s', async (_, name, content, message) => {
  const path = await fileOf(await content(), name);
  const { err } = await refused(path);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(`${path}：`);
  expect(err[0]).toContain(message);
});

test('a report instead of a workbook', async () => {
  const report = join(await folder(), 'report.docx');
  expect((await jixiao('evaluate', SAMPLE, '--report', report)).code).toBe(0);
  const { err } = await refused(report);
  expect(err).toEqual([`${report}：不是Excel工作簿。请提供.xlsx、.xlsm或.xls文件。`]);
});

test('a folder', async () => {
  const path = join(await folder(), 'a.xlsx');
  mkdirSync(path);
  const { err } = await refused(path);
  expect(err).toEqual([`${path}：不是Excel工作簿。请提供.xlsx、.xlsm或.xls文件。`]);
});

test('a file that is not there', async () => {
  const ran = await jixiao('evaluate', '/nowhere/a.xlsx');
  expect(ran).toEqual({ code: 2, out: '', err: ['/nowhere/a.xlsx：没有这个文件。请检查文件名和路径。'] });
});

test.each([
  [['evaluate'], '请写明要读取的工作簿'],
  [['evaluate', 'a.xlsx', 'b.xlsx'], '多余的参数“b.xlsx”'],
  [['evaluate', 'a.xlsx', '--fast'], '没有“--fast”这个选项'],
  [['evaluate', 'a.xlsx', '-o', 'b.xlsx'], '没有“-o”这个选项'],
  [['evaluate', 'a.xlsx', '--out'], '选项“--out”后面缺少内容'],
  [['evaluate', 'a.xlsx', '--out', '--json'], '选项“--out”后面缺少内容'],
  [['evaluate', 'a.xlsx', '--out', 'b.xls'], '“b.xls”应以.xlsx结尾'],
  [['evaluate', 'a.xlsm', '--out', 'b.xlsx'], '“b.xlsx”应以.xlsm结尾'],
  [['evaluate', 'a.xlsx', '--report', 'b.doc'], '“b.doc”应以.docx结尾'],
  [['evaluate', 'a.xlsx', '--scheme', '甲'], '没有编号为“甲”的指标体系，可用的有：yuexiu-2023-style'],
  [['new'], '请用 --out 写明要生成的文件'],
  [['new', '--out', 'b.txt'], '“b.txt”应以.xlsx结尾'],
  [['new', 'a.xlsx', '--out', 'b.xlsx'], '多余的参数“a.xlsx”'],
  [['new', '--out', 'b.xlsx', '--json'], '没有“--json”这个选项'],
  [['score', 'a.xlsx'], '没有“score”这个命令'],
])('%j', async (args, message) => {
  const ran = await jixiao(...args);
  expect(ran.code).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toHaveLength(1);
  expect(ran.err[0]).toContain(message);
});

test('no command shows how to use it, with exit code 2; --help with 0', async () => {
  const none = await jixiao();
  const help = await jixiao('--help');
  expect([none.code, help.code]).toEqual([2, 0]);
  expect(help.out).toContain('npx jixiao evaluate');
  expect([none.out, none.err.join('\n')]).toContain(help.out);
});

test.each(['--version', '-v'])('%s prints the version of package.json', async (option) => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(await jixiao(option)).toEqual({ code: 0, out: version, err: [] });
});

test('a new form does not take the place of a file', async () => {
  const path = await fileOf('filled in', 'form.xlsx');
  expect(await jixiao('new', '--out', path)).toEqual({
    code: 2,
    out: '',
    err: [`${path}：文件已存在，没有覆盖。请换一个文件名，或者先删除该文件。`],
  });
  expect(readFileSync(path, 'utf8')).toBe('filled in');
  expect(await filesIn(dirname(path))).toEqual(['form.xlsx']);
});

test('a place where nothing can be written leaves nothing behind', async () => {
  const place = await folder();
  await writeFile(join(place, 'file'), '');
  const out = join(place, 'scored.xlsx');
  for (const report of [join(place, 'file', 'report.docx'), join(place, 'folder.docx')]) {
    mkdirSync(join(place, 'folder.docx'), { recursive: true });
    const ran = await jixiao('evaluate', SAMPLE, '--out', out, '--report', report);
    expect(ran).toEqual({ code: 2, out: '', err: [expect.stringContaining(`${report}：无法写入`)] });
    expect(await filesIn(place)).toEqual(['file', 'folder.docx']);
  }
});
