import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { sumOfCells } from '../ledger/cell-formula.ts';
import { exactOf, halfWidth, readNumber } from '../money/decimal.ts';
import { textAt, valueAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { NUMBER_ADVICE } from '../texts/terms.ts';
import { readCellNumber, type CellNumber } from './amounts.ts';
import type { Collector } from './collector.ts';

/*
 * Numbers of people, vehicles and the like, as forms state them beside amounts: perhaps with their measure word (`18人`).
 */

/** Measure words of what forms count. */
export const COUNT_UNIT = '人次|人|名|辆|台|套|件|批次|批|个|次|户|项';
const COUNTED = new RegExp(`^(.*\\d)\\s*(?:${COUNT_UNIT})$`);

/** The number in a cell that counts something, its measure word left out. Anything that is no number is reported. */
export function readCount(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  header: string,
  collector: Collector,
): CellNumber | undefined {
  const number = readAnyNumber(workbook, sheet, row, column, header, collector);
  if (number === undefined || isWhole(number)) return number;
  const found = textAt(sheet, row, column);
  collector.report(finding('number-expected', { found, header, advice: NUMBER_ADVICE.number }, [number.cell]));
  return undefined;
}

/** People and vehicles come whole. */
function isWhole({ decimal: { units, decimals } }: CellNumber): boolean {
  return units >= 0n && units % 10n ** BigInt(decimals) === 0n;
}

function readAnyNumber(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  header: string,
  collector: Collector,
): CellNumber | undefined {
  const value = valueAt(sheet, row, column);
  const bare = typeof value === 'string' ? COUNTED.exec(halfWidth(value).trim())?.[1] : undefined;
  const reading = bare === undefined ? undefined : readNumber(bare);
  if (reading?.kind === 'number' && !reading.percent) {
    return { decimal: reading.decimal, cell: { sheet: sheet.name, row, column }, native: false };
  }
  return readCellNumber(workbook, sheet, row, column, header, collector, 'number');
}

/** True for a text that states a number with its measure word. */
export function isCounted(value: unknown): boolean {
  return typeof value === 'string' && COUNTED.test(halfWidth(value).trim());
}

/** The fact that a count makes. */
export function countFact(key: string, unit: string, { decimal, cell, native }: CellNumber): Fact {
  return {
    key,
    value: { kind: 'count', count: exactOf(decimal), wording: '' },
    unit,
    basis: '',
    cells: [cell],
    ...(native ? { formula: sumOfCells([cell], 1) } : {}),
  };
}
