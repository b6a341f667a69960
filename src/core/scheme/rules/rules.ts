import { z } from 'zod';
import { sameLabel } from '../../workbook/labels.ts';
import type { Exact } from '../../money/exact.ts';
import { checklist, checklistSchema } from './checklist/checklist.ts';
import { combination, combinationSchema } from './combination/combination.ts';
import { countDeduct, countDeductSchema } from './count-deduct/count-deduct.ts';
import { graded, gradedSchema } from './graded/graded.ts';
import { MEASURED, measuredSchemas, type MeasuredRule } from './measured-rules.ts';
import { notAllowed, type Parsed } from './parsed.ts';
import type { CombinedKind, JudgedKind, MeasuredKind } from './rule-kind.ts';

export { measuredKind, type MeasuredRule } from './measured-rules.ts';

/**
 * Every rule that a scheme may use. A new one is a folder, a line among the schemas and a line among the kinds (those over one
 * value in measured-rules.ts).
 */
export const ruleSchema = z.discriminatedUnion('kind', [
  ...measuredSchemas,
  combinationSchema,
  checklistSchema,
  countDeductSchema,
  gradedSchema,
]);

const COMBINED = { combination } as const;
const JUDGED = { checklist, 'count-deduct': countDeduct, graded } as const;

export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;
/** The rules over several values. */
export type CombinedRule = RuleOf<keyof typeof COMBINED>;
/** The rules that people answer. */
export type JudgedRule = Exclude<Rule, MeasuredRule | CombinedRule>;

type AnyKind = MeasuredKind<Rule> | CombinedKind<Rule> | JudgedKind<Rule>;

const KINDS: Readonly<Record<Rule['kind'], AnyKind>> = { ...MEASURED, ...COMBINED, ...JUDGED };

/** True for a rule over one value; one over several is none of these. */
export function isMeasuredRule(rule: Rule): rule is MeasuredRule {
  return KINDS[rule.kind].asks === 'value';
}

/** True for a rule that people answer, false for one that only the ledger's values decide. */
export function isJudgedRule(rule: Rule): rule is JudgedRule {
  return KINDS[rule.kind].asks === 'people';
}

/** What the kind of a rule over several values brings with it. */
export function combinedKind(rule: CombinedRule): CombinedKind<CombinedRule> {
  return COMBINED[rule.kind];
}

/** What the kind of a judged rule brings with it. */
export function judgedKind(rule: JudgedRule): JudgedKind<JudgedRule> {
  return JUDGED[rule.kind];
}

/** The rule in words. */
export function describeRule(rule: Rule): string {
  return kindOf(rule).explain(rule);
}

/** 评分方式 of a rule, for the sheet 指标体系. */
export function ruleName(rule: Rule): string {
  return kindOf(rule).name;
}

/** Every 评分方式, in the order of the list. */
export const RULE_NAMES: readonly string[] = Object.values(KINDS).map(({ name }) => name);

/** The text of the cell 参数. */
export function printParameters(rule: Rule): string {
  return kindOf(rule).printParameters(rule);
}

/** The rule of a 评分方式 and its 参数; undefined when there is no such 评分方式 (`RULE_NAMES` has those that there are). */
export function parseRule(name: string, parameters: string): Parsed<Rule> | undefined {
  const kind = Object.values(KINDS).find((one) => sameLabel(one.name, name));
  if (kind === undefined) return undefined;
  const read = kind.parseParameters(parameters);
  if (read.status === 'problem') return read;
  const checked = ruleSchema.safeParse(read.rule);
  if (checked.success) return { status: 'rule', rule: checked.data };
  const faults = checked.error.issues.map(({ message }) => message);
  return notAllowed(parameters, [...faults, kind.allowed].join('；'));
}

/** The most points that a rule names itself, which its indicator's weight must hold; undefined when only the weight says it. */
export function mostPoints(rule: Rule): Exact | undefined {
  return kindOf(rule).most?.(rule);
}

/** True when the rule names points of its own, which hold for one weight only. */
export function namesPoints(rule: Rule): boolean {
  return kindOf(rule).namesPoints(rule);
}

function kindOf(rule: Rule): AnyKind {
  return KINDS[rule.kind];
}
