import { parseAddress } from '../../../../../src/core/workbook/cell-ref.ts';
import type { CellContent, CellLook, CellWrite, WritePlan } from '../../../../../src/core/workbook/write-plan.ts';
import type { Workbook } from '../../../../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../../../../src/hosts/files/xlsx/read-xlsx.ts';

export const num = (value: number): CellContent => ({ kind: 'number', value });
export const text = (value: string): CellContent => ({ kind: 'text', value });
export const formula = (body: string, result: number | string): CellContent => ({
  kind: 'formula',
  formula: body,
  result,
});

/** A write to an address. */
export function at(address: string, content: CellContent, look?: CellLook): CellWrite {
  const place = parseAddress(address);
  if (place === undefined) throw new Error(address);
  return { ...place, content, ...(look === undefined ? {} : { look }) };
}

/** A plan that writes to one sheet that exists. */
export function into(sheet: string, ...cells: CellWrite[]): WritePlan {
  return { changes: [{ sheet, cells }], newSheets: [] };
}

/** One sheet of a file as the reader gives it. */
export async function sheetOf(bytes: Uint8Array, name: string): Promise<Workbook['sheets'][number]> {
  const sheet = (await readXlsx(bytes)).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The value at an address of a file. */
export async function valueOf(bytes: Uint8Array, name: string, address: string): Promise<unknown> {
  const { row, column } = at(address, num(0));
  return (await sheetOf(bytes, name)).rows[row]?.[column] ?? null;
}
