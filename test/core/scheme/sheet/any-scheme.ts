import fc from 'fast-check';
import { BASES } from '../../../../src/core/ledger/keys.ts';
import {
  schemeSchema,
  type Indicator,
  type MeasureSpec,
  type Rule,
  type Scheme,
} from '../../../../src/core/scheme/scheme.ts';
import { SLOTS } from '../../../../src/core/scheme/slots.ts';
import { isJudgedRule, namesPoints } from '../../../../src/core/scheme/rules/rules.ts';
import { AVERAGE_RULES } from '../../../../src/core/texts/ledger-texts.ts';

/** Words as people type them into cells: letters of both scripts, marks that could be taken for separators, line breaks. */
const words = fc
  .string({
    unit: fc.constantFrom(...Array.from('预算完成率ABz09（）()；;，、「」“”①=%.：:—-得分以上每次扣{方向} \n')),
    minLength: 1,
    maxLength: 24,
  })
  .map((text) => text.trim())
  .filter((text) => /[预算完成率ABz]/.test(text) && !/^(合计|总计|总分)$/.test(text));
const anyWords = fc.oneof(fc.constant(''), words);

const decimalOf = (max: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 10 ** places }).map((units) => String(units / 10 ** places));
const positive = (max: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: max * 10 ** places }).map((units) => String(units / 10 ** places));

/** Bands from low to high over any cuts, each cut held by the band below or above it. */
const bands = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -1000, max: 3000 }), fc.boolean()), {
    maxLength: 4,
    selector: ([cut]) => cut,
  })
  .chain((cuts) => {
    const ends = [...cuts].sort(([a], [b]) => a - b).map(([cut, above]) => ({ at: String(cut / 1000), above }));
    const length = ends.length + 1;
    return fc.array(decimalOf(20, 2), { minLength: length, maxLength: length }).map((points) =>
      points.map((own, index) => {
        const [low, high] = [ends[index - 1], ends[index]];
        return {
          ...(low === undefined ? { fromIncluded: true } : { from: low.at, fromIncluded: low.above }),
          ...(high === undefined ? { toIncluded: false } : { to: high.at, toIncluded: !high.above }),
          points: own,
        };
      }),
    );
  });
const proportional = fc.record({
  kind: fc.constant('proportional' as const),
  target: positive(2, 4),
  cap: fc.constantFrom('0.9', '1'),
  floor: decimalOf(0.9, 2),
});
const rule: fc.Arbitrary<Rule> = fc.oneof(
  proportional,
  fc.record({
    kind: fc.constant('combination' as const),
    mode: fc.constantFrom('any' as const, 'max' as const, 'min' as const),
    parts: fc.array(fc.record({ of: anyWords, rule: proportional }), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('per-point' as const),
    direction: fc.constantFrom('over' as const, 'under' as const),
    threshold: decimalOf(2, 4),
    step: positive(1, 3),
    deduct: decimalOf(5, 2),
    partSteps: fc.constantFrom('ignored' as const, 'as-whole' as const, 'pro-rata' as const),
  }),
  bands.map((list) => ({ kind: 'bands' as const, bands: list })),
  fc
    .uniqueArray(fc.record({ text: words, points: decimalOf(10, 2) }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ text }) => text,
    })
    .map((items) => ({ kind: 'checklist' as const, items })),
  fc.record({ kind: fc.constant('count-deduct' as const), each: decimalOf(5, 2), of: words }),
  fc
    .uniqueArray(fc.record({ name: words, from: decimalOf(1, 2) }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ from }) => from,
    })
    .map((grades) => ({ kind: 'graded' as const, bands: grades.sort((a, b) => Number(b.from) - Number(a.from)) })),
);

const base = { key: words, basis: anyWords };
const measure: fc.Arbitrary<MeasureSpec> = fc.oneof(
  fc.record({ kind: fc.constant('ratio' as const), ...base, numerator: words, denominator: words }),
  fc.record({ kind: fc.constant('change' as const), ...base, current: words, previous: words }),
  fc.record({
    kind: fc.constant('payment-progress' as const),
    key: words,
    basis: fc.constantFrom(...BASES),
    month: fc.integer({ min: 1, max: 12 }),
    schedule: fc.oneof(
      fc.constant({ kind: 'elapsed' as const }),
      fc.record({ kind: fc.constant('stated' as const), share: positive(1, 4), name: words }),
    ),
  }),
  fc.record({
    kind: fc.constant('payment-progress' as const),
    key: words,
    month: fc.integer({ min: 1, max: 12 }),
    schedule: fc.constant({ kind: 'elapsed' as const }),
  }),
  fc.record({
    kind: fc.constant('average-execution' as const),
    key: words,
    basis: fc.constantFrom(...BASES),
    definition: fc.constantFrom(...(Object.keys(AVERAGE_RULES) as (keyof typeof AVERAGE_RULES)[])),
    peers: anyWords,
  }),
  fc.record({ kind: fc.constant('fact' as const), key: words }),
  fc.record({
    kind: fc.constant('expression' as const),
    ...base,
    formula: fc.constantFrom(
      '(三公经费.决算数 − 三公经费.上年决算数) ÷ 三公经费.上年决算数',
      '最小(1，「项目.科普-活动.决算数」 / 「项目.科普-活动.全年预算数」)',
      '人员.在职 - 人员.编制',
      '（决算数＋追加数）×50%',
    ),
    unit: fc.constantFrom('%', '人'),
  }),
);

const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    path: fc.array(words, { minLength: 1, maxLength: 2 }),
    name: words,
    /** More than any rule here gives by itself. */
    weight: fc.integer({ min: 1000, max: 3000 }).map((tenths) => String(tenths / 10)),
    each: fc.constantFrom('none' as const, 'direction' as const, 'project' as const),
    rule,
    measure,
    notApplicable: fc.constantFrom('full-marks' as const, 'excluded' as const, 'redistributed' as const),
    dataSource: anyWords,
    clause: words,
    verified: fc.boolean(),
    problem: anyWords,
    improvement: anyWords,
  })
  .map(({ measure: own, each: wanted, ...rest }) => {
    const each = namesPoints(rest.rule) ? 'none' : wanted;
    return {
      ...rest,
      each,
      name: each === 'none' ? rest.name : `${rest.name}${SLOTS[each]}`,
      ...(isJudgedRule(rest.rule) ? {} : { measure: own }),
    };
  });

/** Any scheme that a pack file could hold, with every kind of rule and measure. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    id: words,
    name: words,
    year: words,
    source: words,
    precision: fc.integer({ min: 1, max: 2 }),
    total: decimalOf(200, 2),
    indicators: fc.uniqueArray(indicator, {
      minLength: 1,
      maxLength: 6,
      selector: ({ name }) => name.replace(/[\s“”]/g, ''),
    }),
  })
  .map((scheme) => schemeSchema.parse({ ...scheme, verified: scheme.indicators.every(({ verified }) => verified) }));
