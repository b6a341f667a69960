import type { CellObject, WorkSheet } from '@e965/xlsx';
import { inReadingOrder } from '../../../core/workbook/cell-ranges.ts';
import { addressOf, type CellRange } from '../../../core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../../core/workbook/workbook.ts';
import { UnusableFile } from '../../ports/unusable-file.ts';
import { MAX_GRID_CELLS } from '../xlsx/opc/limits.ts';
import { checkStream, type BiffSheet } from './biff-stream.ts';
import { CompoundFile } from './compound-file.ts';

/**
 * Reads a workbook of Excel 97 to 2003 (.xls, BIFF8). The structure is checked here; a library decodes cells and writes
 * out formulas, and what it gives must have exactly the cells that the file has.
 * @throws UnusableFile, and nothing else
 */
export async function readXls(bytes: Uint8Array): Promise<Workbook> {
  const { sheets, bytes: stream, date1904 } = checkStream(workbookStream(bytes));
  if (sheets.reduce((sum, sheet) => sum + sheet.cells, 0) > MAX_GRID_CELLS) throw new UnusableFile('too-large');
  if (new Set(sheets.map((sheet) => sheet.name)).size < sheets.length) throw damaged('two sheets of one name');
  // Large, and needed for old files only.
  const { read } = await import(/* webpackChunkName: "xls" */ '@e965/xlsx');
  try {
    const { Sheets } = read(stream, { type: 'buffer', dense: true, cellText: false, cellHTML: false });
    let cellsLeft = MAX_GRID_CELLS;
    const result: Sheet[] = [];
    for (const sheet of sheets) {
      if (!sheet.isWorksheet) continue;
      const decoded = sheetOf(sheet, Sheets[sheet.name], cellsLeft);
      cellsLeft = decoded.cellsLeft;
      result.push(decoded.sheet);
    }
    return { sheets: result, date1904, written: [] };
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

function damaged(what: string): UnusableFile {
  return new UnusableFile('damaged', `xls: ${what}`);
}

/** A copy of the stream that holds the workbook. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const { streams } = new CompoundFile(bytes);
  const stream = (name: string): (() => Uint8Array) | undefined =>
    streams.get([...streams.keys()].find((key) => key.toLowerCase() === name) ?? '');
  // A password-protected .xlsx is a compound file with the zip in this stream.
  if (stream('encryptedpackage') !== undefined) throw new UnusableFile('encrypted');
  const content = stream('workbook');
  if (content !== undefined) return content().slice();
  // Excel 5 and 95 called it so; what has neither is a document of some other program.
  if (stream('book') !== undefined) throw new UnusableFile('legacy-xls', 'Book stream');
  throw new UnusableFile('not-a-workbook', 'compound file without a workbook');
}

function sheetOf(
  { name, hidden, cells: expected }: BiffSheet,
  decoded: WorkSheet | undefined,
  cellsLeft: number,
): { sheet: Sheet; cellsLeft: number } {
  if (decoded === undefined) throw damaged(`sheet ${name} was not read`);
  const formulas = new Map<string, string>();
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = decoded['!data'] ?? [];
  let found = 0;
  let left = cellsLeft;
  const rows = Array.from(data, (cells = [], row) => {
    left -= cells.length;
    if (left < 0) throw new UnusableFile('too-large', `${name} spans too many cells`);
    return Array.from(cells, (cell, column) => {
      if (cell === undefined) return null;
      found += 1;
      if (cell.f !== undefined) formulas.set(`${String(row)},${String(column)}`, cell.f);
      return valueOf(cell, row, column);
    });
  });
  // A record that was not understood, or two cells in one place.
  if (found !== expected) throw damaged(`${name}: ${String(found)} of ${String(expected)} cells`);
  const merges = (decoded['!merges'] ?? []).map(({ s, e }): CellRange => {
    if (s.r > e.r || s.c > e.c) throw damaged(`${name}: merged range`);
    return { top: s.r, left: s.c, bottom: e.r, right: e.c };
  });
  return { sheet: { name, hidden, rows, formulas, merges: inReadingOrder(merges) }, cellsLeft: left };
}

/** Error values by their codes in the file. */
const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

function valueOf(cell: CellObject, row: number, column: number): CellValue {
  const { t: type, v: value } = cell;
  if (type === 'e' && typeof value === 'number') {
    const error = ERRORS.get(value);
    if (error !== undefined) return { error };
  }
  if (type === 'n' && typeof value === 'number' && Number.isFinite(value)) return value;
  if (type === 's' && typeof value === 'string') return value;
  if (type === 'b' && typeof value === 'boolean') return value;
  throw damaged(`${addressOf({ row, column })} is a cell of type ${type}`);
}
