import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import { textAt } from '../../workbook/workbook.ts';
import type { Aspects } from '../aspects.ts';
import type { GridColumn } from '../column-role.ts';
import { gridRows } from '../grid-rows.ts';
import { amountColumns, type Grid } from '../grid-table.ts';
import { isUnitHeader } from '../header-cells.ts';
import { yearIn } from '../dates.ts';
import { isMistyped } from '../mistyped.ts';
import type { ItemForm } from './item-form.ts';
import { TOTAL, SUBTOTAL, understand, joined, isTotalLabel, holdsNumber } from './item-labels.ts';

/** What one row is about. */
export interface ItemRow {
  readonly row: number;
  /** The label as people read it. */
  readonly label: string;
  readonly is: 'total' | 'line' | 'ignored' | 'unknown' | 'note' | 'header';
  readonly aspects: Aspects;
  /** The office, the purchase or the kind whose part this is; undefined for what is true of everything. */
  readonly detail: string | undefined;
  /** `其中`: a part of the row above. */
  readonly isPart: boolean;
  /** A kind of which a table need not list all. */
  readonly isKind: boolean;
  /** Something stands in its columns of amounts. */
  readonly isFilled: boolean;
}

const OFFICE_HEADS = /^(填报单位|所属单位|机构名称)$/;

export interface LabelColumns {
  /** The columns whose words say what a row is about. */
  readonly said: readonly number[];
  /** The column that names offices, purchases or the like. */
  readonly detail: number | undefined;
  /** The last column before the amounts. */
  readonly last: number;
}

/** @param body the rows of the table */
export function labelColumns(
  form: ItemForm,
  grid: Grid,
  words: ReadonlyMap<string, Aspects>,
  body: readonly number[],
): LabelColumns {
  const firstAmount = Math.min(...amountColumns(grid).map(({ column }) => column));
  const isLabel = ({ role }: GridColumn): boolean => role.kind === 'name' || role.kind === 'unit';
  const first = grid.columns.filter(({ column }) => column < firstAmount);
  // Labels may stand at the right of the amounts, where nothing stands at their left.
  const before = first.some(isLabel) ? first : grid.columns;
  const names = before.filter(isLabel);
  // Names of offices or purchases, as long as none of them is a word of the form.
  const isDetail = ({ column, levels }: GridColumn): boolean => {
    const head = levels.at(-1) ?? '';
    if (!isUnitHeader(head) && !OFFICE_HEADS.test(head) && form.detailHeads?.test(head) !== true) return false;
    return body.every((row) => {
      const label = rowLabel(textAt(grid.sheet, row, column));
      return isTotalLabel([label]) || Object.keys(understand(label, words) ?? {}).length === 0;
    });
  };
  const details = names.filter(isDetail);
  // The name of an office rather than its code.
  const detail =
    details.find(({ column }) => body.some((row) => /\D/.test(textAt(grid.sheet, row, column)))) ?? details[0];
  const said = names.filter((column) => !details.includes(column));
  const nameless = first.filter(({ role }) => role.kind === 'other' && role.why === 'text');
  return {
    said: (names.length > 0 ? said : nameless).map(({ column }) => column),
    detail: detail?.column,
    last: firstAmount - 1,
  };
}

/** What each row of the table is about, from top to bottom. */
export function readRows(
  form: ItemForm,
  grid: Grid,
  labelled: LabelColumns,
  words: ReadonlyMap<string, Aspects>,
): readonly ItemRow[] {
  const { body, notes, repeats } = gridRows(grid);
  const none = { label: '', aspects: {}, detail: undefined, isPart: false, isKind: false, isFilled: false };
  const rows: ItemRow[] = [
    ...notes.map((row) => ({ ...none, row, is: 'note' as const })),
    ...repeats.map((row) => ({ ...none, row, is: 'header' as const })),
  ];
  const columns = amountColumns(grid);
  let detail = '';
  const latest = latestOfRows(
    grid,
    labelled,
    body.map(({ row }) => row),
  );
  for (const { row } of body) {
    const isFilled = columns.some(({ column }) => holdsNumber(grid.sheet, row, column));
    const texts = distinct(labelled.said.map((column) => labelIn(grid, row, column)));
    const named = labelled.detail === undefined ? '' : grid.merges.text(grid.sheet, row, labelled.detail);
    const office = named === '' && texts.length === 0 ? strayTotal(grid, row, labelled) : named;
    // An office whose cells are merged, or stand only in the first of its rows.
    if (office !== '') detail = rowLabel(office);
    const isDetail = labelled.detail !== undefined && !TOTAL.test(detail) && !isTotalLabel(texts) && detail !== '';
    const said = meaningOf(form, labelled, texts, office, words, latest);
    rows.push({
      row,
      label: [...texts, ...(office === '' ? [] : [office])].join('·'),
      ...said,
      detail: said.isKind ? texts.join('·') : isDetail ? detail : undefined,
      isPart: [...texts, office].some((text) => /^\s*其中/.test(text)),
      isFilled,
    });
  }
  return withoutSubtotalRows(rows).toSorted((a, b) => a.row - b.row);
}

/** The label in a cell; a year may be a number. */
function labelIn({ sheet, merges }: Grid, row: number, column: number): string {
  return merges.text(sheet, row, column).replace(/^(20\d\d)$/, (year) => `${year}年`);
}

/** 合计 under another head than that of the labels, such as 序号. */
function strayTotal({ sheet, merges, columns }: Grid, row: number, { last }: LabelColumns): string {
  for (const { column, role } of columns) {
    if (column > last || (role.kind === 'other' && role.why === 'private')) continue;
    const text = merges.text(sheet, row, column);
    if (isTotalLabel([text])) return text;
  }
  return '';
}

function meaningOf(
  form: ItemForm,
  labelled: LabelColumns,
  texts: readonly string[],
  office: string,
  words: ReadonlyMap<string, Aspects>,
  latest: number,
): Pick<ItemRow, 'is' | 'aspects' | 'isKind'> {
  const unknown = { is: 'unknown', aspects: {}, isKind: false } as const;
  if (texts.length === 0) {
    // Only offices in the labels, or no labels at all: the columns say everything.
    const hasLabels = labelled.said.length > 0 || labelled.detail !== undefined;
    if (hasLabels && office === '') return unknown;
    return { is: isTotalLabel([office]) || !hasLabels ? 'total' : 'line', aspects: {}, isKind: false };
  }
  if (isTotalLabel(texts)) return { is: 'total', aspects: {}, isKind: false };
  let said: Aspects = {};
  for (const text of texts) {
    const label = rowLabel(text);
    const own = isTotalLabel([text]) || label === SUBTOTAL ? {} : understand(label, words);
    const next = own === undefined ? undefined : joined(said, own);
    if (next === undefined) {
      if (form.kinds?.labels.test(label) === true) return { is: 'line', aspects: form.kinds.of, isKind: true };
      return form.ignores.test(label) && !isMistyped(label, words) ? { ...unknown, is: 'ignored' } : unknown;
    }
    const year = yearIn(label);
    said = year !== undefined && year === latest - 1 ? { ...next, prior: true } : next;
    if (year !== undefined && year < latest - 1) return { ...unknown, is: 'ignored' };
  }
  const isYear = texts.some((text) => yearIn(rowLabel(text)) !== undefined);
  if (Object.keys(said).length > 0 || isYear) return { is: 'line', aspects: said, isKind: false };
  if (texts.some((text) => form.ignores.test(rowLabel(text)))) return { ...unknown, is: 'ignored' };
  return texts.join('').includes(SUBTOTAL) ? { is: 'line', aspects: {}, isKind: false } : unknown;
}

/** A lone 小计 is the total when no 合计 is there; beside one, or beside another, nobody says what it adds up. */
function withoutSubtotalRows(rows: readonly ItemRow[]): readonly ItemRow[] {
  const isBare = ({ is, aspects, label }: ItemRow): boolean =>
    is === 'line' && Object.keys(aspects).length === 0 && label.includes(SUBTOTAL);
  const bare = rows.filter((row) => isBare(row) && row.detail === undefined);
  const hasTotal = rows.some(({ is }) => is === 'total');
  return rows.map((row) => {
    if (!isBare(row)) return row;
    if (row.detail === undefined && !hasTotal && bare.length === 1) return { ...row, is: 'total' };
    return { ...row, is: hasTotal ? 'ignored' : 'unknown' };
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

function latestOfRows(grid: Grid, { said }: LabelColumns, body: readonly number[]): number {
  const years = body.flatMap((row) => said.map((column) => yearIn(plainLabel(labelIn(grid, row, column))) ?? 0));
  return Math.max(0, ...years);
}
