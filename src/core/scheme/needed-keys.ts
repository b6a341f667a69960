import { monthKey } from '../ledger/keys.ts';
import { keysIn } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import type { MeasureSpec } from './measures/measure-spec.ts';
import { combinedKind } from './rules/rules.ts';
import type { Indicator, Scheme } from './scheme.ts';

/** The keys of all facts that the indicators of a scheme are computed from. */
export function neededKeys({ indicators }: Scheme): ReadonlySet<string> {
  const measured = new Set(indicators.flatMap(({ name, measure }) => (measure === undefined ? [] : [name])));
  return new Set(indicators.flatMap((indicator) => keysOfIndicator(indicator, measured)));
}

/**
 * The keys that an indicator is computed from. What a combined rule looks at by the name of another indicator (`measured`) is that
 * indicator's measure; any other name is a fact.
 */
export function keysOfIndicator({ measure, rule }: Indicator, measured: ReadonlySet<string>): readonly string[] {
  const named = rule.kind === 'combination' ? combinedKind(rule).values(rule) : [];
  return [
    ...(measure === undefined ? [] : keysOf(measure)),
    ...named.filter((name) => name !== '' && !measured.has(name)),
  ];
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
