import fc from 'fast-check';
import { exact, fixed, rounded, type Exact } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import {
  measuredKind,
  parseRule,
  printParameters,
  ruleName,
  ruleSchema,
  type Rule,
} from '../../../src/core/scheme/rules/rules.ts';
import { flagsOf, treatedValue } from '../../../src/core/scheme/rules/value-treatment.ts';
import { given } from '../support/cases.ts';
import { ledgerOf } from '../support/ledgers.ts';
import { measuredExamples } from '../support/rule-examples.ts';
import { indicatorOf, schemeOf } from '../support/schemes.ts';

/* What holds for every rule, whatever its parameters. */

const examples = fc.constantFrom(...measuredExamples());
/** Thousandths of a percent around and beyond the ends of bands. */
const rates = fc.integer({ min: -50_000, max: 250_000 }).map((n) => exact((n / 100_000).toFixed(5)));

test('0 ≤ score ≤ weight, and score and deduction make up the weight', () => {
  fc.assert(
    fc.property(examples, rates, ({ rule, weight, precision }, rate) => {
      const indicator = indicatorOf('某率', rule, { weight, measure: { kind: 'fact', key: '率' } });
      const facts = { 率: `${fixed(rate.mul(100), 3)}%` };
      const { results } = evaluate(schemeOf([indicator], { precision }), ledgerOf({ facts })).scorecard;
      const { score, deduction } = given(results[0]);
      const [got, lost] = [given(score), given(deduction)];
      expect(got.compare(0) >= 0 && lost.compare(0) >= 0).toBe(true);
      expect(got.add(lost).equals(exact(weight))).toBe(true);
    }),
  );
});

test('better is never worse, for rules that say which is better', () => {
  fc.assert(
    fc.property(examples, rates, rates, ({ rule, weight }, one, other) => {
      const kind = measuredKind(rule);
      const better = kind.better(rule);
      if (better === undefined) return;
      const [low, high] = one.compare(other) <= 0 ? [one, other] : [other, one];
      const points = (rate: Exact): Exact => given(kind.evaluate(rule, exact(weight), rate)).points;
      expect(points(high).compare(points(low)) * (better === 'more' ? 1 : -1)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('the treated value: rounded half away from zero, capped, never below 0, in that order', () => {
  const treatments = fc.record(
    {
      places: fc.integer({ min: 0, max: 4 }),
      aboveFull: fc.constantFrom('capped' as const, 'flagged' as const),
      negative: fc.constantFrom('zero' as const, 'flagged' as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(treatments, rates, (value, rate) => {
      const seen = treatedValue({ value }, rate);
      const short = value.places === undefined ? rate : rounded(rate, value.places + 2);
      const inside = short.compare(0) >= 0 && short.compare(1) <= 0;
      if (inside) expect(seen.equals(short)).toBe(true);
      if (value.aboveFull === 'capped') expect(seen.compare(1)).toBeLessThanOrEqual(0);
      if (value.negative === 'zero') expect(seen.compare(0)).toBeGreaterThanOrEqual(0);
      const flags = flagsOf({ value }, rate);
      expect(flags.includes('above-full')).toBe(value.aboveFull === 'flagged' && rate.compare(1) > 0);
      expect(flags.includes('negative')).toBe(value.negative === 'flagged' && rate.compare(0) < 0);
    }),
  );
});

/* Random rules. Texts of the user's own hold everything that the text of 参数 uses itself. */

const hundredths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((n) => (n / 100).toFixed(2));
const points = hundredths(0, 6000);
const texts = fc.oneof(
  fc
    .string({
      unit: fc.constantFrom(...Array.from('制度健全分扣；;「」〔〕（）()①②1.、：\n 每次以上%')),
      minLength: 1,
      maxLength: 12,
    })
    // A text of white space alone is none, and refused.
    .filter((text) => text.trim() !== ''),
  fc.constantFrom('制度健全', '本指标', '三公.控制率', '「', '」」', '得分（2分）'),
);
const treatment = fc.option(
  fc
    .record(
      {
        places: fc.integer({ min: 0, max: 6 }),
        aboveFull: fc.constantFrom('capped', 'flagged'),
        negative: fc.constantFrom('zero', 'flagged'),
      },
      { requiredKeys: [] },
    )
    .filter((value) => Object.keys(value).length > 0),
  { nil: undefined },
);
const treated = <T extends object>(rule: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.tuple(rule, treatment).map(([own, value]) => (value === undefined ? own : { ...own, value }));

const proportional = fc
  .record({ target: hundredths(1, 300), ends: fc.tuple(hundredths(0, 100), hundredths(0, 100)), low: fc.boolean() })
  .map(({ target, ends, low }) => {
    const [floor = '0', cap = '1'] = [...ends].sort((a, b) => Number(a) - Number(b));
    return { kind: 'proportional', target, cap, floor, ...(low ? { lowerIsBetter: true } : {}) };
  });
const perPoint = fc.record({
  kind: fc.constant('per-point'),
  direction: fc.constantFrom('over', 'under'),
  threshold: hundredths(-100, 200),
  step: hundredths(1, 20),
  deduct: points,
  partSteps: fc.constantFrom('ignored', 'as-whole', 'pro-rata'),
});
/** Cuts of the number line, each with the side that its number belongs to; the bands lie between them. */
const bands = fc
  .record({
    cuts: fc.uniqueArray(fc.tuple(fc.integer({ min: -100, max: 200 }), fc.boolean()), {
      selector: ([at]) => at,
      maxLength: 6,
    }),
    all: fc.array(points, { minLength: 7, maxLength: 7 }),
    reversed: fc.boolean(),
  })
  .map(({ cuts, all, reversed }) => {
    const sorted = [...cuts].sort(([a], [b]) => a - b);
    const list = all.slice(0, sorted.length + 1).map((earned, index) => {
      const [from, to] = [sorted[index - 1], sorted[index]];
      return {
        ...(from && { from: (from[0] / 100).toFixed(2), fromIncluded: from[1] }),
        ...(to && { to: (to[0] / 100).toFixed(2), toIncluded: !to[1] }),
        points: earned,
      };
    });
    return { kind: 'bands', bands: reversed ? list.reverse() : list };
  });
const checklist = fc
  .record({
    items: fc.uniqueArray(fc.record({ text: texts, points }), {
      selector: ({ text }) => text.replace(/[^\p{L}\p{N}]/gu, ''),
      minLength: 1,
      maxLength: 60,
    }),
    down: fc.boolean(),
  })
  .map(({ items, down }) => ({ kind: 'checklist', items, ...(down ? { counts: 'down' } : {}) }));
const countDeduct = fc.record({ kind: fc.constant('count-deduct'), each: points, of: texts });
const graded = fc
  .uniqueArray(hundredths(0, 100), { minLength: 1, maxLength: 5 })
  .chain((ends) =>
    fc.tuple(
      ...ends.sort((a, b) => Number(b) - Number(a)).map((from) => fc.record({ name: texts, from: fc.constant(from) })),
    ),
  )
  .map((list) => ({ kind: 'graded', bands: list }));
const measured = fc.oneof(treated(proportional), treated(perPoint), treated(bands));
const combination = fc.record({
  kind: fc.constant('combination'),
  mode: fc.constantFrom('any', 'max', 'min'),
  parts: fc.array(fc.record({ of: fc.oneof(texts, fc.constant('')), rule: measured }), { minLength: 2, maxLength: 4 }),
});
const rules: fc.Arbitrary<Rule> = fc
  .oneof(measured, checklist, countDeduct, graded, combination)
  .map((rule) => ruleSchema.parse(rule));

test('参数: what is printed is read back as the same rule', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(parseRule(ruleName(rule), printParameters(rule))).toEqual({ status: 'rule', rule });
    }),
    { numRuns: 1000 },
  );
});

test('参数: whatever a person types is a rule or a problem that says what is allowed, never a failure', () => {
  const typed = fc.string({
    unit: fc.constantFrom(...Array.from('超过低于目标上限100%（含）以上得分扣；「」〔〕①每次，–= ')),
    maxLength: 40,
  });
  fc.assert(
    fc.property(typed, rules, (text, { kind }) => {
      const name = ruleName(
        given(
          fc.sample(
            rules.filter((rule) => rule.kind === kind),
            { numRuns: 1, seed: 1 },
          )[0],
        ),
      );
      const read = given(parseRule(name, text));
      if (read.status === 'problem') expect(read.allowed).toMatch(/“.+”/);
      else expect(ruleSchema.parse(read.rule)).toEqual(read.rule);
    }),
    { numRuns: 200 },
  );
});
