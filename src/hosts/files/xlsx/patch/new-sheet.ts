import { addressOf, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import type { CellLook, CellWrite, NewSheet } from '../../../../core/workbook/write-plan.ts';
import { showRange } from '../sheet/range.ts';
import { cellXml } from './cell-xml.ts';
import { writesByRow } from './check-writes.ts';

/** Heights of rows, in points. */
const TITLE_HEIGHT = 36;
const MAX_HEIGHT = 400;

/**
 * The part of a sheet we add: A4 landscape, one page wide, with its heading rows in view.
 * @param namespace of spreadsheet parts in this package, Transitional or Strict
 * @param styleOf the index of a look's style
 * @throws WriteRefused for cells that no sheet can hold
 */
export function newSheetXml(sheet: NewSheet, namespace: string, styleOf: (look: CellLook) => string): string {
  const writes = writesByRow(sheet.name, sheet.cells);
  const fillers = mergeFillers(sheet);
  const indexes = [...new Set([...writes.keys(), ...fillers.keys()])].sort((a, b) => a - b);
  const rows = indexes.map((row) => {
    const cells = [...(writes.get(row)?.values() ?? [])].map((cell) => ({
      column: cell.column,
      xml: cellXml(`<c r="${addressOf(cell)}">`, '', cell.content, cell.look && styleOf(cell.look)),
    }));
    for (const { column, look } of fillers.get(row) ?? []) {
      cells.push({ column, xml: `<c r="${addressOf({ row, column })}" s="${styleOf(look)}"/>` });
    }
    const xml = cells.sort((a, b) => a.column - b.column).map((cell) => cell.xml);
    return `<row r="${String(row + 1)}"${rowHeight(sheet, [...(writes.get(row)?.values() ?? [])])}>${xml.join('')}</row>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${usedRange(sheet)}"/>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozenPane(sheet.headerRow)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="21" customHeight="1"/>',
    columns(sheet.columnWidths),
    rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`,
    mergeCells(sheet.merges),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** Empty cells behind merged ones, so that a merged cell has its border on all sides. */
function mergeFillers(sheet: NewSheet): Map<number, { column: number; look: CellLook }[]> {
  const written = new Map(sheet.cells.map((cell) => [addressOf(cell), cell]));
  const fillers = new Map<number, { column: number; look: CellLook }[]>();
  for (const { top, left, bottom, right } of sheet.merges) {
    const look = written.get(addressOf({ row: top, column: left }))?.look;
    if (look === undefined) continue;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (written.has(addressOf({ row, column }))) continue;
        fillers.set(row, [...(fillers.get(row) ?? []), { column, look }]);
      }
    }
  }
  return fillers;
}

/**
 * The height of a row, for programs that do not measure wrapped text when they open a file. Only the title's height is
 * fixed; all others adapt when the text is edited.
 */
function rowHeight(sheet: NewSheet, cells: readonly CellWrite[]): string {
  if (cells.some((cell) => cell.look === 'title')) return ` ht="${String(TITLE_HEIGHT)}" customHeight="1"`;
  const note = cells.some((cell) => cell.look === 'note');
  const lines = Math.max(1, ...cells.map((cell) => lineCount(sheet, cell)));
  const height = note
    ? lines * 13 + 5
    : Math.max(cells.some((cell) => cell.look === 'header') ? 24 : 21, lines * 15 + 6);
  // What is merged over several columns is never measured by a spreadsheet, so that height has to stay.
  return ` ht="${String(Math.min(height, MAX_HEIGHT))}"${note ? ' customHeight="1"' : ''}`;
}

/** How many lines a text takes in its column, or in the columns that it is merged over. */
function lineCount(sheet: NewSheet, { row, column, content, look }: CellWrite): number {
  const text = content.kind === 'text' ? content.value : content.kind === 'formula' ? String(content.result) : '';
  const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
  // A cell merged over several rows has their room as well.
  if (text === '' || (merge !== undefined && merge.bottom > merge.top)) return 1;
  const widths = sheet.columnWidths.slice(column, (merge?.right ?? column) + 1);
  // Widths count characters of the default font; notes are smaller, everything else is about that size.
  const room = Math.max(4, widths.reduce((sum, width) => sum + width, 0) * (look === 'note' ? 1.15 : 0.98) - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** A Han character is two characters wide. */
function textWidth(line: string): number {
  let width = 0;
  for (const letter of line) width += letter > '\u02FF' ? 2 : 1;
  return width;
}

function usedRange({ cells, merges }: NewSheet): string {
  const rows = [...cells.map((cell) => cell.row), ...merges.map((merge) => merge.bottom)];
  const columns = [...cells.map((cell) => cell.column), ...merges.map((merge) => merge.right)];
  return showRange({ top: 0, left: 0, bottom: Math.max(0, ...rows), right: Math.max(0, ...columns) });
}

function frozenPane(headerRow: number): string {
  if (headerRow < 0) return '';
  const first = addressOf({ row: headerRow + 1, column: 0 });
  return (
    `<pane ySplit="${String(headerRow + 1)}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`
  );
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const list = widths.map((width, index) => {
    const number = String(index + 1);
    return `<col min="${number}" max="${number}" width="${String(width)}" customWidth="1"/>`;
  });
  return `<cols>${list.join('')}</cols>`;
}

function mergeCells(merges: readonly CellRange[]): string {
  if (merges.length === 0) return '';
  const list = merges.map((merge) => `<mergeCell ref="${showRange(merge)}"/>`);
  return `<mergeCells count="${String(merges.length)}">${list.join('')}</mergeCells>`;
}
