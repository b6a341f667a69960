import fc from 'fast-check';
import { guarded } from '../../src/core/ledger/cell-formula.ts';
import { showFact, type Fact } from '../../src/core/ledger/fact.ts';
import type { Outcome } from '../../src/core/ledger/outcome.ts';
import { measured } from '../../src/core/scheme/measures/measured.ts';
import type { MeasureSpec } from '../../src/core/scheme/scheme.ts';
import { valueAt } from '../../src/core/workbook/workbook.ts';
import type { CellWrite } from '../../src/core/workbook/write-plan.ts';
import { given } from '../core/support/cases.ts';
import { dataSheet, ledgerOf, type Stated } from '../core/support/ledgers.ts';
import { factsOf, MEASURE_EXAMPLES, measureOf } from '../core/support/measure-examples.ts';
import { requirePrograms } from './libreoffice.ts';
import { recompute } from './recompute.ts';

/*
 * Every measure, computed by LibreOffice: its examples, and random amounts of which many make a rate that stands on half of the last
 * printed digit, or are 0. What is compared is the rate rounded to 0.01% by ROUND, which like the core takes the half up. The number
 * format alone would not do: LibreOffice formats the binary number, so that a rate that lies exactly on the half may show 0.01% less.
 */

interface Shown {
  readonly what: string;
  readonly core: string;
  readonly formula: string;
  readonly isRate: boolean;
}

const data: CellWrite[] = [];
let dataRow = 0;

/** One comparison: the facts stand in rows of their own, in the order of `usual`, whose formula it is. */
function compared(what: string, measure: MeasureSpec, usual: Stated, facts: Stated): Shown {
  const firstRow = dataRow;
  Object.keys(usual).forEach((key, index) => {
    const text = facts[key];
    if (text === undefined) return;
    const value = dataSheet({ [key]: text })[0]?.[1];
    const content = typeof value === 'number' ? ({ kind: 'number', value } as const) : undefined;
    const cell = { row: firstRow + index, column: 1 };
    data.push({ ...cell, content: content ?? { kind: 'text', value: String(value) } });
  });
  dataRow += Object.keys(usual).length;
  const formula = measured(ledgerOf({ facts: usual, firstRow }), measure);
  if (formula.status !== 'value') throw new Error(`${what}: no value to take the formula of`);
  const core = printed(measured(ledgerOf({ facts, firstRow }), measure));
  const isRate = formula.value.unit === '%';
  return { what: `${what} ${JSON.stringify(facts)}`, core, formula: guarded(given(formula.value.formula)), isRate };
}

function printed(outcome: Outcome<Fact>): string {
  switch (outcome.status) {
    case 'value':
      return showFact(outcome.value);
    case 'missing':
      return '缺数据';
    case 'not-applicable':
      return '不适用';
  }
}

function exampleRuns(): readonly Shown[] {
  return MEASURE_EXAMPLES.flatMap((one) => {
    const measure = measureOf(one);
    const usual = factsOf(given(one.例[0]));
    return one.例.map((example) => {
      const facts = factsOf(example);
      return compared(example.说明, measure, example.结果 === undefined ? usual : facts, facts);
    });
  });
}

const fen = fc.oneof(
  fc.integer({ min: 1, max: 10 ** 11 }),
  fc.constantFrom(10_000, 24_570, 100_000, 244_570_000, 30_000_000, 10 ** 9, 99_999_000_000),
);
/** In 20000ths of a base: odd ones make a rate that ends in half of 0.01%. */
const shares = fc.oneof(fc.integer({ min: -2000, max: 30_000 }), fc.constantFrom(0, 20_000, 19_669, 1, 9999));
const random = fc.record({
  base: fen,
  list: fc.array(shares, { minLength: 30, maxLength: 30 }),
  zeros: fc.constantFrom('none', 'none', 'none', 'none', 'bases', 'all'),
});

/** Amounts for the keys of a measure: what is divided by is the base, what is divided a share of it. */
function randomFacts(
  usual: Stated,
  isBase: (key: string) => boolean,
  { base, list, zeros }: typeof random extends fc.Arbitrary<infer T> ? T : never,
): Stated {
  // A multiple of 20000 分, so that every share of it is whole.
  const whole = Math.ceil(base / 20_000) * 20_000;
  const entries = Object.entries(usual).map(([key, text], index): [string, string] => {
    if (text.endsWith('%')) return [key, text];
    if (isBase(key)) return [key, zeros === 'none' ? worth(whole, text) : worth(0, text)];
    return [key, worth(zeros === 'all' ? 0 : (whole / 20_000) * (list[index] ?? 0), text)];
  });
  return Object.fromEntries(entries);
}

/** Whole 分 as 元 or 万元; for people and tasks the number itself. */
function worth(amount: number, like: string): string {
  if (!like.endsWith('元')) return `${String(amount)}${/\D+$/.exec(like)?.[0] ?? ''}`;
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}元`;
}

function randomRuns(): readonly Shown[] {
  return MEASURE_EXAMPLES.flatMap((one, at) => {
    const measure = measureOf(one);
    if (one.指标值 === undefined) return [];
    const usual = factsOf(given(one.例[0]));
    const isBase = (key: string): boolean => basesOf(measure).some((base) => key.endsWith(base));
    const inYuan = Object.fromEntries(Object.entries(usual).map(([key, text]) => [key, text.replace('万元', '元')]));
    return fc
      .sample(random, { numRuns: 40, seed: 31 + at })
      .map((amounts) => compared(one.指标值 ?? '', measure, inYuan, randomFacts(inYuan, isBase, amounts)));
  });
}

function basesOf(measure: MeasureSpec): readonly string[] {
  switch (measure.kind) {
    case 'ratio':
      return [measure.denominator];
    case 'change':
      return [measure.previous];
    case 'payment-progress':
    case 'average-execution':
      return ['月.预算数'];
    case 'expression':
    case 'fact':
      return [];
  }
}

let differing: unknown[] = [];
let count = 0;

beforeAll(async () => {
  await requirePrograms();
  const runs = [...exampleRuns(), ...randomRuns()];
  count = runs.length;
  const results = runs.flatMap(({ formula, isRate }, row): CellWrite[] => {
    const value = `A${String(row + 1)}`;
    const text = isRate ? `IF(ISNUMBER(${value}),TEXT(ROUND(${value},4),"0.00%"),${value})` : value;
    return [
      { row, column: 0, content: { kind: 'formula', formula, result: 0 } },
      { row, column: 1, content: { kind: 'formula', formula: text, result: 0 } },
    ];
  });
  const workbook = await recompute({ 数据: data, 结果: results });
  const sheet = given(workbook.sheets.find(({ name }) => name === '结果'));
  differing = runs.flatMap(({ what, core, formula, isRate }, row) => {
    const shown = valueAt(sheet, row, 1);
    const theirs = isRate || typeof shown !== 'number' ? shown : `${String(shown)}人`;
    return theirs === core ? [] : [{ what, core, theirs, formula }];
  });
}, 300_000);

test('LibreOffice shows the value of the core for every measure, on halves of the last digit and with zeros', () => {
  expect(count).toBeGreaterThan(2000);
  expect(differing.slice(0, 10)).toEqual([]);
});
