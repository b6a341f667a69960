import { columnHoldsAmount } from './amounts.ts';
import type { AmountColumn, AmountTable, UnknownColumn } from './amount-table.ts';
import type { TableView } from './layout.ts';
import { isPrivateColumn } from './records.ts';
import { isRemarkColumn, isRemarkHeader } from './remark-columns.ts';
import { columnYear, isOfYear, tableYear, type DatedHeader } from './table-year.ts';
import { findTableHeader, headerLevels, measureIn, type TableHeader } from './table-header.ts';
import { UNIT_HEADERS } from './unit-names.ts';
import { unitInHeader } from './unit.ts';
import { BASIS_WORDS, CATEGORY_HEADERS, PROJECT_HEADERS, wordIn } from './vocabulary.ts';
import { readNumber } from '../money/decimal.ts';
import { MergeIndex, widthOf } from '../workbook/merge-index.ts';
import type { Sheet } from '../workbook/workbook.ts';

/*
 * Finds the header of a table of amounts and what its columns mean.
 */

/** Headers of columns beside the amounts that name something else than projects. */
const NOT_PROJECTS = /科目|编码|代码|单位|部门|依据|来源|分类|性质/;

/** Headers over rates and scores: they are no amounts and follow from the others. */
export const RATES = /率|比重|比例|占比|得分|(?<![\d.])%/;

/** Finds the header and the meaning of the columns. Undefined when no column states a measure. */
export function findAmountTable(
  view: Pick<TableView, 'sheet' | 'year'>,
  form: string,
  isRowLabel: (label: string) => boolean,
): AmountTable | undefined {
  const { sheet } = view;
  const merges = new MergeIndex(sheet);
  const width = widthOf(sheet);
  const header = findTableHeader(sheet, merges, isRowLabel);
  if (header === undefined) return undefined;
  const { top: headerTop, dataRow } = header;
  const last = sheet.rows.length - 1;
  const stated = tableYear(sheet, headerTop, view.year);
  const year = columnYear(stated, measureHeaders(sheet, merges, header, width));
  const columns: AmountColumn[] = [];
  const otherYears: AmountColumn[] = [];
  const unknown: UnknownColumn[] = [];
  let categoryColumn: number | undefined;
  let projectColumn: number | undefined;
  let unitColumn: number | undefined;
  for (let column = 0; column < width; column++) {
    const levels = headerLevels(sheet, merges, headerTop, dataRow, column);
    const label = levels.join('');
    const measure = isUnsettled(label) ? undefined : measureIn(levels);
    const merged = levels.length === 1 ? merges.range(headerTop, column) : undefined;
    // A part of a merged header that does not say which part it is.
    const unnamed = merged !== undefined && merged.left < column && dataRow - headerTop > 1;
    if (measure !== undefined && !unnamed) {
      const basis = wordIn(label.replaceAll(measure, ''), BASIS_WORDS);
      const own = isOfYear(label, year) ? columns : otherYears;
      own.push({ column, measure, basis, unit: unitInHeader(label), header: levels.join('·') });
    } else if (levels.some((level) => PROJECT_HEADERS.includes(level))) {
      projectColumn ??= column;
    } else if (levels.some((level) => CATEGORY_HEADERS.includes(level))) {
      categoryColumn ??= column;
    } else if (levels.some((level) => UNIT_HEADERS.includes(level))) {
      unitColumn ??= column;
    } else if (isPrivateColumn(label) || isRate(levels) || isRemarkColumn(sheet, column, label, dataRow, last)) {
      continue;
    } else if (columnHoldsAmount(sheet, column, dataRow, last)) {
      unknown.push({ column, header: levels.join('·') });
    }
  }
  const [first, ...others] = [...columns, ...otherYears].map(({ column }) => column);
  if (first === undefined) return undefined;
  const firstAmount = Math.min(first, ...others);
  projectColumn ??= namelessProjectColumn(sheet, merges, header, categoryColumn, firstAmount);
  const labels = categoryColumn ?? projectColumn ?? unitColumn ?? firstLabelColumn(sheet, merges, header, firstAmount);
  if (labels === undefined) return undefined;
  return {
    form,
    sheet,
    merges,
    headerTop,
    dataRow,
    categoryColumn: labels,
    projectColumn,
    unitColumn,
    columns,
    unknown,
    leftOut: [],
    otherYears,
    year,
    isYearStated: stated !== undefined,
  };
}

/** A whole year told by its months or its last day is no part of it. */
const WHOLE_YEAR = /1(月)?(份)?[-—–~～至到]12月(份)?|12月(31日|末|底)/g;
const UNSETTLED = /未|预计|建议|拟|半年|季度|\d月/;

/** True for amounts of a part of the year, or that are only expected, proposed, or not spent at all: none is the year's. */
function isUnsettled(label: string): boolean {
  return UNSETTLED.test(label.replace(WHOLE_YEAR, ''));
}

/** True for a column that follows from others; a score under the header of amounts is a mistake, and nothing is known of the column. */
function isRate(levels: readonly string[]): boolean {
  const last = levels.at(-1) ?? '';
  if (last.includes('得分') && measureIn(levels.slice(0, -1)) !== undefined) return false;
  return RATES.test(levels.join(''));
}

/** The headers that state measures. */
function measureHeaders(sheet: Sheet, merges: MergeIndex, header: TableHeader, width: number): readonly DatedHeader[] {
  const headers = Array.from({ length: width }, (_, column) =>
    headerLevels(sheet, merges, header.top, header.dataRow, column),
  );
  return headers.flatMap((levels) => {
    const measure = measureIn(levels);
    return measure === undefined ? [] : [{ header: levels.join(''), isExecuted: measure === '决算数' }];
  });
}

/** A column of words between the kinds of expenditure and the amounts, under whatever header: it names the projects. */
function namelessProjectColumn(
  sheet: Sheet,
  merges: MergeIndex,
  { top, dataRow }: TableHeader,
  categoryColumn: number | undefined,
  firstAmount: number,
): number | undefined {
  if (categoryColumn === undefined) return undefined;
  for (let column = categoryColumn + 1; column < firstAmount; column++) {
    const header = headerLevels(sheet, merges, top, dataRow, column).join('');
    if (isPrivateColumn(header) || NOT_PROJECTS.test(header) || isRemarkHeader(header)) continue;
    if (firstLabelIn(sheet, dataRow, column)) return column;
  }
  return undefined;
}

function firstLabelColumn(
  sheet: Sheet,
  merges: MergeIndex,
  { top, dataRow }: TableHeader,
  firstAmount: number,
): number | undefined {
  for (let column = 0; column < firstAmount; column++) {
    if (isPrivateColumn(headerLevels(sheet, merges, top, dataRow, column).join(''))) continue;
    if (firstLabelIn(sheet, dataRow, column)) return column;
  }
  return undefined;
}

function firstLabelIn(sheet: Sheet, dataRow: number, column: number): boolean {
  return sheet.rows.slice(dataRow).some((row) => {
    const value = row[column];
    return typeof value === 'string' && readNumber(value).kind === 'not-a-number';
  });
}
