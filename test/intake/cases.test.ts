import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue } from '../../src/core/ledger/fact.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import { showCells } from '../../src/core/workbook/cell-ref.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { readXlsx } from '../../src/hosts/files/xlsx/read-xlsx.ts';
import { workbookOf, type PlainSheets } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';

/** One workbook and what has to be read from it. */
interface Case {
  readonly name: string;
  readonly sheets: PlainSheets;
  /** Facts by key, as in the command line's JSON. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Keys that nothing may be said about. */
  readonly absent?: readonly string[];
  /** Every finding of the run: its code and its cells. */
  readonly findings?: readonly string[];
  /** Words that the messages have to hold, so that a person knows what was found and what to do. */
  readonly says?: readonly string[];
}

const FOLDER = join(__dirname, 'cases');

function check(workbook: Workbook, expected: Case): void {
  const { ledger, findings } = intake(workbook);
  const told = Object.fromEntries(
    Object.keys(expected.facts ?? {}).map((key) => {
      const fact = ledger.get(key);
      return [key, fact === undefined ? undefined : plainValue(fact)];
    }),
  );
  const codes = findings.map(({ code, cells }) => (cells.length === 0 ? code : `${code} ${showCells(cells)}`));
  expect({ facts: told, findings: codes.sort() }).toEqual({
    facts: expected.facts ?? {},
    findings: [...(expected.findings ?? [])].sort(),
  });
  for (const key of expected.absent ?? []) expect(ledger.get(key)?.cells).toBeUndefined();
  const messages = findings.map(messageOf).join('\n');
  for (const words of expected.says ?? []) expect(messages).toContain(words);
}

for (const file of readdirSync(FOLDER).sort()) {
  const cases = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Case[];
  describe(file.replace('.json', ''), () => {
    test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
      check(workbookOf(each.sheets), each);
      check(await readXlsx(await xlsxOf(each.sheets)), each);
    });
  });
}
