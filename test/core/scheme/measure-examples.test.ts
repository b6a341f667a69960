import { showFact } from '../../../src/core/ledger/fact.ts';
import type { Outcome } from '../../../src/core/ledger/outcome.ts';
import type { Fact } from '../../../src/core/ledger/fact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { measured } from '../../../src/core/scheme/measures/measured.ts';
import { measureInPack, STANDARD_MEASURES } from '../../../src/core/scheme/measures/standard-measures.ts';
import { measureCells } from '../../../src/core/scheme/sheet/measure-cells.ts';
import { guarded } from '../../../src/core/ledger/cell-formula.ts';
import { MEASURE_NAMES, SCHEME_COLUMNS } from '../../../src/core/texts/scheme-sheet-texts.ts';
import { given } from '../support/cases.ts';
import { dataSheet, ledgerOf, type Stated } from '../support/ledgers.ts';
import { factsOf, MEASURE_EXAMPLES, measureOf, type MeasureExample } from '../support/measure-examples.ts';
import { indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

/*
 * The examples beside the measures are the tests of the measures: the value, what is missing, what does not apply, and the formula,
 * which an independent spreadsheet computes.
 */

test('every measure that ships has examples, and every kind is among them', () => {
  const named = MEASURE_EXAMPLES.flatMap(({ 指标值: id }) => id ?? []);
  expect([...named].sort()).toEqual(STANDARD_MEASURES.map(({ id }) => id).sort());
  const kinds = new Set(MEASURE_EXAMPLES.map((one) => measureOf(one).kind));
  expect([...kinds].sort()).toEqual(Object.keys(MEASURE_NAMES).sort());
});

test('the examples of a measure that ships show a value and each way to have none', () => {
  for (const { 指标值: id, 例: list } of MEASURE_EXAMPLES) {
    if (id === undefined) continue;
    const shown = [
      list.some(({ 结果: result }) => result !== undefined),
      list.some(({ 缺: keys }) => keys !== undefined),
      list.some(({ 不适用: why }) => why !== undefined),
    ];
    expect([id, ...shown]).toEqual([id, true, true, true]);
  }
});

describe.each(MEASURE_EXAMPLES.map((one) => [one.指标值 ?? one.列?.取值名称 ?? '', one] as const))('%s', (_, one) => {
  const measure = measureOf(one);
  const first = factsOf(given(one.例[0]));

  test.each(one.例)('$说明', (example) => {
    const outcome = measured(ledgerOf({ facts: factsOf(example) }), measure);
    expect(said(outcome)).toEqual(expected(example));
    if (outcome.status !== 'value') return;
    expect(outcome.value.basis).toBe(one.口径);
    if (measure.kind !== 'fact') expect(outcome.value.trace?.result).toBe(example.结果);
  });

  test('the spreadsheet formula gives the same answers', () => {
    for (const example of one.例) {
      const facts = factsOf(example);
      const source = example.结果 === undefined ? first : facts;
      const outcome = measured(ledgerOf({ facts: source }), measure);
      if (outcome.status !== 'value') throw new Error(`${example.说明}: no value`);
      const shown = compute({
        数据: Object.keys(source).flatMap((key) => dataSheet(stated(key, facts))),
        结果: [[`=${guarded(given(outcome.value.formula))}`]],
      }).at('结果', 0, 0);
      expect([example.说明, printed(shown, outcome.value)]).toEqual([example.说明, answer(example)]);
    }
  });

  test('the columns of the sheet 指标体系 say all of it', () => {
    const { value, key, numerator, denominator, basis } = measureCells(measure);
    const 列 = Object.fromEntries(
      Object.entries({ value, key, numerator, denominator, basis }).map(([column, text]) => [
        SCHEME_COLUMNS[column as keyof typeof SCHEME_COLUMNS][0],
        text,
      ]),
    );
    if (one.列 !== undefined) expect(列).toEqual(one.列);
    expect(measureOf({ 列, 口径: '', 例: [] })).toEqual(measure);
  });
});

test('a pack may name a measure that ships, and is told the nearest when there is no such', () => {
  const [one] = STANDARD_MEASURES;
  expect(measureInPack.parse({ standard: given(one).id })).toEqual(given(one).measure);
  const near = measureInPack.safeParse({ standard: '预算完成率（财政，全年预算）' });
  expect(near.error?.issues[0]?.message).toContain('预算完成率（财政拨款，全年预算）');
  const far = measureInPack.safeParse({ standard: 'x' });
  expect(far.error?.issues[0]?.message).toBe('没有名为“x”的自带指标值');
});

test('a scheme is refused with words, not with a crash, when its measure cannot be computed', () => {
  const refused = (measure: object): string | undefined =>
    measureInPack.safeParse(measure).error?.issues.map(({ message }) => message)[0];
  const progress = { kind: 'payment-progress', key: '率', month: 6 };
  expect(refused({ ...progress, schedule: { kind: 'stated', share: '0', name: '某文件' } })).toBe('既定进度应大于0');
  const stated = { kind: 'stated', share: '一半', name: '某文件' };
  const half = measureInPack.safeParse({ ...progress, schedule: stated }).error?.issues[0];
  expect([half?.code, half?.path]).toEqual(['invalid_format', ['schedule', 'share']]);
  expect(refused({ kind: 'expression', key: '率', formula: '决算数 ÷', basis: '' })).toContain('括号和运算符');
});

test('a budget of the year that stands in for those of the months is told', () => {
  const told = MEASURE_EXAMPLES.flatMap((one) => {
    const measure = measureOf(one);
    if (measure.kind !== 'average-execution') return [];
    const scheme = schemeOf([indicatorOf('平均执行率', PROPORTIONAL, { measure })]);
    return one.例
      .filter((example) => example.结果 !== undefined)
      .filter((example) => {
        const { findings } = evaluate(scheme, ledgerOf({ facts: factsOf(example) }));
        return findings.some(({ code }) => code === 'average-budget-assumed');
      })
      .map(({ 说明: name }) => name);
  });
  expect(told).toEqual(Array(4).fill('没有各月末预算数，用全年预算数'));
});

test('the definition of 平均执行率 that was chosen stands in the trace and beside the rate', () => {
  for (const one of MEASURE_EXAMPLES) {
    const measure = measureOf(one);
    if (measure.kind !== 'average-execution') continue;
    const scheme = schemeOf([indicatorOf('平均执行率', PROPORTIONAL, { measure })]);
    const { scorecard } = evaluate(scheme, ledgerOf({ facts: factsOf(given(one.例[0])) }));
    const [definition = ''] = one.口径.split('；').slice(1);
    expect(scorecard.results[0]?.trace.inputs[0]?.rule).toBe(definition);
    expect(said(given(scorecard.results[0]?.value))).toEqual(expected(given(one.例[0])));
  }
});

test('{项目} is the project of the workbook where there is one, and a question where it is not clear', () => {
  const measure = given(STANDARD_MEASURES.find(({ id }) => id === '预算执行率（项目，全年预算）')).measure;
  const scheme = schemeOf([indicatorOf('{项目}预算执行率', PROPORTIONAL, { measure })]);
  const facts = { '项目.科普2．0.决算数': '9元', '项目.科普2．0.全年预算数': '10元' };
  const run = (...projects: string[]): ReturnType<typeof evaluate> => evaluate(scheme, ledgerOf({ facts, projects }));
  expect(run('科普2.0').scorecard.results[0]).toMatchObject({
    indicator: { name: '科普2.0预算执行率' },
    status: 'scored',
  });
  const unclear = (evaluation: ReturnType<typeof evaluate>): readonly object[] =>
    evaluation.findings.filter(({ code }) => code === 'project-unclear').map(({ params }) => params);
  expect(unclear(run('科普2.0'))).toEqual([]);
  expect(unclear(run('科普2.0', '培训'))).toEqual([
    { indicator: '{项目}预算执行率', count: '2', projects: '科普2.0、培训' },
  ]);
  expect(run().scorecard.results[0]?.status).toBe('missing');
  expect(unclear(run())).toHaveLength(1);
});

function said(outcome: Outcome<Fact>): object {
  switch (outcome.status) {
    case 'value':
      return { 结果: showFact(outcome.value) };
    case 'missing':
      return { 缺: outcome.keys };
    case 'not-applicable':
      return { 不适用: outcome.why };
  }
}

function expected({ 结果: result, 缺: keys, 不适用: why }: MeasureExample): object {
  if (result !== undefined) return { 结果: result };
  return keys === undefined ? { 不适用: why } : { 缺: keys };
}

function answer({ 结果: result, 缺: keys }: MeasureExample): string {
  return result ?? (keys === undefined ? '不适用' : '缺数据');
}

/** A cell as the report prints it: a share as a percentage, a count with its unit. */
function printed(shown: unknown, { unit }: Fact): unknown {
  if (typeof shown !== 'number') return shown;
  if (unit !== '%') return `${String(shown)}${unit}`;
  const hundredths = Math.round(Number((Math.abs(shown) * 1e4).toPrecision(14)));
  return `${shown < 0 && hundredths > 0 ? '-' : ''}${(hundredths / 100).toFixed(2)}%`;
}

/** One fact, or an empty row where it is missing. */
function stated(key: string, facts: Stated): Stated {
  return { [key]: facts[key] ?? '' };
}
