import fc from 'fast-check';
import {
  asDouble,
  exact,
  fixed,
  maximum,
  minimum,
  ratio,
  rounded,
  roundHalfUp,
  sum,
  trimmed,
  whole,
} from '../../../src/core/money/exact.ts';
import { cases } from '../support/cases.ts';

const fractions = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }));
const places = fc.integer({ min: 0, max: 6 });

/** 四舍五入 done on paper: divide, look whether what is left is at least half, put the sign back. */
function byHand(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  let quotient = 0n;
  let rest = 0n;
  for (const digit of String(size)) {
    rest = rest * 10n + BigInt(digit);
    let step = 0n;
    while (rest >= denominator) {
      rest -= denominator;
      step += 1n;
    }
    quotient = quotient * 10n + step;
  }
  if (rest + rest >= denominator) quotient += 1n;
  return numerator < 0n ? -quotient : quotient;
}

test.each(cases<{ name: string; value: string; places: number; prints: string }>(__dirname, 'rounding.json'))(
  '$name',
  ({ value, places, prints }) => {
    expect(fixed(exact(value), places)).toBe(prints);
  },
);

test('rounds half away from zero, once', () => {
  fc.assert(
    fc.property(fractions, ([n, d]) => {
      expect(roundHalfUp(n, d)).toBe(byHand(n, d));
    }),
  );
});

test('borders: exactly half goes away from zero, a hair less does not', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), places, (units, at) => {
      const away = units < 0n ? -1n : 1n;
      const half = ratio(2n * units + away, 2n * 10n ** BigInt(at));
      const nudge = ratio(away, 10n ** 40n);
      const print = (n: bigint): string => fixed(ratio(n, 10n ** BigInt(at)), at);
      expect(fixed(half, at)).toBe(print(units + away));
      expect(fixed(half.sub(nudge), at)).toBe(print(units));
    }),
  );
});

test('prints exactly the asked decimals of the value rounded to them, and never a negative zero', () => {
  fc.assert(
    fc.property(fractions, places, ([n, d], at) => {
      const value = ratio(n, d);
      const text = fixed(value, at);
      expect(text).toMatch(at === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${String(at)}}$`));
      expect(text).not.toMatch(/^-[0.]+$/);
      expect(exact(text).equals(rounded(value, at))).toBe(true);
      expect(
        value
          .sub(exact(text))
          .abs()
          .mul(whole(2))
          .compare(ratio(1n, 10n ** BigInt(at))),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

test('trimming drops trailing zeros after the point and nothing else', () => {
  fc.assert(
    fc.property(fractions, places, ([n, d], at) => {
      const text = trimmed(ratio(n, d), at);
      expect(exact(text).equals(exact(fixed(ratio(n, d), at)))).toBe(true);
      expect(text).not.toMatch(/\.\d*0$|\.$/);
    }),
  );
  expect(trimmed(whole(100), 0)).toBe('100');
  expect(trimmed(whole(100), 2)).toBe('100');
});

test('a decimal text is exact, anything else is refused', () => {
  expect(exact('-0.7').toFraction()).toBe('-7/10');
  for (const text of ['', '1e3', '1,000', '.5', '5.', '½', '0x10', ' 1']) {
    expect(() => exact(text)).toThrow('not a decimal');
  }
});

test('nothing is divided by zero silently', () => {
  expect(() => ratio(1n, 0n)).toThrow();
  expect(() => ratio(0n, 0n)).toThrow();
});

test('smaller, larger and sum of exact values', () => {
  fc.assert(
    fc.property(fc.array(fractions, { maxLength: 8 }), (list) => {
      const values = list.map(([n, d]) => ratio(n, d));
      const common = list.reduce((product, [, d]) => product * d, 1n);
      const total = list.reduce((t, [n, d]) => t + (n * common) / d, 0n);
      expect(sum(values).equals(ratio(total, common))).toBe(true);
      const [a, b] = values;
      if (a === undefined || b === undefined) return;
      expect([minimum(a, b), maximum(a, b)]).toEqual(a.compare(b) <= 0 ? [a, b] : [b, a]);
    }),
  );
});

test('a cell gets the double nearest to the value', () => {
  expect(asDouble(exact('0.982'))).toBe(0.982);
  expect(asDouble(ratio(1n, 3n))).toBe(1 / 3);
  expect(asDouble(exact('240171236.55'))).toBe(240171236.55);
});
