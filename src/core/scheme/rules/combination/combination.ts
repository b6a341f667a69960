import { z } from 'zod';
import { anyWords } from '../../text.ts';
import { missing, notApplicable, value as known, type Outcome } from '../../../ledger/outcome.ts';
import { maximum, minimum, trimmed, whole, type Exact } from '../../../money/exact.ts';
import { measuredKind, measuredRuleSchema } from '../measured-rules.ts';
import type { CombinedKind, RuleTrace } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, NAME, WORDS } from './words.ts';

export const combinationSchema = z.object({
  kind: z.literal('combination'),
  /** `any`: full marks when a part earns them, otherwise nothing; `max` and `min`: the best or worst of the parts. */
  mode: z.enum(['any', 'max', 'min']),
  parts: z
    .array(
      z.object({
        /** The name of another indicator or the key of a fact; empty for the indicator's own value. */
        of: anyWords.default(''),
        rule: measuredRuleSchema,
      }),
    )
    .min(2),
});

export type Combination = z.infer<typeof combinationSchema>;

/** Several rules, each over a value of its own, and how they go together. */
export const combination: CombinedKind<Combination> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: ({ parts }) => parts.some(({ rule }) => measuredKind(rule).namesPoints(rule)),
  asks: 'values',
  explain: ({ mode, parts }) =>
    WORDS.rule(
      mode,
      parts.map(({ of, rule }) => ({ of, rule: measuredKind(rule).explain(rule) })),
    ),
  most,
  values: ({ parts }) => [...new Set(parts.map(({ of }) => of))],
  evaluate,
  toFormula,
  printParameters,
  parseParameters,
};

function most({ parts }: Combination): Exact | undefined {
  const named = parts.flatMap(({ rule }) => measuredKind(rule).most?.(rule) ?? []);
  return named.length === 0 ? undefined : named.reduce(maximum);
}

/**
 * Parts that do not apply are left out. What is missing matters only while the others leave the points open: with full marks in
 * hand nothing can be gained, with 0 as the worst nothing lost.
 */
function evaluate(rule: Combination, weight: Exact, values: ReadonlyMap<string, Outcome<Exact>>): Outcome<RuleTrace> {
  const absent: string[] = [];
  const unfit: string[] = [];
  const traces: { of: string; trace: RuleTrace }[] = [];
  for (const { of, rule: own } of rule.parts) {
    const outcome = values.get(of) ?? missing([of]);
    const trace = outcome.status === 'value' ? measuredKind(own).evaluate(own, weight, outcome.value) : undefined;
    if (trace !== undefined) traces.push({ of, trace });
    else if (outcome.status === 'not-applicable') unfit.push(outcome.why);
    else absent.push(...(outcome.status === 'missing' ? outcome.keys : [of]));
  }
  const [first, ...rest] = traces.map(({ trace }) => trace.points);
  const points = first === undefined ? undefined : together(rule.mode, weight, first, rest);
  const settled = points !== undefined && (rule.mode === 'min' ? points.compare(0) <= 0 : points.compare(weight) >= 0);
  if (absent.length > 0 && !settled) return missing([...new Set(absent)]);
  if (points === undefined) return notApplicable(unfit.join('；'));
  const said = traces.map(({ of, trace }) => ({ of, points: trimmed(trace.points, 4), how: trace.substitution }));
  return known({ points, substitution: WORDS.substitution(rule.mode, said) });
}

function together(mode: Combination['mode'], weight: Exact, first: Exact, rest: readonly Exact[]): Exact {
  switch (mode) {
    case 'any':
      return [first, ...rest].some((points) => points.compare(weight) >= 0) ? weight : whole(0);
    case 'max':
      return rest.reduce(maximum, first);
    case 'min':
      return rest.reduce(minimum, first);
  }
}

function toFormula({ mode, parts }: Combination, weight: string, values: ReadonlyMap<string, string>): string {
  const points = parts.flatMap(({ of, rule }) => {
    const at = values.get(of);
    return at === undefined ? [] : [measuredKind(rule).toFormula(rule, weight, at)];
  });
  const list = points.join(',');
  switch (mode) {
    case 'any':
      return `IF(ROUND(MAX(${list}),9)>=${weight},${weight},0)`;
    case 'max':
      return `MAX(${list})`;
    case 'min':
      return `MIN(${list})`;
  }
}
