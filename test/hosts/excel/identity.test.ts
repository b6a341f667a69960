import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../../src/commands/evaluate.ts';
import { plainValue } from '../../../src/core/ledger/fact.ts';
import { messageOf } from '../../../src/core/texts/finding-texts.ts';
import { formulaAt, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { WorkbookFile } from '../../../src/hosts/files/workbook-file.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import type { PlainSheets } from '../../support/plain-sheets.ts';
import { xlsxOf } from '../../support/plain-xlsx.ts';
import { sample } from '../../support/project.ts';
import { scoreSheetRows, withScoreRows, withScoreSheet } from '../../support/score-sheets.ts';
import { openExcel, type OpenedExcel } from './support/opened-excel.ts';
import type { PlainResult } from './support/page-code.ts';
import { enteredCells, shownResults } from './support/same-cells.ts';

/* Every case workbook of the project, once as a file and once through Excel: the same cells, facts, scores and written cells. */

interface NamedSheets {
  readonly name: string;
  readonly sheets: PlainSheets;
}

const INTAKE = join(__dirname, '../../intake');

const BOOKS = ['forms', 'cases'].flatMap((folder) =>
  readdirSync(join(INTAKE, folder))
    .sort()
    .map((file) => ({
      file: `${folder}/${file}`,
      books: JSON.parse(readFileSync(join(INTAKE, folder, file), 'utf8')) as readonly NamedSheets[],
    })),
);

let opened: OpenedExcel;

beforeAll(async () => {
  opened = await openExcel(sample());
});

afterAll(async () => {
  await opened.close();
  await closeBrowser();
});

function hasResults({ sheets }: Workbook): boolean {
  return sheets.every(({ rows, formulas }) =>
    [...formulas.keys()].every((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return (rows[row]?.[column] ?? null) !== null;
    }),
  );
}

/** A text without letters is an empty cell to Excel's API. */
function withoutEmptyTexts(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, r) =>
      row.map((value, c) => (value === '' && formulaAt(sheet, r, c) === undefined ? null : value)),
    ),
  }));
  return { ...workbook, sheets };
}

async function fromFile(file: WorkbookFile): Promise<PlainResult> {
  const result = await evaluate.run({ spreadsheet: file, scheme: undefined, writeBack: true });
  const findings = result.findings.map((found) => `${found.code} ${messageOf(found)}`);
  if (result.kind === 'unusable') return { kind: result.kind, facts: [], scores: [], findings };
  return {
    kind: result.kind,
    facts: result.facts.map((fact) => [fact.key, plainValue(fact)]),
    scores: result.scorecard.results.map(({ indicator, score }) => [indicator.name, score?.toString() ?? '']),
    findings,
  };
}

/** Excel computes a formula whose result the file lacks; a file does not. Such a workbook is compared as Excel saves it. */
async function withResults(bytes: Uint8Array): Promise<Uint8Array> {
  if (hasResults(await new WorkbookFile(bytes).read())) return bytes;
  await opened.reopen(bytes);
  return opened.excel.save();
}

/** @returns whether scores were written */
async function compare(given: Uint8Array): Promise<boolean> {
  const bytes = await withResults(given);
  const file = new WorkbookFile(bytes);
  const asFile = await file.read();
  await opened.reopen(bytes);
  expect(await opened.read()).toEqual(withoutEmptyTexts(asFile));
  expect(await opened.evaluate(true)).toEqual(await fromFile(file));
  const written = await file.read();
  const inExcel = await opened.read();
  expect(enteredCells(inExcel)).toEqual(enteredCells(written));
  expect(shownResults(inExcel)).toEqual(shownResults(written));
  expect(inExcel.written).toEqual(written.written);
  return written.written.length > 0;
}

test('the sample, with and without a score sheet of its own', async () => {
  expect(await compare(sample())).toBe(true);
  expect(await compare(await withScoreSheet(scoreSheetRows()))).toBe(true);
});

const SCORE_SHEETS = JSON.parse(
  readFileSync(join(__dirname, '../../core/writeback/cases/score-sheets.json'), 'utf8'),
) as readonly { readonly name: string; readonly sheet: readonly (readonly (string | number)[])[] }[];

test('score sheets as departments keep them, with the data of the sample', async () => {
  for (const { sheet } of SCORE_SHEETS) expect(await compare(await withScoreRows(sheet))).toBe(true);
});

let scored = 0;

test.each(BOOKS)('$file', async ({ books }) => {
  for (const { sheets } of books) if (await compare(await xlsxOf(sheets))) scored += 1;
});

test('many of them were scored and written', () => {
  expect(scored).toBeGreaterThan(50);
});
