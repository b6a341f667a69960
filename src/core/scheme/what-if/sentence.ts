import { plainValue, type Fact } from '../../ledger/fact.ts';
import type { ChangedValue } from '../../ledger/changed-ledger.ts';
import { condensedKeys } from '../../ledger/keys.ts';
import { fixed, trimmed } from '../../money/exact.ts';
import { showRate } from '../../money/prose.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { WHAT_IF } from '../../texts/what-if-texts.ts';
import { spoken } from '../../ledger/spoken.ts';
import type { IndicatorResult, Scorecard } from '../scorecard.ts';
import type { CostliestMonth } from './costliest-month.ts';
import { monthIn } from './limits.ts';
import type { Option, Step, WhatIf } from './what-if.ts';

/** An answer in words: amounts in 元 to the 分, because the last of them decides. */
export function whatIfSentence(answer: WhatIf, { score, weight }: IndicatorResult, { scheme }: Scorecard): string {
  switch (answer.kind) {
    case 'full-marks':
      return WHAT_IF.fullMarks;
    case 'not-applicable':
      return WHAT_IF.notApplicable;
    case 'missing':
      return WHAT_IF.missing(named(answer.keys));
    case 'judged':
      return WHAT_IF.judged;
    case 'given':
      return WHAT_IF.given(named(answer.keys));
    case 'unclear':
      return WHAT_IF.unclear(named(answer.keys));
    case 'out-of-reach':
      return (
        WHAT_IF.outOfReach(named(answer.keys), answer.keys.length > 1) +
        costliestWords(answer.costliest, scheme.precision)
      );
    case 'reachable': {
      const [first, ...others] = answer.options;
      const full = fixed(weight, scheme.precision);
      const from = score === undefined ? '' : fixed(score, scheme.precision);
      return [
        optionWords(first, from, full, scheme.precision),
        others.length === 0 ? '' : WHAT_IF.others(String(others.length)),
        costliestWords(answer.costliest, scheme.precision),
      ].join('');
    }
  }
}

function optionWords(option: Option, from: string, full: string, precision: number): string {
  const { next } = option;
  if (next === option.full) return WHAT_IF.toFull(actionWords(option, next), from, full);
  const first = WHAT_IF.toNext(actionWords(option, next), from, fixed(next.score, precision));
  return first + (option.full ? WHAT_IF.thenFull(actionWords(option, option.full), full) : WHAT_IF.notFull(full));
}

function actionWords({ fact, role, direction }: Option, { by, value }: Step): string {
  return WHAT_IF.action[role][direction]({
    name: spoken(fact.key),
    by: shown(fact, by),
    to: shown(fact, value),
    month: String(monthIn(fact.key)),
  });
}

function costliestWords(costliest: CostliestMonth | undefined, precision: number): string {
  if (costliest === undefined) return '';
  const { month, rate, schedule, short, fact, score } = costliest;
  const words = WHAT_IF.costliest({
    month: String(month),
    rate: showRate(rate),
    schedule: showRate(schedule),
    short: shown(fact, short),
  });
  return score === undefined ? `${words}。` : words + WHAT_IF.costliestScore({ score: fixed(score, precision) });
}

/** `43987.64元`, `3场` */
function shown(fact: Fact, value: ChangedValue): string {
  return value.kind === 'count'
    ? `${trimmed(value.count, 12)}${fact.unit}`
    : `${plainValue({ ...fact, value })}${fact.unit}`;
}

function named(keys: readonly string[]): string {
  return condensedKeys(keys).join(LIST_SEPARATOR);
}
