import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import { addressOf, showCell } from '../../src/core/workbook/cell-ref.ts';
import type { CellValue, Sheet, Workbook } from '../../src/core/workbook/workbook.ts';
import { workbookOf, type PlainSheets } from '../support/plain-sheets.ts';
import { movedDown, withCell, withCells, withSheets } from '../support/reshape.ts';

const SEED = 20231231;
const FOLDER = join(__dirname, 'forms');
const FORMS = [
  '三公经费情况表',
  '政府采购情况表',
  '资产情况表',
  '结转结余情况表',
  '人员情况表',
  '专项经费情况表',
  '结转结余和资产情况表',
  '预算调整情况表',
  '评价基础数据表',
];

interface Told {
  /** Numbers by key, with the cells they come from. */
  readonly facts: ReadonlyMap<string, { readonly value: string; readonly cells: readonly string[] }>;
  readonly findings: readonly string[];
}

interface Case {
  readonly name: string;
  readonly workbook: Workbook;
  readonly told: Told;
}

function read(workbook: Workbook): Told {
  const { ledger, findings } = intake(workbook);
  const facts = ledger
    .facts()
    .map((fact) => [fact.key, { value: plainValue(fact), cells: fact.cells.map(showCell) }] as const);
  return { facts: new Map(facts), findings: findings.map(messageOf) };
}

function values({ facts }: Told): Record<string, string> {
  return Object.fromEntries([...facts].map(([key, { value }]) => [key, value]));
}

const CASES: readonly Case[] = readdirSync(FOLDER)
  .filter((file) => FORMS.includes(file.replace('.json', '')))
  .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { name: string; sheets: PlainSheets }[])
  .map(({ name, sheets }) => {
    const workbook = workbookOf(sheets);
    return { name, workbook, told: read(workbook) };
  })
  .filter(({ told }) => told.facts.size > 0);

/** The same sheet with empty columns to its left; formulas refer to other cells then, so sheets with some are left as they are. */
function movedRight(sheet: Sheet, by: number): Sheet {
  if (sheet.formulas.size > 0) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => [...Array.from({ length: by }, () => null), ...row]),
    merges: sheet.merges.map((range) => ({ ...range, left: range.left + by, right: range.right + by })),
  };
}

/** Labels as another person types them: spaces between the characters, full-width brackets and colons. */
function respelled(sheet: Sheet): Sheet {
  return withCells(sheet, (value) => {
    if (typeof value !== 'string' || /\p{Nd}/u.test(value)) return value;
    return Array.from(value.replace(/\(/g, '（').replace(/\)/g, '）').replace(/:/g, '：')).join(
      value.length < 12 ? ' ' : '',
    );
  });
}

test('there are cases to try', () => {
  expect(CASES.length).toBeGreaterThan(50);
});

test('empty rows above, empty columns to the left and other spellings change no fact', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CASES),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      ({ workbook, told }, down, right, spell) => {
        const changed = withSheets(workbook, (sheet) => {
          const moved = movedRight(movedDown(sheet, down), right);
          return spell ? respelled(moved) : moved;
        });
        expect(values(read(changed))).toEqual(values(told));
      },
    ),
    { numRuns: 200, seed: SEED },
  );
});

/** What nobody can take for anything. */
const NOISE: readonly CellValue[] = ['???', '待定', '1,23', { error: '#REF!' }, true, '长'.repeat(300)];
/** Words that mean something where they stand, so that an amount may become another's. */
const WORDS: readonly CellValue[] = [
  '合计',
  '小计',
  '项目支出',
  '决算数',
  '预算数',
  '上年',
  '98.2%',
  '2019年度',
  '公务接待费',
  '固定资产',
  '在职人数',
  '结转',
  301,
];

interface Place {
  readonly each: Case;
  readonly index: number;
  readonly row: number;
  readonly column: number;
}

/** Every cell of the cases whose sheets have no formulas: a sum follows its cells. */
const PLACES: readonly Place[] = CASES.flatMap((each) =>
  each.workbook.sheets.flatMap((sheet, index) =>
    sheet.formulas.size > 0
      ? []
      : sheet.rows.flatMap((row, at) => row.map((_, column) => ({ each, index, row: at, column }))),
  ),
);

/** The facts that are gone, or have another value, after one cell changed, when no message is new. */
function silentChanges(
  { each: { name, workbook, told }, index, row, column }: Place,
  value: CellValue,
): readonly string[] {
  const now = read(withSheets(workbook, (sheet, at) => (at === index ? withCell(sheet, row, column, value) : sheet)));
  if (now.findings.some((found) => !told.findings.includes(found))) return [];
  const place = `${workbook.sheets[index]?.name ?? ''}!${addressOf({ row, column })}`;
  return [...told.facts].flatMap(([key, fact]) => {
    const value = now.facts.get(key)?.value;
    // A number typed over another is that fact's new value.
    if (value === fact.value || fact.cells.includes(place)) return [];
    return [`${name}: ${place} ${key} ${fact.value} → ${value ?? 'gone'}`];
  });
}

test('noise in any one cell never throws, and no number goes or changes without a message', () => {
  const silent: string[] = [];
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...NOISE), (place, value) => {
      silent.push(...silentChanges(place, value));
    }),
    { numRuns: 800, seed: SEED },
  );
  expect(silent).toEqual([]);
}, 120_000);

test('a known word in the wrong place never throws, and changes no number without a message', () => {
  const silent: string[] = [];
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...WORDS), (place, value) => {
      silent.push(...silentChanges(place, value).filter((change) => !change.endsWith('gone')));
    }),
    { numRuns: 800, seed: SEED },
  );
  expect(silent).toEqual([]);
}, 120_000);

test.each([
  {
    what: 'a title inside the header: the column is told, not taken for a rate',
    rows: [
      '编制数 | 在职人员数 | 在职人员控制率',
      '在职人员控制率计算表',
      '编制数 | 在职人员数 | 在职人员控制率',
      '20 | 18 | 90%',
    ],
    told: ['column-unknown'],
  },
  {
    what: 'a row above the header, however small its count',
    rows: ['编制数 | 2', '项目 | 人数', '在职人数 | 3'],
    told: ['row-above-header'],
  },
])('$what', ({ rows, told }) => {
  const { ledger, findings } = intake(workbookOf({ 人员: { rows } }));
  expect([ledger.has('人员.在职'), ledger.has('人员.编制')]).toEqual([true, false]);
  expect(findings.map(({ code }) => code).filter((code) => code !== 'table-missing')).toEqual(told);
});
