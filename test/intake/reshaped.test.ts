import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake, type Intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { plainLabel } from '../../src/core/workbook/labels.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { readCases, type FormWorkbook } from '../support/form-cases.ts';
import { withBlank } from '../support/insert-blanks.ts';
import { inOtherUnit } from '../support/other-unit.ts';
import { withCells, withSheets } from '../support/reshape.ts';

/*
 * The same workbook in another shape says the same.
 */

const SEED = 20231215;
/** Large workbooks are shaped a few times, small ones more often. */
const MOST_RUNS = 12;
const CELLS = 4000;
const SHAPES = ['order', 'rows', 'columns', 'synonyms', 'unit'] as const;
type Shape = (typeof SHAPES)[number];

/** Why a case cannot take a shape, by its name. */
const EXCEPT = JSON.parse(readFileSync(join(__dirname, 'reshaped-except.json'), 'utf8')) as Readonly<
  Record<string, Partial<Readonly<Record<Shape, string>>>>
>;
/** Column headers that mean the same. */
const SYNONYMS = JSON.parse(readFileSync(join(__dirname, 'synonyms.json'), 'utf8')) as readonly (readonly string[])[];

const cases = readCases();
const before = new Map(cases.map((each) => [each.name, intake(each.workbook)]));

function runsOf({ workbook }: FormWorkbook): { numRuns: number; seed: number } {
  const cells = workbook.sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
  return { numRuns: Math.max(2, Math.min(MOST_RUNS, Math.round(CELLS / cells))), seed: SEED };
}

function valuesOf({ ledger }: Intake): Readonly<Record<string, string>> {
  return Object.fromEntries([...ledger.facts()].map((fact) => [fact.key, `${plainValue(fact)}${fact.unit}`]));
}

function read(each: FormWorkbook): Intake {
  return before.get(each.name) ?? intake(each.workbook);
}

function taking(shape: Shape): readonly (readonly [string, FormWorkbook])[] {
  return cases.filter(({ name }) => EXCEPT[name]?.[shape] === undefined).map((each) => [each.name, each]);
}

function same(each: FormWorkbook, changed: Workbook): void {
  expect(valuesOf(intake(changed))).toEqual(valuesOf(read(each)));
}

test('the exceptions name cases and shapes, and say why', () => {
  for (const [name, shapes] of Object.entries(EXCEPT)) {
    expect(cases.map((each) => each.name)).toContain(name);
    for (const [shape, why] of Object.entries(shapes)) {
      expect(SHAPES).toContain(shape);
      expect(why).not.toBe('');
    }
  }
});

test.each(taking('order'))('the order of the sheets: %s', (_, each) => {
  const { sheets } = each.workbook;
  const orders = fc.shuffledSubarray([...sheets], { minLength: sheets.length, maxLength: sheets.length });
  fc.assert(
    fc.property(orders, (order) => {
      same(each, { ...each.workbook, sheets: order });
    }),
    sheets.length === 1 ? { numRuns: 1 } : runsOf(each),
  );
});

test.each([
  ...taking('rows').map((one) => ['row', ...one] as const),
  ...taking('columns').map((one) => ['column', ...one] as const),
])('an empty %s put in anywhere: %s', (axis, _, each) => {
  const places = each.workbook.sheets.flatMap(({ rows }, sheet) => {
    const size = axis === 'row' ? rows.length : Math.max(0, ...rows.map((row) => row.length));
    return Array.from({ length: size }, (_unused, at) => ({ sheet, axis, at }));
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 2 }), (insertions) => {
      same(each, insertions.reduce(withBlank, each.workbook));
    }),
    runsOf(each),
  );
});

test.each(taking('synonyms'))('headers renamed within their synonyms: %s', (_, each) => {
  const words = renamable(each);
  if (words.length === 0) return;
  const renamings = fc.tuple(...words.map(({ group }) => fc.constantFrom(...group)));
  fc.assert(
    fc.property(renamings, (chosen) => {
      const changed = withSheets(each.workbook, (sheet) =>
        withCells(sheet, (value) => {
          const index = words.findIndex((word) => word.sheet === sheet.name && word.value === value);
          return index < 0 ? value : (chosen[index] ?? value);
        }),
      );
      same(each, changed);
    }),
    runsOf(each),
  );
});

/** The headers that have another word for the same; one that stands in several places of a sheet is renamed in all of them. */
function renamable(each: FormWorkbook) {
  return read(each).sheets.flatMap(({ name, tables }) =>
    tables.flatMap(({ headerRows, range }) => {
      if (headerRows === undefined) return [];
      const { rows } = each.workbook.sheets.find((sheet) => sheet.name === name) ?? { rows: [] };
      return rows.slice(headerRows.top, headerRows.bottom + 1).flatMap((cells) =>
        cells.flatMap((value, column) => {
          if (typeof value !== 'string' || column < range.left || column > range.right) return [];
          const group = SYNONYMS.find((synonyms) => synonyms.includes(plainLabel(value)));
          return group === undefined ? [] : [{ sheet: name, value, group }];
        }),
      );
    }),
  );
}

test.each(taking('unit'))('元 instead of 万元, and 万元 instead of 元: %s', (_, each) => {
  for (const sheet of read(each).sheets) {
    const changed = inOtherUnit(each.workbook, sheet, read(each).ledger.facts());
    if (changed !== undefined) same(each, changed);
  }
});

test('most cases can be switched to another unit, and have headers with synonyms', () => {
  const switched = cases.filter((each) =>
    read(each).sheets.some((sheet) => inOtherUnit(each.workbook, sheet, read(each).ledger.facts()) !== undefined),
  );
  const renamed = cases.filter((each) => renamable(each).length > 0);
  expect(switched.length).toBeGreaterThan(cases.length / 3);
  expect(renamed.length).toBeGreaterThan(cases.length / 3);
});
