import { addressOf, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import type { CellLook, CellWrite, NewSheet } from '../../../../core/workbook/write-plan.ts';
import { showRange } from '../sheet/range.ts';
import { cellXml } from './cell-xml.ts';
import { mergeFillers, rowHeight } from '../../../plans/sheet-layout.ts';
import { writesByRow } from '../../../plans/writes-by-row.ts';

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
    return `<row r="${String(row + 1)}"${height(sheet, [...(writes.get(row)?.values() ?? [])])}>${xml.join('')}</row>`;
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

function height(sheet: NewSheet, cells: readonly CellWrite[]): string {
  const { points, fixed } = rowHeight(sheet, cells);
  return ` ht="${String(points)}"${fixed ? ' customHeight="1"' : ''}`;
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
