import { valueAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount, holdsWords } from './amounts.ts';

/*
 * Columns beside the amounts, by their headers: numbers of order, and remarks. Remarks may be anything, also amounts that would be
 * lost.
 */

const ORDINAL_HEADERS = /^(序号|行次|栏次|编号)(\([^()]*\))?$/;
const REMARK_HEADERS = /^(备注|说明|填报说明|原因|附注)/;
const BARE_REMARK = /^(备注|说明|填报说明|原因|附注)(\d|\([^()]*\))?$/;

/** True for a header over numbers of order or remarks, whatever stands under it. */
export function isRemarkHeader(header: string): boolean {
  return ORDINAL_HEADERS.test(header) || REMARK_HEADERS.test(header);
}

/**
 * True for a column that says nothing about amounts: numbers of order, or remarks that are no amounts themselves.
 * @param header its plain label
 * @param from the first and `to` the last row under the header
 */
export function isRemarkColumn(sheet: Sheet, column: number, header: string, from: number, to: number): boolean {
  if (ORDINAL_HEADERS.test(header)) return true;
  return REMARK_HEADERS.test(header) && !holdsMostlyAmounts(sheet, column, header, from, to);
}

/** More amounts than words; under a header that is nothing but 备注 one number, or a count of the rows, is still a remark. */
function holdsMostlyAmounts(sheet: Sheet, column: number, header: string, from: number, to: number): boolean {
  let amounts = 0;
  let words = 0;
  let counted = 0;
  for (let row = from; row <= to; row++) {
    if (holdsWords(sheet, row, column)) words += 1;
    if (!holdsAmount(sheet, row, column)) continue;
    amounts += 1;
    if (valueAt(sheet, row, column) === amounts) counted += 1;
  }
  if (amounts <= words || counted === amounts) return false;
  return amounts > 1 || !BARE_REMARK.test(header);
}
