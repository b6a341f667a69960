import type { Finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { missing, type Outcome } from '../ledger/outcome.ts';
import { combinedKind, isMeasuredRule, type CombinedRule, type MeasuredRule } from './rules/rules.ts';
import type { Indicator, Scheme } from './scheme.ts';
import { scoreCombined, type NamedValues } from './score-combined.ts';
import { scoreMeasured } from './score-measured.ts';
import type { IndicatorResult } from './scorecard.ts';
import type { Weighing } from './weighing.ts';

/** The names of the values that an indicator's rule looks at; the empty name is the indicator's own. */
export function valueNames({ rule }: Indicator): readonly string[] {
  return rule.kind === 'combination' ? combinedKind(rule).values(rule) : [''];
}

/**
 * The values that an indicator's rule looks at, by the names it calls them.
 * @param measuredBy what the indicator of a name measures; undefined when there is none or people judge it
 */
export function namedValues(
  indicator: Indicator,
  ledger: Ledger,
  measuredBy: (name: string) => Outcome<Fact> | undefined,
): NamedValues {
  const value = (of: string): Outcome<Fact> => {
    const outcome = measuredBy(of === '' ? indicator.name : of);
    return outcome ?? (of === '' ? missing([indicator.name]) : ledger.ask(of));
  };
  return new Map(valueNames(indicator).map((of) => [of, value(of)]));
}

/** Scores an indicator that the ledger's values alone decide. */
export function scoreFromFigures(
  scheme: Scheme,
  indicator: Indicator,
  rule: MeasuredRule | CombinedRule,
  ledger: Ledger,
  values: NamedValues,
  weighing: Weighing,
  findings: Finding[],
): IndicatorResult {
  return isMeasuredRule(rule)
    ? scoreMeasured(scheme, indicator, rule, ledger, values.get(''), weighing, findings)
    : scoreCombined(scheme, indicator, rule, values, weighing, findings);
}
