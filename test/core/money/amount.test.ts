import fc from 'fast-check';
import {
  AMOUNT_UNITS,
  amountIn,
  amountText,
  fenPer,
  stateAmount,
  type AmountUnit,
} from '../../../src/core/money/amount.ts';
import { decimalOfDouble, readNumber } from '../../../src/core/money/decimal.ts';
import { fixed, ratio, rounded } from '../../../src/core/money/exact.ts';
import { cases } from '../support/cases.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly unit: AmountUnit;
  readonly decimals?: number;
  readonly yuan: string;
  readonly step: string;
  readonly whole: boolean;
}

test.each(cases<Case>(__dirname, 'amounts.json'))('$name', ({ text, unit, decimals, yuan, step, whole }) => {
  const reading = readNumber(text);
  if (reading.kind !== 'number') throw new Error(text);
  const stated = stateAmount(reading.decimal, unit, decimals);
  expect({
    yuan: amountText(stated.fen, '元'),
    step: amountText(stated.quantum, '元'),
    whole: stated.wholeFen,
  }).toEqual({ yuan, step, whole });
});

const fen = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const unit = fc.constantFrom(...AMOUNT_UNITS);

test('an amount written in full in any unit reads back as the same amount', () => {
  fc.assert(
    fc.property(fen, unit, (amount, one) => {
      const places = String(fenPer(one)).length - 1;
      const reading = readNumber(fixed(amountIn(amount, one), places));
      if (reading.kind !== 'number') throw new Error('not read');
      expect(stateAmount(reading.decimal, one)).toEqual({ fen: amount, quantum: 1n, wholeFen: true });
    }),
  );
});

test('through one unit into another and back nothing is lost', () => {
  fc.assert(
    fc.property(fen, unit, unit, (amount, one, other) => {
      const moved = amountIn(amount, one).mul(ratio(fenPer(one), fenPer(other)));
      expect(moved.equals(amountIn(amount, other))).toBe(true);
    }),
  );
});

test('an amount stated to a step is at most half a step away from the real one', () => {
  fc.assert(
    fc.property(fen, unit, fc.integer({ min: 0, max: 4 }), (amount, one, places) => {
      const reading = readNumber(fixed(amountIn(amount, one), places));
      if (reading.kind !== 'number') throw new Error('not read');
      const { fen: read, quantum } = stateAmount(reading.decimal, one);
      const away = read > amount ? read - amount : amount - read;
      expect(2n * away <= quantum).toBe(true);
    }),
  );
});

test('the text of an amount is its value rounded once', () => {
  fc.assert(
    fc.property(fen, unit, (amount, one) => {
      expect(amountText(amount, one)).toBe(fixed(rounded(amountIn(amount, one), 2), 2));
    }),
  );
});

test('the double of a cell with 万元 states the same 分 as the text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (amount) => {
      const text = fixed(amountIn(BigInt(amount), '万元'), 6);
      expect(stateAmount(decimalOfDouble(Number(text)), '万元').fen).toBe(BigInt(amount));
    }),
  );
});
