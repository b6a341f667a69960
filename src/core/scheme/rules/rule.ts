import type { Exact } from '../../money/exact.ts';
import { RULE_WORDS } from '../../texts/scheme-texts.ts';
import type { Rule, RuleOf } from '../scheme.ts';
import { bandFormula, scoreBands } from './bands.ts';
import { perPointFormula, scorePerPoint } from './per-point.ts';
import { proportionalFormula, scoreProportional } from './proportional.ts';
import type { RuleTrace } from './rule-trace.ts';

/** The rules that turn a rate into points by themselves. */
export type MeasuredRule = RuleOf<'proportional'> | RuleOf<'per-point'> | RuleOf<'bands'>;

export function isMeasuredRule(rule: Rule): rule is MeasuredRule {
  return rule.kind === 'proportional' || rule.kind === 'per-point' || rule.kind === 'bands';
}

/** The unrounded points for a rate and how they came about; undefined when the rule says nothing about it. */
export function scoreRate(rule: MeasuredRule, weight: Exact, rate: Exact): RuleTrace | undefined {
  switch (rule.kind) {
    case 'proportional':
      return scoreProportional(rule, weight, rate);
    case 'per-point':
      return scorePerPoint(rule, weight, rate);
    case 'bands':
      return scoreBands(rule, rate);
  }
}

/** The unrounded points as a spreadsheet expression over a rate. */
export function measuredFormula(rule: MeasuredRule, weight: string, rate: string): string {
  switch (rule.kind) {
    case 'proportional':
      return proportionalFormula(rule, weight, rate);
    case 'per-point':
      return perPointFormula(rule, weight, rate);
    case 'bands':
      return bandFormula(rule, rate);
  }
}

/** The rule in words. */
export function describeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'proportional':
      return RULE_WORDS.proportional(rule);
    case 'per-point':
      return RULE_WORDS.perPoint(rule);
    case 'bands':
      return RULE_WORDS.bands(rule);
    case 'checklist':
      return RULE_WORDS.checklist(rule);
    case 'count-deduct':
      return RULE_WORDS.countDeduct(rule);
    case 'graded':
      return RULE_WORDS.graded(rule);
  }
}
