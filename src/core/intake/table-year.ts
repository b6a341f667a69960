import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { yearIn, yearsInHeader } from './dates.ts';
import { FOOTER } from './vocabulary.ts';

/*
 * Which year a table is about, where its columns are of several: nothing but the words over it, the name of its sheet or the
 * workbook can say that, and the latest column need not be the one.
 */

/** Words over a table that date the paper and not its amounts; the last day of a year is that year. */
const OTHER_DATE = /日期|时间|打印|印发|文号|20\d\d年(?!12月31日)\d{1,2}月\d{1,2}日/;
/** How far down a sheet its 评价年度 is looked for. */
const SEARCH_ROWS = 200;

/** The year that a table is about; undefined when nobody says it. @param headerTop the first row of its header */
export function tableYear(sheet: Sheet, headerTop: number, ofWorkbook: number | undefined): number | undefined {
  const titles = new Set<number>();
  for (let row = 0; row < headerTop; row++) {
    for (const value of sheet.rows[row] ?? []) {
      const year = typeof value === 'string' ? titleYearIn(value) : undefined;
      if (year !== undefined) titles.add(year);
    }
  }
  const [only, ...others] = titles;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined && ofWorkbook !== undefined && titles.has(ofWorkbook)) return ofWorkbook;
  if (only !== undefined) return undefined;
  const [named, ...further] = yearsInHeader(sheet.name);
  return named !== undefined && further.length === 0 ? named : ofWorkbook;
}

/** The year that a workbook is about: its 评价年度, or else the one year that the titles of its sheets name. */
export function workbookYear({ sheets }: Workbook): number | undefined {
  const visible = sheets.filter(({ hidden }) => !hidden);
  for (const sheet of visible) {
    const stated = statedYear(sheet);
    if (stated !== undefined) return stated;
  }
  const titles = new Set(visible.flatMap((sheet) => titleOf(sheet)).flatMap((text) => titleYearIn(text) ?? []));
  const [only, ...others] = titles;
  return others.length === 0 ? only : undefined;
}

function statedYear(sheet: Sheet): number | undefined {
  for (let row = 0; row < Math.min(sheet.rows.length, SEARCH_ROWS); row++) {
    const texts = (sheet.rows[row] ?? []).map((_, column) => plainLabel(textAt(sheet, row, column)));
    const at = texts.findIndex((text) => /^(评价|自评|绩效评价)年度:?$/.test(text));
    const year = at < 0 ? undefined : texts.slice(at + 1).find((text) => text !== '');
    const digits = /^(20\d\d)(?:年|年度)?$/.exec(year ?? '')?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return undefined;
}

/** The first row of a sheet that says anything. */
function titleOf({ rows }: Sheet): readonly string[] {
  const first = rows.find((row) => row.some((value) => value !== null && value !== ''));
  return (first ?? []).flatMap((value) => (typeof value === 'string' ? value : []));
}

function titleYearIn(text: string): number | undefined {
  const label = plainLabel(text);
  return OTHER_DATE.test(label) || FOOTER.test(label) ? undefined : yearIn(label);
}

/** A header of amounts, and whether they are what was spent. */
export interface DatedHeader {
  readonly header: string;
  readonly isExecuted: boolean;
}

/**
 * The year whose columns are used: that of the table; or else the only one that its columns name, or the latest one of which they
 * state what was spent, because nothing is evaluated before that is known.
 */
export function columnYear(
  ofTable: number | undefined,
  headers: readonly DatedHeader[],
): number | 'unclear' | undefined {
  if (ofTable !== undefined) return ofTable;
  const [only, ...others] = new Set(headers.flatMap(({ header }) => yearsInHeader(header)));
  if (others.length === 0) return only;
  const executed = headers.flatMap(({ header, isExecuted }) => (isExecuted ? yearsInHeader(header) : []));
  return executed.length === 0 ? 'unclear' : Math.max(...executed);
}

/** True for a header that names no year, or the one that is used. */
export function isOfYear(header: string, year: number | 'unclear' | undefined): boolean {
  return yearsInHeader(header).every((own) => own === year);
}
