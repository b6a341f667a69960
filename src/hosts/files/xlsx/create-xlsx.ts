import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { encodeXString } from '../../xml/xstring.ts';
import type { FormLook, FormSheet, FormValidation } from '../../../core/template/input-workbook.ts';

const FONT = '宋体';
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } as const;
const BLUE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } } as const;
const AMOUNT_FORMAT = '#,##0.00';

const plain = (style: CellStyle, bold = false): CellStyle => ({
  font: { name: FONT, size: 11, bold },
  ...style,
});

/** White cells are filled in by people; shaded ones are labels and totals. */
const STYLES: Readonly<Record<FormLook, CellStyle>> = {
  title: { font: { name: FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  section: plain({ alignment: { vertical: 'center' } }, true),
  note: plain({ alignment: { vertical: 'center', wrapText: true, indent: 1 } }),
  unit: plain({ alignment: { horizontal: 'right', vertical: 'bottom' } }),
  header: plain(
    { fill: BLUE, border: BORDER, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
    true,
  ),
  label: plain({ fill: GREY, border: BORDER, alignment: { vertical: 'center', wrapText: true } }),
  guide: {
    font: { name: FONT, size: 10, color: { rgb: '595959' } },
    alignment: { vertical: 'center', wrapText: true },
  },
  text: plain({ border: BORDER, alignment: { vertical: 'center', wrapText: true } }),
  prose: plain({ border: BORDER, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } }),
  amount: plain({ border: BORDER, alignment: { vertical: 'center' }, numFmt: AMOUNT_FORMAT }),
  total: plain({ fill: GREY, border: BORDER, alignment: { vertical: 'center' }, numFmt: AMOUNT_FORMAT }, true),
  count: plain({ border: BORDER, alignment: { horizontal: 'right', vertical: 'center' } }),
  score: plain({ border: BORDER, alignment: { horizontal: 'center', vertical: 'center' } }),
  choice: plain({ border: BORDER, alignment: { horizontal: 'center', vertical: 'center' } }),
};

/** An .xlsx file of the form's sheets, with data validation, frozen headers and A4 print set-up. */
export async function createXlsx(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writeSheet), defaultFont: { name: FONT, size: 11 } });
}

function writeSheet(sheet: FormSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  let height = 0;
  for (const { row, column, value: stated, formula, look } of sheet.cells) {
    height = Math.max(height, row + 1);
    // The library writes a text as it is, also one that a reader would take for an escaped character.
    const value = typeof stated === 'string' ? encodeXString(stated) : stated;
    cells.set(`${String(row)},${String(column)}`, {
      style: STYLES[look],
      ...(formula === undefined ? { value } : { formula, formulaResult: value, value }),
    });
  }
  const rows = Array.from({ length: height }, () => sheet.columnWidths.map(() => null));
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rowDefs: new Map([...sheet.rowHeights].map(([row, points]) => [row, { height: points }])),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: sheet.validations.map(validation),
    ...(sheet.frozen.rows > 0 ? { freezePane: { rows: sheet.frozen.rows, columns: sheet.frozen.columns } } : {}),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

function validation({ range, rule, title, message }: FormValidation): DataValidation {
  const common = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: message,
    showInputMessage: true,
    inputTitle: title,
    inputMessage: message,
  } as const;
  switch (rule.kind) {
    case 'list':
      return { ...common, type: 'list', values: [...rule.values] };
    case 'whole':
    case 'decimal':
      return {
        ...common,
        type: rule.kind,
        operator: 'between',
        formula1: String(rule.from),
        formula2: String(rule.to),
      };
  }
}
