import { monthsOf, monthTerms } from '../../ledger/average-execution.ts';
import type { Basis } from '../../ledger/keys.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { MeasureSpec } from '../measures/measure-spec.ts';
import {
  expressionShape,
  factShape,
  quotientShape,
  together,
  trendOf,
  type Moved,
  type Shape,
  type Trend,
} from './shape.ts';

/** Which way what an indicator measures goes when an input grows. */
export function measureTrend(ledger: Ledger, measure: MeasureSpec, moved: Moved): Trend {
  const quotient = (numerator: string, denominator: string): Shape =>
    quotientShape(factShape(ledger, numerator, moved), factShape(ledger, denominator, moved), ledger, moved);
  const month = (basis: Basis | undefined, number: number): Trend => {
    const { numerator, denominator } = monthTerms(ledger, basis, number);
    return trendOf(quotient(numerator, denominator));
  };
  switch (measure.kind) {
    case 'ratio':
      return trendOf(quotient(measure.numerator, measure.denominator));
    case 'change':
      // (current − previous) ÷ previous goes the way of current ÷ previous.
      return trendOf(quotient(measure.current, measure.previous));
    case 'payment-progress':
      return month(measure.basis, measure.month);
    case 'average-execution': {
      const months = together(monthsOf(measure.definition).map((number) => month(measure.basis, number)));
      return measure.definition === 'against-peers'
        ? trendOf(
            quotientShape({ kind: 'trend', trend: months }, factShape(ledger, measure.peers, moved), ledger, moved),
          )
        : months;
    }
    case 'fact':
      return trendOf(factShape(ledger, measure.key, moved));
    case 'expression': {
      const parsed = parseExpression(measure.formula);
      return parsed.status === 'fault' ? 'unclear' : trendOf(expressionShape(parsed.expression, ledger, moved));
    }
  }
}
