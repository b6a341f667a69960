import type { CellRef } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../src/core/workbook/workbook.ts';
import { withCell } from './reshape.ts';
import type { Seeded } from './seeded.ts';

/** A workbook after something happened to it. */
export interface Mutation {
  /** What was done, to do it again by hand. */
  readonly what: string;
  readonly workbook: Workbook;
  /** The places whose content changed or went away, as they were before. */
  readonly before: ReadonlySet<string>;
  /** The places whose content changed or came in, as they are now. */
  readonly after: ReadonlySet<string>;
}

/** One string per place. */
export function placeOf({ sheet, row, column }: Pick<CellRef, 'sheet' | 'row' | 'column'>): string {
  return `${sheet}!${String(row)},${String(column)}`;
}

const GARBAGE: readonly CellValue[] = [
  null,
  '',
  ' ',
  '???',
  '待定',
  '1,23',
  '12a',
  '98.2%',
  '-',
  { error: '#REF!' },
  { error: '#N/A' },
  true,
  0,
  -1,
  301,
  2060702,
  20231215,
  45291,
  1e15,
  0.1,
  '合计',
  '小计',
  '项目支出',
  '其中：',
  '决算数',
  '年初预算数',
  '本年支出合计',
  '单位：万元',
  '单位：元',
  '3月',
  '2019年度',
  '注：',
  '一、',
  '205',
  "'07",
  '２３',
  '长'.repeat(300),
];

type Change = (workbook: Workbook, sheet: Sheet, random: Seeded) => Mutation | undefined;

/** Something that happens to workbooks, picked by the random numbers; undefined when it cannot happen here. */
export function mutated(workbook: Workbook, random: Seeded): Mutation | undefined {
  const sheet = random.pick(workbook.sheets);
  return random.pick(CHANGES)(workbook, sheet, random);
}

function anyCell(sheet: Sheet, random: Seeded): { row: number; column: number } | undefined {
  const filled = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((value, column) => (value === null ? [] : [{ row, column }])),
  );
  return filled.length === 0 ? undefined : random.pick(filled);
}

function replaced(workbook: Workbook, sheet: Sheet, next: Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((one) => (one === sheet ? next : one)) };
}

function cellChange(workbook: Workbook, sheet: Sheet, row: number, column: number, value: CellValue): Mutation {
  const place = placeOf({ sheet: sheet.name, row, column });
  return {
    what: `${place} ← ${JSON.stringify(value)}`,
    workbook: replaced(workbook, sheet, withCell(sheet, row, column, value)),
    before: new Set([place]),
    after: new Set([place]),
  };
}

const garbage: Change = (workbook, sheet, random) => {
  const row = random.below(sheet.rows.length + 1);
  const column = random.below((sheet.rows[row]?.length ?? 0) + 1);
  const value = random.pick(GARBAGE);
  const there = sheet.rows[row]?.[column];
  // An amount may be left out.
  if (typeof there === 'number' && (value === null || value === '' || value === '-' || value === ' ')) return undefined;
  if (row >= sheet.rows.length || column >= (sheet.rows[row]?.length ?? 0)) return undefined;
  return cellChange(workbook, sheet, row, column, value);
};

const mistyped: Change = (workbook, sheet, random) => {
  const place = anyCell(sheet, random);
  const value = place && sheet.rows[place.row]?.[place.column];
  if (place === undefined || typeof value !== 'string' || value === '') return undefined;
  const at = random.below(value.length);
  const rest = value.slice(at + 1);
  const text = random.pick([
    value.slice(0, at) + rest,
    value.slice(0, at) + (rest[0] ?? '') + (value[at] ?? '') + rest.slice(1),
    `${value.slice(0, at)} ${value.slice(at)}`,
    value.slice(0, at) + random.pick(['数', '年', '(', '）', '1', '支', '：']) + value.slice(at),
  ]);
  return cellChange(workbook, sheet, place.row, place.column, text);
};

const otherNumber: Change = (workbook, sheet, random) => {
  const place = anyCell(sheet, random);
  const value = place && sheet.rows[place.row]?.[place.column];
  if (place === undefined || typeof value !== 'number') return undefined;
  const next = random.pick<CellValue>([
    value * 10,
    value + 1,
    -value,
    String(value),
    `${String(value)}元`,
    value / 10_000,
  ]);
  return cellChange(workbook, sheet, place.row, place.column, next);
};

function rowPlaces(sheet: Sheet, row: number): readonly string[] {
  return (sheet.rows[row] ?? []).map((_, column) => placeOf({ sheet: sheet.name, row, column }));
}

/** Only where no formula or merged range refers to places: they would have to follow. */
function isPlain(workbook: Workbook, sheet: Sheet): boolean {
  return sheet.merges.length === 0 && workbook.sheets.every(({ formulas }) => formulas.size === 0);
}

const rowDeleted: Change = (workbook, sheet, random) => {
  if (!isPlain(workbook, sheet) || sheet.rows.length < 2) return undefined;
  const row = random.below(sheet.rows.length);
  return {
    what: `${sheet.name}: row ${String(row + 1)} deleted`,
    workbook: replaced(workbook, sheet, { ...sheet, rows: sheet.rows.toSpliced(row, 1) }),
    before: new Set(rowPlaces(sheet, row)),
    after: new Set(),
  };
};

const rowRepeated: Change = (workbook, sheet, random) => {
  if (!isPlain(workbook, sheet) || sheet.rows.length < 2) return undefined;
  const row = random.below(sheet.rows.length);
  const at = random.below(sheet.rows.length + 1);
  const next = { ...sheet, rows: sheet.rows.toSpliced(at, 0, sheet.rows[row] ?? []) };
  return {
    what: `${sheet.name}: row ${String(row + 1)} again at ${String(at + 1)}`,
    workbook: replaced(workbook, sheet, next),
    before: new Set(),
    after: new Set(rowPlaces(next, at)),
  };
};

const rowsSwapped: Change = (workbook, sheet, random) => {
  if (!isPlain(workbook, sheet) || sheet.rows.length < 2) return undefined;
  const [a, b] = [random.below(sheet.rows.length), random.below(sheet.rows.length)];
  const next = { ...sheet, rows: sheet.rows.with(a, sheet.rows[b] ?? []).with(b, sheet.rows[a] ?? []) };
  return {
    what: `${sheet.name}: rows ${String(a + 1)} and ${String(b + 1)} swapped`,
    workbook: replaced(workbook, sheet, next),
    before: new Set(),
    after: new Set(),
  };
};

const columnsSwapped: Change = (workbook, sheet, random) => {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (!isPlain(workbook, sheet) || width < 2) return undefined;
  const [a, b] = [random.below(width), random.below(width)];
  const rows = sheet.rows.map((row) => {
    const cells = Array.from({ length: Math.max(row.length, a + 1, b + 1) }, (_, column) => row[column] ?? null);
    return cells.with(a, row[b] ?? null).with(b, row[a] ?? null);
  });
  return {
    what: `${sheet.name}: columns ${String(a + 1)} and ${String(b + 1)} swapped`,
    workbook: replaced(workbook, sheet, { ...sheet, rows }),
    before: new Set(),
    after: new Set(),
  };
};

const columnDeleted: Change = (workbook, sheet, random) => {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (!isPlain(workbook, sheet) || width < 2) return undefined;
  const column = random.below(width);
  return {
    what: `${sheet.name}: column ${String(column + 1)} deleted`,
    workbook: replaced(workbook, sheet, { ...sheet, rows: sheet.rows.map((row) => row.toSpliced(column, 1)) }),
    before: new Set(sheet.rows.map((_, row) => placeOf({ sheet: sheet.name, row, column }))),
    after: new Set(),
  };
};

const mergesLost: Change = (workbook, sheet) => {
  if (sheet.merges.length === 0) return undefined;
  return {
    what: `${sheet.name}: merges lost`,
    workbook: replaced(workbook, sheet, { ...sheet, merges: [] }),
    before: new Set(),
    after: new Set(),
  };
};

const sheetRepeated: Change = (workbook, sheet) => ({
  what: `${sheet.name}: a second time`,
  workbook: { ...workbook, sheets: [...workbook.sheets, { ...sheet, name: `${sheet.name} (2)` }] },
  before: new Set(),
  after: new Set(),
});

const sheetHidden: Change = (workbook, sheet) => ({
  what: `${sheet.name}: hidden`,
  workbook: replaced(workbook, sheet, { ...sheet, hidden: !sheet.hidden }),
  before: new Set(),
  after: new Set(),
});

/** Changes of single cells are likelier than of whole rows, columns and sheets. */
const CHANGES: readonly Change[] = [
  ...[garbage, garbage, garbage, garbage, mistyped, mistyped, mistyped, otherNumber, otherNumber],
  ...[rowDeleted, rowRepeated, rowsSwapped, columnsSwapped, columnDeleted, mergesLost, sheetRepeated, sheetHidden],
];
