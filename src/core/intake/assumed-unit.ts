import type { Fact } from '../ledger/fact.ts';
import { plainValue } from '../ledger/fact.ts';
import { AMOUNT_UNITS, fenPer, type AmountUnit } from '../money/amount.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import { TRIAL_UNIT } from './table-unit.ts';

/** The unit that other tables make the only likely one, and by which amounts. */
export interface AssumedUnit {
  readonly unit: AmountUnit;
  /** What both tables state: a key, and the amount in 元 as the other table has it. */
  readonly evidence: { readonly key: string; readonly amount: string };
  /** The amount in the table itself, then in the other one. */
  readonly cells: readonly CellRef[];
}

/** Amounts that must be one: as read in the trial unit (several readings where it is open which one counts), and as stated elsewhere. */
interface Shared {
  readonly key: string;
  readonly readings: readonly { readonly fen: bigint; readonly quantum: bigint }[];
  readonly cells: readonly CellRef[];
  readonly known: Fact;
}

/**
 * Judges the unit of a table by what it shares with tables that state theirs: some amount that is not 0 must be the same at exactly
 * one unit, within the steps in which both are stated, and no shared amount may differ at that unit. Each key is looked up once.
 * @param trial the table read in the trial unit
 * @param stated what the tables with units say
 */
export function assumedUnit(trial: Collector, stated: Collector): AssumedUnit | undefined {
  const shared = [...sharedFacts(trial, stated), ...sharedSeries(trial, stated), ...sharedLists(trial, stated)];
  const fits = AMOUNT_UNITS.flatMap((unit) => {
    if (!shared.every((one) => differenceAt(one, unit) !== undefined)) return [];
    const evidence = shared.find((one) => isEvidence(one, unit));
    return evidence === undefined ? [] : [{ unit, evidence }];
  });
  const [only] = fits;
  if (only === undefined || fits.length > 1) return undefined;
  const { unit, evidence } = only;
  return {
    unit,
    evidence: { key: evidence.key, amount: `${plainValue(evidence.known)}${evidence.known.unit}` },
    cells: [...evidence.cells, ...evidence.known.cells],
  };
}

/** Steps are coarse where few digits are stated: only amounts that differ by less than a hundredth show a unit. */
const NEAR = 100n;

function isEvidence(shared: Shared, unit: AmountUnit): boolean {
  const { value } = shared.known;
  const difference = differenceAt(shared, unit);
  if (value.kind !== 'amount' || value.fen === 0n || difference === undefined) return false;
  const size = (value.fen < 0n ? -value.fen : value.fen) * fenPer(TRIAL_UNIT);
  return NEAR * difference <= size;
}

/**
 * By how much the readings at a unit miss the known amount, in 分 times the trial unit so that nothing is rounded.
 * @returns undefined when even the nearest misses it by more than the steps in which both are stated
 */
function differenceAt({ readings, known }: Shared, unit: AmountUnit): bigint | undefined {
  const { value } = known;
  if (value.kind !== 'amount') return undefined;
  const [per, trialPer] = [fenPer(unit), fenPer(TRIAL_UNIT)];
  let nearest: bigint | undefined;
  for (const { fen, quantum } of readings) {
    const apart = fen * per - value.fen * trialPer;
    const difference = apart < 0n ? -apart : apart;
    const step = quantum * per > trialPer ? quantum * per : trialPer;
    if (2n * difference > step + value.quantum * trialPer) continue;
    if (nearest === undefined || difference < nearest) nearest = difference;
  }
  return nearest;
}

function sharedFacts(trial: Collector, stated: Collector): readonly Shared[] {
  return [...trial.facts.values()].flatMap(({ key, value, cells }) => {
    const known = stated.facts.get(key);
    if (value.kind !== 'amount' || known?.value.kind !== 'amount') return [];
    return [{ key, readings: [value], cells, known }];
  });
}

/** The last month of a series, or all its months together, is the year's amount. */
function sharedSeries(trial: Collector, stated: Collector): readonly Shared[] {
  return trial.series.flatMap(({ annualKey, months, stated: mode }) => {
    const known = stated.facts.get(annualKey);
    const facts = months.filter((fact) => fact !== undefined);
    const amounts = facts.flatMap(({ value }) => (value.kind === 'amount' ? [value] : []));
    const last = amounts.at(-1);
    if (known?.value.kind !== 'amount' || last === undefined || months[11] === undefined) return [];
    const sum = amounts.reduce((all, { fen, quantum }) => ({ fen: all.fen + fen, quantum: all.quantum + quantum }), {
      fen: 0n,
      quantum: 0n,
    });
    const readings = mode === 'cumulative' ? [last] : mode === 'per-month' ? [sum] : [last, sum];
    return [{ key: annualKey, readings, cells: facts.flatMap(({ cells }) => cells), known }];
  });
}

/** All records of a list together make an amount of the year. */
function sharedLists(trial: Collector, stated: Collector): readonly Shared[] {
  return trial.lists.flatMap(({ annualKey, total, cells }) => {
    const known = stated.facts.get(annualKey);
    if (known?.value.kind !== 'amount' || total === undefined) return [];
    return [{ key: annualKey, readings: [total], cells: [cells], known }];
  });
}
