import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { shiftFormula } from '../../../../src/hosts/files/xlsx/sheet/shared-formula.ts';
import { decodeXString } from '../../../../src/hosts/xml/xstring.ts';
import type { Cell, CellValue } from '../model/cell.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { deepText, parseXml, type Element } from './xml.ts';

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  formula: string | undefined;
  shared: string | undefined;
}

/** Reads the cells of a sheet part into a sheet, shared formulas written out. */
export function loadCells(xml: string, sheet: SheetModel, strings: readonly string[]): void {
  const holders = new Map<string, { formula: string; row: number; column: number }>();
  const parser = new SaxesParser({ position: false, xmlns: false });
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let collecting: 'v' | 'f' | 't' | undefined;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const { r, t, s, si } = tag.attributes;
    switch (localName(tag.name)) {
      case 'row':
        row = r === undefined ? row + 1 : Number(r) - 1;
        column = -1;
        rowLayout(sheet, row, tag.attributes);
        return;
      case 'c': {
        column = r === undefined ? column + 1 : columnIn(r);
        cell = {
          row,
          column,
          type: t ?? 'n',
          style: Number(s ?? 0),
          value: '',
          inline: '',
          formula: undefined,
          shared: undefined,
        };
        return;
      }
      case 'v':
        collecting = 'v';
        return;
      case 'f':
        collecting = 'f';
        if (cell === undefined) return;
        cell.formula = '';
        if (t === 'shared') cell.shared = si ?? '';
        return;
      case 't':
        collecting = 't';
        return;
    }
  });
  const text = (piece: string): void => {
    if (cell === undefined || collecting === undefined) return;
    if (collecting === 'v') cell.value += piece;
    else if (collecting === 't') cell.inline += piece;
    else cell.formula = (cell.formula ?? '') + piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    const name = localName(tag.name);
    if (name === 'v' || name === 'f' || name === 't') collecting = undefined;
    if (name !== 'c' || cell === undefined) return;
    put(sheet, cell, strings, holders);
    cell = undefined;
  });
  parser.write(xml).close();
  sheet.changed.cells = false;
}

function put(
  sheet: SheetModel,
  cell: OpenCell,
  strings: readonly string[],
  holders: Map<string, { formula: string; row: number; column: number }>,
): void {
  const { row, column, style, shared } = cell;
  let { formula } = cell;
  if (shared !== undefined && formula !== undefined) {
    const holder = holders.get(shared);
    if (formula !== '') holders.set(shared, { formula, row, column });
    else if (holder !== undefined) formula = shiftFormula(holder.formula, row - holder.row, column - holder.column);
  }
  const value = valueOf(cell, strings);
  const result: Cell = { value, style };
  if (formula !== undefined && formula !== '') result.formula = `=${formula}`;
  if (value !== null || style !== 0 || result.formula !== undefined) (sheet.rows[row] ??= [])[column] = result;
}

function valueOf({ type, value, inline }: OpenCell, strings: readonly string[]): CellValue {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return decodeXString(inline);
    case 'str':
      return decodeXString(value);
    case 'b':
      return value === '' ? null : value === '1';
    case 'e':
      return { error: value };
    default:
      return value === '' ? null : Number(value);
  }
}

function rowLayout(sheet: SheetModel, row: number, { ht, hidden }: Readonly<Record<string, string | undefined>>): void {
  if (ht !== undefined) sheet.rowHeights.set(row, Number(ht));
  if (hidden === '1' || hidden === 'true') sheet.hiddenRows.add(row);
}

/** The shared texts of a workbook: runs joined, phonetic guides left out. */
export function loadStrings(xml: string): readonly string[] {
  const text = (item: Element): string =>
    item.children
      .filter(({ name }) => name === 't' || name === 'r')
      .map((one) => (one.name === 't' ? deepText(one) : text(one)))
      .join('');
  return parseXml(xml).children.map((item) => decodeXString(text(item)));
}

/** The column of `AB12`; the row is known from the row that the cell stands in. */
function columnIn(address: string): number {
  let index = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
