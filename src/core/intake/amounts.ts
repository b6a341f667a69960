import { finding } from '../findings/finding.ts';
import { sumOfCells, type CellFormula } from '../ledger/cell-formula.ts';
import type { Fact } from '../ledger/fact.ts';
import { fenPer, stateAmount, type AmountUnit } from '../money/amount.ts';
import { decimalOfDouble, readNumber, type Decimal } from '../money/decimal.ts';
import { trimmed } from '../money/exact.ts';
import { NUMBER_ADVICE } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { evaluateSum, type ComputedSum } from '../workbook/sum-formula.ts';
import { formulaAt, isCellError, valueAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import { tellable } from './tellable.ts';

/** A number as a cell holds it. */
export interface CellNumber {
  readonly decimal: Decimal;
  readonly cell: CellRef;
  /** True when the cell holds a number, not text that looks like one: only then can a formula refer to it. */
  readonly native: boolean;
  /** How the number was added up, when its cell holds a sum. */
  readonly sum?: ComputedSum;
}

/** Decimals below this are noise of the doubles behind a formula, not part of an amount. */
const MAX_DECIMALS = 10;

/**
 * The number in a cell where a form expects one. Empty cells and dashes give undefined; anything else that is no number is
 * reported with its place and also gives undefined.
 * @param header what people call the cell, for the message
 * @param kind what the number is, for the advice: only an amount that there is not may be filled in as 0
 */
export function readCellNumber(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  header: string,
  collector: Collector,
  kind: keyof typeof NUMBER_ADVICE = 'amount',
): CellNumber | undefined {
  const cell: CellRef = { sheet: sheet.name, row, column };
  const value = valueAt(sheet, row, column);
  const formula = formulaAt(sheet, row, column);
  if (isCellError(value)) {
    collector.report(finding('cell-error', { error: value.error, header }, [cell]));
    return undefined;
  }
  if (formula !== undefined) {
    const computed = evaluateSum(workbook, sheet, formula);
    if (computed === 'blank') return undefined;
    if (computed !== undefined) return fromSum(computed, value, cell, collector);
    if (value === null) {
      collector.report(finding('formula-without-value', { formula: `=${formula}`, header }, [cell]));
      return undefined;
    }
  }
  if (value === null) return undefined;
  if (typeof value === 'number') return { decimal: decimalOfDouble(value), cell, native: true };
  const reading = typeof value === 'string' ? readNumber(value) : undefined;
  if (reading?.kind === 'blank' || reading?.kind === 'none') return undefined;
  if (reading?.kind === 'number' && !reading.percent) return { decimal: reading.decimal, cell, native: false };
  const found = tellable(String(value));
  collector.report(finding('number-expected', { found, header, advice: NUMBER_ADVICE[kind] }, [cell]));
  return undefined;
}

/** True for a cell with a number, a number typed as text, a formula or an error: something that would be lost unread. */
export function holdsAmount(sheet: Sheet, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  if (typeof value === 'number' || isCellError(value)) return true;
  if (typeof value === 'string') return readNumber(value).kind === 'number';
  return formulaAt(sheet, row, column) !== undefined;
}

/** True for a cell with words where an amount belongs; a dash or 无 says that there is none. */
export function holdsWords(sheet: Sheet, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  return typeof value === 'string' && readNumber(value).kind === 'not-a-number';
}

/** True when a cell of the column, between two rows, holds an amount. */
export function columnHoldsAmount(sheet: Sheet, column: number, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (holdsAmount(sheet, row, column)) return true;
  return false;
}

function fromSum(sum: ComputedSum, stored: unknown, cell: CellRef, collector: Collector): CellNumber {
  const text = trimmed(sum.total, MAX_DECIMALS);
  const reading = readNumber(text);
  const decimal = reading.kind === 'number' ? reading.decimal : { units: 0n, decimals: 0 };
  if (typeof stored === 'number' && Math.abs(stored - Number(text)) > Math.abs(stored) * 1e-12 + 1e-9) {
    collector.report(finding('formula-stale', { stored: String(stored), computed: text }, [cell]));
  }
  return { decimal, cell, native: true, sum };
}

/** An amount read from a table, waiting for the table's number of decimals. */
export interface PendingAmount {
  readonly key: string;
  readonly basis: string;
  readonly unit: AmountUnit;
  readonly number: CellNumber;
  readonly header: string;
}

/**
 * The facts of one table. Its amounts are as exact as the most exact of them, because a form has one number of decimals and
 * spreadsheets drop trailing zeros.
 */
export function amountFacts(pending: readonly PendingAmount[], collector: Collector): readonly Fact[] {
  const decimals = new Map<AmountUnit, number>();
  for (const { unit, number } of pending) {
    decimals.set(unit, Math.max(decimals.get(unit) ?? 0, number.decimal.decimals));
  }
  return pending.map(({ key, basis, unit, number, header }) => {
    const stated = stateAmount(number.decimal, unit, decimals.get(unit));
    if (!stated.wholeFen) collector.report(finding('fraction-of-fen', { header }, [number.cell]));
    return {
      key,
      value: { kind: 'amount', fen: stated.fen, quantum: stated.quantum },
      unit: '元',
      basis,
      cells: [number.cell],
      ...(number.native ? { formula: yuanFormula(number.cell, unit) } : {}),
    };
  });
}

function yuanFormula(cell: CellRef, unit: AmountUnit): CellFormula {
  return sumOfCells([cell], Number(fenPer(unit) / 100n));
}
