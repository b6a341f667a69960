import { monthsOf } from '../../ledger/average-execution.ts';
import { COUNTS, monthKey, outputKey, staffKey } from '../../ledger/keys.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { unmetTargets } from '../../ledger/task-rates.ts';
import { keysIn } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { MeasureSpec } from '../measures/measure-spec.ts';

/**
 * What a department does during the year, and can therefore still do more or less of. Everything else that a score hangs on is
 * given: budgets and their adjustments are decided by others and come first, amounts of the year before are past, and so are
 * those of the year's beginning; the number of posts, targets and what the bureau publishes are set for the department.
 */
export type InputRole =
  /** 决算数 of expenditure */
  | 'spent'
  /** 累计支出数 at the end of a month: more of it is money paid earlier */
  | 'paid-by-month'
  /** 决算数 of income */
  | 'received'
  /** what is left or in use at the end of the year */
  | 'stock'
  /** 实际值 of an output */
  | 'output'
  /** persons, vehicles, journeys, receptions */
  | 'count';

const COUNTED: ReadonlySet<string> = new Set<string>(COUNTS);
const POSTS = staffKey('编制');

/** What the fact of a key is to the department; undefined for what it cannot change any more. */
export function roleOf(key: string): InputRole | undefined {
  if (COUNTED.has(key)) return 'count';
  if (key.startsWith('人员.')) return key === POSTS ? undefined : 'count';
  const measure = key.slice(key.lastIndexOf('.') + 1);
  switch (measure) {
    case '决算数':
      return key.startsWith('收入.') ? 'received' : 'spent';
    case '累计支出数':
      return 'paid-by-month';
    case '年末数':
      return 'stock';
    case '实际值':
      return 'output';
    default:
      return undefined;
  }
}

/**
 * The facts that a measure counts, each once: what stands above a fraction, never what it is divided by, because a rate is raised
 * by what was done and not by a smaller plan. A formula of the scheme's own counts all that it names.
 */
export function countedKeys(ledger: Ledger, measure: MeasureSpec): readonly string[] {
  return [...new Set(counted(ledger, measure))];
}

function counted(ledger: Ledger, measure: MeasureSpec): readonly string[] {
  switch (measure.kind) {
    case 'ratio':
      return behind(ledger, measure.numerator);
    case 'change':
      return behind(ledger, measure.current);
    case 'payment-progress':
      return [monthKey(measure.basis, measure.month, '累计支出数')];
    case 'average-execution':
      return monthsOf(measure.definition).map((month) => monthKey(measure.basis, month, '累计支出数'));
    case 'fact':
      return behind(ledger, measure.key);
    case 'expression': {
      const parsed = parseExpression(measure.formula);
      return parsed.status === 'fault' ? [] : keysIn(parsed.expression).flatMap((key) => behind(ledger, key));
    }
  }
}

/** A derived rate is changed by what it counts; any other fact is changed itself. */
function behind(ledger: Ledger, key: string): readonly string[] {
  const derivation = ledger.get(key)?.derivation;
  switch (derivation?.kind) {
    case 'quotient':
      return behind(ledger, derivation.spec.numerator);
    case 'targets':
      return unmetTargets(ledger, key).map(({ output }) => outputKey(output, '实际值'));
    case 'sum':
    case 'difference':
    case undefined:
      return [key];
  }
}
