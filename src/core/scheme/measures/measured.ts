import { averageExecution } from '../../ledger/average-execution.ts';
import { change } from '../../ledger/change.ts';
import type { Fact } from '../../ledger/fact.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { missing, type Outcome } from '../../ledger/outcome.ts';
import { paymentProgress } from '../../ledger/payment-progress.ts';
import { quotient } from '../../ledger/quotient.ts';
import { missingTargets } from '../../ledger/task-rates.ts';
import { expressionValue } from '../expression/expression-value.ts';
import type { MeasureSpec } from './measure-spec.ts';

/** The value of an indicator, as a fact of its own. */
export function measured(ledger: Ledger, measure: MeasureSpec): Outcome<Fact> {
  switch (measure.kind) {
    case 'ratio':
      return quotient(ledger, measure);
    case 'change':
      return change(ledger, measure);
    case 'payment-progress':
      return paymentProgress(ledger, measure);
    case 'average-execution':
      return averageExecution(ledger, measure);
    case 'expression':
      return expressionValue(ledger, measure);
    case 'fact': {
      const keys = missingTargets(ledger, measure.key);
      return keys.length > 0 ? missing(keys) : ledger.ask(measure.key);
    }
  }
}
