import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/core/findings/finding.ts';
import { inspectionJson } from '../../src/cli/inspection-json.ts';
import { printInspection } from '../../src/cli/print-inspection.ts';
import { intake, type Intake } from '../../src/core/intake/intake.ts';
import type { TableReading } from '../../src/core/intake/table-reading.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import { addressOf, showCell, showCells, type CellRange } from '../../src/core/workbook/cell-ref.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { workbookOf, type PlainSheets } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';

/** A table that has to be recognised; the range goes from the first row of its header to its last row. */
interface ExpectedTable {
  readonly sheet: string;
  readonly form: string;
  /** Left out where nothing is stated that needs a unit. */
  readonly unit?: string;
  /** `A3:F20` */
  readonly range: string;
}

/** A workbook of published forms and what has to be read from it. */
interface FormCase {
  readonly name: string;
  readonly sheets: PlainSheets;
  /** Facts by key, in 元 with two decimals, or plain counts. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Keys that nothing may be said about. */
  readonly absent?: readonly string[];
  /** Every table of a published form, in the order of the sheets. */
  readonly tables: readonly ExpectedTable[];
  /** Every finding of the run: its code and its cells. */
  readonly findings?: readonly string[];
  /** What has to be found, in words that end with its cells: `the levels differ at 03!E5、03!E6`. One finding must name them all. */
  readonly expects?: readonly string[];
  /** Words that the messages have to hold. */
  readonly says?: readonly string[];
  /** What may appear nowhere: not in a fact or its trace, not in a finding, not in what `inspect` prints. */
  readonly never?: readonly string[];
}

const FOLDER = join(__dirname, 'forms');
/** The cases, by file and name, that are not read as they should be yet. Each must fail: one that passes has to leave the list. */
const UNREAD = JSON.parse(readFileSync(join(__dirname, 'forms-unread.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const FILES = readdirSync(FOLDER)
  .sort()
  .map((file) => ({
    title: file.replace('.json', ''),
    cases: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly FormCase[],
  }));
/** The published forms; other tables of a mixed workbook have cases of their own. */
const FORMS = new Set(FILES.flatMap(({ cases }) => cases.flatMap(({ tables }) => tables.map(({ form }) => form))));

/** One form alone cannot state both a budget and what was spent; that it does not is no matter of reading it. */
const OF_WHOLE_RUNS: readonly Finding['code'][] = ['table-missing'];

function showRange({ top, left, bottom, right }: CellRange): string {
  return `${addressOf({ row: top, column: left })}:${addressOf({ row: bottom, column: right })}`;
}

/** A table as read; with its unit, unless none is expected of it. */
function tableOf(
  sheet: string,
  { form, unit, range }: TableReading,
  expected: readonly ExpectedTable[],
): ExpectedTable {
  const plain = { sheet, form, range: showRange(range) };
  const unpinned = expected.some((table) => table.sheet === sheet && table.form === form && table.unit === undefined);
  return unit === undefined || unpinned ? plain : { ...plain, unit: unit.unit };
}

/** The cells that an expectation names after its last ` at `. */
function cellsNamed(expectation: string): readonly string[] {
  const cells = expectation.split(' at ').at(-1)?.split('、') ?? [];
  for (const cell of cells) expect(cell).toMatch(/^.+![A-Z]+[1-9]\d*$/);
  return cells;
}

/** Everything that a run says to anyone: the facts with their traces, and what `inspect` prints as JSON and as text. */
function everythingSaid(read: Intake): string {
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  printInspection(read, output);
  // Amounts are whole numbers without a JSON form of their own.
  const shown = (data: unknown): string =>
    JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  const { tasks, judgements, projects } = read.ledger;
  const said = { tasks, judgements, projects, inspection: inspectionJson(read) };
  return [shown(read.ledger.facts()), shown(said), ...lines].join('\n');
}

function check(workbook: Workbook, expected: FormCase): void {
  const read = intake(workbook);
  const { ledger, findings, sheets } = read;
  const facts = Object.fromEntries(
    Object.keys(expected.facts ?? {}).map((key) => {
      const fact = ledger.get(key);
      return [key, fact === undefined ? undefined : plainValue(fact)];
    }),
  );
  const tables = sheets.flatMap(({ name, tables: found }) =>
    found.filter(({ form }) => FORMS.has(form)).map((table) => tableOf(name, table, expected.tables)),
  );
  const said = (expected.absent ?? []).filter((key) => ledger.has(key));
  expect({ facts, said, tables }).toEqual({ facts: expected.facts ?? {}, said: [], tables: expected.tables });
  checkFindings(findings, expected);
  const everything = everythingSaid(read);
  expect((expected.never ?? []).filter((words) => everything.includes(words))).toEqual([]);
}

function checkFindings(findings: readonly Finding[], expected: FormCase): void {
  const told = findings
    .filter(({ code }) => !OF_WHOLE_RUNS.includes(code))
    .map((finding) => ({ finding, cells: finding.cells.map(showCell) }));
  for (const expectation of expected.expects ?? []) {
    const named = cellsNamed(expectation);
    const met = told.some(({ cells }) => named.every((cell) => cells.includes(cell)));
    expect({ expectation, met }).toEqual({ expectation, met: true });
  }
  if (expected.findings !== undefined || expected.expects === undefined) {
    const codes = told.map(({ finding: { code, cells } }) =>
      cells.length === 0 ? code : `${code} ${showCells(cells)}`,
    );
    expect(codes.sort()).toEqual([...(expected.findings ?? [])].sort());
  }
  const messages = findings.map(messageOf).join('\n');
  for (const words of expected.says ?? []) expect(messages).toContain(words);
}

for (const { title, cases } of FILES) {
  const unread = UNREAD[title] ?? [];
  const run = async (each: FormCase): Promise<void> => {
    check(workbookOf(each.sheets), each);
    check(await readXlsx(await xlsxOf(each.sheets)), each);
  };
  describe(title, () => {
    for (const each of cases) {
      const declare = unread.includes(each.name) ? test.failing : test;
      declare(each.name, () => run(each));
    }
    test('the list of unread cases names only cases', () => {
      expect(unread.filter((name) => !cases.some((each) => each.name === name))).toEqual([]);
    });
  });
}
