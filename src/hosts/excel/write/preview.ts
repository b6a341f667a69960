import { addressOf } from '../../../core/workbook/cell-ref.ts';
import type { CellChange } from '../../ports/live-spreadsheet.ts';
import { EMPTY_CELL } from '../read/cell-contents.ts';
import { contentsOf, holds } from './cell-input.ts';
import { cellsOf, type WriteJob } from './write-job.ts';

/** What a job would change. Cells that would only look different are not among it. */
export function previewOf(job: WriteJob): readonly CellChange[] {
  const changed = cellsOf(job)
    .filter(({ before, wanted }) => !holds(before, wanted))
    .toSorted((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.column - b.column)
    .map((cell) => ({
      sheet: cell.sheet,
      address: addressOf(cell),
      before: cell.before,
      after: cell.wanted,
      newSheet: false,
    }));
  const added = job.newSheets.flatMap(({ name, cells }) =>
    cells
      .filter(({ content }) => content.kind !== 'empty')
      .map((cell) => ({
        sheet: name,
        address: addressOf(cell),
        before: EMPTY_CELL,
        after: contentsOf(cell.content),
        newSheet: true,
      })),
  );
  return [...changed, ...added];
}
