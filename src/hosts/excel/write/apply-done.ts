import type { Sheet } from '../../../core/workbook/workbook.ts';
import { MAPPING } from '../../records/mapping-record.ts';
import { WRITTEN } from '../../records/written-record.ts';
import { holdsSame } from '../read/cell-contents.ts';
import { contentsAt, withArea, type HeldRecords, type Snapshot } from '../read/snapshot.ts';
import { at, type SentJob } from './send-job.ts';
import type { DoneJob } from './perform-job.ts';
import { cellsOf, type JobCell, type WriteJob } from './write-job.ts';

/** The snapshot as it is once a job is done. */
export function withDone(snapshot: Snapshot, job: WriteJob, sent: SentJob): Snapshot {
  const gone = new Set(job.deletions.map(({ id }) => id));
  const sheets = snapshot.sheets
    .filter(({ id }) => !gone.has(id))
    .map((known) => {
      const sheet = (sent.after.get(known.id) ?? []).reduce(
        (before, { area, contents }) => withArea(before, area, contents),
        known.sheet,
      );
      return sheet === known.sheet ? known : { ...known, sheet };
    });
  return { ...snapshot, sheets: [...sheets, ...sent.added], records: recordsAfter(snapshot.records, job, sent.parts) };
}

function recordsAfter(records: HeldRecords, job: WriteJob, parts: readonly (string | undefined)[]): HeldRecords {
  const partOf = (namespace: string, before: string | undefined): string | undefined => {
    const index = job.records.findIndex(({ kind }) => kind.namespace === namespace);
    return index < 0 ? before : parts[index];
  };
  const { written, mapping } = job.recorded;
  return {
    ...records,
    written: { value: written.value, part: partOf(WRITTEN.namespace, records.written.part) },
    mapping: { value: mapping.value, part: partOf(MAPPING.namespace, records.mapping.part) },
  };
}

/** What the last write did, so that it can be taken back. */
export interface Undoable {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly JobCell[];
  }[];
  /** The sheets that it added, as they were when it was done. */
  readonly added: readonly { readonly id: string; readonly sheet: Sheet }[];
  readonly recordsBefore: Pick<HeldRecords, 'written' | 'mapping'>;
}

/** What is to be remembered of a job that is done. */
export function undoable(before: Snapshot, job: WriteJob, { sent, kept }: DoneJob): Undoable {
  const left = new Set(kept.map(({ sheet, row, column }) => `${String(row)},${String(column)},${sheet}`));
  const isOurs = (sheet: string, { row, column }: JobCell): boolean =>
    !left.has(`${String(row)},${String(column)},${sheet}`);
  return {
    sheets: job.sheets.map(({ id, name, blocks }) => ({
      id,
      name,
      cells: blocks.flatMap(({ cells }, index) =>
        cells
          .filter((cell) => isOurs(name, cell))
          // Excel may spell a formula in its own way: what it holds now is what is looked for later.
          .map((cell) => ({ ...cell, wanted: afterOf(sent, id, index, cell) })),
      ),
    })),
    added: sent.added,
    recordsBefore: { written: before.records.written, mapping: before.records.mapping },
  };
}

function afterOf(sent: DoneJob['sent'], id: string, block: number, cell: JobCell): JobCell['wanted'] {
  const contents = sent.after.get(id)?.[block]?.contents;
  return contents === undefined ? cell.wanted : at(contents, cell);
}

/** How many cells a job writes, those of new sheets included. */
export function countOf(job: WriteJob): number {
  return cellsOf(job).length + job.newSheets.reduce((sum, { cells }) => sum + cells.length, 0);
}

/** The first cell of a sheet that no longer holds what it held. */
export function changedCell(then: Sheet, now: Sheet): { row: number; column: number } | undefined {
  const height = Math.max(then.rows.length, now.rows.length);
  for (let row = 0; row < height; row += 1) {
    const width = Math.max(then.rows[row]?.length ?? 0, now.rows[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      if (!holdsSame(contentsAt(then, row, column), contentsAt(now, row, column))) return { row, column };
    }
  }
  return undefined;
}
