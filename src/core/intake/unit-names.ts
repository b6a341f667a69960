import { AMOUNT_UNITS } from '../money/amount.ts';
import { rowLabel } from '../workbook/labels.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { MergeIndex } from '../workbook/merge-index.ts';

/** Whose amounts a row states: those of 本级 or a 下属单位, or those of the department with all of them. */
export type UnitName = { readonly kind: 'unit'; readonly name: string } | { readonly kind: 'all' };

/** The unit of a row, and whether the row is the sum of what the unit states. */
export interface RowUnit {
  readonly unit: UnitName;
  readonly isSum: boolean;
  /** What the row says of the unit. */
  readonly label: string;
}

/** Heads of columns over the names of units. */
export const UNIT_HEADERS: readonly string[] = [
  '单位名称',
  '预算单位',
  '预算单位名称',
  '单位',
  '部门',
  '部门名称',
  '所属单位',
  '基层单位',
  '下属单位',
];

const ALL_UNITS = /^(本?部门|单位|全部门|各单位|所有单位)?(支出|收入)?(合计|总计|汇总|汇总数)$|^全部门$/;

/**
 * The unit of each row from `from` on. A name may stand in the first row of its unit only; a sum without a name beside rows that all
 * have one is that of the department, otherwise nobody can tell whose it is.
 * @param isTotal true for a row that is a total by its other words
 * @returns undefined for a column that names no units, such as units of measure
 */
export function rowUnits(
  sheet: Sheet,
  merges: MergeIndex,
  column: number,
  from: number,
  isTotal: (row: number) => boolean,
): ReadonlyMap<number, RowUnit | undefined> | undefined {
  const units = new Map<number, RowUnit | undefined>();
  const nameless: number[] = [];
  let last: string | undefined;
  let isFilledDown = false;
  for (let row = from; row < sheet.rows.length; row++) {
    const label = rowLabel(merges.text(sheet, row, column));
    if (AMOUNT_UNITS.some((unit) => unit === label)) return undefined;
    if (label === '') {
      // Before the first name nobody knows whose amounts a row states.
      if (isTotal(row)) nameless.push(row);
      else if (last !== undefined) {
        units.set(row, { unit: { kind: 'unit', name: last }, isSum: false, label });
        isFilledDown = true;
      } else units.set(row, undefined);
      continue;
    }
    if (ALL_UNITS.test(label)) {
      units.set(row, { unit: { kind: 'all' }, isSum: true, label });
      continue;
    }
    const name = label === '小计' ? last : label.replace(/(小计|合计)$/, '');
    if (name === undefined) continue;
    units.set(row, { unit: { kind: 'unit', name }, isSum: label !== name, label });
    last = name;
  }
  for (const row of nameless)
    units.set(row, isFilledDown ? undefined : { unit: { kind: 'all' }, isSum: true, label: '' });
  return units;
}
