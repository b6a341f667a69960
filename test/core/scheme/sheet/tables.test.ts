import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import type { CellValue, Sheet } from '../../../../src/core/workbook/workbook.ts';
import { parseAddress } from '../../../../src/core/workbook/cell-ref.ts';
import { cases, given } from '../../support/cases.ts';
import { sheetOf } from '../../support/workbooks.ts';
import { readingOf, TYPED } from './support.ts';

/* Tables as offices really have them: notes below, totals above, merged cells, numbers as text. */

interface Change {
  /** Counted from 1, as a person counts them; `插行` puts a row in first. */
  readonly 行?: number;
  readonly 插行?: number;
  readonly 列: number;
  readonly 为: CellValue;
}

interface Case {
  readonly 说明: string;
  readonly 改?: readonly Change[];
  readonly 合并?: readonly string[];
  /** The names of the indicators that are read, or how the messages begin. */
  readonly 指标?: readonly string[];
  readonly 错误?: readonly string[];
}

function sheetIn({ 改: changes = [], 合并: merged = [] }: Case): Sheet {
  const rows = TYPED.map((row) => [...row]);
  for (const { 行: row, 插行: inserted, 列: column, 为: value } of changes) {
    if (inserted !== undefined) rows.splice(inserted - 1, 0, []);
    const at = given(row ?? inserted) - 1;
    while (rows.length <= at) rows.push([]);
    const cells = given(rows[at]);
    while (cells.length < column) cells.push(null);
    cells[column - 1] = value as string | number | null;
  }
  const merges = merged.map((range) => {
    const [from, to] = range.split(':').map((address) => given(parseAddress(address)));
    const { row: top, column: left } = given(from);
    const { row: bottom, column: right } = given(to);
    for (let row = top; row <= bottom; row++) if (row > top) given(rows[row])[left] = null;
    return { top, left, bottom, right };
  });
  return { ...sheetOf('指标体系', rows), merges };
}

test.each(cases<Case>(__dirname, 'tables.json'))('$说明', (one) => {
  const { scheme, findings } = readingOf(sheetIn(one));
  expect(findings.map((found) => messageOf(found))).toEqual(
    (one.错误 ?? []).map((start) => expect.stringContaining(start) as string),
  );
  expect(scheme?.indicators.map(({ name, verified }) => (verified ? `${name}（已核对）` : name))).toEqual(one.指标);
});
