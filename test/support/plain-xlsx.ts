import { addressOf } from '../../src/core/workbook/cell-ref.ts';
import { isCellError, type CellValue } from '../../src/core/workbook/workbook.ts';
import { zip } from '../hosts/files/xlsx/support/packages.ts';
import { cellsOf, type PlainSheet, type PlainSheets } from './plain-sheets.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An .xlsx file of test sheets, written by hand: cells without styles, text inline, results only where they are given. */
export function xlsxOf(sheets: PlainSheets): Promise<Uint8Array> {
  const list = Object.entries(sheets);
  const part = (index: number): string => `xl/worksheets/sheet${String(index + 1)}.xml`;
  const overrides = list.map(
    (_, index) => `<Override PartName="/${part(index)}" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  const entries = list.map(([name, { hidden }], index) => {
    const id = String(index + 1);
    return `<sheet name="${escaped(name)}" sheetId="${id}"${hidden ? ' state="hidden"' : ''} r:id="rId${id}"/>`;
  });
  const relationships = list.map(
    (_, index) => `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/worksheet" Target="/${part(index)}"/>`,
  );
  return zip([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
    ],
    ...list.map(([, sheet], index): [string, string] => [part(index), sheetXml(sheet)]),
  ]);
}

function sheetXml({ rows, merges = [] }: PlainSheet): string {
  const lines = rows.map((line, row) => {
    const cells = cellsOf(line).map(({ value, formula }, column) =>
      cellXml(addressOf({ row, column }), value, formula),
    );
    return `<row r="${String(row + 1)}">${cells.join('')}</row>`;
  });
  const ranges = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const merged = ranges === '' ? '' : `<mergeCells count="${String(merges.length)}">${ranges}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(address: string, value: CellValue, formula: string | undefined): string {
  const body = formula === undefined ? '' : `<f>${escaped(formula)}</f>`;
  const cell = (type: string, content: string): string => `<c r="${address}"${type}>${body}${content}</c>`;
  if (isCellError(value)) return cell(' t="e"', `<v>${value.error}</v>`);
  if (typeof value === 'number') return cell('', `<v>${String(value)}</v>`);
  if (typeof value === 'boolean') return cell(' t="b"', `<v>${value ? '1' : '0'}</v>`);
  if (value === null) return body === '' ? '' : cell('', '');
  if (body !== '') return cell(' t="str"', `<v>${escaped(value)}</v>`);
  return cell(' t="inlineStr"', `<is><t xml:space="preserve">${escaped(value)}</t></is>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
