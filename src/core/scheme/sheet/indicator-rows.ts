import { ALLOWED, SCHEME_COLUMNS, type SchemeColumn } from '../../texts/scheme-sheet-texts.ts';
import { plainLabel } from '../../workbook/labels.ts';
import type { MergeIndex } from '../../workbook/merge-index.ts';
import { textAt, type Sheet } from '../../workbook/workbook.ts';
import { cellAt, type Mistakes } from './cell-values.ts';
import type { SchemeSheet } from './find-scheme-sheet.ts';
import type { IndicatorRow } from './read-indicator.ts';

/** Words of a row that adds up what stands above or below it. */
const TOTAL = /^(合计|总计|总分)$/;
const SUBTOTAL = /^小计$/;
/** How the lines under a table begin; the word alone or with a colon, because names can begin with it too. */
const NOTE =
  /^(注\d*|备注|附注|说明|填表说明|填表人|填报人|制表人?|审核人?|单位负责人|联系电话|填表日期|填报日期)(:|$)/;

const LEVELS = ['first', 'second', 'name'] as const satisfies readonly SchemeColumn[];
/** What every indicator has; a row with none of it is none. */
const SUBSTANCE = ['name', 'weight', 'rule', 'parameters'] as const satisfies readonly SchemeColumn[];

/**
 * The rows of the table that are indicators. It ends with a row 合计 below an indicator, or with notes; rows 小计 are passed over. An
 * indicator below the end, and a line in the middle that is none, are mistakes: nothing that was typed is left out in silence.
 */
export function indicatorRows(
  sheet: Sheet,
  header: SchemeSheet['header'],
  merges: MergeIndex,
  mistakes: Mistakes,
): readonly IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  let ended = false;
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const texts = sheet.rows[row]?.map((_, column) => textAt(sheet, row, column)).filter((text) => text !== '') ?? [];
    const one = indicatorRow(sheet, header, merges, row);
    if (texts.length === 0 && !hasBroken(one)) continue;
    const own = (column: SchemeColumn): string => {
      const at = header.columns[column];
      return at === undefined ? '' : textAt(sheet, row, at);
    };
    const labels = LEVELS.map((column) => plainLabel(own(column)));
    const isRule = own('rule') !== '';
    if (!isRule && labels.some((label) => SUBTOTAL.test(label))) continue;
    if (!isRule && labels.some((label) => TOTAL.test(label))) {
      ended ||= rows.length > 0;
    } else if (!isRule && own('weight') === '' && NOTE.test(plainLabel(texts[0] ?? ''))) {
      ended = true;
    } else if (ended) {
      const isIndicator = own('name') !== '' && own('weight') !== '' && isRule;
      if (isIndicator) tell(one, ALLOWED.belowTotal, mistakes);
    } else if (SUBSTANCE.every((column) => own(column) === '') && !hasBroken(one)) {
      tell(one, ALLOWED.row, mistakes);
    } else rows.push(one);
  }
  return rows;
}

function tell(row: IndicatorRow, allowed: string, mistakes: Mistakes): void {
  const cell = row.cell('name');
  if (cell !== undefined) mistakes.wrong(cell, allowed);
}

function indicatorRow(sheet: Sheet, header: SchemeSheet['header'], merges: MergeIndex, row: number): IndicatorRow {
  return {
    row,
    cell: (column) => {
      const at = header.columns[column];
      if (at === undefined) return undefined;
      const range = merges.range(row, at);
      const cell = cellAt(sheet, range?.top ?? row, range?.left ?? at, SCHEME_COLUMNS[column][0]);
      return { ...cell, isContinued: range !== undefined && range.top < row };
    },
  };
}

const COLUMNS = Object.keys(SCHEME_COLUMNS) as readonly SchemeColumn[];

function hasBroken(row: IndicatorRow): boolean {
  return COLUMNS.some((column) => row.cell(column)?.broken === true);
}

/** Tells of cells that hold no content but an error or a formula without a result. */
export function tellBroken(row: IndicatorRow, mistakes: Mistakes): void {
  const broken = COLUMNS.flatMap((column) => row.cell(column) ?? []).filter((cell) => cell.broken);
  for (const cell of broken) mistakes.wrong(cell, ALLOWED.computed);
}
