import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { parseRule, printParameters, RULE_NAMES, ruleName, type Rule } from '../rules/rules.ts';
import type { Mistakes } from './cell-values.ts';
import type { IndicatorRow } from './read-indicator.ts';

/** A rule as the cells 评分方式 and 参数. */
export function ruleCells(rule: Rule): { readonly rule: string; readonly parameters: string } {
  return { rule: ruleName(rule), parameters: printParameters(rule) };
}

/** The rule that the cells 评分方式 and 参数 of a row describe; undefined when they do not, which is told. */
export function readRule(row: IndicatorRow, mistakes: Mistakes): Rule | undefined {
  const way = row.cell('rule');
  const parameters = row.cell('parameters');
  if (way === undefined || parameters === undefined) return undefined;
  const parsed = parseRule(way.text, parameters.text);
  if (parsed?.status === 'rule') return parsed.rule;
  if (parsed === undefined) mistakes.wrong(way, RULE_NAMES.join(LIST_SEPARATOR));
  else mistakes.wrong({ ...parameters, text: parsed.part === '' ? parameters.text : parsed.part }, parsed.allowed);
  return undefined;
}
