import { MAX_COLUMNS, MAX_ROWS, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import { localName, xmlParser } from '../../../xml/xml-parser.ts';
import type { XmlSpan } from '../../../xml/xml-tree.ts';
import { readAddress, readRange } from './range.ts';

/** A formula as the sheet part writes it. */
export interface ScannedFormula {
  readonly text: string;
  /** `normal`, `shared`, `array` or `dataTable` */
  readonly type: string;
  /** The cells of a shared, array or data table formula, at the cell that holds it. */
  readonly ref: string | undefined;
  /** The number that ties the cells of a shared formula together. */
  readonly group: string | undefined;
}

/** A cell as the sheet part writes it, and where. */
export interface ScannedCell extends XmlSpan {
  readonly row: number;
  readonly column: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of `<v>`; undefined without one. */
  readonly value: string | undefined;
  /** The text of `<is>` without its phonetic runs; undefined without one. */
  readonly inline: string | undefined;
  readonly formula: ScannedFormula | undefined;
}

/** A row element and where it stands. */
export interface ScannedRow extends XmlSpan {
  readonly row: number;
  /** The style of its empty cells, when it has one of its own. */
  readonly style: string | undefined;
}

/** What a sheet part has besides its cells. */
export interface SheetFrame {
  /** `<sheetData>` with its name and place. */
  readonly data: XmlSpan & { readonly name: string };
  readonly dimension: { readonly start: number; readonly openEnd: number; readonly ref: string } | undefined;
  /** Styles of whole columns; both ends count from 0. */
  readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: string }[];
  readonly rows: readonly ScannedRow[];
  readonly merges: readonly CellRange[];
}

/** What an element means, by what its parent means and its own local name; everything else is passed over. */
const MEANINGS = new Map<string, ReadonlyMap<string, string>>([
  ['', new Map([['worksheet', 'worksheet']])],
  [
    'worksheet',
    new Map([
      ['dimension', 'dimension'],
      ['cols', 'columns'],
      ['sheetData', 'data'],
      ['mergeCells', 'merges'],
    ]),
  ],
  ['columns', new Map([['col', 'column']])],
  ['data', new Map([['row', 'row']])],
  ['row', new Map([['c', 'cell']])],
  [
    'cell',
    new Map([
      ['v', 'value'],
      ['is', 'inline'],
      ['f', 'formula'],
    ]),
  ],
  [
    'inline',
    new Map([
      ['t', 'text'],
      ['r', 'run'],
    ]),
  ],
  // Phonetic runs have a text as well, which is not part of the cell's.
  ['run', new Map([['t', 'text']])],
  ['merges', new Map([['mergeCell', 'merge']])],
]);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a sheet part in one pass, cell by cell in the order of the text.
 * @throws UnusableFile `damaged` when the XML is broken or cells are not where they say
 */
export function scanSheet(text: string, part: string, onCell: (cell: ScannedCell) => void): SheetFrame {
  const parser = xmlParser(part);
  const open: string[] = [];
  let meaning = '';
  const rows: ScannedRow[] = [];
  const merges: CellRange[] = [];
  const columnStyles: { from: number; to: number; style: string }[] = [];
  let dimension: SheetFrame['dimension'];
  let data: Writable<SheetFrame['data']> | undefined;
  let row: Writable<ScannedRow> | undefined;
  let cell: Writable<ScannedCell> | undefined;
  let nextRow = 0;
  let nextColumn = 0;

  const span = (): XmlSpan => {
    const openEnd = parser.position;
    return { start: text.lastIndexOf('<', openEnd - 1), openEnd, closeStart: openEnd, end: openEnd };
  };
  const close = (element: Writable<XmlSpan>, selfClosing: boolean): void => {
    if (selfClosing) return;
    element.end = parser.position;
    element.closeStart = text.lastIndexOf('<', element.end - 1);
  };

  parser.on('opentag', (tag) => {
    const { attributes } = tag;
    open.push(meaning);
    meaning = MEANINGS.get(meaning)?.get(localName(tag.name)) ?? 'other';
    switch (meaning) {
      case 'dimension':
        dimension = { start: span().start, openEnd: parser.position, ref: attributes.ref ?? '' };
        break;
      case 'column':
        if (attributes.style !== undefined) {
          const { min, max, style } = attributes;
          columnStyles.push({ from: Number(min) - 1, to: Number(max) - 1, style });
        }
        break;
      case 'data':
        data = { name: tag.name, ...span() };
        break;
      case 'row': {
        const index = attributes.r === undefined ? nextRow : Number(attributes.r) - 1;
        if (!Number.isInteger(index) || index < 0 || index >= MAX_ROWS) {
          throw new UnusableFile('damaged', `${part}: row ${attributes.r ?? ''}`);
        }
        const formatted = attributes.customFormat === '1' || attributes.customFormat === 'true';
        row = { row: index, style: formatted ? attributes.s : undefined, ...span() };
        rows.push(row);
        nextRow = index + 1;
        nextColumn = 0;
        break;
      }
      case 'cell': {
        const { r } = attributes;
        const { row: at, column } = r === undefined ? { row: nextRow - 1, column: nextColumn } : readAddress(r);
        if (at !== nextRow - 1 || column >= MAX_COLUMNS) {
          throw new UnusableFile('damaged', `${part}: ${r ?? 'a cell'} is in row ${String(nextRow)}`);
        }
        const { start, openEnd } = span();
        // Written out: spreading two objects into one takes ten times as long, and a sheet has very many cells.
        cell = {
          row: at,
          column,
          attributes,
          start,
          openEnd,
          closeStart: openEnd,
          end: openEnd,
          value: undefined,
          inline: undefined,
          formula: undefined,
        };
        nextColumn = column + 1;
        break;
      }
      case 'value':
        if (cell !== undefined) cell.value = '';
        break;
      case 'inline':
        if (cell !== undefined) cell.inline = '';
        break;
      case 'formula':
        if (cell !== undefined) {
          cell.formula = { text: '', type: attributes.t ?? 'normal', ref: attributes.ref, group: attributes.si };
        }
        break;
      case 'merge':
        merges.push(readRange(attributes.ref ?? ''));
        break;
      default:
    }
  });
  const onText = (piece: string): void => {
    if (cell === undefined) return;
    if (meaning === 'value') cell.value = (cell.value ?? '') + piece;
    else if (meaning === 'text') cell.inline = (cell.inline ?? '') + piece;
    else if (meaning === 'formula' && cell.formula !== undefined) {
      cell.formula = { ...cell.formula, text: cell.formula.text + piece };
    }
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', (tag) => {
    switch (meaning) {
      case 'data':
        if (data !== undefined) close(data, tag.isSelfClosing);
        break;
      case 'row':
        if (row !== undefined) close(row, tag.isSelfClosing);
        row = undefined;
        break;
      case 'cell':
        if (cell !== undefined) {
          close(cell, tag.isSelfClosing);
          onCell(cell);
        }
        cell = undefined;
        break;
      default:
    }
    meaning = open.pop() ?? '';
  });
  parser.write(text).close();
  if (data === undefined) throw new UnusableFile('damaged', `${part} has no sheetData`);
  return { data, dimension, columnStyles, rows, merges };
}
