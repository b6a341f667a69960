import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import type { NewSheet } from '../../../core/workbook/write-plan.ts';
import type { RecordKind } from '../../records/record.ts';
import type { CellContents } from '../read/cell-contents.ts';
import type { HeldRecords } from '../read/snapshot.ts';

/** A cell to write: what it is to hold, and what it held when that was decided. */
export interface JobCell {
  readonly row: number;
  readonly column: number;
  readonly wanted: CellContents;
  readonly before: CellContents;
  /** The number format to give it, and the one that it has. */
  readonly format?: { readonly wanted: string; readonly before: string };
}

/** Cells of a sheet that exists, in the rectangles in which they are sent. */
export interface SheetJob {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly { readonly area: CellRange; readonly cells: readonly JobCell[] }[];
}

/** A record to put into the workbook. */
export interface RecordJob {
  readonly kind: Pick<RecordKind<unknown>, 'namespace' | 'root'>;
  /** The part that holds it; undefined when there is none yet. */
  readonly part: string | undefined;
  /** What it is to hold; undefined to delete the part. */
  readonly xml: string | undefined;
  /** What the part held; undefined when there was none. */
  readonly before: string | undefined;
}

/** One write, as it is sent: all of it in one request. */
export interface WriteJob {
  /** The names of sheets that have to be there under these names: those written to and those that formulas speak of. */
  readonly names: readonly string[];
  readonly sheets: readonly SheetJob[];
  readonly newSheets: readonly NewSheet[];
  /** Sheets to take away again, by id. */
  readonly deletions: readonly { readonly id: string; readonly name: string }[];
  readonly records: readonly RecordJob[];
  /** What the records say once it is done. */
  readonly recorded: Pick<HeldRecords, 'written' | 'mapping'>;
}

/** True when there is nothing to send. */
export function isEmpty({ sheets, newSheets, deletions, records }: WriteJob): boolean {
  return sheets.length === 0 && newSheets.length === 0 && deletions.length === 0 && records.length === 0;
}

/** Every cell of a job on sheets that exist. */
export function cellsOf({ sheets }: WriteJob): readonly (JobCell & { readonly sheet: string })[] {
  return sheets.flatMap(({ name, blocks }) =>
    blocks.flatMap(({ cells }) => cells.map((cell) => ({ ...cell, sheet: name }))),
  );
}

const SHEET_NAME = /'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The sheets that formulas speak of. */
export function sheetsIn(formulas: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const formula of formulas) {
    for (const [, quoted, plain] of formula.matchAll(SHEET_NAME))
      names.add(quoted?.replaceAll("''", "'") ?? plain ?? '');
  }
  return names;
}
