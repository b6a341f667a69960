import fc from 'fast-check';
import {
  addressOf,
  cellKey,
  columnIndex,
  columnName,
  formulaRef,
  parseAddress,
  showCell,
  showCells,
  type CellRef,
} from '../../../src/core/workbook/cell-ref.ts';

const row = fc.integer({ min: 0, max: 1_048_575 });
const column = fc.integer({ min: 0, max: 16_383 });

test('an address reads back as its place, with and without dollar signs', () => {
  fc.assert(
    fc.property(row, column, (r, c) => {
      const place = { row: r, column: c };
      expect(columnIndex(columnName(c))).toBe(c);
      expect(parseAddress(addressOf(place))).toEqual(place);
      expect(parseAddress(`$${columnName(c)}$${String(r + 1)}`)).toEqual(place);
    }),
  );
});

test('the columns people know', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

test.each(['', 'B', '7', 'b7', 'B0', 'B07', 'ABCD1', 'B7:C8', 'B 7', '预算!B7'])('%p is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

const SHEETS: readonly (readonly [string, string])[] = [
  ['预算', '预算!E5'],
  ['Sheet1', 'Sheet1!E5'],
  ['2023预算', "'2023预算'!E5"],
  ['2023 预算', "'2023 预算'!E5"],
  ['预算（调整）', "'预算（调整）'!E5"],
  ['预算-调整', "'预算-调整'!E5"],
  ["甲'乙", "'甲''乙'!E5"],
  ['AB12', "'AB12'!E5"],
  ['R1C1', "'R1C1'!E5"],
  ['rc', "'rc'!E5"],
  ['R', "'R'!E5"],
  ['c', "'c'!E5"],
  ['预算①', "'预算①'!E5"],
  ['RCA', 'RCA!E5'],
];

test.each(SHEETS)('a formula refers to a cell of the sheet %s as %s', (sheet, shown) => {
  expect(formulaRef({ sheet, row: 4, column: 4 })).toBe(shown);
});

test('people read several cells with neighbours in a row or a column joined and each place once', () => {
  const at = (sheet: string, address: string): CellRef => {
    const place = parseAddress(address);
    if (place === undefined) throw new Error(address);
    return { sheet, ...place };
  };
  const months = ['C5', 'D5', 'E5'].map((address) => at('月度', address));
  expect(showCells([...months, at('预算', 'E5')])).toBe('月度!C5:E5、预算!E5');
  expect(showCells([at('甲', 'A1'), at('乙', 'B1')])).toBe('甲!A1、乙!B1');
  expect(showCells([at('甲', 'A1'), at('甲', 'A2')])).toBe('甲!A1:A2');
  expect(showCells(['A1', 'B1', 'B2', 'A3'].map((address) => at('甲', address)))).toBe('甲!A1:B1、甲!B2、甲!A3');
  expect(showCells(['B2', 'A2'].map((address) => at('甲', address)))).toBe('甲!B2、甲!A2');
  expect(showCells([at('甲', 'B1'), at('甲', 'B1')])).toBe('甲!B1');
  expect(showCells([])).toBe('');
  expect(showCell(at('2023 预算', 'AA10'))).toBe('2023 预算!AA10');
});

test('two places have one key only when they are one place', () => {
  const sheet = fc.constantFrom('预算', '1,预算', '2,1,预算', '');
  const place = fc.record({ sheet, row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(cellKey(a) === cellKey(b)).toBe(a.sheet === b.sheet && a.row === b.row && a.column === b.column);
    }),
  );
});
