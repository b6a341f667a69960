import { AMOUNT_UNITS } from '../../money/amount.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { textAt } from '../../workbook/workbook.ts';
import type { Aspects } from '../aspects.ts';
import { COUNT_UNIT, isCounted } from '../counts.ts';
import type { ColumnRole, GridColumn } from '../column-role.ts';
import { gridOf, type Grid } from '../grid-table.ts';
import { isLabelHeader } from '../header-cells.ts';
import { isOfYear } from '../table-year.ts';
import type { ItemForm } from './item-form.ts';
import type { TableView } from '../layout.ts';
import { isMistyped } from '../mistyped.ts';
import { unitInHeader } from '../unit.ts';
import { TOTAL, SUBTOTAL, understand, joined, saysNothing, holdsNumber } from './item-labels.ts';

const HEADER_SEARCH_ROWS = 30;
/** Headers beside the amounts that need no words of the form. */
const BESIDE = /率|占比|比重|(?<![\d.])%|^(序号|备注|说明)$/;
const COUNT_UNITS = new RegExp(`^(${COUNT_UNIT}|%)$`);
/** Heads of columns whose rows are years, perhaps as numbers. */
const YEAR_HEADS = /^(年度|年份|会计年度|预算年度)$/;

/** A header that only the words of the form tell: `固定资产总额 | 在用固定资产`. */
export function gridByWords(form: ItemForm, view: TableView): Grid | undefined {
  const { sheet, range } = view;
  const last = Math.min(range.bottom, sheet.rows.length - 1, range.top + HEADER_SEARCH_ROWS);
  for (let row = range.top; row <= last; row++) {
    const labels = (sheet.rows[row] ?? []).map((value) => (typeof value === 'string' ? plainLabel(value) : ''));
    const own = [...new Set(labels.filter((label) => label !== ''))];
    if (own.length < 2 || (sheet.rows[row] ?? []).some((value) => typeof value === 'number')) continue;
    const words = form.words(own, '');
    const says = (label: string): boolean => Object.keys(understand(label, words) ?? {}).length > 0;
    const isKnown = (label: string, index: number): boolean =>
      understand(label, words) !== undefined ||
      isLabelHeader(label) ||
      BESIDE.test(label) ||
      form.ignores.test(label) ||
      (index === 0 && label !== '');
    // What stands over the labels of rows may be called anything.
    const amounts = own.filter(says).length;
    if (own.every(isKnown) && amounts >= (own[0] !== undefined && says(own[0]) ? 2 : 1)) {
      return gridOf({ ...view, headerTop: row }, view.year);
    }
  }
  return undefined;
}

/** True for a column that says in which unit each row is. @param body the rows of the table */
export function isUnitColumn({ sheet }: Grid, { column }: GridColumn, body: readonly number[]): boolean {
  let units = 0;
  for (const row of body) {
    const text = unitWord(textAt(sheet, row, column));
    if (text === '') continue;
    if (!AMOUNT_UNITS.some((unit) => unit === text) && !COUNT_UNITS.test(text)) return false;
    units += 1;
  }
  return units > 0;
}

/** The unit in a cell of such a column: `万元`, `单位：万元`. */
export function unitWord(text: string): string {
  return plainLabel(text).replace(/^单位:/, '');
}

/** The role of a column by the form's own words. */
export function roleIn(
  form: ItemForm,
  grid: Grid,
  column: GridColumn,
  words: ReadonlyMap<string, Aspects>,
  year: number | 'unclear' | undefined,
): ColumnRole {
  const { role, levels } = column;
  if (role.kind === 'name' || role.kind === 'code' || role.kind === 'unit') return role;
  if (role.kind === 'other' && (role.why === 'private' || role.why === 'ordinal')) return role;
  const header = levels.join('');
  if (YEAR_HEADS.test(header)) return { kind: 'name' };
  const unit = unitInHeader(header);
  const said = saidBy(levels, words);
  if (said === undefined) {
    const isKnown =
      levels.some((level) => form.ignores.test(level)) && !levels.some((level) => isMistyped(level, words));
    if (isKnown) return { kind: 'other', why: 'not-needed' };
    // A title that stands inside the header is no name of a column; what the column holds is then not known.
    const hasTitle = levels.length > 1 && levels.some((level) => level.endsWith('表'));
    if (role.kind === 'other' && role.why === 'text' && isAllCounts(grid, column.column)) return { kind: 'unknown' };
    if (role.kind !== 'amount' && !hasTitle) return role;
    return isUsed(grid, column.column) ? { kind: 'unknown' } : { kind: 'other', why: 'text' };
  }
  if (header === '') return role;
  if (isOfYear(header, year)) return { kind: 'amount', aspects: said, unit };
  if (year === undefined || year === 'unclear') return { kind: 'unknown', year: 'unclear' };
  if (isOfYear(header, year - 1)) return { kind: 'amount', aspects: { ...said, prior: true }, unit };
  return { kind: 'unknown', year };
}

/** What all levels of a header say together, in the words of the form. */
export function saidBy(levels: readonly string[], words: ReadonlyMap<string, Aspects>): Aspects | undefined {
  let said: Aspects = {};
  for (const level of levels) {
    const own = understand(level, words);
    const next = own === undefined ? undefined : joined(said, own);
    if (next === undefined) return undefined;
    said = next;
  }
  return said;
}

/** A 小计 that no group stands over adds up some columns, nobody says which; beside a 合计 it is not needed. */
export function withoutSubtotals(columns: readonly GridColumn[]): readonly GridColumn[] {
  const isBare = ({ levels, role }: GridColumn): boolean =>
    role.kind === 'amount' && levels.some((level) => level.includes(SUBTOTAL)) && saysNothing(role.aspects);
  const bare = columns.filter(isBare);
  if (bare.length === 0) return columns;
  const hasTotal = columns.some(({ levels }) => levels.some((level) => TOTAL.test(level)));
  if (!hasTotal && bare.length === 1) return columns;
  return columns.map((column) =>
    isBare(column) ? { ...column, role: hasTotal ? { kind: 'other', why: 'derived' } : { kind: 'unknown' } } : column,
  );
}

/** Book values before depreciation beside what there is at the end of the year are another amount; alone they are that of its end. */
export function withoutBookValues(columns: readonly GridColumn[]): readonly GridColumn[] {
  const hasEnd = columns.some(({ role }) => role.kind === 'amount' && role.aspects.stockMeasure === '年末数');
  if (!hasEnd) return columns;
  return columns.map((column) => {
    const { role, levels } = column;
    const isBook = levels.some((level) => /原值|原价/.test(level));
    const isOpen = role.kind === 'amount' && role.aspects.stockMeasure === undefined;
    return isBook && isOpen ? { ...column, role: { kind: 'other', why: 'not-needed' } } : column;
  });
}

/** `18人` under each other are no remarks. */
function isAllCounts({ sheet, dataRow, lastRow }: Grid, column: number): boolean {
  const filled = Array.from({ length: lastRow - dataRow + 1 }, (_, index) =>
    textAt(sheet, dataRow + index, column),
  ).filter((text) => text !== '');
  return filled.length > 0 && filled.every(isCounted);
}

function isUsed({ sheet, dataRow, lastRow }: Grid, column: number): boolean {
  for (let row = dataRow; row <= lastRow; row++) if (holdsNumber(sheet, row, column)) return true;
  return false;
}
