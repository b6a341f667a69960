import { monthRate } from '../../core/ledger/average-execution.ts';
import { BASES } from '../../core/ledger/keys.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { asDouble } from '../../core/money/exact.ts';
import { showRate } from '../../core/money/prose.ts';
import { placesOf, type Place } from './place.ts';

/** How far a month's end was from the schedule: the share of the year's budget that was spent by then, and of the year that had passed. */
export interface MonthView {
  readonly month: number;
  /** 1 = 100%, for drawing; what is read is the text. */
  readonly rate: number;
  readonly schedule: number;
  readonly rateText: string;
  readonly scheduleText: string;
  readonly basis: string;
  readonly places: readonly Place[];
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The months that have a rate, of the source of money with the most of them; the narrower source first on a tie. */
export function monthViews(ledger: Ledger): readonly MonthView[] {
  const series = (['一般公共预算', '财政拨款', undefined, ...BASES] as const).map((basis) =>
    MONTHS.flatMap((month): readonly MonthView[] => {
      const outcome = monthRate(ledger, basis, month);
      if (outcome.status !== 'value') return [];
      const { rate, schedule, fact } = outcome.value;
      return [
        {
          month,
          rate: asDouble(rate),
          schedule: asDouble(schedule),
          rateText: showRate(rate),
          scheduleText: showRate(schedule),
          basis: fact.basis,
          places: placesOf(fact.cells),
        },
      ];
    }),
  );
  return series.reduce((best, one) => (one.length > best.length ? one : best), []);
}
