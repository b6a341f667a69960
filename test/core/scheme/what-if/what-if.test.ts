import fc from 'fast-check';
import { rederived, type ChangedValue } from '../../../../src/core/ledger/changed-ledger.ts';
import { plainValue } from '../../../../src/core/ledger/fact.ts';
import type { Ledger } from '../../../../src/core/ledger/ledger.ts';
import type { Exact } from '../../../../src/core/money/exact.ts';
import { evaluate } from '../../../../src/core/scheme/evaluate.ts';
import type { MeasureSpec, Rule, Scheme } from '../../../../src/core/scheme/scheme.ts';
import { whatIfSentence } from '../../../../src/core/scheme/what-if/sentence.ts';
import { whatIf, type Option, type Step, type WhatIf } from '../../../../src/core/scheme/what-if/what-if.ts';
import { cases, given } from '../../support/cases.ts';
import { derivedLedger, judgementOf, monthFacts, type Stated } from '../../support/ledgers.ts';
import { measuredExamples } from '../../support/rule-examples.ts';
import { COMPLETION, GRADED, indicatorOf, PROPORTIONAL, schemeOf } from '../../support/schemes.ts';

interface Case {
  readonly name: string;
  /** A formula of the scheme's own; without one the rate is 预算完成率. */
  readonly formula?: string;
  readonly facts: Stated;
  readonly rule: Rule;
  readonly kind: WhatIf['kind'];
  readonly next?: string;
  readonly full?: string;
  readonly sentence: string;
}

function ratio(numerator: string, denominator: string): MeasureSpec {
  return { kind: 'ratio', key: '某率', numerator, denominator, basis: '' };
}

function answered(scheme: Scheme, ledger: Ledger): { answer: WhatIf; sentence: string } {
  const { scorecard } = evaluate(scheme, ledger);
  const result = given(scorecard.results[0]);
  const answer = whatIf(scorecard, ledger)(result);
  return { answer, sentence: whatIfSentence(answer, result, scorecard) };
}

function scoreWith(scheme: Scheme, ledger: Ledger, key: string, value: ChangedValue): Exact | undefined {
  return given(evaluate(scheme, rederived(ledger, key, value)).scorecard.results[0]).score;
}

test.each(cases<Case>(__dirname, 'steps.json'))('$name', ({ formula, facts, rule, kind, next, full, sentence }) => {
  const measure: MeasureSpec =
    formula === undefined ? COMPLETION : { kind: 'expression', key: '完成率', formula, unit: '%', basis: '' };
  const scheme = schemeOf([indicatorOf('预算完成率', rule, { measure })]);
  const told = answered(scheme, derivedLedger({ facts }));
  expect([told.answer.kind, told.sentence]).toEqual([kind, sentence]);
  if (told.answer.kind !== 'reachable') return;
  const [option] = told.answer.options;
  const by = (step: Step | undefined): string | undefined => step && plainValue({ ...option.fact, value: step.by });
  expect([by(option.next), by(option.full)]).toEqual([next, full ?? next]);
});

test('what people judge has no change to compute', () => {
  const judgements = [judgementOf('绩效目标合理性', '得分4.5', { reason: '不够量化' })];
  const { answer } = answered(schemeOf([indicatorOf('绩效目标合理性', GRADED)]), derivedLedger({ judgements }));
  expect(answer).toEqual({ kind: 'judged' });
});

test('a score that hangs on plans alone says which', () => {
  const measure = ratio('预算调整数', '年初预算数');
  const facts = { 预算调整数: '10.00元', 年初预算数: '100.00元' };
  const { answer } = answered(
    schemeOf([indicatorOf('预算调整率', PROPORTIONAL, { measure })]),
    derivedLedger({ facts }),
  );
  expect(answer).toEqual({ kind: 'given', keys: ['预算调整数'] });
});

test('of an average the costliest month is told, and no month is paid more than the next', () => {
  const paid = ['8', '15', '24', '33', '41', '50', '58', '40', '75', '83', '91', '99'].map((part) => `${part}.00`);
  const months = [...paid.slice(0, 7), '58.00', ...paid.slice(8)];
  const facts = { ...monthFacts(months, []), '一般公共预算.全年预算数': '100.00元' };
  const measure: MeasureSpec = {
    kind: 'average-execution',
    key: '平均执行率',
    basis: '一般公共预算',
    definition: 'capped-against-schedule',
    peers: '',
  };
  const scheme = schemeOf([indicatorOf('平均执行率', PROPORTIONAL, { measure, weight: '100' })]);
  const { answer } = answered(scheme, derivedLedger({ facts }));
  if (answer.kind !== 'reachable') throw new Error(answer.kind);
  const { month, short, fact } = given(answer.costliest);
  expect([month, plainValue({ ...fact, value: short })]).toEqual([8, '8.67']);
  expect(answer.options.map(({ fact: { key } }) => key)).toContain('一般公共预算.8月.累计支出数');
});

/* Random ledgers under every rule of the examples, bands that go up and down among them. */

const NARROW: Rule = {
  kind: 'bands',
  bands: [
    { to: '0.9', fromIncluded: true, toIncluded: false, points: '1' },
    { from: '0.9', to: '1', fromIncluded: true, toIncluded: true, points: '4' },
    { from: '1', fromIncluded: false, toIncluded: false, points: '0' },
  ],
};
const rules = fc.constantFrom(...measuredExamples().map(({ rule, weight }) => ({ rule, weight })), {
  rule: NARROW,
  weight: '4',
});
const fen = fc.integer({ min: 0, max: 40_000 });
const yuan = (amount: number): string => `${(amount / 100).toFixed(2)}元`;

test('the smallest change is one: the core scores it so, and one 分 less does not do', () => {
  let steps = 0;
  fc.assert(
    fc.property(
      rules,
      fen,
      fen.filter((n) => n > 0),
      fc.boolean(),
      ({ rule, weight }, spent, budget, capped) => {
        const scheme = schemeOf([indicatorOf('某率', rule, { weight, measure: ratio('财政拨款.决算数', '基数') })]);
        const facts = {
          '财政拨款.决算数': yuan(spent),
          基数: yuan(budget),
          ...(capped ? { '财政拨款.全年预算数': yuan(budget) } : {}),
        };
        const ledger = derivedLedger({ facts });
        const before = given(given(evaluate(scheme, ledger).scorecard.results[0]).score);
        const { answer } = answered(scheme, ledger);
        if (answer.kind !== 'reachable') return;
        for (const option of answer.options) {
          steps += 1;
          expectSmallest(scheme, ledger, option, option.next, (score) => score.compare(before) > 0);
          if (option.full)
            expectSmallest(scheme, ledger, option, option.full, (score) => score.compare(Number(weight)) >= 0);
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(steps).toBeGreaterThan(10);
});

function expectSmallest(
  scheme: Scheme,
  ledger: Ledger,
  { fact, direction }: Option,
  { value }: Step,
  does: (score: Exact) => boolean,
): void {
  if (value.kind !== 'amount') throw new Error('an amount');
  expect(does(given(scoreWith(scheme, ledger, fact.key, value)))).toBe(true);
  const almost = { ...value, fen: value.fen + (direction === 'more' ? -1n : 1n) };
  expect(does(given(scoreWith(scheme, ledger, fact.key, almost)))).toBe(false);
}
