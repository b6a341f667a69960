import { exact, fixed, ratio, whole, type Exact } from '../money/exact.ts';
import { showRate } from '../money/prose.ts';
import { ALL_SOURCES, ELAPSED_SCHEDULE, PROGRESS_BASIS, PROGRESS_RULE } from '../texts/ledger-texts.ts';
import { monthRate } from './average-execution.ts';
import { combined } from './cell-formula.ts';
import { traceOf, type Fact } from './fact.ts';
import type { Basis } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { notApplicable, value, type Outcome } from './outcome.ts';
import type { Trace } from './trace.ts';

/** What the actual progress is held against: the share of the year that has passed, or one that somebody set. */
export type Schedule =
  { readonly kind: 'elapsed' } | { readonly kind: 'stated'; readonly share: string; readonly name: string };

export interface PaymentProgressSpec {
  readonly key: string;
  /** Whose money; all of it when left out. */
  readonly basis?: Basis | undefined;
  /** The month, from 1, at whose end the progress is looked at. */
  readonly month: number;
  readonly schedule: Schedule;
}

/**
 * 支付进度率 = 实际支付进度 (累计支出数 ÷ 预算数 at the end of a month) ÷ 既定支付进度. The budget is the one in force then, or 全年预算数
 * where none is stated.
 * @returns missing without payments or budget; not applicable when both are 0.
 */
export function paymentProgress(ledger: Ledger, spec: PaymentProgressSpec): Outcome<Fact> {
  const { key, month, schedule } = spec;
  const actual = monthRate(ledger, spec.basis, month);
  if (actual.status === 'not-applicable') return notApplicable(actual.why);
  if (actual.status !== 'value') return actual;
  const { fact, rate: reached } = actual.value;
  const scheduled = scheduledShare(schedule, month);
  const rate = reached.div(scheduled);
  const rule = PROGRESS_RULE(month, schedule.kind === 'elapsed' ? ELAPSED_SCHEDULE : schedule.name);
  const planned: Trace = {
    label: schedule.kind === 'elapsed' ? ELAPSED_SCHEDULE : schedule.name,
    rule: '',
    substitution: schedule.kind === 'elapsed' ? `${String(month)} ÷ 12` : '',
    result: showRate(scheduled),
    cells: [],
    inputs: [],
  };
  return value({
    key,
    value: { kind: 'rate', rate },
    unit: '%',
    basis: PROGRESS_BASIS(spec.basis ?? ALL_SOURCES, rule, showRate(scheduled)),
    cells: fact.cells,
    ...(fact.formula ? { formula: combined(`${fact.formula.expression}*${factorOf(scheduled)}`, [fact.formula]) } : {}),
    trace: {
      label: key,
      rule,
      substitution: `${showRate(reached)} ÷ ${showRate(scheduled)}`,
      result: showRate(rate),
      cells: fact.cells,
      inputs: [traceOf(fact), planned],
    },
  });
}

/** The share of the budget that should have been paid. A stated share is positive. */
export function scheduledShare(schedule: Schedule, month: number): Exact {
  return schedule.kind === 'elapsed' ? ratio(BigInt(month), 12n) : exact(schedule.share);
}

/** One over the scheduled share, written as a spreadsheet factor: `12/6`, `1/0.4`. */
function factorOf(scheduled: Exact): string {
  const inverse = whole(1).div(scheduled);
  return inverse.d === 1n ? fixed(inverse, 0) : `${String(inverse.n)}/${String(inverse.d)}`;
}
