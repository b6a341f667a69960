import type { Fact } from '../../ledger/fact.ts';
import { numberOf, type Ledger } from '../../ledger/ledger.ts';
import { all, missing, value, type Outcome } from '../../ledger/outcome.ts';
import { rateFact } from '../../ledger/quotient.ts';
import { showCount } from '../../money/prose.ts';
import { UNREADABLE } from '../../texts/expression-texts.ts';
import { computeExpression } from './compute-expression.ts';
import { keysIn } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

/** A scheme's own measure. */
export interface ExpressionSpec {
  readonly key: string;
  readonly formula: string;
  /** `%` for a rate (1 is 100%), otherwise what the number counts. */
  readonly unit: string;
  readonly basis: string;
}

/**
 * The value of a scheme's own formula as a fact with its trace and its spreadsheet formula. @returns missing with the keys that are
 * absent or hold text, or with the formula itself when it cannot be read.
 */
export function expressionValue(ledger: Ledger, spec: ExpressionSpec): Outcome<Fact> {
  const parsed = parseExpression(spec.formula);
  if (parsed.status === 'fault') return missing([UNREADABLE(spec.formula)]);
  const keys = keysIn(parsed.expression);
  const asked = all(keys.map((key) => ledger.ask(key)));
  if (asked.status !== 'value') return asked;
  const inputs = asked.value;
  const texts = inputs.filter((fact) => numberOf(fact) === undefined);
  if (texts.length > 0) return missing(texts.map(({ key }) => key));
  const computed = computeExpression(parsed.expression, new Map(inputs.map((fact) => [fact.key, fact])));
  if (computed.status !== 'value') return computed;
  const { number, formula, substitution } = computed.value;
  const fact = rateFact(spec, { rate: number, formula }, inputs, { rule: spec.formula, substitution });
  if (spec.unit === '%') return value(fact);
  const result = showCount(number, spec.unit);
  return value({
    ...fact,
    value: { kind: 'count', count: number, wording: '' },
    unit: spec.unit,
    ...(fact.trace ? { trace: { ...fact.trace, result } } : {}),
  });
}
