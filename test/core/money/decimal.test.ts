import fc from 'fast-check';
import {
  decimalOfDouble,
  exactOf,
  halfWidth,
  readNumber,
  type Decimal,
  type NumberReading,
} from '../../../src/core/money/decimal.ts';
import { cases } from '../support/cases.ts';

/** The decimal as written, by an independent way: the sign, then the digits with a point put in. */
function written({ units, decimals }: Decimal): string {
  const digits = String(units)
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${decimals === 0 ? '' : `.${digits.slice(at)}`}`;
}

function said(reading: NumberReading): string {
  const words = { blank: '空白', none: '没有', 'not-a-number': '不是数字' };
  return reading.kind === 'number' ? `${written(reading.decimal)}${reading.percent ? '%' : ''}` : words[reading.kind];
}

describe('numbers as people type them', () => {
  test.each(cases<{ name: string; text: string; reads: string }>(__dirname, 'numbers.json'))(
    '$name',
    ({ text, reads }) => {
      expect(said(readNumber(text))).toBe(reads);
    },
  );

  const decimals = fc.record({
    units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    decimals: fc.integer({ min: 0, max: 8 }),
  });

  test('what was printed reads as itself, however it was grouped, padded or widened', () => {
    const styles = fc.record({
      grouped: fc.boolean(),
      wide: fc.boolean(),
      bracket: fc.boolean(),
      percent: fc.boolean(),
    });
    fc.assert(
      fc.property(decimals, styles, fc.constantFrom('', ' ', '　', '\u00a0'), (decimal, style, space) => {
        let text = written(decimal);
        if (style.grouped) text = text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
        if (style.bracket && text.startsWith('-')) text = `(${text.slice(1)})`;
        else if (style.percent) text += '%';
        const percent = text.endsWith('%');
        if (style.wide) {
          text = text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        }
        expect(readNumber(`${space}${text}${space}`)).toEqual({ kind: 'number', decimal, percent });
      }),
    );
  });

  test('no text at all makes it fail, and a number is read only from digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readNumber(text);
        expect(reading.kind === 'number' && !/\d/.test(halfWidth(text))).toBe(false);
      }),
    );
  });

  test('full-width signs become ordinary ones, Chinese text stays', () => {
    expect(halfWidth('Ａ１（合计）　％')).toBe('A1(合计) %');
  });
});

describe('numbers as cells store them', () => {
  test.each(cases<{ name: string; stored: number; reads: string }>(__dirname, 'doubles.json'))(
    '$name',
    ({ stored, reads }) => {
      expect(written(decimalOfDouble(stored))).toBe(reads);
    },
  );

  test('every number of up to 15 significant digits reads as it was typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
        fc.integer({ min: 0, max: 14 }),
        (digits, shift) => {
          const typed = written({ units: BigInt(digits), decimals: shift });
          const short = typed.includes('.') ? typed.replace(/\.?0+$/, '') : typed;
          expect(written(decimalOfDouble(Number(typed)))).toBe(short === '-0' ? '0' : short);
        },
      ),
    );
  });

  test('agrees with the language where that prints no exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 5 }), (n, places) => {
        const value = n / 10 ** places;
        expect(written(decimalOfDouble(value))).toBe(String(value === 0 ? 0 : value));
      }),
    );
  });

  test.each([Number.NaN, Infinity, -Infinity])('%p is no number of a cell', (value) => {
    expect(() => decimalOfDouble(value)).toThrow('not a finite number');
  });

  test('the exact value is the decimal, not the double', () => {
    expect(exactOf(decimalOfDouble(0.1)).toFraction()).toBe('1/10');
  });
});
