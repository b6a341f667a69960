import { parseAddress } from '../../src/core/workbook/cell-ref.ts';
import type { CellContent } from '../../src/core/workbook/write-plan.ts';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { repack, unzip } from '../hosts/files/xlsx/support/packages.ts';
import { tenThousandth } from './reshape.ts';

/** What a person types into cells: `执行!D5` → 12, a text, or a formula that starts with `=`. */
export type Typed = Readonly<Record<string, number | string>>;

const RECORD = 'customXml/item1.xml';
const NO_RECORD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<written xmlns="urn:none"/>';

/** A workbook after a person typed into it: what the last write-back recorded is as it was. */
export async function typed(bytes: Uint8Array, cells: Typed): Promise<Uint8Array> {
  const bySheet = new Map<string, [string, number | string][]>();
  for (const [place, value] of Object.entries(cells)) {
    const at = place.lastIndexOf('!');
    const sheet = place.slice(0, at);
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), [place.slice(at + 1), value]]);
  }
  const changes = [...bySheet].map(([sheet, list]) => ({
    sheet,
    cells: list.map(([address, value]) => {
      const place = parseAddress(address);
      if (place === undefined) throw new Error(`no cell: ${address}`);
      return { ...place, content: contentOf(value) };
    }),
  }));
  const after = await patchXlsx(bytes, { changes, newSheets: [] });
  const record = (await unzip(bytes)).get(RECORD);
  return record === undefined ? withoutRecord(after) : repack(after, { [RECORD]: record });
}

/** A workbook that does not remember having been written to. */
export function withoutRecord(bytes: Uint8Array): Promise<Uint8Array> {
  return repack(bytes, { [RECORD]: NO_RECORD });
}

function contentOf(value: number | string): CellContent {
  if (typeof value === 'number') return { kind: 'number', value };
  return value.startsWith('=') ? { kind: 'formula', formula: value.slice(1), result: 0 } : { kind: 'text', value };
}

/** A sheet of the sample or the blank form in 万元 instead of 元: every typed amount and the unit. */
export async function sheetInTenThousands(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const sheet = (await readXlsx(bytes)).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const cells: Record<string, number | string> = {};
  sheet.rows.forEach((row, at) => {
    row.forEach((value, column) => {
      const place = `${name}!${String.fromCharCode(65 + column)}${String(at + 1)}`;
      if (sheet.formulas.has(`${String(at)},${String(column)}`)) return;
      if (value === '单位：元') cells[place] = '单位：万元';
      else if (typeof value === 'number') cells[place] = tenThousandth(value);
    });
  });
  return typed(bytes, cells);
}
