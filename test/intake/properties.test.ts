import fc from 'fast-check';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { DEFAULT_PACK, packById } from '../../src/core/scheme/packs/packs.ts';
import { evaluate } from '../../src/core/scheme/evaluate.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import { addressOf, showCell } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Workbook } from '../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { sample } from '../support/project.ts';
import { inTenThousands, movedDown, withCell, withSheets } from '../support/reshape.ts';

const SEED = 20230315;

let workbook: Workbook;
let scheme: Scheme;
let before: Told;

interface Told {
  /** Numbers by key, with the cells they come from. */
  readonly facts: ReadonlyMap<string, { readonly value: string; readonly cells: readonly string[] }>;
  readonly findings: ReadonlySet<string>;
}

function read(from: Workbook): Told {
  const { ledger, findings } = intake(from);
  const evaluation = evaluate(scheme, ledger);
  const facts = [...ledger.facts(), ...evaluation.facts]
    .filter(({ value }) => value.kind !== 'text')
    .map((fact) => [fact.key, { value: plainValue(fact), cells: fact.cells.map(showCell) }] as const);
  return { facts: new Map(facts), findings: new Set([...findings, ...evaluation.findings].map(messageOf)) };
}

function values({ facts }: Told): Record<string, string> {
  return Object.fromEntries([...facts].map(([key, { value }]) => [key, value]));
}

beforeAll(async () => {
  workbook = await readXlsx(sample());
  const found = packById(DEFAULT_PACK);
  if (found === undefined) throw new Error(DEFAULT_PACK);
  scheme = found;
  before = read(workbook);
});

test('the sample gives more than a hundred numbers and no warning', () => {
  expect(before.facts.size).toBeGreaterThan(100);
  expect(before.findings.size).toBe(1);
});

test('order, names, empty rows on top and the unit of sheets change no value', () => {
  const size = workbook.sheets.length;
  const shapes = fc.record({
    order: fc.shuffledSubarray(
      workbook.sheets.map((_, index) => index),
      { minLength: size, maxLength: size },
    ),
    names: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: size,
      maxLength: size,
    }),
    down: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }),
    inTenThousands: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
  });
  fc.assert(
    fc.property(shapes, ({ order, names, down, inTenThousands: tenThousands }) => {
      const changed = withSheets(workbook, (sheet, index) => {
        const inUnit = tenThousands[index] === true ? inTenThousands(sheet) : sheet;
        return { ...movedDown(inUnit, down[index] ?? 0), name: names[index] ?? '' };
      });
      const told = read({ ...changed, sheets: order.flatMap((index) => changed.sheets[index] ?? []) });
      expect(values(told)).toEqual(values(before));
      expect(told.findings).toEqual(before.findings);
    }),
    { numRuns: 40, seed: SEED },
  );
}, 60_000);

const GARBAGE: readonly CellValue[] = [
  null,
  '',
  '???',
  '待定',
  '1,23',
  '12a',
  '98.2%',
  { error: '#REF!' },
  true,
  '合计',
  '项目支出',
  '决算数',
  '单位：万元',
  '3月',
  '2019年度',
  '是',
  '得分',
  '<a href="x">&amp;</a>',
  '=1+1',
  '😀',
  '长'.repeat(300),
];

test('garbage in any one cell never throws, and changes no other number without saying so', () => {
  const places = workbook.sheets.flatMap((sheet, index) =>
    sheet.rows.flatMap((row, at) => row.map((_, column) => ({ index, row: at, column }))),
  );
  const silent: string[] = [];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...GARBAGE), ({ index, row, column }, value) => {
      const there = workbook.sheets[index]?.rows[row]?.[column];
      if (typeof there === 'number' && (value === null || value === '')) return; // an amount may be left out
      const told = read(
        withSheets(workbook, (sheet, at) => (at === index ? withCell(sheet, row, column, value) : sheet)),
      );
      const name = workbook.sheets[index]?.name ?? '';
      const place = `${name}!${addressOf({ row, column })}`;
      const lost = [...before.facts].filter(
        ([key, fact]) => told.facts.get(key)?.value !== fact.value && !fact.cells.includes(place),
      );
      const heard = new Set([...told.facts.values()].flatMap(({ cells }) => cells));
      const gone = lost.filter(([key, { cells }]) => told.facts.has(key) || !cells.every((cell) => heard.has(cell)));
      const news = [...told.findings].filter((found) => !before.findings.has(found));
      if (gone.length > 0 && news.length === 0) {
        silent.push(`${place} ← ${JSON.stringify(value)}: ${gone.map(([key]) => key).join('、')}`);
      }
    }),
    { numRuns: 250, seed: SEED },
  );
  expect(silent).toEqual([]);
}, 120_000);
