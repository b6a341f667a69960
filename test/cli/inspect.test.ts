import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, jixiao } from '../support/command-line.ts';
import type { PlainSheets } from '../support/plain-sheets.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { sample } from '../support/project.ts';

/** One workbook, how it is read, and words that a person must find in the text. */
interface Case {
  readonly name: string;
  readonly sheets: PlainSheets;
  readonly code: number;
  readonly inspected: readonly unknown[];
  readonly findings: readonly string[];
  readonly lines: readonly string[];
}

interface Inspected {
  readonly sheets: readonly {
    name: string;
    tables: readonly {
      form: string;
      facts: number;
      reasons: string[];
      columns: { meaning: string }[];
      unit: unknown;
    }[];
  }[];
  readonly findings: readonly { code: string }[];
}

const FOLDER = join(__dirname, 'inspections');
const cases = readdirSync(FOLDER).flatMap(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Case[],
);

test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
  const input = await fileOf(await xlsxOf(each.sheets));
  const { code, out } = await jixiao('inspect', input, '--json');
  const json = JSON.parse(out) as Inspected;
  expect(json.sheets).toEqual(each.inspected);
  expect(json.findings.map((found) => found.code)).toEqual(each.findings);
  expect(code).toBe(each.code);
  const text = await jixiao('inspect', input);
  expect(text.code).toBe(each.code);
  const lines = text.out.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '));
  for (const line of each.lines) expect(lines).toContain(line);
});

test('every table of the sample says what it is, why, and what was taken', async () => {
  const { code, out } = await jixiao('inspect', await fileOf(sample()), '--json');
  expect(code).toBe(0);
  const tables = (JSON.parse(out) as Inspected).sheets.flatMap((sheet) => sheet.tables);
  expect(tables.map(({ form }) => form).sort()).toEqual(
    [
      '基本信息',
      '工作任务',
      '指标体系',
      '收入预算执行表',
      '支出预算执行表',
      '支出预算执行表',
      '月度支出进度表',
      '自评打分',
    ].sort(),
  );
  for (const table of tables) {
    // The scheme is read by whoever scores; it gives no facts.
    const givesFacts = table.form !== '指标体系';
    expect([table.form, table.facts > 0, table.reasons.length > 0, table.columns.length > 1]).toEqual([
      table.form,
      givesFacts,
      true,
      true,
    ]);
  }
});

test('only a file that cannot be read stops it', async () => {
  expect((await jixiao('inspect', await fileOf('no workbook'))).code).toBe(2);
  expect((await jixiao('inspect')).code).toBe(2);
});
