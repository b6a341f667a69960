import { numberOf, type Ledger } from '../../ledger/ledger.ts';
import { whole, type Exact } from '../../money/exact.ts';
import { called } from '../expression/compute-expression.ts';
import { partsOf, type Expression } from '../expression/expression.ts';

/** Which way a value goes when an input grows: not at all, with it, against it, or one way here and another there. */
export type Trend = 'still' | 'with' | 'against' | 'unclear';

/** How a value hangs on one input: a straight line through its present value, or only which way it goes. */
export type Shape =
  | { readonly kind: 'linear'; readonly at: Exact; readonly slope: Exact }
  | { readonly kind: 'trend'; readonly trend: Trend };

/** What moves when the input grows by 1 元 or by 1: the amounts over it, with how far; see `slopesOf`. */
export interface Moved {
  readonly key: string;
  readonly slopes: ReadonlyMap<string, bigint>;
}

const UNCLEAR: Shape = { kind: 'trend', trend: 'unclear' };

export function linear(at: Exact, slope: Exact = whole(0)): Shape {
  return { kind: 'linear', at, slope };
}

export function trendOf(shape: Shape): Trend {
  if (shape.kind === 'trend') return shape.trend;
  const sign = shape.slope.compare(0);
  return sign === 0 ? 'still' : sign > 0 ? 'with' : 'against';
}

/** Several trends at once: those that are still do not count. */
export function together(trends: readonly Trend[]): Trend {
  const moving = [...new Set(trends.filter((trend) => trend !== 'still'))];
  return moving.length === 0 ? 'still' : moving.length === 1 ? (moving[0] ?? 'still') : 'unclear';
}

export function opposite(trend: Trend): Trend {
  switch (trend) {
    case 'with':
      return 'against';
    case 'against':
      return 'with';
    case 'still':
    case 'unclear':
      return trend;
  }
}

/** The shape of a fact; a rate that follows from amounts has that of its quotient. Unclear when it is missing or text. */
export function factShape(ledger: Ledger, key: string, moved: Moved): Shape {
  const fact = ledger.get(key);
  const at = fact && numberOf(fact);
  if (fact === undefined || at === undefined) return UNCLEAR;
  if (key === moved.key) return linear(at, whole(1));
  switch (fact.derivation?.kind) {
    case 'quotient': {
      const { numerator, denominator } = fact.derivation.spec;
      return quotientShape(factShape(ledger, numerator, moved), factShape(ledger, denominator, moved), ledger, moved);
    }
    case 'targets':
      // More of an output reaches its target sooner; that of another direction does not count here.
      return { kind: 'trend', trend: moved.key.startsWith('产出.') ? 'with' : 'still' };
    case 'sum':
    case 'difference':
    case undefined:
      return linear(at, whole(moved.slopes.get(key) ?? 0n));
  }
}

/**
 * The shape of `above ÷ below`. Two straight lines give a curve that goes one way on each side of the point where the divisor is 0;
 * where the input, which is never negative, cannot lead there, its way is that of (slope × divisor − dividend × slope of divisor).
 */
export function quotientShape(above: Shape, below: Shape, ledger: Ledger, moved: Moved): Shape {
  if (below.kind === 'trend' || below.at.n === 0n) return UNCLEAR;
  if (below.slope.n === 0n) return scaled(above, whole(1).div(below.at));
  if (above.kind === 'trend') return UNCLEAR;
  const fact = ledger.get(moved.key);
  const input = fact && numberOf(fact);
  if (input === undefined || input.compare(0) < 0) return UNCLEAR;
  const atNothing = below.at.sub(below.slope.mul(input));
  const sameSide = below.slope.s === below.at.s && (atNothing.n === 0n || atNothing.s === below.at.s);
  const way = above.slope.mul(below.at).sub(above.at.mul(below.slope)).compare(0);
  if (way === 0) return linear(above.at.div(below.at));
  if (!sameSide || atNothing.n === 0n) return UNCLEAR;
  return { kind: 'trend', trend: way > 0 ? 'with' : 'against' };
}

/** The shape of a scheme's own formula. */
export function expressionShape(expression: Expression, ledger: Ledger, moved: Moved): Shape {
  const parts = partsOf(expression).map((part) => expressionShape(part, ledger, moved));
  const [left = UNCLEAR, right = UNCLEAR] = parts;
  switch (expression.kind) {
    case 'number':
      return linear(expression.number);
    case 'key':
      return factShape(ledger, expression.key, moved);
    case 'negated':
      return scaled(left, whole(-1));
    case 'call': {
      const still = parts.flatMap((part) => (part.kind === 'linear' && part.slope.n === 0n ? [part.at] : []));
      if (still.length === parts.length) return linear(called(expression.name, still));
      return { kind: 'trend', trend: together(parts.map(trendOf)) };
    }
    case 'operation':
      switch (expression.operator) {
        case '+':
          return added(left, right);
        case '-':
          return added(left, scaled(right, whole(-1)));
        case '*':
          if (right.kind === 'linear' && right.slope.n === 0n) return scaled(left, right.at);
          return left.kind === 'linear' && left.slope.n === 0n ? scaled(right, left.at) : UNCLEAR;
        case '/':
          return quotientShape(left, right, ledger, moved);
      }
  }
}

function added(one: Shape, other: Shape): Shape {
  if (one.kind === 'linear' && other.kind === 'linear') {
    return linear(one.at.add(other.at), one.slope.add(other.slope));
  }
  return { kind: 'trend', trend: together([trendOf(one), trendOf(other)]) };
}

function scaled(shape: Shape, by: Exact): Shape {
  if (shape.kind === 'linear') return linear(shape.at.mul(by), shape.slope.mul(by));
  const sign = by.compare(0);
  return { kind: 'trend', trend: sign === 0 ? 'still' : sign > 0 ? shape.trend : opposite(shape.trend) };
}
