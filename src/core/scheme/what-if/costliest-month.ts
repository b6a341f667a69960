import { monthRate, monthsOf } from '../../ledger/average-execution.ts';
import type { ChangedValue } from '../../ledger/changed-ledger.ts';
import type { Fact } from '../../ledger/fact.ts';
import { monthKey } from '../../ledger/keys.ts';
import { numberOf } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Exact } from '../../money/exact.ts';
import { measured } from '../measures/measured.ts';
import type { MeasureOf } from '../measures/measure-spec.ts';
import { inputNumber } from './input-number.ts';
import { smallest } from './search.ts';
import type { Trial } from './trial.ts';

/** The month whose progress cost an average the most. */
export interface CostliestMonth {
  readonly month: number;
  /** What was paid by its end. */
  readonly fact: Fact;
  readonly rate: Exact;
  /** The share of the year that had passed. */
  readonly schedule: Exact;
  /** What was short of the schedule, to the 分: with this much more paid by then the month is not behind. */
  readonly short: ChangedValue;
  /** By how much the measured value would rise with that alone (1 is 100%), and the score it would give. */
  readonly gain: Exact;
  readonly score: Exact | undefined;
}

/**
 * Puts each month on schedule by itself and takes the one that raises the average most, the earliest of equals. Undefined when no
 * month is behind.
 */
export function costliestMonth(
  ledger: Ledger,
  measure: MeasureOf<'average-execution'>,
  trial: Trial,
): CostliestMonth | undefined {
  const valueOf = (over: Ledger): Exact | undefined => {
    const outcome = measured(over, measure);
    return outcome.status === 'value' ? numberOf(outcome.value) : undefined;
  };
  const before = valueOf(ledger);
  let costliest: CostliestMonth | undefined;
  for (const month of monthsOf(measure.definition)) {
    const own = monthRate(ledger, measure.basis, month);
    const fact = ledger.get(monthKey(measure.basis, month, '累计支出数'));
    const number = fact && inputNumber(fact);
    if (own.status !== 'value' || fact === undefined || number === undefined || before === undefined) continue;
    const { rate, schedule } = own.value;
    if (rate.compare(schedule) >= 0) continue;
    const onTime = (change: bigint): boolean => {
      const paid = monthRate(trial.with(fact.key, number.valueAt(number.steps + change)), measure.basis, month);
      return paid.status === 'value' && paid.value.rate.compare(schedule) >= 0;
    };
    const change = smallest(onTime);
    if (change === undefined) continue;
    const after = trial.with(fact.key, number.valueAt(number.steps + change));
    const gain = valueOf(after)?.sub(before);
    if (gain === undefined || (costliest !== undefined && gain.compare(costliest.gain) <= 0)) continue;
    const short = number.valueAt(change);
    costliest = { month, fact, rate, schedule, short, gain, score: trial.score(after) };
  }
  return costliest;
}
