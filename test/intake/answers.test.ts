import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { showCells } from '../../src/core/workbook/cell-ref.ts';
import type { Answer } from '../../src/core/workbook/mapping.ts';
import { workbookOf, type PlainSheets } from '../support/plain-sheets.ts';

/** A workbook with something unclear, and what becomes of it when a person chooses. */
interface Case {
  readonly name: string;
  readonly sheets: PlainSheets;
  /** What is asked without answers: `列 财政口径数 支出!E2`, and an alternative that has to be offered. */
  readonly asks: readonly { readonly question: string; readonly offers?: readonly string[] }[];
  /** The findings without answers: code and cells. */
  readonly open: readonly string[];
  readonly answers: readonly Answer[];
  /** Facts by key once answered; null where nothing may be said. */
  readonly facts: Readonly<Record<string, string | null>>;
  readonly findings: readonly string[];
}

const cases = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8')) as readonly Case[];

function told(sheets: PlainSheets, answers: readonly Answer[]) {
  const { ledger, findings, questions } = intake(workbookOf(sheets), { mapping: { answers } });
  const codes = findings
    .filter(({ code }) => code !== 'table-missing')
    .map(({ code, cells }) => (cells.length === 0 ? code : `${code} ${showCells(cells)}`));
  return { ledger, codes, questions };
}

test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const before = told(each.sheets, []);
  expect(before.codes.sort()).toEqual([...each.open].sort());
  expect(before.questions.map(({ about, label, cells }) => `${about} ${label} ${showCells(cells)}`)).toEqual(
    each.asks.map(({ question }) => question),
  );
  for (const [index, { offers = [] }] of each.asks.entries()) {
    expect(before.questions[index]?.alternatives).toEqual(expect.arrayContaining([...offers]));
    expect(before.questions[index]?.chosen).toBeUndefined();
  }
  const after = told(each.sheets, each.answers);
  const facts = Object.keys(each.facts).map((key) => {
    const fact = after.ledger.get(key);
    return [key, fact === undefined ? null : plainValue(fact)];
  });
  expect(Object.fromEntries(facts)).toEqual(each.facts);
  expect(after.codes.sort()).toEqual([...each.findings].sort());
  expect(after.questions.every(({ chosen }) => chosen !== undefined)).toBe(true);
});
