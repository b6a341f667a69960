import { encodeXString } from '../../../../src/hosts/xml/xstring.ts';
import { letters, showArea } from '../model/area.ts';
import { isError, type Cell } from '../model/cell.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { escapeXml } from './xml.ts';

const EMPTY_SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData/></worksheet>';

/** What may stand before an element in a sheet part, so that it is put in its place. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  sheetViews: ['sheetPr', 'dimension'],
  cols: ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr'],
  sheetProtection: ['sheetData', 'sheetCalcPr'],
  mergeCells: [
    'sheetData',
    'sheetCalcPr',
    'sheetProtection',
    'protectedRanges',
    'scenarios',
    'autoFilter',
    'sortState',
    'dataConsolidate',
    'customSheetViews',
  ],
};

/**
 * The part of a sheet as it is to be saved: what changed is written anew, everything else stays as it was.
 * @param xml the part as it was; undefined for a new sheet
 */
export function sheetXml(sheet: SheetModel, xml: string | undefined): string {
  const before = xml ?? EMPTY_SHEET;
  const prefix = /<((?:\w+:)?)sheetData\b/.exec(before)?.[1] ?? '';
  let text = before.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, '');
  if (sheet.changed.cells || xml === undefined) {
    const rows = sheetData(sheet, prefix, rowAttributes(before));
    text = text.replace(/<((?:\w+:)?sheetData)\b[^>]*?(?:\/>|>[\s\S]*<\/\1>)/, () => rows);
  }
  if (!sheet.changed.layout) return text;
  text = element(text, prefix, 'sheetViews', views(sheet, prefix, before));
  text = element(text, prefix, 'cols', columns(sheet, prefix));
  text = element(text, prefix, 'mergeCells', merges(sheet, prefix));
  const isProtected = sheet.protection !== undefined;
  if (isProtected === /<(?:\w+:)?sheetProtection\b/.test(before)) return text;
  return element(text, prefix, 'sheetProtection', isProtected ? `<${prefix}sheetProtection sheet="1"/>` : '');
}

/** An element of the sheet replaced, added in its place, or (empty text) taken out. */
function element(xml: string, prefix: string, name: string, replacement: string): string {
  const own = new RegExp(`<${prefix}${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${prefix}${name}>)`);
  if (own.test(xml)) return xml.replace(own, () => replacement);
  if (replacement === '') return xml;
  let at =
    (/<(?:\w+:)?worksheet\b[^>]*>/.exec(xml)?.index ?? 0) + (/<(?:\w+:)?worksheet\b[^>]*>/.exec(xml)?.[0].length ?? 0);
  for (const earlier of BEFORE[name] ?? []) {
    const found = new RegExp(`<${prefix}${earlier}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${prefix}${earlier}>)`).exec(xml);
    if (found !== null) at = Math.max(at, found.index + found[0].length);
  }
  return xml.slice(0, at) + replacement + xml.slice(at);
}

/** The attributes that the rows had, by their number. */
function rowAttributes(xml: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?row\b([^>]*?)\/?>/g)) {
    const number = /\sr="(\d+)"/.exec(attributes)?.[1];
    if (number !== undefined)
      found.set(Number(number) - 1, attributes.replaceAll(/\s(?:r|spans|ht|customHeight)="[^"]*"/g, ''));
  }
  return found;
}

function sheetData(sheet: SheetModel, prefix: string, attributes: ReadonlyMap<number, string>): string {
  const rows: string[] = [];
  for (const [row, cells] of sheet.rows.entries()) {
    // Rows that nothing was ever put into are holes of the array.
    if ((cells as unknown) === undefined) continue;
    const height = sheet.rowHeights.get(row);
    const ht = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
    const written = Array.from(cells, (cell, column) => (cell === undefined ? '' : cellXml(cell, row, column, prefix)));
    rows.push(
      `<${prefix}row r="${String(row + 1)}"${attributes.get(row) ?? ''}${ht}>${written.join('')}</${prefix}row>`,
    );
  }
  return `<${prefix}sheetData>${rows.join('')}</${prefix}sheetData>`;
}

function cellXml({ value, formula, style }: Cell, row: number, column: number, p: string): string {
  if (value === null && formula === undefined && style === 0) return '';
  const place = ` r="${letters(column)}${String(row + 1)}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  const f = formula === undefined ? '' : `<${p}f>${escapeXml(formula.slice(1))}</${p}f>`;
  if (value === null) return `<${p}c${place}>${f}</${p}c>`;
  if (typeof value === 'number') return `<${p}c${place}>${f}<${p}v>${String(value)}</${p}v></${p}c>`;
  if (typeof value === 'boolean') return `<${p}c${place} t="b">${f}<${p}v>${value ? '1' : '0'}</${p}v></${p}c>`;
  if (isError(value)) return `<${p}c${place} t="e">${f}<${p}v>${escapeXml(value.error)}</${p}v></${p}c>`;
  const text = escapeXml(encodeXString(value));
  if (formula !== undefined) return `<${p}c${place} t="str">${f}<${p}v>${text}</${p}v></${p}c>`;
  return `<${p}c${place} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
}

function views(sheet: SheetModel, p: string, before: string): string {
  const { frozenRows, frozenColumns } = sheet;
  const view = /<(?:\w+:)?sheetView\b([^>]*?)\/?>/.exec(before)?.[1] ?? ' workbookViewId="0"';
  const rest = view.replace(/\sshowGridLines="[^"]*"/, '') + (sheet.showGridlines ? '' : ' showGridLines="0"');
  if (frozenRows === 0 && frozenColumns === 0) return `<${p}sheetViews><${p}sheetView${rest}/></${p}sheetViews>`;
  const split = [
    frozenColumns === 0 ? '' : ` xSplit="${String(frozenColumns)}"`,
    frozenRows === 0 ? '' : ` ySplit="${String(frozenRows)}"`,
  ].join('');
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const corner = ` topLeftCell="${letters(frozenColumns)}${String(frozenRows + 1)}"`;
  return `<${p}sheetViews><${p}sheetView${rest}><${p}pane${split}${corner} activePane="${pane}" state="frozen"/></${p}sheetView></${p}sheetViews>`;
}

function columns(sheet: SheetModel, p: string): string {
  const numbers = [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b);
  if (numbers.length === 0) return '';
  const list = numbers.map((column) => {
    const number = String(column + 1);
    const width = sheet.columnWidths.get(column) ?? 8.43;
    const hidden = sheet.hiddenColumns.has(column) ? ' hidden="1"' : '';
    return `<${p}col min="${number}" max="${number}" width="${String(width)}" customWidth="1"${hidden}/>`;
  });
  return `<${p}cols>${list.join('')}</${p}cols>`;
}

function merges(sheet: SheetModel, p: string): string {
  if (sheet.merges.length === 0) return '';
  const list = sheet.merges.map((area) => `<${p}mergeCell ref="${showArea(area)}"/>`);
  return `<${p}mergeCells count="${String(list.length)}">${list.join('')}</${p}mergeCells>`;
}
