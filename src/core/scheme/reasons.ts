import { monthRate, slowestMonth } from '../ledger/average-execution.ts';
import { showFact, type Fact } from '../ledger/fact.ts';
import type { Basis } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { numberOf } from '../ledger/ledger.ts';
import { unmetTargets } from '../ledger/task-rates.ts';
import { readNumber } from '../money/decimal.ts';
import { showAmount, showRate } from '../money/prose.ts';
import { REASONS } from '../texts/scheme-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { isMeasuredRule, measuredKind } from './rules/rules.ts';
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
    case 'payment-progress':
    case 'expression':
      return {
        text: REASONS.computed({ name: indicator.name, rate: showFact(fact), basis: fact.basis }),
        cells: fact.cells,
      };
    case undefined:
      return { text: '', cells: [] };
  }
}

function ratioReason(ledger: Ledger, indicator: Indicator, above: string, below: string, fact: Fact): string {
  const { name, rule } = indicator;
  const numerator = ledger.get(above);
  const denominator = ledger.get(below);
  if (numerator?.value.kind !== 'amount' || denominator?.value.kind !== 'amount') {
    return REASONS.rate({ name, rate: showFact(fact) });
  }
  const words = {
    above: spoken(above),
    aboveAmount: showFact(numerator),
    below: spoken(below),
    belowAmount: showFact(denominator),
    rate: showFact(fact),
  };
  const gap = denominator.value.fen - numerator.value.fen;
  // Money left over is a reason only where spending more would have earned the points.
  const moreIsBetter = isMeasuredRule(rule) && measuredKind(rule).better(rule) === 'more';
  return gap > 0n && moreIsBetter ? REASONS.unspent({ ...words, name, gap: showAmount(gap) }) : REASONS.ratio(words);
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
  return { text: parts.join('；'), cells: fact.cells };
}

/** True for words that say why; `无`, a dash or a lone full stop in the column for reasons say nothing. */
export function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && readNumber(text).kind !== 'none';
}

/** A key as it is said in a sentence: `财政拨款.决算数` → `财政拨款决算数`. */
export function spoken(key: string): string {
  return key.replaceAll('.', '');
}
