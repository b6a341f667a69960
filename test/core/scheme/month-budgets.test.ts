import type { AverageDefinition } from '../../../src/core/ledger/average-execution.ts';
import { asDouble } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { IndicatorResult } from '../../../src/core/scheme/scorecard.ts';
import { scoreContent, totalContent, valueContent } from '../../../src/core/writeback/result-cells.ts';
import type { CellContent } from '../../../src/core/workbook/write-plan.ts';
import { given } from '../support/cases.ts';
import { dataSheet, ledgerOf, monthFacts, type Stated } from '../support/ledgers.ts';
import { indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';
import { compute } from '../support/spreadsheet.ts';

/* Months whose budget is 0: what the core says, and what the formulas of a workbook that was whole before say of the same cells. */
const DEFINITIONS: readonly AverageDefinition[] = [
  'capped-against-schedule',
  'mean-against-mean-schedule',
  'quarter-ends',
  'against-peers',
];
const NAME = '年度平均执行率';
const PEERS = '同级平均执行率';
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function indicatorFor(definition: AverageDefinition): ReturnType<typeof indicatorOf> {
  return indicatorOf(NAME, PROPORTIONAL, {
    measure: { kind: 'average-execution', key: NAME, basis: '一般公共预算', definition, peers: PEERS },
  });
}

function factsOf(change: (month: number) => { paid?: number; budget?: number }): Stated {
  const months = MONTHS.map((month) => ({ paid: 9 * month, budget: 120, ...change(month) }));
  const yuan = (amount: number): string => amount.toFixed(2);
  return {
    ...monthFacts(
      months.map(({ paid }) => yuan(paid)),
      months.map(({ budget }) => yuan(budget)),
    ),
    [PEERS]: '50%',
  };
}

function resultOf(definition: AverageDefinition, facts: Stated): IndicatorResult {
  return given(evaluate(schemeOf([indicatorFor(definition)]), ledgerOf({ facts })).scorecard.results[0]);
}

function formulaOf(content: CellContent | undefined): string {
  if (content?.kind !== 'formula') throw new Error('no formula');
  return `=${content.formula}`;
}

/** Value, score over the value’s cell, score in one formula, and total, computed over `facts` by formulas made for whole data. */
function live(definition: AverageDefinition, facts: Stated): readonly unknown[] {
  const result = resultOf(
    definition,
    factsOf(() => ({})),
  );
  const refs = { value: 'A1', weight: undefined, score: undefined };
  const contents = [
    valueContent(result),
    scoreContent(result, refs),
    scoreContent(result, { ...refs, value: undefined }),
    totalContent(['B1'], result.score, false),
  ];
  const shown = compute({ 数据: dataSheet(facts), 结果: [contents.map(formulaOf)] });
  return contents.map((_, column) => shown.at('结果', 0, column));
}

const WORD = { missing: '缺数据', 'not-applicable': '不适用' } as const;

/** The same four as the core has them. */
function expected(result: IndicatorResult): readonly unknown[] {
  const score = result.score === undefined ? '缺数据' : asDouble(result.score);
  if (result.status === 'missing' || result.status === 'not-applicable') {
    return [WORD[result.status], score, score, score];
  }
  return [expect.any(Number), score, score, score];
}

describe.each(DEFINITIONS)('%s', (definition) => {
  test('whole: a number everywhere', () => {
    const facts = factsOf(() => ({}));
    const result = resultOf(definition, facts);
    expect(result.status).toBe('scored');
    expect(live(definition, facts)).toEqual(expected(result));
  });

  test.each([
    ['and payments', {}],
    ['and none', { paid: 0 }],
  ])('one month with a budget of 0 %s among others: missing, and the month is named', (_, more) => {
    const facts = factsOf((month) => (month === 6 ? { budget: 0, ...more } : {}));
    const result = resultOf(definition, facts);
    expect([result.status, result.missing]).toEqual(['missing', ['一般公共预算.6月.预算数']]);
    expect(live(definition, facts)).toEqual(Array(4).fill('缺数据'));
  });

  test('several months with a budget of 0: each is named', () => {
    const facts = factsOf((month) => (month === 3 || month === 9 ? { budget: 0, paid: 0 } : {}));
    const keys = [3, 9].map((month) => `一般公共预算.${String(month)}月.预算数`);
    expect(resultOf(definition, facts).missing).toEqual(keys);
    expect(live(definition, facts)).toEqual(Array(4).fill('缺数据'));
  });

  test('all months with a budget of 0 although money was spent: all are missing', () => {
    const facts = factsOf(() => ({ budget: 0 }));
    expect(resultOf(definition, facts).status).toBe('missing');
    expect(live(definition, facts)).toEqual(Array(4).fill('缺数据'));
  });

  test('no budget and no payment in any month: not applicable, full marks', () => {
    const facts = factsOf(() => ({ budget: 0, paid: 0 }));
    const result = resultOf(definition, facts);
    expect([result.status, result.missing]).toEqual(['not-applicable', []]);
    expect(live(definition, facts)).toEqual(['不适用', 5, 5, 5]);
  });

  test('nothing was paid out of budgets that there were: 0, which is neither', () => {
    const facts = factsOf(() => ({ paid: 0 }));
    const result = resultOf(definition, facts);
    expect([result.status, asDouble(given(result.score))]).toEqual(['scored', 0]);
    expect(live(definition, facts)).toEqual([0, 0, 0, 0]);
  });
});

test('a published mean of 0 is no mean', () => {
  const facts = { ...factsOf(() => ({})), [PEERS]: '0%' };
  expect(resultOf('against-peers', facts).missing).toEqual([PEERS]);
  expect(live('against-peers', facts)).toEqual(Array(4).fill('缺数据'));
  const none = { ...factsOf(() => ({ paid: 0 })), [PEERS]: '0%' };
  expect(resultOf('against-peers', none).missing).toEqual([PEERS]);
  expect(live('against-peers', none)).toEqual(Array(4).fill('缺数据'));
});
