import { z } from 'zod';
import { bands, bandsSchema } from './bands/bands.ts';
import { checklist, checklistSchema } from './checklist/checklist.ts';
import { countDeduct, countDeductSchema } from './count-deduct/count-deduct.ts';
import { graded, gradedSchema } from './graded/graded.ts';
import type { Parsed } from './parsed.ts';
import { perPoint, perPointSchema } from './per-point/per-point.ts';
import { proportional, proportionalSchema } from './proportional/proportional.ts';
import type { JudgedKind, MeasuredKind } from './rule-kind.ts';

/** Every rule that a scheme may use. A new one is a folder, a line among the schemas and a line among the kinds. */
export const ruleSchema = z.discriminatedUnion('kind', [
  proportionalSchema,
  perPointSchema,
  bandsSchema,
  checklistSchema,
  countDeductSchema,
  gradedSchema,
]);

const MEASURED = { proportional, 'per-point': perPoint, bands } as const;
const JUDGED = { checklist, 'count-deduct': countDeduct, graded } as const;

export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;
/** The rules that turn a value of the ledger into points by themselves. */
export type MeasuredRule = RuleOf<keyof typeof MEASURED>;
/** The rules that people answer. */
export type JudgedRule = Exclude<Rule, MeasuredRule>;

const KINDS: Readonly<Record<Rule['kind'], MeasuredKind<Rule> | JudgedKind<Rule>>> = { ...MEASURED, ...JUDGED };

export function isMeasuredRule(rule: Rule): rule is MeasuredRule {
  return KINDS[rule.kind].asks === 'value';
}

/** What the kind of a measured rule brings with it. */
export function measuredKind(rule: MeasuredRule): MeasuredKind<MeasuredRule> {
  return MEASURED[rule.kind];
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
  const kind = Object.values(KINDS).find((one) => one.name === name.trim());
  return kind?.parseParameters(parameters);
}

function kindOf(rule: Rule): MeasuredKind<Rule> | JudgedKind<Rule> {
  return KINDS[rule.kind];
}
