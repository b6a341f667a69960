import fc from 'fast-check';
import type { Fen } from '../../../src/core/money/amount.ts';
import { exact } from '../../../src/core/money/exact.ts';
import {
  chineseNumber,
  showAmount,
  showBareAmount,
  showComparison,
  showCount,
  showDifference,
  showGrowth,
  showRate,
  showScore,
} from '../../../src/core/money/prose.ts';
import { cases } from '../support/cases.ts';

interface Case {
  readonly name: string;
  readonly say: 'amount' | 'rate' | 'score' | 'count' | 'difference' | 'growth' | 'ordinal';
  readonly of: string;
  readonly from?: string;
  readonly unit?: string;
  readonly says: string | null;
}

const fenOf = (yuan = '0.00'): Fen => BigInt(yuan.replace('.', ''));

const SAY: Readonly<Record<Case['say'], (one: Case) => string | undefined>> = {
  amount: ({ of }) => showAmount(fenOf(of)),
  rate: ({ of }) => showRate(exact(of)),
  score: ({ of }) => showScore(exact(of), 1),
  count: ({ of, unit = '' }) => showCount(exact(of), unit),
  difference: ({ from, of }) => showDifference(fenOf(from), fenOf(of)),
  growth: ({ from, of }) => showGrowth(fenOf(from), fenOf(of)),
  ordinal: ({ of }) => chineseNumber(Number(of)),
};

test.each(cases<Case>(__dirname, 'prose.json'))('$name', (one) => {
  expect(SAY[one.say](one) ?? null).toBe(one.says);
});

test('the other units are written with their own name', () => {
  expect([showAmount(123_456_789n, '元'), showAmount(123_456_789n, '亿元')]).toEqual(['1234567.89元', '0.01亿元']);
});

const fen = fc.bigInt({ min: 1n, max: 10n ** 13n });

test('the words never stand against the numbers', () => {
  fc.assert(
    fc.property(fen, fen, (from, to) => {
      const words = [showDifference(from, to), showGrowth(from, to) ?? ''];
      for (const word of words) {
        if (to > from) expect(word).toMatch(/^(增|基本持平)/);
        else if (to < from) expect(word).toMatch(/^(减少|下降|基本持平)/);
        else expect(word).toBe('持平');
        expect(word).not.toMatch(/[^\d]0\.00(万元|%)$|-/);
      }
    }),
  );
});

test.each([
  ['2402700.00', '2403498.86', '比年初预算增加0.08万元', '超出年初预算0.08万元'],
  ['2402700.00', '2402700.00', '与年初预算持平', '与年初预算持平'],
  ['2402700.00', '2402749.99', '与年初预算基本持平', '与年初预算基本持平'],
  ['2402700.00', '2302700.00', '比年初预算减少10.00万元', '比年初预算减少10.00万元'],
])('from %s to %s: %s', (from, to, plain, limited) => {
  expect(showComparison('年初预算', fenOf(from), fenOf(to))).toBe(plain);
  expect(showComparison('年初预算', fenOf(from), fenOf(to), '超出')).toBe(limited);
});

test('in a table under 万元 an amount has no unit, unless it is too small for it', () => {
  expect([240270000n, 4500n, 0n, -1860000n].map(showBareAmount)).toEqual(['240.27', '45.00元', '0.00', '-1.86']);
});

test('ordinals are all different and outside of 1 to 99 there is none', () => {
  const all = Array.from({ length: 99 }, (_, index) => chineseNumber(index + 1));
  expect(new Set(all).size).toBe(99);
  for (const value of [0, 100, -1, 1.5, Number.NaN]) expect(() => chineseNumber(value)).toThrow(RangeError);
});
