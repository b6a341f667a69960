import { readFileSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textAt, type Sheet, type Workbook } from '../../src/core/workbook/workbook.ts';
import { readControls } from '../../src/hosts/files/docx/read-document.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { compare, partText, repack } from '../hosts/files/xlsx/support/packages.ts';
import { evaluated, fileOf, filesIn, folder, jixiao, scored } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';
import { SAMPLE, sample } from '../support/project.ts';

const SHEET = '绩效自评表';

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The row of an indicator as its shown cells. */
function rowOf(sheet: Sheet, indicator: string): readonly string[] {
  const row = sheet.rows.findIndex((cells) => cells.includes(indicator));
  return (sheet.rows[row] ?? []).map((_, column) => textAt(sheet, row, column));
}

test('the input stays as it is, whatever is written beside it', async () => {
  const place = await folder();
  const input = join(place, 'in.xlsx');
  await copyFile(SAMPLE, input);
  const ran = await jixiao(
    ...['evaluate', input, '--out', join(place, 'out', 'scored.xlsx'), '--report', join(place, 'report.docx')],
  );
  expect(ran.code).toBe(0);
  expect(ran.err).toEqual([]);
  expect(ran.out).toContain(`已写出：${join(place, 'report.docx')}`);
  expect((await readFile(input)).equals(readFileSync(SAMPLE))).toBe(true);
  expect(await filesIn(place)).toEqual(['in.xlsx', 'out', 'report.docx']);
  expect(await filesIn(join(place, 'out'))).toEqual(['scored.xlsx']);
});

test('--out may name the input itself', async () => {
  const input = await fileOf(sample());
  expect((await jixiao('evaluate', input, '--out', input)).code).toBe(0);
  const after = await readXlsx(new Uint8Array(await readFile(input)));
  expect(after.sheets.map(({ name }) => name)).toContain(SHEET);
});

test('without --out and --report nothing is written', async () => {
  const input = await fileOf(sample());
  await jixiao('evaluate', input);
  expect(await filesIn(join(input, '..'))).toEqual(['input.xlsx']);
});

test('one sheet is added; no other sheet changes by a byte', async () => {
  const { bytes } = await scored(sample());
  const { changed, removed } = await compare(sample(), bytes);
  expect(removed).toEqual([]);
  expect(changed.filter((part) => part.startsWith('xl/worksheets/'))).toEqual([]);
  const sheet = sheetOf(await readXlsx(bytes), SHEET);
  expect(rowOf(sheet, '预算完成率').slice(2, 7)).toEqual([
    '预算完成率',
    '5',
    expect.stringMatching(/^0\.98201/),
    '4.9',
    expect.stringMatching(/^0\.1/),
  ]);
  expect(textAt(sheet, 1, 0)).toContain('未与财政部门正式文件核对');
});

test('its own output gives the same scores, no override, and no second sheet', async () => {
  const first = await scored(sample());
  const second = await scored(first.bytes);
  expect(second.ran.out.replace(/已写出.*/, '')).toBe(first.ran.out.replace(/已写出.*/, ''));
  const before = await readXlsx(first.bytes);
  const after = await readXlsx(second.bytes);
  expect(after.sheets).toEqual(before.sheets);
  expect((await evaluated(second.bytes)).findings.map(({ code }) => code)).toEqual(['scheme-unverified']);
});

test('after an edit of the data, a second run brings the scores up to date in the same cells', async () => {
  const first = await scored(sample());
  const second = await scored(await typed(first.bytes, { '自评打分!D4': '否' }));
  const workbook = await readXlsx(second.bytes);
  expect(workbook.sheets).toHaveLength((await readXlsx(first.bytes)).sheets.length);
  const row = rowOf(sheetOf(workbook, SHEET), '资金使用合规性');
  expect(row.slice(5, 7)).toEqual(['3', '2']);
  expect(row[7]).toContain('资金支出符合国家财经法规和财务管理制度');
});

test("a person's score in the written sheet is kept, counted and reported", async () => {
  const first = await scored(sample());
  const sheet = sheetOf(await readXlsx(first.bytes), SHEET);
  const row = sheet.rows.findIndex((cells) => cells.includes('预算完成率')) + 1;
  const edited = await typed(first.bytes, {
    [`${SHEET}!F${String(row)}`]: 4,
    [`${SHEET}!H${String(row)}`]: '追加指标下达较晚',
  });
  const json = await evaluated(edited);
  expect(json.total.score).toBe('98.1');
  const kept = json.findings.find(({ code }) => code === 'override-kept');
  expect(kept).toMatchObject({ severity: 'warning', cells: [`${SHEET}!F${String(row)}`] });
  expect(kept?.message).toContain('保留人工填写的4.0分，按规则计算为4.9分');
  const again = await scored(edited);
  const written = rowOf(sheetOf(await readXlsx(again.bytes), SHEET), '预算完成率');
  expect([written[5], written[6], written[7]]).toEqual(['4', '1', '追加指标下达较晚']);
  expect((await evaluated(again.bytes)).total.score).toBe('98.1');
});

test("the workbook's own score sheet is filled in place, its other cells are not touched", async () => {
  const input = await withScoreSheet(scoreSheetRows());
  const { bytes } = await scored(input);
  const before = await readXlsx(input);
  const after = await readXlsx(bytes);
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  const own = sheetOf(after, '评分表');
  expect(rowOf(own, '预算完成率')).toEqual([
    '预算完成率',
    '5',
    expect.stringMatching(/^0\.98/),
    '4.9',
    expect.stringMatching(/^0\.1/),
    expect.stringContaining('98.20%'),
  ]);
  expect(rowOf(own, '绩效目标合理性').slice(3, 5)).toEqual(['4.7', '0.3']);
  expect(rowOf(own, '合计').slice(3, 5)).toEqual(['99', '1']);
  expect(rowOf(own, '资金使用合规性').slice(3)).toEqual(['5', '0']);
  const { changed } = await compare(input, bytes);
  expect(changed.filter((part) => part.startsWith('xl/worksheets/'))).toHaveLength(1);
  expect((await evaluated(bytes)).total.score).toBe('99.0');
});

test('an own score sheet with a score already typed, another weight and an unknown indicator', async () => {
  const rows = scoreSheetRows().map((line) => {
    if (line.startsWith('资金使用合规性')) return '资金使用合规性 | 5 | | 4.5 | | 个别凭证附件不全';
    if (line.startsWith('采购管理合规性')) return '采购管理合规性 | 6 | | | | ';
    return line.startsWith('合计') ? `公众满意度 | 5 | | | | \n${line}` : line;
  });
  const json = await evaluated(await withScoreSheet(rows.flatMap((line) => line.split('\n'))));
  expect(json.indicators.find(({ name }) => name === '资金使用合规性')).toMatchObject({
    score: '4.5',
    status: 'manual',
    reason: '个别凭证附件不全',
  });
  const { ran } = await scored(await withScoreSheet(rows.flatMap((line) => line.split('\n'))));
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('表中分值为6，指标体系中为5');
  expect(ran.out).toContain('指标“公众满意度”不在指标体系中');
});

test('text with markup or formulas arrives as text', async () => {
  const odd = '<b>"粗"</b> & =1+1 \'单\' ]]>';
  const input = await typed(sample(), { '自评打分!E18': odd, '自评打分!F18': odd, '基本信息!B4': odd });
  const report = join(await folder(), 'report.docx');
  expect((await jixiao('evaluate', await fileOf(input), '--report', report)).code).toBe(0);
  const controls = await readControls(new Uint8Array(await readFile(report)));
  expect(controls.some(({ text }) => text.includes(odd))).toBe(true);
  const { bytes } = await scored(input);
  const sheet = sheetOf(await readXlsx(bytes), SHEET);
  const cells = sheet.rows.flat();
  expect(cells.filter((cell) => typeof cell === 'string' && cell.includes(odd)).length).toBeGreaterThanOrEqual(2);
  expect([...sheet.formulas.values()].some((formula) => formula.includes('粗'))).toBe(false);
});

test('LibreOffice moved the relationship of our record: what we wrote is still ours, new figures replace it', async () => {
  const { bytes } = await scored(sample());
  const link = /<Relationship [^>]*\/relationships\/customXml"[^>]*\/>/;
  const moved = link.exec(await partText(bytes, 'xl/_rels/workbook.xml.rels'))?.[0] ?? '';
  const saved = await repack(bytes, {
    'xl/_rels/workbook.xml.rels': (xml) => xml.replace(link, ''),
    '_rels/.rels': (xml) =>
      xml.replace('</Relationships>', `${moved.replace(/ Id="[^"]*"/, ' Id="rId99"')}</Relationships>`),
  });
  const before = rowOf(sheetOf(await readXlsx(bytes), SHEET), '预算完成率');
  const changed = await typed(saved, { '执行!D5': 1 });
  const codes = (await evaluated(changed)).findings.map(({ code }) => code);
  expect(codes).not.toContain('override-kept');
  const after = rowOf(sheetOf(await readXlsx((await scored(changed)).bytes), SHEET), '预算完成率');
  expect(after.slice(4, 7)).not.toEqual(before.slice(4, 7));
  expect(after[7]).not.toBe('');
  expect(after[7]).not.toBe(before[7]);
});

describe('new', () => {
  let blank: Uint8Array;

  beforeAll(async () => {
    const path = join(await folder(), 'blank.xlsx');
    expect((await jixiao('new', '--out', path)).code).toBe(0);
    blank = new Uint8Array(await readFile(path));
  });

  test('the blank form is empty: no fact but the names of indicators, everything is missing, nothing is zero', async () => {
    const json = await evaluated(blank);
    expect(json.code).toBe(1);
    expect(json.facts).toEqual({});
    expect(json.total.score).toBeNull();
    expect(json.indicators.map(({ status }) => status)).toEqual(json.indicators.map(() => 'missing'));
    const codes = new Set(json.findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['judgement-missing', 'scheme-unverified', 'value-missing']);
  });

  test('its outputs are written all the same and say 缺数据', async () => {
    const { ran, bytes } = await scored(blank);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('缺数据');
    const sheet = sheetOf(await readXlsx(bytes), SHEET);
    expect(rowOf(sheet, '预算完成率').slice(4, 7)).toEqual(['缺数据', '缺数据', '缺数据']);
  });

  test('amounts, counts, scores and answers are validated', async () => {
    const { sheets } = await readXlsx(blank);
    for (const [name, type] of [
      ['预算', 'decimal'],
      ['执行', 'decimal'],
      ['收入', 'decimal'],
      ['月度执行', 'decimal'],
      ['工作任务', 'decimal'],
      ['自评打分', 'list'],
      ['基本信息', 'whole'],
    ] as const) {
      const number = sheets.findIndex((sheet) => sheet.name === name) + 1;
      expect(await partText(blank, `xl/worksheets/sheet${String(number)}.xml`)).toContain(
        `<dataValidation type="${type}"`,
      );
    }
  });

  test('filled in by hand it gives results; a total over an empty cell is none until a 0 stands there', async () => {
    const filled = await typed(blank, {
      '基本信息!B4': '某县档案馆',
      '预算!D5': 100000,
      '预算!G5': 120000,
      '预算!B7': '数字化',
      '预算!D7': 50000,
      '预算!G7': 50000,
      '执行!D5': 110000,
      '执行!E5': 110000,
      '执行!B7': '数字化',
      '执行!D7': 50000,
      '执行!E7': 50000,
    });
    const json = await evaluated(filled);
    expect(json.facts.预算完成率?.value).toBe('94.12');
    expect(json.facts['项目.数字化.支出率']).toBeUndefined();
    const gaps = json.findings.filter(({ code }) => code === 'total-incomplete').map(({ cells }) => cells);
    expect(gaps).toEqual([
      ['预算!E5', '预算!H5', '预算!E7', '预算!H7'],
      ['执行!F5', '执行!F7'],
    ]);
    const zeros = { '预算!E5': 0, '预算!H5': 0, '预算!E7': 0, '预算!H7': 0, '执行!F5': 0, '执行!F7': 0 };
    const complete = await evaluated(await typed(filled, zeros));
    expect(complete.facts['项目.数字化.支出率']?.value).toBe('100.00');
    expect(json.indicators.find(({ name }) => name === '预算完成率')?.score).toBe('4.7');
  });
});
