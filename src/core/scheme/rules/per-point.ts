import { exact, maximum, trimmed, whole, type Exact } from '../../money/exact.ts';
import { showRate } from '../../money/prose.ts';
import { SUBSTITUTIONS } from '../../texts/scheme-texts.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

/** Full marks up to the threshold; beyond it every step (usually 1 percentage point) costs a fixed deduction, down to 0. */
export function scorePerPoint(rule: RuleOf<'per-point'>, weight: Exact, rate: Exact): RuleTrace {
  const threshold = exact(rule.threshold);
  const beyond = maximum(whole(0), rule.direction === 'over' ? rate.sub(threshold) : threshold.sub(rate));
  const steps = countedSteps(rule, beyond.div(exact(rule.step)));
  return {
    points: maximum(whole(0), weight.sub(steps.mul(exact(rule.deduct)))),
    substitution: SUBSTITUTIONS.perPoint(rule.direction, showRate(beyond), trimmed(steps, 4), rule.deduct),
  };
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
