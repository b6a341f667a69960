import type { Finding } from '../../../src/core/findings/finding.ts';
import type { CellValue } from '../../../src/core/workbook/workbook.ts';
import { cases, given } from '../support/cases.ts';
import { ANSWERS, EXECUTION, run } from '../support/pipeline.ts';
import { THREE } from '../support/schemes.ts';
import { recomputed } from '../support/spreadsheet.ts';
import { sheetOf, workbookOf, type Cell } from '../support/workbooks.ts';

interface Case {
  readonly name: string;
  readonly sheet: readonly (readonly Cell[])[];
  /** What the rows below the header show, from the column of the indicator on; rates with 6 decimals. */
  readonly shows: readonly (readonly (string | number | null)[])[];
  readonly finds: readonly string[];
}

const CASES = cases<Case>(__dirname, 'score-sheets.json');
const books = ({ sheet }: Case): ReturnType<typeof workbookOf> =>
  workbookOf({ 执行: EXECUTION, 自评打分: ANSWERS, 评分表: sheet });

function said({ code, params }: Finding): string {
  return [code, ...Object.values(params)].join(' ');
}

function shown(value: CellValue): CellValue {
  if (typeof value === 'number') return Math.round(value * 1e6) / 1e6;
  return value === '' ? null : value;
}

test.each(CASES)('$name', (one) => {
  const { after, writeBack } = run(books(one), THREE);
  const sheet = given(after.sheets.find(({ name }) => name === '评分表'));
  const header = one.sheet.findIndex((row) => row.length > 1);
  const from = given(one.sheet[header]).length - given(one.shows[0]).length;
  const rows = sheet.rows.slice(header + 1).map((row) => row.slice(from).map(shown));
  expect(rows.map((row) => row.map((value, index) => (index === 0 ? (value ?? '') : value)))).toEqual(one.shows);
  expect(writeBack.findings.map(said)).toEqual(one.finds);
  expect(writeBack.plan.newSheets).toEqual([]);
});

test.each(CASES)('the file says what a spreadsheet computes: $name', (one) => {
  const cells = recomputed(run(books(one), THREE).after);
  expect(cells.filter(({ stored, computed }) => shown(stored) !== shown(computed))).toEqual([]);
});

test.each(CASES)('a second run changes nothing: $name', (one) => {
  const first = run(books(one), THREE);
  const second = run(first.after, THREE);
  expect(second.writeBack.plan).toEqual(run(second.after, THREE).writeBack.plan);
  expect(second.after.sheets).toEqual(first.after.sheets);
  expect(second.writeBack.findings.map(said)).toEqual(one.finds);
});

test('scores are live: over the cells of value and weight where the sheet has them, otherwise over the data', () => {
  const formulas = (index: number): string =>
    [...given(run(books(given(CASES[index])), THREE).after.sheets[2]).formulas.values()].join('\n');
  expect(formulas(0)).toContain('ROUND(ROUND(C3*MAX(0,MIN(1,D3)),13),1)');
  expect(formulas(0)).toContain('IF(ISNUMBER(E3),ROUND(C3-E3,1),E3)');
  expect(formulas(1)).toContain('执行!D5/执行!C5');
  expect(formulas(1)).toContain('IF(COUNT(C2:C4)<3,"缺数据",SUM(C2:C4))');
});

test('cells behind a merge are never written, and nothing refers to them', () => {
  const rows: Cell[][] = [
    ['三级指标', '分值', '得分', '扣分'],
    ['预算完成率', 5, '', ''],
    ['绩效目标合理性', 5, '', ''],
    ['采购管理合规性', 3, '', ''],
  ];
  const book = workbookOf({ 执行: EXECUTION, 自评打分: ANSWERS });
  const merged = sheetOf('评分表', rows, { merges: [{ top: 1, left: 2, bottom: 2, right: 2 }] });
  const { after, writeBack } = run({ ...book, sheets: [...book.sheets, merged] }, THREE);
  const written = writeBack.plan.changes.flatMap(({ cells }) =>
    cells.map(({ row, column }) => `${String(row)},${String(column)}`),
  );
  expect(written).toEqual(['1,2', '1,3', '2,3', '3,2', '3,3']);
  const cells = recomputed(after);
  expect(cells.filter(({ stored, computed }) => shown(stored) !== shown(computed))).toEqual([]);
});

test('a hidden score sheet is left alone: the results go to a new one', () => {
  const hidden = sheetOf('评分表', given(CASES[1]).sheet, { hidden: true });
  const book = workbookOf({ 执行: EXECUTION, 自评打分: ANSWERS });
  const { plan } = run({ ...book, sheets: [...book.sheets, hidden] }, THREE).writeBack;
  expect([plan.changes, plan.newSheets.map(({ name }) => name)]).toEqual([[], ['绩效自评表']]);
});

test('what is missing is written as a word, and the total too', () => {
  const { after } = run(workbookOf({ 自评打分: ANSWERS, 评分表: given(CASES[0]).sheet }), THREE);
  const rows = given(after.sheets[1]).rows;
  expect([rows[2]?.slice(3, 6), rows[5]?.slice(4, 6)]).toEqual([
    ['缺数据', '缺数据', '缺数据'],
    ['缺数据', '缺数据'],
  ]);
  expect(recomputed(after).filter(({ stored, computed }) => shown(stored) !== shown(computed))).toEqual([]);
});
