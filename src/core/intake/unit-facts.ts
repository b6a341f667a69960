import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { showAmount } from '../money/prose.ts';
import { UNIT_PARTS } from '../texts/intake-texts.ts';
import { DERIVED_SUM } from '../texts/ledger-texts.ts';
import { MAPPING_CHOICES } from '../texts/mapping-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import type { UnitName } from './unit-names.ts';

/** Amounts that several units state under one key, and what the department's own row states. */
interface Amounts {
  readonly units: Map<string, Fact>;
  all: Fact | undefined;
}

/** Amounts of several units in one table, by key. */
export class UnitFacts {
  readonly #byKey = new Map<string, Amounts>();
  readonly #units = new Set<string>();
  #hasAll = false;

  /** A unit that states one amount in two ways is told twice, like anything else. */
  add(unit: UnitName, fact: Fact, collector: Collector): void {
    const amounts = this.#byKey.get(fact.key) ?? { units: new Map<string, Fact>(), all: undefined };
    this.#byKey.set(fact.key, amounts);
    const known = unit.kind === 'all' ? amounts.all : amounts.units.get(unit.name);
    if (known !== undefined) {
      if (plainValue(known) !== plainValue(fact)) {
        const params = { key: fact.key, first: withUnit(known), second: withUnit(fact) };
        collector.report(finding('told-twice', params, [...known.cells, ...fact.cells]));
      }
      return;
    }
    if (unit.kind === 'all') {
      amounts.all = fact;
      this.#hasAll = true;
    } else {
      amounts.units.set(unit.name, fact);
      this.#units.add(unit.name);
    }
  }

  /**
   * The amounts of the department: what its own row states, checked against its units, or else their sum. Without such a row the sum
   * is told, and a person can choose one unit instead.
   * @param label by what the table is known to people
   * @param cells where the units stand
   */
  used(label: string, form: string, cells: readonly CellRef[], collector: Collector): readonly Fact[] {
    const units = [...this.#units];
    if (units.length < 2) {
      return [...this.#byKey.values()].flatMap(({ all, units: own }) => all ?? [...own.values()]);
    }
    if (!this.#hasAll) {
      const alternatives = [MAPPING_CHOICES.addUp, ...units];
      const decision = collector.ask({ about: '单位关系', label, form, alternatives, cells }, (choice) =>
        alternatives.find((known) => known === choice),
      );
      if (decision.kind === 'left-out') return [];
      if (decision.kind === 'chosen' && decision.means !== MAPPING_CHOICES.addUp) {
        return [...this.#byKey.values()].flatMap(({ units: own }) => own.get(decision.means) ?? []);
      }
      if (decision.kind === 'open') {
        collector.report(finding('units-added-up', { units: units.join(LIST_SEPARATOR) }, cells));
      }
    }
    return this.summed(collector);
  }

  /** The amounts of the department's own row, and the sums of what all units state. */
  summed(collector: Collector): readonly Fact[] {
    const facts: Fact[] = [];
    const incomplete: { readonly key: string; readonly cells: readonly CellRef[] }[] = [];
    for (const [key, { units, all }] of this.#byKey) {
      const parts = [...units.values()];
      const isWhole = parts.length === this.#units.size;
      if (all !== undefined) {
        facts.push(all);
        if (isWhole) reportDifference(all, parts, collector);
      } else if (isWhole || isOwn(key)) facts.push(sumOf(key, parts));
      else incomplete.push({ key, cells: parts.flatMap(({ cells }) => cells) });
    }
    if (incomplete.length > 0) {
      const keys = incomplete.map(({ key }) => key).join(LIST_SEPARATOR);
      const cells = incomplete.flatMap((one) => one.cells);
      collector.report(finding('units-incomplete', { keys }, cells));
    }
    return facts;
  }
}

/** Projects belong to single units; everything else all units have. */
function isOwn(key: string): boolean {
  return /(^|\.)项目\./.test(key);
}

/** The sum of what units state under one key. */
export function sumOf(key: string, parts: readonly Fact[]): Fact {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return derivedAmount({
    key,
    basis: only?.basis ?? '',
    parts,
    operation: 'sum',
    rule: UNIT_PARTS,
    substitution: DERIVED_SUM(parts.map(plainValue)),
  });
}

/** Half a step of every amount is the tolerance, so rounding alone is no difference. */
function reportDifference(all: Fact, parts: readonly Fact[], collector: Collector): void {
  const sum = sumOf(all.key, parts);
  if (all.value.kind !== 'amount' || sum.value.kind !== 'amount') return;
  const difference = sum.value.fen > all.value.fen ? sum.value.fen - all.value.fen : all.value.fen - sum.value.fen;
  if (2n * difference <= all.value.quantum + sum.value.quantum) return;
  const params = {
    totalName: all.key,
    total: showAmount(all.value.fen, '元'),
    partsName: UNIT_PARTS,
    parts: showAmount(sum.value.fen, '元'),
    difference: showAmount(difference, '元'),
  };
  collector.report(finding('parts-differ', params, [...all.cells, ...parts.flatMap(({ cells }) => cells)]));
}

function withUnit(fact: Fact): string {
  return `${plainValue(fact)}${fact.unit}`;
}
