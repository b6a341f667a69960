import fc from 'fast-check';
import type { CellContent, CellWrite } from '../../../../src/core/workbook/write-plan.ts';
import type { CellValue } from '../../../../src/core/workbook/workbook.ts';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { addressOf } from '../../../../src/core/workbook/cell-ref.ts';
import { partText, withoutCells } from './support/packages.ts';
import { made } from './support/workbooks.ts';

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((value) => !/\p{Surrogate}/u.test(value)),
  fc.constantFrom('=1+1', '-5', '@x', '<c r="A1"/>', ']]>', '&lt;', '_x0041_', 'a\r\nb', ' ', '😀'),
);
const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const place = { row: fc.nat(12), column: fc.nat(30) };
const value = fc.oneof(awkward, numbers, fc.boolean());
const grid = fc.array(fc.record({ ...place, value }), { maxLength: 25 });
const content: fc.Arbitrary<CellContent> = fc.oneof(
  numbers.map((number): CellContent => ({ kind: 'number', value: number })),
  awkward.map((text): CellContent => ({ kind: 'text', value: text })),
  fc.record({
    kind: fc.constant('formula' as const),
    formula: fc.constantFrom('A1*2', 'IF(B1<>"",B1&"x",0)', "'其 他'!A1"),
    result: fc.oneof(awkward, numbers),
  }),
);
const look = fc.constantFrom('rate' as const, 'score' as const, 'text' as const);
const writes: fc.Arbitrary<CellWrite[]> = fc.uniqueArray(
  fc.record({ ...place, content, look }, { requiredKeys: ['row', 'column', 'content'] }),
  {
    minLength: 1,
    maxLength: 20,
    selector: (cell) => addressOf(cell),
  },
);

/** The values of a sheet by address, empty cells left out; -0 is 0 in a file. */
function valuesOf(rows: readonly (readonly CellValue[])[]): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell !== null) values.set(addressOf({ row: rowIndex, column }), cell === 0 ? 0 : cell);
    });
  });
  return values;
}

test('whatever is written is read, and nothing else has changed', async () => {
  await fc.assert(
    fc.asyncProperty(grid, writes, async (cells, plan) => {
      const rows: (string | number | boolean | null)[][] = [];
      for (const cell of cells) {
        while (rows.length <= cell.row) rows.push([]);
        const row = rows[cell.row] ?? [];
        while (row.length <= cell.column) row.push(null);
        row[cell.column] = cell.value;
      }
      const before = await made({ name: '表', rows });
      const model = valuesOf((await readXlsx(before)).sheets[0]?.rows ?? []);
      const formulas = new Map<string, string>();
      for (const cell of plan) {
        const { content: now } = cell;
        const result = now.kind === 'formula' ? now.result : now.kind === 'empty' ? null : now.value;
        model.set(addressOf(cell), result === 0 ? 0 : result);
        if (now.kind === 'formula') formulas.set(`${String(cell.row)},${String(cell.column)}`, now.formula);
      }
      const after = await patchXlsx(before, { changes: [{ sheet: '表', cells: plan }], newSheets: [] });
      const sheet = (await readXlsx(after)).sheets[0];
      expect(new Map([...valuesOf(sheet?.rows ?? [])].sort())).toEqual(new Map([...model].sort()));
      expect(new Map([...(sheet?.formulas ?? [])].sort())).toEqual(new Map([...formulas].sort()));
      const touched = plan.map((cell) => addressOf(cell));
      const [old, now] = await Promise.all([before, after].map((bytes) => partText(bytes, 'xl/worksheets/sheet1.xml')));
      expect(withoutCells(now ?? '', touched)).toBe(withoutCells(old ?? '-', touched));
    }),
    { numRuns: 60 },
  );
}, 60_000);
