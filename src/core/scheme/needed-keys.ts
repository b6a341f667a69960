import { monthKey } from '../ledger/keys.ts';
import { keysIn } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import type { MeasureSpec } from './measures/measure-spec.ts';
import type { Scheme } from './scheme.ts';

/** The keys of all facts that the indicators of a scheme are computed from. */
export function neededKeys({ indicators }: Scheme): ReadonlySet<string> {
  return new Set(indicators.flatMap(({ measure }) => (measure === undefined ? [] : keysOf(measure))));
}

function keysOf(measure: MeasureSpec): readonly string[] {
  switch (measure.kind) {
    case 'ratio':
      return [measure.numerator, measure.denominator];
    case 'change':
      return [measure.current, measure.previous];
    case 'payment-progress':
      return [monthKey(measure.basis, measure.month, '累计支出数'), monthKey(measure.basis, measure.month, '预算数')];
    case 'average-execution':
      return measure.definition === 'against-peers' ? [measure.peers] : [];
    case 'expression': {
      const parsed = parseExpression(measure.formula);
      return parsed.status === 'fault' ? [] : keysIn(parsed.expression);
    }
    case 'fact':
      return [measure.key];
  }
}
