import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { readNumber } from '../../src/core/money/decimal.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import { addressOf } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Workbook } from '../../src/core/workbook/workbook.ts';
import { workbookOf, type PlainSheets } from '../support/plain-sheets.ts';
import { inTenThousands, withCell, withEmptyColumn, withEmptyRow, withSheets } from '../support/reshape.ts';

const SEED = 20231115;
const FOLDER = join(__dirname, 'forms');

/** Every workbook of the published forms, by the name of its case. */
const WORKBOOKS = readdirSync(FOLDER)
  .filter((file) => /^(budget|final-account|caijue)-/.test(file))
  .flatMap((file) => {
    const cases = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly {
      name: string;
      sheets: PlainSheets;
    }[];
    return cases.map(({ name, sheets }) => ({ name: `${file} ${name}`, workbook: workbookOf(sheets) }));
  });

function factsIn(workbook: Workbook): Readonly<Record<string, string>> {
  const { ledger } = intake(workbook);
  return Object.fromEntries(
    ledger
      .facts()
      .map((fact) => [fact.key, plainValue(fact)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('an empty row or column anywhere and another order of the sheets change no fact', () => {
  const place = fc.record({
    each: fc.constantFrom(...WORKBOOKS),
    row: fc.nat(),
    column: fc.nat(),
    kind: fc.constantFrom('row', 'column'),
  });
  fc.assert(
    fc.property(place, ({ each: { name, workbook }, row, column, kind }) => {
      const changed = withSheets(workbook, (sheet) => {
        const width = Math.max(...sheet.rows.map((cells) => cells.length));
        return kind === 'row'
          ? withEmptyRow(sheet, row % (sheet.rows.length + 1))
          : withEmptyColumn(sheet, column % (width + 1));
      });
      const reversed = { ...changed, sheets: changed.sheets.toReversed() };
      expect({ name, facts: factsIn(reversed) }).toEqual({ name, facts: factsIn(workbook) });
    }),
    { numRuns: 150, seed: SEED },
  );
}, 120_000);

const CODES = /^(2(\d{2}|\d{4}|\d{6})|3(\d{2}|\d{4})|\d{2})$/;

function isTextNumber(text: string): boolean {
  return readNumber(text).kind === 'number' && !CODES.test(text);
}

test('the same amounts in 万元 make the same facts', () => {
  const inYuan = WORKBOOKS.filter(({ workbook }) =>
    workbook.sheets.every(
      ({ rows, formulas }) =>
        formulas.size === 0 &&
        rows.some((row) => row.includes('单位：元')) &&
        !rows.some((row) => row.includes('单位：万元')) &&
        // Codes that are numbers are no amounts, and amounts that are text would have to be written anew.
        rows.every((row) => row.every((value) => typeof value !== 'string' || !isTextNumber(value))) &&
        rows.every(
          (row, at) => typeof row[0] !== 'number' && (at > 2 || row.every((value) => typeof value !== 'number')),
        ),
    ),
  );
  expect(inYuan.length).toBeGreaterThan(15);
  for (const { name, workbook } of inYuan) {
    const changed = withSheets(workbook, (sheet) => inTenThousands(sheet));
    expect({ name, facts: factsIn(changed) }).toEqual({ name, facts: factsIn(workbook) });
  }
});

/** What may get into a cell; the unit of a sheet alone is beyond doubt only for who has another sheet to compare. */
const GARBAGE: readonly CellValue[] = [
  null,
  '???',
  '待定',
  '1,23',
  '98.2%',
  { error: '#REF!' },
  '合计',
  '小计',
  '项目支出',
  '基本支出',
  '决算数',
  '年初预算数',
  '2019年度',
  '一般公共预算',
  '财政拨款',
  '政府性基金',
  '收入',
  '支出',
  '其中：',
  '注：无',
  '本年支出合计',
  '总计',
  '编码',
  '科目名称',
];

test('garbage in any one cell never throws, and changes no other amount without saying so', () => {
  const silent: string[] = [];
  const place = fc.record({
    each: fc.constantFrom(...WORKBOOKS),
    at: fc.nat(),
    value: fc.constantFrom(...GARBAGE),
  });
  fc.assert(
    fc.property(place, ({ each: { name, workbook }, at, value }) => {
      const places = workbook.sheets.flatMap((sheet, index) =>
        sheet.rows.flatMap((cells, row) => cells.map((there, column) => ({ index, row, column, there }))),
      );
      const found = places[at % places.length];
      if (found === undefined) return;
      const { index, row, column, there } = found;
      if (value === null && typeof there === 'number') return; // an amount may be left out
      const before = intake(workbook);
      const after = intake(
        withSheets(workbook, (sheet, own) => (own === index ? withCell(sheet, row, column, value) : sheet)),
      );
      const known = new Set(before.findings.map(messageOf));
      if (after.findings.some((each) => !known.has(messageOf(each)))) return;
      const changed = before.ledger.facts().filter((fact) => {
        const now = after.ledger.get(fact.key);
        return now !== undefined && plainValue(now) !== plainValue(fact);
      });
      if (changed.length > 0) {
        const keys = changed.map(({ key }) => key).join('、');
        silent.push(`${name} ${addressOf({ row, column })} ← ${JSON.stringify(value)}: ${keys}`);
      }
    }),
    { numRuns: 250, seed: SEED },
  );
  expect(silent).toEqual([]);
}, 120_000);
