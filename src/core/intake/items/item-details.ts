import { finding } from '../../findings/finding.ts';
import { combined } from '../../ledger/cell-formula.ts';
import { derivedAmount } from '../../ledger/derived-amount.ts';
import { plainValue, traceOf, type Fact } from '../../ledger/fact.ts';
import { READING } from '../../texts/intake-texts.ts';
import { DERIVED_SUM } from '../../texts/ledger-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { trimmed, whole as wholeNumber } from '../../money/exact.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import type { Aspects } from '../aspects.ts';
import type { Collector } from '../collector.ts';
import { joinedFunds, type FundFact, type OwnFund } from '../own-funds.ts';
import type { ItemRow } from './item-rows.ts';

/** A cell of a table for indicators once it is read. */
export interface ItemCell {
  readonly row: ItemRow;
  readonly key: string;
  readonly aspects: Aspects;
  /** The part of 其他资金 that the row or the column names. */
  readonly fund: OwnFund | undefined;
  readonly cell: CellRef;
  readonly isBlank: boolean;
  /** Undefined when there is no number, or one that cannot be used. */
  readonly fact: Fact | undefined;
}

/**
 * Takes the facts of a table whose rows may be offices, purchases or kinds. A total that a row states is used, and checked against
 * its details; one that no row states is added up, which is told. Nothing is added up over an empty cell.
 */
export function resolveDetails(cells: readonly ItemCell[], collector: Collector): void {
  const byKey = new Map<string, ItemCell[]>();
  for (const cell of cells) {
    const id = `${cell.key}|${cell.fund ?? ''}`;
    byKey.set(id, [...(byKey.get(id) ?? []), cell]);
  }
  const facts: FundFact[] = [];
  const offices = new Set<string>();
  const added: CellRef[] = [];
  for (const own of byKey.values()) {
    const stated = own.filter(({ row, fact }) => row.detail === undefined && fact !== undefined);
    const details = own.filter(({ row }) => row.detail !== undefined && !row.isPart);
    const isStated = own.some(({ row }) => row.detail === undefined);
    const [first] = details;
    if (isStated) {
      const [main, ...again] = stated;
      if (main?.fact !== undefined) facts.push({ fact: main.fact, fund: main.fund });
      for (const { fact } of again)
        if (main?.fact !== undefined && fact !== undefined) compareAgain(main.fact, fact, collector);
      if (main?.fact !== undefined && first !== undefined) checkDetails(main.fact, details, collector);
      continue;
    }
    if (first === undefined) continue;
    const fact = whatDetailsMake(details, offices, collector);
    if (fact === undefined) continue;
    facts.push({ fact, fund: first.fund });
    if (!first.row.isKind && details.length > 1) added.push(...fact.cells);
  }
  for (const fact of joinedFunds(facts, collector)) collector.fact(fact);
  if (offices.size > 0) {
    const units = [...offices].join(LIST_SEPARATOR);
    collector.report(finding('units-added-up', { units }, added.toSorted(byColumn)));
  }
}

/** Within one table an amount that is stated again is exactly the same. */
function compareAgain(first: Fact, second: Fact, collector: Collector): void {
  if (plainValue(first) === plainValue(second)) return;
  const params = { key: first.key, first: shown(first), second: shown(second) };
  collector.report(finding('told-twice', params, [...first.cells, ...second.cells]));
}

/** The only detail, or the sum of all. */
function whatDetailsMake(details: readonly ItemCell[], offices: Set<string>, collector: Collector): Fact | undefined {
  const [only] = details;
  if (details.length === 1 && only?.row.isKind === false) return only.fact;
  const blank = details.filter(({ isBlank }) => isBlank);
  if (blank.length > 0) {
    const cells = blank.map(({ cell }) => cell);
    collector.report(finding('total-incomplete', { sheet: cells[0]?.sheet ?? '' }, cells));
    return undefined;
  }
  const parts = details.flatMap(({ fact }) => fact ?? []);
  if (parts.length < details.length) return undefined;
  const sum = sumOf(parts);
  if (details.some(({ row }) => row.isKind)) {
    collector.report(finding('total-added-up', { key: sum.key, total: shown(sum) }, sum.cells));
  } else for (const { row } of details) offices.add(row.detail ?? '');
  return sum;
}

function checkDetails(total: Fact, details: readonly ItemCell[], collector: Collector): void {
  const parts = details.flatMap(({ fact }) => fact ?? []);
  if (parts.length === 0) return;
  collector.log.skip(
    details.filter(({ fact }) => fact !== undefined).map(({ cell }) => cell),
    READING.unitRow,
  );
  const sum = sumOf(parts);
  const difference = differenceOf(sum, total);
  if (difference === undefined) return;
  // What is not listed, or not read, may make up the rest.
  const isOpen = parts.length < details.length || details.some(({ row }) => row.isKind);
  if (difference.isShort && isOpen) return;
  const cells = [...total.cells, ...sum.cells];
  if (difference.isRounding) {
    collector.report(finding('parts-rounding', { totalName: total.key, difference: difference.text }, cells));
    return;
  }
  const params = { total: shown(total), parts: shown(sum), difference: difference.text };
  collector.report(finding('list-total-differs', params, cells));
}

/** By how much a sum differs from a total, and whether rounding alone can make it so. */
function differenceOf(
  { value: a }: Fact,
  { value: b, unit }: Fact,
): { isShort: boolean; isRounding: boolean; text: string } | undefined {
  if (a.kind === 'amount' && b.kind === 'amount') {
    const difference = a.fen - b.fen;
    const apart = difference < 0n ? -difference : difference;
    if (apart === 0n) return undefined;
    const isRounding = 2n * apart <= a.quantum + b.quantum;
    return { isShort: difference < 0n, isRounding, text: `${plainFen(apart)}元` };
  }
  if (a.kind !== 'count' || b.kind !== 'count') return undefined;
  const difference = a.count.sub(b.count);
  if (difference.equals(0)) return undefined;
  return { isShort: difference.compare(0) < 0, isRounding: false, text: `${trimmed(difference.abs(), 4)}${unit}` };
}

function plainFen(fen: bigint): string {
  return plainValue({ key: '', value: { kind: 'amount', fen, quantum: 1n }, unit: '元', basis: '', cells: [] });
}

function shown(fact: Fact): string {
  return `${plainValue(fact)}${fact.unit}`;
}

/** The sum of amounts, or of counts, with its trace. */
function sumOf(parts: readonly Fact[]): Fact {
  const [first] = parts;
  if (first === undefined) throw new Error('nothing to add');
  const words = { key: first.key, basis: first.basis, rule: DERIVED_SUM(parts.map(({ key }) => key)) };
  const substitution = DERIVED_SUM(parts.map(plainValue));
  if (first.value.kind === 'amount') return derivedAmount({ ...words, parts, operation: 'sum', substitution });
  let count = wholeNumber(0);
  for (const { value } of parts) if (value.kind === 'count') count = count.add(value.count);
  const cells = parts.flatMap((part) => part.cells);
  const formulas = parts.flatMap(({ formula }) => formula ?? []);
  const fact: Fact = {
    key: first.key,
    value: { kind: 'count', count, wording: '' },
    unit: first.unit,
    basis: '',
    cells,
    ...(formulas.length === parts.length
      ? { formula: combined(`(${formulas.map(({ expression }) => expression).join('+')})`, formulas) }
      : {}),
  };
  const trace = {
    label: first.key,
    rule: words.rule,
    substitution,
    result: plainValue(fact),
    cells,
    inputs: parts.map(traceOf),
  };
  return { ...fact, trace };
}

function byColumn(a: CellRef, b: CellRef): number {
  return a.column - b.column || a.row - b.row;
}
