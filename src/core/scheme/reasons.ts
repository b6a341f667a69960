import { monthRate, slowestMonth } from '../ledger/average-execution.ts';
import { showFact, type Fact } from '../ledger/fact.ts';
import type { Basis } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { numberOf } from '../ledger/ledger.ts';
import { scheduledShare } from '../ledger/payment-progress.ts';
import { spoken } from '../ledger/spoken.ts';
import { unmetTargets } from '../ledger/task-rates.ts';
import { readNumber } from '../money/decimal.ts';
import { showAmount, showGrowth, showRate } from '../money/prose.ts';
import { ELAPSED_SCHEDULE } from '../texts/ledger-texts.ts';
import { REASONS } from '../texts/scheme-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { isMeasuredRule, measuredKind } from './rules/rules.ts';
import type { MeasureOf } from './measures/measure-spec.ts';
import type { Indicator } from './scheme.ts';

export interface Reason {
  readonly text: string;
  readonly cells: readonly CellRef[];
}

/** Why a measured indicator lost points, said with the figures that made it so. */
export function reasonFromFigures(ledger: Ledger, indicator: Indicator, fact: Fact): Reason {
  const { measure } = indicator;
  switch (measure?.kind) {
    case 'ratio':
      return {
        text: ratioReason(ledger, indicator, measure.numerator, measure.denominator, fact),
        cells: fact.cells,
      };
    case 'average-execution':
      return averageReason(ledger, measure.basis, fact);
    case 'fact': {
      const unmet = unmetTargets(ledger, measure.key);
      return unmet.length === 0
        ? { text: REASONS.rate({ name: indicator.name, rate: showFact(fact) }), cells: fact.cells }
        : { text: REASONS.targets(unmet), cells: unmet.flatMap(({ cells }) => cells) };
    }
    case 'change':
      return { text: changeReason(ledger, indicator, measure.previous, measure.current, fact), cells: fact.cells };
    case 'payment-progress':
      return { text: progressReason(ledger, indicator, measure, fact), cells: fact.cells };
    case 'expression':
      return { text: computedReason(indicator.name, fact), cells: fact.cells };
    case undefined:
      return { text: '', cells: [] };
  }
}

function computedReason(name: string, fact: Fact): string {
  const [rate, { basis }] = [showFact(fact), fact];
  return basis === '' ? REASONS.rate({ name, rate }) : REASONS.computed({ name, rate, basis });
}

function ratioReason(ledger: Ledger, indicator: Indicator, above: string, below: string, fact: Fact): string {
  const { name, rule } = indicator;
  const numerator = ledger.get(above);
  const denominator = ledger.get(below);
  if (numerator === undefined || denominator === undefined) return REASONS.rate({ name, rate: showFact(fact) });
  const words = {
    above: spoken(above),
    aboveAmount: showFact(numerator),
    below: spoken(below),
    belowAmount: showFact(denominator),
    rate: showFact(fact),
  };
  if (numerator.value.kind !== 'amount' || denominator.value.kind !== 'amount') return REASONS.ratio(words);
  const gap = denominator.value.fen - numerator.value.fen;
  // Money left over is a reason only where spending more would have earned the points.
  const moreIsBetter = isMeasuredRule(rule) && measuredKind(rule).better(rule) === 'more';
  return gap > 0n && moreIsBetter ? REASONS.unspent({ ...words, name, gap: showAmount(gap) }) : REASONS.ratio(words);
}

function changeReason(ledger: Ledger, { name }: Indicator, before: string, after: string, fact: Fact): string {
  const previous = ledger.get(before);
  const current = ledger.get(after);
  if (previous?.value.kind === 'amount' && current?.value.kind === 'amount') {
    const growth = showGrowth(previous.value.fen, current.value.fen);
    if (growth?.endsWith('%') === true) {
      return REASONS.change({
        after: spoken(after),
        afterAmount: showFact(current),
        before: spoken(before),
        beforeAmount: showFact(previous),
        growth,
      });
    }
  }
  return REASONS.computed({ name, rate: showFact(fact), basis: fact.basis });
}

function progressReason(
  ledger: Ledger,
  { name }: Indicator,
  { basis, month, schedule }: MeasureOf<'payment-progress'>,
  fact: Fact,
): string {
  const actual = monthRate(ledger, basis, month);
  if (actual.status !== 'value') return REASONS.rate({ name, rate: showFact(fact) });
  return REASONS.progress({
    money: basis ?? '',
    month: String(month),
    rate: showRate(actual.value.rate),
    schedule: schedule.kind === 'elapsed' ? ELAPSED_SCHEDULE : schedule.name,
    share: showRate(scheduledShare(schedule, month)),
  });
}

function averageReason(ledger: Ledger, basis: Basis, fact: Fact): Reason {
  let behind = 0;
  for (let month = 1; month <= 12; month++) {
    const outcome = monthRate(ledger, basis, month);
    if (outcome.status === 'value' && outcome.value.rate.compare(outcome.value.schedule) < 0) behind += 1;
  }
  const slowest = slowestMonth(ledger, basis);
  const rate = showFact(fact);
  const parts = [behind === 12 ? REASONS.averageAll({ rate }) : REASONS.average({ behind: String(behind), rate })];
  if (slowest !== undefined) {
    parts.push(
      REASONS.slowest({
        month: String(slowest.month),
        rate: showRate(numberOf(slowest.fact) ?? slowest.rate),
        schedule: showRate(slowest.schedule),
      }),
    );
  }
  return { text: parts.join('，'), cells: fact.cells };
}

/** True for words that say why; `无`, a dash or a lone full stop in the column for reasons say nothing. */
export function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && readNumber(text).kind !== 'none';
}
