import type { SheetReading } from '../../src/core/intake/intake.ts';
import type { TableReading } from '../../src/core/intake/table-reading.ts';
import type { Fact } from '../../src/core/ledger/fact.ts';
import { readNumber } from '../../src/core/money/decimal.ts';
import { COLUMN_MEANINGS, LIST_COLUMNS, OWN_COLUMNS } from '../../src/core/texts/intake-texts.ts';
import { textAt, type CellValue, type Sheet, type Workbook } from '../../src/core/workbook/workbook.ts';

const WORDS = new Set<string>([
  ...['whole', '类', '款', '项'].map((part) => COLUMN_MEANINGS.code(part as 'whole')),
  COLUMN_MEANINGS.name,
  COLUMN_MEANINGS.ordinal,
  COLUMN_MEANINGS.text,
  COLUMN_MEANINGS.label,
  COLUMN_MEANINGS.project,
  COLUMN_MEANINGS.private,
  COLUMN_MEANINGS.derived,
  ...Object.entries(LIST_COLUMNS).flatMap(([role, name]) => (role === 'amount' ? [] : [name])),
  ...Object.values(OWN_COLUMNS),
]);

/**
 * The workbook with the tables of one sheet in 万元 instead of 元, or in 元 instead of 万元: amounts, stored results and the unit.
 * @returns undefined when the sheet's unit does not stand in cells of its own, or some number's kind is not known
 */
export function inOtherUnit(
  workbook: Workbook,
  { name, tables }: SheetReading,
  facts: Iterable<Fact>,
): Workbook | undefined {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined || tables.length === 0) return undefined;
  const counts = new Set<string>();
  for (const { value, cells } of facts) {
    if (value.kind !== 'count') continue;
    for (const cell of cells) if (cell.sheet === name) counts.add(`${String(cell.row)},${String(cell.column)}`);
  }
  let rows: readonly (readonly CellValue[])[] = sheet.rows;
  for (const table of tables) {
    const next = tableInOtherUnit({ ...sheet, rows }, table, counts);
    if (next === undefined) return undefined;
    rows = next;
  }
  const formulas = new Map(sheet.formulas);
  return { ...workbook, sheets: workbook.sheets.map((one) => (one === sheet ? { ...sheet, rows, formulas } : one)) };
}

function tableInOtherUnit(
  sheet: Sheet,
  { unit, headerRows, range, columns }: TableReading,
  counts: ReadonlySet<string>,
): readonly (readonly CellValue[])[] | undefined {
  const cell = unit?.cell;
  if (unit === undefined || cell === undefined || headerRows === undefined) return undefined;
  if (unit.unit !== '元' && unit.unit !== '万元') return undefined;
  const toLarger = unit.unit === '元';
  const amounts = new Set(columns.filter(({ meaning }) => !WORDS.has(meaning)).map(({ column }) => column));
  // A constant in a formula would not be scaled.
  const inTable = [...sheet.formulas].filter(([place]) => amounts.has(Number(place.split(',')[1])));
  if (inTable.some(([, formula]) => !/^SUM\([A-Z0-9:,]+\)$|^[A-Z]+\d+([+-][A-Z]+\d+)*$/.test(formula)))
    return undefined;
  const unitColumn = [cell.column, cell.column + 1].find((column) => textAt(sheet, cell.row, column).includes('元'));
  if (unitColumn === undefined) return undefined;
  return sheet.rows.map((row, at) =>
    row.map((value, column): CellValue => {
      if (at === cell.row && column === unitColumn && typeof value === 'string') {
        return toLarger ? value.replace(/元(?!.*元)/, '万元') : value.replace(/万元(?!.*元)/, '元');
      }
      const isAmount = at > headerRows.bottom && at <= range.bottom && amounts.has(column);
      return isAmount && !counts.has(`${String(at)},${String(column)}`) ? scaled(value, toLarger ? -4 : 4) : value;
    }),
  );
}

/** A number, or text that is one, times a power of ten; anything else as it is. */
function scaled(value: CellValue, power: number): CellValue {
  if (typeof value === 'number') return Number(`${String(value)}e${String(power)}`);
  if (typeof value !== 'string') return value;
  const reading = readNumber(value);
  if (reading.kind !== 'number' || reading.percent) return value;
  const { units, decimals } = reading.decimal;
  return decimalText(units, decimals - power);
}

function decimalText(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const size = units < 0n ? -units : units;
  if (decimals <= 0) return `${sign}${String(size * 10n ** BigInt(-decimals))}`;
  const digits = size.toString().padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
