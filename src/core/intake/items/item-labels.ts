import { rowLabel } from '../../workbook/labels.ts';
import { valueAt, type Sheet } from '../../workbook/workbook.ts';
import { holdsAmount } from '../amounts.ts';
import { merged, type Aspects } from '../aspects.ts';
import { COUNT_UNIT, isCounted } from '../counts.ts';
import { aspectsOf } from '../header-words.ts';
import { TOTAL_WORDS } from '../vocabulary.ts';

/*
 * Labels of tables for indicators, as the words of a form make them out.
 */

/** Everything together. */
export const TOTAL = /^(全?部门|系统|全局|全系统)?(合计|总计|汇总|总数|总额)$/;

/** Some lines together; which, only their place says. */
export const SUBTOTAL = '小计';

const COUNT_BRACKET = new RegExp(`\\((?:${COUNT_UNIT})\\)$`);

/** A label's meaning by the form's words. What is counted in units is a count: 公务用车购置(辆) is no 购置费. */
export function understand(label: string, words: ReadonlyMap<string, Aspects>): Aspects | undefined {
  const counted = COUNT_BRACKET.test(label);
  const said = aspectsOf(label.replace(COUNT_BRACKET, ''), words);
  return counted && said?.count === undefined && said?.staff === undefined ? undefined : said;
}

/** Joins what a row and a column say, whichever of them says more. */
export function joined(a: Aspects, b: Aspects): Aspects | undefined {
  return merged(a, b) ?? merged(b, a);
}

/** True when a label does not say what an amount is about; its measure alone does not. */
export function saysNothing({ subject, stock, staff, count, basis, income, side }: Aspects): boolean {
  return [subject, stock, staff, count, basis, income, side].every((part) => part === undefined);
}

export function isTotalLabel(texts: readonly string[]): boolean {
  const labels = texts.map(rowLabel).filter((label) => label !== '');
  return labels.length > 0 && labels.every((label) => TOTAL.test(label) || TOTAL_WORDS.includes(label));
}

/** True for a cell with a number, alone or with its measure word. */
export function holdsNumber(sheet: Sheet, row: number, column: number): boolean {
  return holdsAmount(sheet, row, column) || isCounted(valueAt(sheet, row, column));
}
