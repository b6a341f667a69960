import { MEASURES, type Measure } from '../ledger/keys.ts';
import { readNumber } from '../money/decimal.ts';
import type { CellRange, CellRef } from '../workbook/cell-ref.ts';
import { plainLabel, rowLabel, withoutOrdinal } from '../workbook/labels.ts';
import { MergeIndex } from '../workbook/merge-index.ts';
import { textAt, valueAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount } from './amounts.ts';
import { columnYear, isOfYear, tableYear } from './table-year.ts';
import { measureIn } from './table-header.ts';
import { unitInHeader } from './unit.ts';

/*
 * The block 项目资金 (预算执行情况) of a project's self-evaluation form: a row for all its money and one for each source, under the
 * year's first budget, its last one and what was spent. Source of the form: 财预〔2020〕10号 and what provinces made of it.
 */

const TOTAL_ROW = /^(年度|项目|预算)?(资金)?(总额|总数|总计)$|^(年度|项目)预算(总额|总数)$/;
const PART_ROW = /资金|拨款|结转|财政|补助|自筹|收入/;
/** How many rows the header may stand above its first row of amounts. */
const MAX_HEADER_ROWS = 3;
/** The code that systems put before the name of a project. */
const PROJECT_CODE = /^[0-9A-Z]{12,}\s*[-_—]\s*/;

/** Columns that follow from the amounts or score them. */
const RATED = /分值|得分|权重|率|比/;

/** The block of one project. */
export interface ProjectFunds {
  readonly sheet: Sheet;
  readonly headerTop: number;
  readonly labelColumn: number;
  readonly columns: readonly { readonly column: number; readonly measure: Measure; readonly header: string }[];
  /** Columns of another year than that of the form. */
  readonly otherYears: readonly { readonly column: number; readonly header: string }[];
  /** Columns of amounts whose header says nothing known. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
  readonly year: number | 'unclear' | undefined;
  /** The unit in the head of the block, if one stands there. */
  readonly unit: ReturnType<typeof unitInHeader>;
  readonly totalRow: number;
  readonly partRows: readonly { readonly row: number; readonly label: string }[];
  readonly project: { readonly name: string; readonly cell: CellRef } | undefined;
}

/** The blocks of a table, from top to bottom: a sheet may hold the forms of several projects. */
export function projectFunds(sheet: Sheet, range: CellRange, ofWorkbook: number | undefined): readonly ProjectFunds[] {
  const merges = new MergeIndex(sheet);
  const found: ProjectFunds[] = [];
  for (let row = range.top + 1; row <= Math.min(range.bottom, sheet.rows.length - 1); row++) {
    const labelColumn = (sheet.rows[row] ?? []).findIndex(
      (value) => typeof value === 'string' && TOTAL_ROW.test(rowLabel(value)),
    );
    if (labelColumn < 0) continue;
    const block = blockAt(sheet, merges, row, labelColumn, ofWorkbook);
    if (block !== undefined) found.push(block);
  }
  return found;
}

function blockAt(
  sheet: Sheet,
  merges: MergeIndex,
  totalRow: number,
  labelColumn: number,
  ofWorkbook: number | undefined,
): ProjectFunds | undefined {
  for (let headerTop = totalRow - 1; headerTop >= Math.max(0, totalRow - MAX_HEADER_ROWS); headerTop--) {
    const labels = (sheet.rows[headerTop] ?? []).map((_, column) => plainLabel(textAt(sheet, headerTop, column)));
    const dated = labels.flatMap((header, column) => {
      const measure = column > labelColumn ? measureIn([header]) : undefined;
      return measure === undefined ? [] : [{ column, measure, header }];
    });
    if (!dated.some(({ measure }) => measure === '决算数') || dated.length < 2) continue;
    const year = columnYear(
      tableYear(sheet, headerTop, ofWorkbook),
      dated.map(({ header, measure }) => ({ header, isExecuted: measure === '决算数' })),
    );
    const isUsed = ({ header }: { header: string }): boolean => isOfYear(header, year);
    // Of two columns of one measure nobody knows which is meant.
    const isTwice = (one: { measure: Measure }): boolean =>
      dated.filter((other) => other.measure === one.measure && isUsed(other)).length > 1;
    const heads = labels.slice(0, dated[0]?.column);
    const unit = [...heads, ...dated.map(({ header }) => header)].flatMap((head) => unitInHeader(head) ?? [])[0];
    return {
      sheet,
      headerTop,
      labelColumn,
      columns: MEASURES.flatMap(
        (measure) => dated.find((one) => one.measure === measure && isUsed(one) && !isTwice(one)) ?? [],
      ),
      otherYears: dated.filter((one) => !isUsed(one)),
      unknown: labels.flatMap((header, column) => {
        const isKnown =
          column <= labelColumn ||
          RATED.test(header) ||
          dated.some((one) => one.column === column && !(isUsed(one) && isTwice(one)));
        return isKnown || !holdsAmount(sheet, totalRow, column) ? [] : [{ column, header }];
      }),
      year,
      unit,
      totalRow,
      partRows: partRows(sheet, merges, totalRow, labelColumn),
      project: projectAbove(sheet, merges, headerTop),
    };
  }
  return undefined;
}

/** The rows of single sources of money under the row of all. */
function partRows(sheet: Sheet, merges: MergeIndex, totalRow: number, labelColumn: number): ProjectFunds['partRows'] {
  const rows: { row: number; label: string }[] = [];
  for (let row = totalRow + 1; row < sheet.rows.length; row++) {
    const label = rowLabel(merges.text(sheet, row, labelColumn));
    if (!PART_ROW.test(label) || measureRow(sheet, row, labelColumn)) break;
    rows.push({ row, label });
  }
  return rows;
}

/** True for a row that heads a block of its own. */
function measureRow(sheet: Sheet, row: number, labelColumn: number): boolean {
  return (sheet.rows[row] ?? []).some(
    (_, column) => column > labelColumn && measureIn([plainLabel(textAt(sheet, row, column))]) !== undefined,
  );
}

/** The name of the project, from the nearest 项目名称 above. */
function projectAbove(sheet: Sheet, merges: MergeIndex, headerTop: number): ProjectFunds['project'] {
  for (let row = headerTop - 1; row >= 0; row--) {
    const named = projectIn(sheet, merges, row);
    if (named !== undefined) return named === 'nameless' ? undefined : named;
  }
  return undefined;
}

/** The projects that the forms of a table name, whether or not their money is found. */
export function projectsNamed(
  sheet: Sheet,
  { top, bottom }: CellRange,
): readonly NonNullable<ProjectFunds['project']>[] {
  const merges = new MergeIndex(sheet);
  return Array.from({ length: bottom - top + 1 }, (_, index) => projectIn(sheet, merges, top + index)).flatMap(
    (named) => (named === undefined || named === 'nameless' ? [] : [named]),
  );
}

/** The project that a row names; undefined when it has no 项目名称. */
function projectIn(sheet: Sheet, merges: MergeIndex, row: number): ProjectFunds['project'] | 'nameless' {
  const width = sheet.rows[row]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const own = /^项目名称[:：]?(.*)$/.exec(textAt(sheet, row, column).replace(/\s+/g, ''))?.[1];
    if (own === undefined) continue;
    if (own !== '') return { name: nameOf(own), cell: { sheet: sheet.name, row, column } };
    const from = (merges.range(row, column)?.right ?? column) + 1;
    for (let next = from; next < width; next++) {
      const value = valueAt(sheet, row, next);
      if (typeof value !== 'string' || value.trim() === '' || readNumber(value).kind === 'none') continue;
      return { name: nameOf(value), cell: { sheet: sheet.name, row, column: next } };
    }
    return 'nameless';
  }
  return undefined;
}

function nameOf(text: string): string {
  return withoutOrdinal(text.trim().replace(PROJECT_CODE, ''));
}
