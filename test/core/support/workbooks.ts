import type { Workbook, CellValue, Sheet, WrittenCell } from '../../../src/core/workbook/workbook.ts';
import { addressOf } from '../../../src/core/workbook/cell-ref.ts';
import type { CellContent, WritePlan } from '../../../src/core/workbook/write-plan.ts';

/** A cell as a test writes it: text that begins with `=` is a formula without a stored value, as many programs leave it. */
export type Cell = string | number | boolean | null | { readonly formula: string; readonly value: CellValue };
export type Rows = readonly (readonly Cell[])[];

export function sheetOf(name: string, rows: Rows, more: Partial<Sheet> = {}): Sheet {
  const formulas = new Map<string, string>();
  const values = rows.map((row, r) =>
    row.map((cell, c): CellValue => {
      if (typeof cell === 'object' && cell !== null) {
        formulas.set(`${String(r)},${String(c)}`, cell.formula);
        return cell.value;
      }
      if (typeof cell !== 'string' || !cell.startsWith('=')) return cell;
      formulas.set(`${String(r)},${String(c)}`, cell.slice(1));
      return null;
    }),
  );
  return { name, hidden: false, rows: values, formulas, merges: [], ...more };
}

export function workbookOf(sheets: Readonly<Record<string, Rows>>, written: readonly WrittenCell[] = []): Workbook {
  return { sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)), date1904: false, written };
}

interface Draft {
  readonly rows: CellValue[][];
  readonly formulas: Map<string, string>;
  readonly sheet: Sheet;
}

/** The workbook after a plan was carried out, with the record that a file keeps of it. */
export function applied(workbook: Workbook, plan: WritePlan): Workbook {
  const written = new Map(workbook.written.map((cell) => [`${cell.sheet}!${cell.address}`, cell]));
  const drafts = new Map<string, Draft>();
  const added = plan.newSheets.map(({ name, merges }) => sheetOf(name, [], { merges }));
  for (const sheet of [...workbook.sheets, ...added]) {
    drafts.set(sheet.name, { sheet, rows: sheet.rows.map((row) => [...row]), formulas: new Map(sheet.formulas) });
  }
  for (const { sheet, cells } of [
    ...plan.changes,
    ...plan.newSheets.map(({ name, cells }) => ({ sheet: name, cells })),
  ]) {
    const draft = drafts.get(sheet);
    if (draft === undefined) throw new Error(`no sheet ${sheet}`);
    for (const { row, column, content } of cells) {
      put(draft, row, column, content);
      const address = addressOf({ row, column });
      written.set(`${sheet}!${address}`, { sheet, address, content: recorded(content) });
    }
  }
  return {
    sheets: [...drafts.values()].map(({ sheet, rows, formulas }) => ({ ...sheet, rows, formulas })),
    date1904: workbook.date1904,
    written: [...written.values()],
  };
}

function put({ rows, formulas }: Draft, row: number, column: number, content: CellContent): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  formulas.delete(`${String(row)},${String(column)}`);
  if (content.kind === 'formula') formulas.set(`${String(row)},${String(column)}`, content.formula);
  cells[column] = valueOf(content);
}

function valueOf(content: CellContent): CellValue {
  switch (content.kind) {
    case 'empty':
      return null;
    case 'formula':
      return content.result;
    case 'number':
    case 'text':
      return content.value;
  }
}

/** What the record of a write-back says a cell held. */
function recorded(content: CellContent): string {
  if (content.kind === 'empty') return '';
  return content.kind === 'formula' ? content.formula : String(content.value);
}

/** The workbook with one cell typed over by a person. */
export function typed(workbook: Workbook, name: string, row: number, column: number, value: CellValue): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const formulas = new Map(sheet.formulas);
      formulas.delete(`${String(row)},${String(column)}`);
      const rows = sheet.rows.map((cells, r) => (r === row ? Object.assign([...cells], { [column]: value }) : cells));
      return { ...sheet, rows, formulas };
    }),
  };
}
