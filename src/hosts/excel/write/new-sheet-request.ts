import { inReadingOrder, showRange, rangesOf } from '../../../core/workbook/cell-ranges.ts';
import { columnName, type CellRange } from '../../../core/workbook/cell-ref.ts';
import type { Sheet } from '../../../core/workbook/workbook.ts';
import type { CellLook, CellWrite, NewSheet } from '../../../core/workbook/write-plan.ts';
import { LINE_COLOR, LOOK_FONT, LOOK_STYLES, type LookStyle } from '../../plans/looks.ts';
import { mergeFillers, rowHeight } from '../../plans/sheet-layout.ts';
import { writesByRow } from '../../plans/writes-by-row.ts';
import { bounding, WHOLE_SHEET } from '../read/area.ts';
import type { Answer } from '../read/outline.ts';
import { emptySheet, withArea } from '../read/snapshot.ts';
import { contentsOf, inputOf } from './cell-input.ts';
import { gridOf } from './sparse-blocks.ts';

/** A sheet that was added, as Excel has it. */
export interface AddedSheet {
  readonly id: string;
  readonly sheet: Sheet;
}

/** The rectangle that a new sheet fills. */
export function filledArea({ cells, merges }: NewSheet): CellRange {
  return [
    ...cells.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column })),
    ...merges,
  ].reduce(bounding, { top: 0, left: 0, bottom: 0, right: 0 });
}

/** Adds a sheet with its contents and looks behind the others. What is set last tells that it is complete. */
export function requestSheet(context: Excel.RequestContext, plan: NewSheet): Answer<AddedSheet> {
  const sheet = context.workbook.worksheets.add(plan.name);
  sheet.load('id');
  const area = filledArea(plan);
  const filled = sheet.getRange(showRange(area));
  filled.formulas = gridOf(area, plan.cells, ({ content }) => inputOf(contentsOf(content))).map((row) =>
    row.map((input) => input ?? ''),
  );
  setLooks(sheet, plan);
  for (const merge of plan.merges) sheet.getRange(showRange(merge)).merge(false);
  setSizes(sheet, plan, filled);
  if (plan.headerRow >= 0) sheet.freezePanes.freezeRows(plan.headerRow + 1);
  setPage(sheet, plan);
  markComplete(sheet);
  const after = sheet.getRange(showRange(area));
  after.load('values,formulas');
  return () => ({
    id: sheet.id,
    sheet: {
      ...withArea(emptySheet(plan.name, false), WHOLE_SHEET, {
        top: area.top,
        left: area.left,
        values: after.values,
        formulas: after.formulas,
      }),
      merges: inReadingOrder(plan.merges),
    },
  });
}

/** The last thing that is set on a new sheet. */
function markComplete(sheet: Excel.Worksheet): void {
  sheet.showGridlines = false;
}

/** Asks whether a sheet of ours got to its end. */
export function askComplete(sheet: Excel.Worksheet): Answer<boolean> {
  sheet.load('showGridlines');
  return () => !sheet.showGridlines;
}

/** One property of a look, and how it is set on a range. */
interface Layer {
  /** The property as a text; undefined where it is not set. */
  readonly of: (style: LookStyle) => string | undefined;
  readonly set: (range: Excel.Range, style: LookStyle, area: CellRange) => void;
}

/** Property by property, so that one request for each rectangle of cells that agree is enough. */
const LAYERS: readonly Layer[] = [
  {
    of: () => '',
    set: ({ format }) => {
      format.font.name = LOOK_FONT;
      format.verticalAlignment = 'Center';
    },
  },
  { of: ({ fontSize }) => String(fontSize), set: ({ format }, { fontSize }) => (format.font.size = fontSize) },
  { of: ({ fontColor }) => fontColor, set: ({ format }, { fontColor }) => (format.font.color = `#${fontColor}`) },
  { of: ({ bold }) => (bold ? '' : undefined), set: ({ format }) => (format.font.bold = true) },
  { of: ({ fill }) => fill, set: ({ format }, { fill = '' }) => (format.fill.color = `#${fill}`) },
  { of: ({ border }) => (border ? '' : undefined), set: setBorders },
  {
    of: ({ horizontal }) => horizontal,
    set: ({ format }, { horizontal }) => (format.horizontalAlignment = horizontal === 'left' ? 'Left' : 'Center'),
  },
  { of: ({ wrap }) => (wrap ? '' : undefined), set: ({ format }) => (format.wrapText = true) },
  {
    of: ({ indent }) => (indent > 0 ? String(indent) : undefined),
    set: ({ format }, { indent }) => (format.indentLevel = indent),
  },
  {
    of: ({ format }) => (format === '' ? undefined : format),
    // One text for all cells of the range.
    set: (range, { format }) => (range.numberFormat = format as unknown as string[][]),
  },
];

function setLooks(sheet: Excel.Worksheet, plan: NewSheet): void {
  const looks: { row: number; column: number; look: CellLook }[] = plan.cells.flatMap(({ row, column, look }) =>
    look === undefined ? [] : [{ row, column, look }],
  );
  for (const [row, fillers] of mergeFillers(plan)) looks.push(...fillers.map((filler) => ({ ...filler, row })));
  for (const layer of LAYERS) {
    const groups = new Map<string, { style: LookStyle; cells: { sheet: string; row: number; column: number }[] }>();
    for (const { row, column, look } of looks) {
      const style = LOOK_STYLES[look];
      const key = layer.of(style);
      if (key === undefined) continue;
      const group = groups.get(key) ?? { style, cells: [] };
      group.cells.push({ sheet: plan.name, row, column });
      groups.set(key, group);
    }
    for (const { style, cells } of groups.values()) {
      for (const area of rangesOf(cells)) layer.set(sheet.getRange(showRange(area)), style, area);
    }
  }
}

function setBorders({ format }: Excel.Range, _style: LookStyle, { top, bottom, left, right }: CellRange): void {
  const sides: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
    ...(bottom > top ? [Excel.BorderIndex.insideHorizontal] : []),
    ...(right > left ? [Excel.BorderIndex.insideVertical] : []),
  ];
  for (const side of sides) {
    const border = format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = `#${LINE_COLOR}`;
  }
}

/** Excel measures columns in points; a character of the usual font is 7 pixels wide, and a column has 5 more. */
function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function setSizes(sheet: Excel.Worksheet, plan: NewSheet, filled: Excel.Range): void {
  plan.columnWidths.forEach((width, index) => {
    const column = columnName(index);
    sheet.getRange(`${column}:${column}`).format.columnWidth = columnPoints(width);
  });
  filled.format.autofitRows();
  for (const [row, cells] of writesByRow(plan.name, plan.cells)) {
    const { points, fixed } = rowHeight(plan, [...cells.values()] satisfies CellWrite[]);
    if (fixed) sheet.getRange(`${String(row + 1)}:${String(row + 1)}`).format.rowHeight = points;
  }
}

/** A4 landscape, one page wide, with its heading rows on every page. */
function setPage(sheet: Excel.Worksheet, { headerRow }: NewSheet): void {
  const page = sheet.pageLayout;
  page.paperSize = Excel.PaperType.a4;
  page.orientation = Excel.PageOrientation.landscape;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  if (headerRow >= 0) page.setPrintTitleRows(`$1:$${String(headerRow + 1)}`);
}
