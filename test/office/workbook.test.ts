import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { parseAddress } from '../../src/core/workbook/cell-ref.ts';
import { formulaAt, valueAt, type CellValue, type Workbook } from '../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { convert, requirePrograms } from './libreoffice.ts';
import { EDITED_VARIANTS } from './edited-variants.ts';
import { VARIANTS as FORM_VARIANTS } from './variants.ts';
import { withoutCachedValues } from './without-cached-values.ts';

/*
 * LibreOffice as an independent engine: it opens what we wrote, computes every formula from nothing (the values that we cached are
 * taken out first) and must come to the core's values.
 */

const VARIANTS = { ...FORM_VARIANTS, ...EDITED_VARIANTS };
const names = Object.keys(VARIANTS);
let folder = '';
const scored = new Map<string, Workbook>();
const recomputed = new Map<string, Workbook>();

beforeAll(async () => {
  await requirePrograms();
  folder = await mkdtemp(join(tmpdir(), 'jixiao-recompute-'));
  const bare: string[] = [];
  await mkdir(join(folder, 'bare'));
  await mkdir(join(folder, 'recomputed'));
  for (const [index, name] of names.entries()) {
    const input = join(folder, `in${String(index)}.xlsx`);
    const out = join(folder, `out${String(index)}.xlsx`);
    await writeFile(input, await (VARIANTS[name] as () => Promise<Uint8Array>)());
    const errors: string[] = [];
    const code = await run(['evaluate', input, '--out', out], {
      out: () => undefined,
      err: (line) => errors.push(line),
    });
    if (code === 2) throw new Error(`${name}: ${errors.join('\n')}`);
    const bytes = new Uint8Array(await readFile(out));
    scored.set(name, await readXlsx(bytes));
    const path = join(folder, 'bare', `${String(index)}.xlsx`);
    await writeFile(path, await withoutCachedValues(bytes));
    bare.push(path);
  }
  await convert(bare, 'xlsx', join(folder, 'recomputed'));
  for (const [index, name] of names.entries()) {
    const path = join(folder, 'recomputed', `${String(index)}.xlsx`);
    recomputed.set(name, await readXlsx(new Uint8Array(await readFile(path))));
  }
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface WrittenFormula {
  readonly place: string;
  readonly ours: CellValue;
  readonly theirs: CellValue;
}

/** Every formula that we wrote with the core's value and the one that LibreOffice computed. */
function formulas(name: string): readonly WrittenFormula[] {
  const mine = scored.get(name);
  const other = recomputed.get(name);
  if (mine === undefined || other === undefined) throw new Error(`no workbook ${name}`);
  return mine.written.flatMap(({ sheet, address }) => {
    const place = parseAddress(address);
    const before = mine.sheets.find((candidate) => candidate.name === sheet);
    const after = other.sheets.find((candidate) => candidate.name === sheet);
    if (place === undefined || before === undefined || after === undefined) throw new Error(`no sheet ${sheet}`);
    if (formulaAt(before, place.row, place.column) === undefined) return [];
    return [
      {
        place: `${sheet}!${address}`,
        ours: valueAt(before, place.row, place.column),
        theirs: valueAt(after, place.row, place.column),
      },
    ];
  });
}

const shown = (value: CellValue): CellValue => (typeof value === 'number' ? value.toFixed(9) : value);

test.each(names)('LibreOffice computes the same values: %s', (name) => {
  const written = formulas(name);
  expect(written.length).toBeGreaterThan(10);
  expect(written.map(({ place, theirs }) => [place, shown(theirs)])).toEqual(
    written.map(({ place, ours }) => [place, shown(ours)]),
  );
});

test('LibreOffice comes to the total of the sample', () => {
  const totals = formulas('sample').filter(({ place }) => /![FG]17$/.test(place));
  expect(totals.map(({ theirs }) => theirs)).toEqual([99, 1]);
});

test('missing data is 缺数据 in LibreOffice too, up to the total', () => {
  const words = formulas('months not filled in').filter(({ theirs }) => theirs === '缺数据');
  expect(words.map(({ place }) => place)).toEqual(expect.arrayContaining([expect.stringMatching(/!F17$/)]));
});
