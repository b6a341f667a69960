import { readFile } from 'node:fs/promises';
import { parseAddress } from '../../../src/core/workbook/cell-ref.ts';
import type { CellContent } from '../../../src/core/workbook/write-plan.ts';
import { WorkbookFile } from '../../../src/hosts/files/workbook-file.ts';

/** The sample workbook with some cells changed: `{ '执行!D8': 1, '预算!I2': null }`. */
export async function sample(cells: Readonly<Record<string, string | number | null>> = {}): Promise<Uint8Array> {
  const file = new WorkbookFile(await readFile('assets/sample.xlsx'));
  const changes = Object.entries(cells).map(([place, value]) => {
    const [sheet = '', address = ''] = place.split('!');
    const at = parseAddress(address);
    if (at === undefined) throw new Error(`no address: ${place}`);
    return { sheet, cells: [{ ...at, content: contentOf(value), byPerson: true as const }] };
  });
  await file.write({ changes, newSheets: [] });
  return file.bytes();
}

function contentOf(value: string | number | null): CellContent {
  if (value === null) return { kind: 'empty' };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value };
}
