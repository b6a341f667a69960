import { exact, maximum, rounded, type Exact } from '../money/exact.ts';
import { SCALED } from '../texts/scheme-texts.ts';
import type { Indicator, Scheme } from './scheme.ts';

/**
 * What an indicator is worth. Its rule speaks of its own weight (bands and items state points); where it took over the weight of
 * others that do not apply, what it earns is scaled to the weight in force.
 */
export interface Weighing {
  readonly own: Exact;
  readonly inForce: Exact;
}

/** A weight as a formula has it that is not the rule's own: a number or the cell it stands in, and the most that it can be. */
export interface WeightInForce {
  readonly expression: string;
  readonly most: Exact;
}

/** The weight that a rule's points have to be scaled to in a formula; undefined where they are those of the weight in force. */
export function scaledTo({ own, inForce }: Weighing): WeightInForce | undefined {
  return own.equals(inForce) ? undefined : { expression: inForce.toString(), most: inForce };
}

export function weighingOf(indicator: Indicator, inForce: Exact | undefined): Weighing {
  const own = exact(indicator.weight);
  return { own, inForce: inForce ?? own };
}

/** The score for the points that the rule gives, rounded half up once. */
export function scoreOf(points: Exact, { own, inForce }: Weighing, scheme: Scheme): Exact {
  return rounded(own.equals(inForce) ? points : points.mul(inForce).div(own), scheme.precision);
}

/** How the score came about, with the scaling where there is one. */
export function withScaling(substitution: string, { own, inForce }: Weighing): string {
  return own.equals(inForce) ? substitution : SCALED(substitution, own.toString(), inForce.toString());
}

/**
 * The rounded score as a spreadsheet expression over points that were computed from a value.
 *
 * Such points are off by up to 7E-16 of themselves, and a spreadsheet rounds half up what its 15 digits show; by this bound 9.85
 * may show as 9.84999999999999, though no such case was met. Rounding to as many decimals as leave the error behind meets the half
 * exactly. Points that truly lie below a half stay there for budgets up to 10亿元 at one decimal of the score; at two decimals and
 * weights of 10 and more, up to 1亿元. Beyond that, two amounts to the 分 can come closer to a half than this tells apart.
 */
export function scoreExpression(points: string, own: Exact, scaled: WeightInForce | undefined, scheme: Scheme): string {
  const whole = maximum(own, scaled?.most ?? own)
    .floor()
    .toString();
  return roundedExpression(`ROUND(${scaledExpression(points, own, scaled)},${String(14 - whole.length)})`, scheme);
}

/** The same over points that stand in cells or are sums of such: short decimals, which a spreadsheet rounds as they are. */
export function statedExpression(
  points: string,
  own: Exact,
  scaled: WeightInForce | undefined,
  scheme: Scheme,
): string {
  return scaled === undefined ? roundedExpression(points, scheme) : scoreExpression(points, own, scaled, scheme);
}

function scaledExpression(points: string, own: Exact, scaled: WeightInForce | undefined): string {
  return scaled === undefined ? points : `(${points})*${scaled.expression}/${own.toString()}`;
}

function roundedExpression(points: string, { precision }: Scheme): string {
  return `ROUND(${points},${String(precision)})`;
}
