import { averageExecution } from '../ledger/average-execution.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { missing, type Outcome } from '../ledger/outcome.ts';
import { quotient } from '../ledger/quotient.ts';
import { missingTargets } from '../ledger/task-rates.ts';
import type { MeasureSpec } from './scheme.ts';

/** The value of an indicator, as a fact of its own. */
export function measured(ledger: Ledger, measure: MeasureSpec): Outcome<Fact> {
  switch (measure.kind) {
    case 'ratio':
      return quotient(ledger, measure);
    case 'average-execution':
      return averageExecution(ledger, measure);
    case 'fact': {
      const keys = missingTargets(ledger, measure.key);
      return keys.length > 0 ? missing(keys) : ledger.ask(measure.key);
    }
  }
}
