import fc from 'fast-check';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { describeRule } from '../../../src/core/scheme/rules/rules.ts';
import type { Rule } from '../../../src/core/scheme/scheme.ts';
import type { IndicatorResult } from '../../../src/core/scheme/scorecard.ts';
import { fixed, type Exact } from '../../../src/core/money/exact.ts';
import { cases, given } from '../support/cases.ts';
import { ledgerOf } from '../support/ledgers.ts';
import { indicatorOf, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

interface Group {
  readonly rule: Rule;
  readonly weight: string;
  readonly precision: number;
  readonly says: string;
  readonly cases: readonly { readonly name: string; readonly rate: string; readonly points: string }[];
}

const GROUPS = cases<Group>(__dirname, 'measured-rules.json');

/** The rule of a case file as a scheme reads it, with its defaults. */
function schemeFor({
  rule,
  weight,
  precision,
}: Pick<Group, 'rule' | 'weight' | 'precision'>): ReturnType<typeof schemeOf> {
  return schemeOf([indicatorOf('某率', rule, { weight, measure: { kind: 'fact', key: '率' } })], { precision });
}

function score(group: Pick<Group, 'rule' | 'weight' | 'precision'>, rate: string): IndicatorResult {
  const { scorecard } = evaluate(schemeFor(group), ledgerOf({ facts: { 率: rate } }));
  return given(scorecard.results[0]);
}

describe.each(GROUPS)('$says', (group) => {
  test.each(group.cases)('$name', ({ rate, points }) => {
    const result = score(group, rate);
    expect(result.score && fixed(result.score, group.precision)).toBe(points);
    expect(result.status).toBe('scored');
  });

  test('says what it does', () => {
    expect(describeRule(given(schemeFor(group).indicators[0]).rule)).toBe(group.says);
  });

  test('a spreadsheet gives the same points', () => {
    const formulas = group.cases.map(({ rate }, row) => {
      const result = score(group, rate);
      return [
        Number(rate.replace('%', '')) / 100,
        `=${result.formula?.overValue?.(`A${String(row + 1)}`, group.weight) ?? ''}`,
      ];
    });
    const shown = compute({ 表: formulas });
    const found = group.cases.map((_, row) => Number(shown.at('表', row, 1)).toFixed(group.precision));
    expect(found).toEqual(group.cases.map(({ points }) => points));
  });
});

/** Rates people really meet: thousandths of a percent around and beyond the ends of bands. */
const rates = fc.integer({ min: -50_000, max: 250_000 }).map((thousandths) => trimmed2(thousandths));
function trimmed2(thousandths: number): string {
  return `${(thousandths / 1000).toFixed(3)}%`;
}
const groups = fc.constantFrom(...GROUPS);

test('0 ≤ score ≤ weight, and score and deduction make up the weight', () => {
  fc.assert(
    fc.property(groups, rates, (group, rate) => {
      const { score: points, deduction, weight } = score(group, rate);
      const [got, lost] = [given(points), given(deduction)];
      expect(got.compare(0) >= 0 && got.compare(weight) <= 0 && lost.compare(0) >= 0).toBe(true);
      expect(got.add(lost).equals(weight)).toBe(true);
    }),
  );
});

test('better is never worse', () => {
  const better = new Map<Rule, number>(
    GROUPS.map(({ rule }) => [
      rule,
      (rule.kind === 'per-point' && rule.direction === 'over') ||
      (rule.kind === 'bands' && rule.bands[0]?.from === undefined)
        ? -1
        : 1,
    ]),
  );
  fc.assert(
    fc.property(groups, rates, rates, (group, one, other) => {
      const [low = one, high = other] = [one, other].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
      const points = (rate: string): Exact => given(score(group, rate).score);
      const difference = points(high).compare(points(low)) * (better.get(group.rule) ?? 1);
      expect(difference).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a rate that no band holds is a fault that is said, not zero points', () => {
  const rule: Rule = { kind: 'bands', bands: [{ from: '0.5', fromIncluded: true, toIncluded: false, points: '5' }] };
  const { scorecard, findings } = evaluate(
    schemeFor({ rule, weight: '5', precision: 1 }),
    ledgerOf({ facts: { 率: '40%' } }),
  );
  expect(given(scorecard.results[0])).toMatchObject({ status: 'missing', score: undefined, missing: ['某率：40.00%'] });
  expect(findings.map(({ code }) => code)).toEqual(['value-missing']);
});
