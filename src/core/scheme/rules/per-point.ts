import { exact, maximum, minimum, whole, type Exact } from '../../money/exact.ts';
import type { RuleOf } from '../scheme.ts';

/** Full marks up to the threshold; beyond it every step (usually 1 percentage point) costs a fixed deduction, down to 0. */
export function perPointScore(rule: RuleOf<'per-point'>, weight: Exact, rate: Exact): Exact {
  const threshold = exact(rule.threshold);
  const beyond = rule.direction === 'over' ? rate.sub(threshold) : threshold.sub(rate);
  const steps = maximum(whole(0), beyond).div(exact(rule.step));
  return minimum(weight, maximum(whole(0), weight.sub(countedSteps(rule, steps).mul(exact(rule.deduct)))));
}

function countedSteps(rule: RuleOf<'per-point'>, steps: Exact): Exact {
  switch (rule.partSteps) {
    case 'ignored':
      return whole(steps.n / steps.d);
    case 'as-whole':
      return whole((steps.n + steps.d - 1n) / steps.d);
    case 'pro-rata':
      return steps;
  }
}

/** The same as a spreadsheet expression. Steps are rounded to 9 decimals first, so that doubles do not tip a whole step. */
export function perPointFormula(rule: RuleOf<'per-point'>, weight: string, rate: string): string {
  const beyond = rule.direction === 'over' ? `${rate}-${rule.threshold}` : `${rule.threshold}-${rate}`;
  const steps = `ROUND(MAX(0,${beyond})/${rule.step},9)`;
  const counted = { ignored: `INT(${steps})`, 'as-whole': `ROUNDUP(${steps},0)`, 'pro-rata': steps }[rule.partSteps];
  return `MAX(0,${weight}-${counted}*${rule.deduct})`;
}
