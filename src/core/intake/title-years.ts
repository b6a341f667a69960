import { finding, type Finding } from '../findings/finding.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Workbook } from '../workbook/workbook.ts';
import { yearIn } from './dates.ts';
import type { TableReading } from './table-reading.ts';

/** A year that a title or a header names. */
export interface TitleYear {
  readonly year: string;
  readonly cell: CellRef;
}

/**
 * Titles over amounts that name another year than the one evaluated: last year's sheet, or last year's title. Where no sheet says
 * which year is evaluated, the titles must at least agree.
 * @param headed the years that headers name, where a table has its years there
 * @param evaluated 评价年度 as stated
 */
export function titleYears(
  workbook: Workbook,
  sheets: readonly { readonly name: string; readonly tables: readonly TableReading[] }[],
  headed: readonly TitleYear[],
  evaluated: string | undefined,
): readonly Finding[] {
  const wanted = /\d{4}/.exec(evaluated ?? '')?.[0];
  const years = [...sheets.flatMap((sheet) => yearsIn(workbook, sheet)), ...headed];
  if (wanted !== undefined) {
    return years
      .filter(({ year }) => year !== wanted)
      .map(({ year, cell }) => finding('year-differs', { year: wanted, other: year }, [cell]));
  }
  const byYear = new Map<string, CellRef[]>();
  for (const { year, cell } of years) byYear.set(year, [...(byYear.get(year) ?? []), cell]);
  if (byYear.size < 2) return [];
  const [most, ...others] = [...byYear].sort(([, a], [, b]) => b.length - a.length);
  // The year that most titles name needs one witness, any other all of them.
  const cells = [...(most?.[1].slice(0, 1) ?? []), ...others.flatMap(([, own]) => own)];
  const named = [...byYear.keys()].sort().map((year) => `${year}年`);
  return [finding('years-differ', { years: named.join(LIST_SEPARATOR) }, cells)];
}

/** The years in the rows over each table of amounts. */
function yearsIn(
  workbook: Workbook,
  { name, tables }: { readonly name: string; readonly tables: readonly TableReading[] },
): readonly TitleYear[] {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) return [];
  const years: TitleYear[] = [];
  let top = 0;
  for (const { unit, range } of tables) {
    // Lists of words have titles of their own kind, and years in them are no year of amounts.
    for (let row = top; unit !== undefined && row < range.top; row++) {
      for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
        const year = yearIn(textAt(sheet, row, column));
        if (year !== undefined) years.push({ year: String(year), cell: { sheet: name, row, column } });
      }
    }
    top = range.bottom + 1;
  }
  return years;
}
