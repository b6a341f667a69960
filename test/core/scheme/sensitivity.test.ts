import fc from 'fast-check';
import { plainValue } from '../../../src/core/ledger/fact.ts';
import { amountText } from '../../../src/core/money/amount.ts';
import { fixed, whole } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { parseAmountChange, sensitivity, type Sensitivity } from '../../../src/core/scheme/sensitivity.ts';
import { given } from '../support/cases.ts';
import { derivedLedger, type Stated } from '../support/ledgers.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const SCHEME = schemeOf([
  indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION }),
  indicatorOf('项目支出率', PROPORTIONAL, { measure: { kind: 'fact', key: '财政拨款.项目支出.支出率' } }),
]);
const FACTS: Stated = {
  '财政拨款.基本支出.决算数': '60.00元',
  '财政拨款.项目支出.决算数': '30.00元',
  '财政拨款.项目支出.全年预算数': '40.00元',
  '财政拨款.全年预算数': '100.00元',
};

function changed(key: string, text: string, facts: Stated = FACTS): Sensitivity {
  const ledger = derivedLedger({ facts });
  return sensitivity(evaluate(SCHEME, ledger).scorecard, ledger, key, given(parseAmountChange(text)));
}

test('a project amount moves its own rate and, through the derived total, the other', () => {
  const result = changed('财政拨款.项目支出.决算数', '+10%');
  if (result.kind !== 'done') throw new Error(result.kind);
  expect([plainValue(result.before), plainValue(result.after)]).toEqual(['30.00', '33.00']);
  expect(result.moved.map(({ before, change }) => [before.indicator.name, change && fixed(change, 1)])).toEqual([
    ['预算完成率', '0.2'],
    ['项目支出率', '0.3'],
  ]);
  expect(fixed(given(result.total.change), 1)).toBe('0.5');
});

test('a total that the sheet states does not move with its parts', () => {
  const result = changed('财政拨款.项目支出.决算数', '+10%', { ...FACTS, '财政拨款.决算数': '90.00元' });
  if (result.kind !== 'done') throw new Error(result.kind);
  expect(result.moved.map(({ before }) => before.indicator.name)).toEqual(['项目支出率']);
});

test.each([
  ['财政拨款.项目支出.决算', '+1%', 'unknown-key'],
  ['财政拨款.项目支出.支出率', '+1%', 'no-amount'],
  ['财政拨款.项目支出.决算数', '+0.001%', 'no-change'],
])('%s %s: %s', (key, text, kind) => {
  expect(changed(key, text).kind).toBe(kind);
});

test.each([
  ['+1%', '1%'],
  ['－1.5万元', '-15000.00元'],
  ['+0.01元', '0.01元'],
  ['＋１％', '1%'],
  ['+10,000元', '10000.00元'],
  ['+1,0000元', undefined],
  ['+1,23元', undefined],
  ['+99999999999999999999%', undefined],
  ['+0.001元', undefined],
  ['1%', undefined],
  ['+一成', undefined],
])('%s is read as %s', (text, read) => {
  const change = parseAmountChange(text);
  const said =
    change && (change.kind === 'share' ? `${fixed(change.share.mul(100), 0)}%` : `${amountText(change.fen, '元')}元`);
  expect(said).toBe(read);
});

test('the total after is that of a workbook that had the amount from the start', () => {
  const amounts = fc.tuple(...Object.keys(FACTS).map(() => fc.integer({ min: 100, max: 100_000 })));
  fc.assert(
    fc.property(
      amounts,
      fc.nat(3),
      fc.integer({ min: -50, max: 50 }).filter((n) => n !== 0),
      (numbers, at, percent) => {
        const keys = Object.keys(FACTS);
        const factsOf = (list: readonly number[]): Stated =>
          Object.fromEntries(keys.map((key, index) => [key, `${((list[index] ?? 0) / 100).toFixed(2)}元`]));
        const result = changed(
          given(keys[at]),
          `${percent > 0 ? '+' : '-'}${String(Math.abs(percent))}%`,
          factsOf(numbers),
        );
        if (result.kind !== 'done') throw new Error(result.kind);
        const own = given(numbers[at]);
        // Half up for the positive amounts used here, in whole numbers.
        const after = Math.floor((2 * own * (100 + percent) + 100) / 200);
        const anew = evaluate(SCHEME, derivedLedger({ facts: factsOf(numbers.map((n, i) => (i === at ? after : n))) }));
        expect(fixed(given(result.total.after.score), 1)).toBe(fixed(given(anew.scorecard.total.score), 1));
        const sum = result.moved.reduce((total, { change }) => total.add(given(change)), whole(0));
        expect(sum.equals(given(result.total.change))).toBe(true);
      },
    ),
  );
});
