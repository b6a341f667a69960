import { finding } from '../findings/finding.ts';
import type { Basis, MonthMeasure, Subject } from '../ledger/keys.ts';
import { COLUMN_MEANINGS, READING } from '../texts/intake-texts.ts';
import { NO_LABEL } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { holdsAmount } from './amounts.ts';
import { isPartOf } from './aspects.ts';
import type { Collector } from './collector.ts';
import { modeIn, monthLabelOf, monthTitleOf, type MonthMode, type MonthTitle } from './month-words.ts';
import type { UnitName } from './unit-names.ts';

/** A place in the sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The amounts of one thing by month, wherever the months stand. */
export interface MonthLine {
  /** What people call it. */
  readonly label: string;
  /** Where it is called so, if not beside the amounts. */
  readonly head: Place | undefined;
  readonly unit: UnitName | undefined;
  readonly measure: MonthMeasure;
  readonly basis: Basis | undefined;
  readonly subject: Subject;
  readonly mode: MonthMode;
  /** By month, counted from 1. */
  readonly places: ReadonlyMap<number, Place>;
  /** What stands under or beside the months as their total. */
  readonly total: Place | undefined;
}

/** A table of months, with its months as columns or as rows. */
export interface MonthTable {
  readonly sheet: Sheet;
  readonly headerTop: number;
  readonly dataRow: number;
  readonly monthCount: number;
  /** The column of the names of units. */
  readonly unitColumn: number | undefined;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly meaning: string }[];
  /** The lines of the table; what is not understood and holds amounts is reported. */
  readonly lines: (collector: Collector) => readonly MonthLine[];
}

/** The words over the header, as one plain label; a title that came to stand in the table is known by its unit. */
export function titleOf(sheet: Sheet, headerTop: number, dataRow: number): string {
  let title = '';
  for (let row = 0; row < sheet.rows.length; row++) {
    if (row >= headerTop && row < dataRow) continue;
    const words = (sheet.rows[row] ?? []).map((_, column) => plainLabel(textAt(sheet, row, column))).join('');
    if (row < headerTop || words.includes('单位:')) title += words;
  }
  return title;
}

/** What stands over or beside the amounts of a line, before it is understood. */
export interface NamedPlaces {
  readonly label: string;
  readonly head: Place | undefined;
  readonly unit: UnitName | undefined;
  readonly places: ReadonlyMap<number, Place>;
  readonly total: Place | undefined;
  /** What the names of the months say. */
  readonly mode: MonthMode;
}

/**
 * What the title says of lines that leave it open: nothing about what the money is for, where other lines are about something else.
 * @param labels those of all lines
 */
export function titleSays(title: string, labels: readonly string[]): MonthTitle {
  const whole = monthTitleOf(title);
  const isDivided = labels.some((label) => {
    const subject = monthLabelOf(label)?.subject;
    return subject !== undefined && !isSame(subject, whole.subject) && !isPart(subject, whole.subject);
  });
  return isDivided ? { ...whole, subject: undefined } : whole;
}

function isPart(part: Subject, whole: Subject | undefined): boolean {
  return part.kind !== 'total' && whole !== undefined && whole.kind !== 'total' && isPartOf(part, whole);
}

function isSame(a: Subject, b: Subject | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What a line is about: its own label and, for what that leaves open, the title.
 * @param isUnit the line is named by its unit alone
 */
export function lineOf(named: NamedPlaces, title: MonthTitle, isUnit: boolean): MonthLine | undefined {
  const { label } = named;
  const said =
    isUnit && label === '' ? { measure: undefined, basis: undefined, subject: undefined } : monthLabelOf(label);
  if (said === undefined) return undefined;
  const whole = title;
  const measure = said.measure ?? whole.measure;
  const basis = said.basis ?? whole.basis;
  if (measure === undefined || (said.basis === undefined && whole.isMixed)) return undefined;
  const subject: Subject = said.subject ?? whole.subject ?? { kind: 'total' };
  return { ...named, measure, basis, subject, mode: modeIn(label) ?? named.mode ?? whole.mode };
}

/** Reports amounts by month that nobody knows the meaning of. */
export function reportUnknownLine(
  sheet: Sheet,
  label: string,
  at: Place,
  places: Iterable<Place>,
  code: 'row-unknown' | 'column-unknown',
  collector: Collector,
): void {
  const cells: CellRef[] = [];
  for (const { row, column } of places) {
    if (holdsAmount(sheet, row, column)) cells.push({ sheet: sheet.name, row, column });
  }
  if (cells.length === 0) return;
  const place = { sheet: sheet.name, ...at };
  collector.log.skip(cells, code === 'row-unknown' ? READING.unknownRow : COLUMN_MEANINGS.unknown);
  collector.report(
    code === 'row-unknown'
      ? finding('row-unknown', { label: label || NO_LABEL }, [place])
      : finding('column-unknown', { header: label || NO_LABEL }, [place]),
  );
}
