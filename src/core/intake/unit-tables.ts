import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { READING } from '../texts/intake-texts.ts';
import { MAPPING_CHOICES } from '../texts/mapping-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector, MonthSeries } from './collector.ts';
import { UnitFacts } from './unit-facts.ts';

/** One table once it is read, while others may show that it speaks of one unit only. */
export interface ReadTable {
  readonly form: string;
  readonly sheet: string;
  /** Where the table begins. */
  readonly place: CellRef;
  /** What the table says. */
  readonly table: Collector;
  /** A department may have one such table for each of its units. */
  readonly perUnit: boolean;
}

type Amounts = ReadonlyMap<string, { readonly fen: bigint; readonly quantum: bigint }>;

/** What becomes of tables that speak of several units. */
interface Decision {
  /** The tables that are used as they are. */
  readonly used: readonly ReadTable[];
  /** Why the others are not. */
  readonly reason: string;
  /** True when the amounts of all of them are added up instead. */
  readonly addUp: boolean;
}

/**
 * Takes over what was read from tables, in their order. Tables of one form that disagree throughout are those of several units: one
 * that is the sum of the others is used alone; otherwise they are added up or one is chosen, which only a person can say.
 */
export function absorbTables(tables: readonly ReadTable[], collector: Collector): void {
  const amounts = new Map(tables.map((one) => [one, one.perUnit ? amountsOf(one) : new Map<never, never>()]));
  const decisions = new Map<ReadTable, Decision>();
  const groups = new Map<ReadTable, readonly ReadTable[]>();
  for (const form of new Set(tables.flatMap((one) => (one.perUnit ? [one.form] : [])))) {
    const same = tables.filter((one) => one.perUnit && one.form === form);
    for (const group of disagreeing(same, amounts)) {
      const decision = decide(group, amounts, collector);
      for (const one of group) decisions.set(one, decision);
      const [first] = group;
      if (first !== undefined) groups.set(first, group);
    }
  }
  for (const one of tables) {
    const decision = decisions.get(one);
    if (decision === undefined || decision.used.includes(one)) {
      collector.absorb(one.table);
      continue;
    }
    collector.absorbRemarks(one.table);
    const group = groups.get(one);
    if (decision.addUp) {
      if (group !== undefined) addUp(group, collector);
      continue;
    }
    one.table.log.skip(factCells(one), decision.reason);
    one.table.log.facts = 0;
  }
}

/** The amounts of a table by key: its facts, and months that may or may not accumulate. */
function amountsOf({ table }: ReadTable): Amounts {
  const amounts = new Map<string, { fen: bigint; quantum: bigint }>();
  const add = (key: string, fact: Fact | undefined): void => {
    if (fact?.value.kind === 'amount') amounts.set(key, fact.value);
  };
  for (const fact of table.facts.values()) add(fact.key, fact);
  for (const series of table.series) {
    for (const [index, fact] of series.months.entries()) add(series.keyOf(index + 1), fact);
  }
  return amounts;
}

/** The groups of tables in which each disagrees throughout with some other. */
function disagreeing(
  tables: readonly ReadTable[],
  amounts: ReadonlyMap<ReadTable, Amounts>,
): readonly (readonly ReadTable[])[] {
  let groups: readonly (readonly ReadTable[])[] = [];
  for (const one of tables) {
    const isRelated = (group: readonly ReadTable[]): boolean =>
      group.some((other) => disagree(amounts.get(one), amounts.get(other)));
    const related = groups.filter(isRelated);
    groups = [...groups.filter((group) => !related.includes(group)), [...related.flat(), one]];
  }
  return groups.filter((group) => group.length > 1);
}

/** One amount told twice is a mistake; when most of what two tables share differs they speak of different things. */
function disagree(a: Amounts = new Map(), b: Amounts = new Map()): boolean {
  let shared = 0;
  let different = 0;
  for (const [key, amount] of a) {
    const other = b.get(key);
    if (other === undefined || (amount.fen === 0n && other.fen === 0n)) continue;
    shared += 1;
    if (!isNear(amount.fen - other.fen, amount.quantum + other.quantum)) different += 1;
  }
  return different >= 2 && 2 * different > shared;
}

function isNear(difference: bigint, quantum: bigint): boolean {
  return 2n * (difference < 0n ? -difference : difference) <= quantum;
}

function decide(group: readonly ReadTable[], amounts: ReadonlyMap<ReadTable, Amounts>, collector: Collector): Decision {
  const [summary, another] = group.filter((one) => isSumOfOthers(one, group, amounts));
  if (summary !== undefined && another === undefined) {
    return { used: [summary], reason: READING.inSummary, addUp: false };
  }
  const form = group[0]?.form ?? '';
  const sheets = [...new Set(group.map(({ sheet }) => sheet))];
  const cells = group.map(({ place }) => place);
  const alternatives = [MAPPING_CHOICES.addUp, ...sheets];
  const answer = collector.ask({ about: '单位关系', label: form, form, alternatives, cells }, (choice) =>
    alternatives.find((known) => known === choice),
  );
  switch (answer.kind) {
    case 'left-out':
      return { used: [], reason: READING.notUsed, addUp: false };
    case 'chosen':
      return answer.means === MAPPING_CHOICES.addUp
        ? { used: [], reason: '', addUp: true }
        : { used: group.filter(({ sheet }) => sheet === answer.means), reason: READING.otherUnit, addUp: false };
    case 'open':
      collector.report(finding('unit-tables-unclear', { form, sheets: sheets.join(LIST_SEPARATOR) }, cells));
      return { used: [], reason: READING.unclearUnits, addUp: false };
  }
}

/** True for a table all of whose amounts are the sums of what the others state under the same keys. */
function isSumOfOthers(one: ReadTable, group: readonly ReadTable[], amounts: ReadonlyMap<ReadTable, Amounts>): boolean {
  const others = group.filter((other) => other !== one).map((other) => amounts.get(other));
  if (others.length < 2) return false;
  let sums = 0;
  for (const [key, { fen, quantum }] of amounts.get(one) ?? []) {
    const parts = others.flatMap((other) => other?.get(key) ?? []);
    if (parts.length === 0) continue;
    const sum = parts.reduce((total, part) => total + part.fen, 0n);
    const tolerance = parts.reduce((total, part) => total + part.quantum, quantum);
    if (!isNear(sum - fen, tolerance)) return false;
    if (parts.length > 1 && fen !== 0n) sums += 1;
  }
  return sums >= 2;
}

/** Adds the tables of all units up, each amount that all of them state; told as from the first table. */
function addUp(group: readonly ReadTable[], collector: Collector): void {
  const [first] = group;
  if (first === undefined) return;
  collector.log = first.table.log;
  for (const { table } of group) table.log.facts = 0;
  const facts = new UnitFacts();
  for (const { table, sheet } of group) {
    for (const fact of table.facts.values()) facts.add({ kind: 'unit', name: sheet }, fact, collector);
  }
  for (const fact of facts.summed(collector)) collector.fact(fact);
  for (const series of first.table.series) {
    const parts = group.flatMap(({ table }) => table.series.find((other) => other.keyOf(1) === series.keyOf(1)) ?? []);
    if (parts.length === group.length) collector.series.push(summedSeries(series, parts, collector));
  }
}

/** Months are added up where every unit states them. */
function summedSeries(series: MonthSeries, parts: readonly MonthSeries[], collector: Collector): MonthSeries {
  const modes = new Set(parts.map(({ stated }) => stated));
  const months = series.months.map((_, index) => {
    const facts = parts.flatMap(({ months: own }) => own[index] ?? []);
    if (facts.length < parts.length) return undefined;
    const units = new UnitFacts();
    for (const [unit, fact] of facts.entries()) units.add({ kind: 'unit', name: String(unit) }, fact, collector);
    return units.summed(collector)[0];
  });
  return { ...series, stated: modes.size === 1 ? series.stated : undefined, months };
}

function factCells({ table }: ReadTable): readonly CellRef[] {
  return [
    ...[...table.facts.values()].flatMap(({ cells }) => cells),
    ...table.series.flatMap(({ months }) => months.flatMap((fact) => fact?.cells ?? [])),
  ];
}
