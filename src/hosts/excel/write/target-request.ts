import { showRange } from '../../../core/workbook/cell-ranges.ts';
import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import type { NewSheet } from '../../../core/workbook/write-plan.ts';
import { LOOK_FORMATS } from '../../plans/looks.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import { WriteRefused } from '../../ports/write-refused.ts';
import type { Answer } from '../read/outline.ts';
import { filledArea, type AddedSheet } from './new-sheet-request.ts';
import type { WriteJob } from './write-job.ts';

/** The number format of a cell that has none of its own. */
export const GENERAL = 'General';

/** The number formats of cells, by `row,column`. */
export type Formats = ReadonlyMap<string, string>;

/** A sheet that is to be written to, and the rectangles of it. */
export interface Target {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly CellRange[];
}

/**
 * Asks for what has to be known of cells before they are written: their number formats, and that they may be written. The answer
 * throws WriteRefused `protected`.
 */
export function askTargets(
  context: Excel.RequestContext,
  targets: readonly Target[],
  addsSheets: boolean,
): Answer<ReadonlyMap<string, Formats>> {
  const structure = context.workbook.protection;
  structure.load('protected');
  const asked = targets.map((target) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(target.id);
    sheet.load('name');
    const { protection } = sheet;
    protection.load('protected');
    const ranges = target.areas.map((area) => {
      const range = sheet.getRange(showRange(area));
      range.load('numberFormat');
      const lock = range.format.protection;
      lock.load('locked');
      return { area, range, lock };
    });
    return { target, sheet, protection, ranges };
  });
  return () => {
    if (addsSheets && structure.protected) throw new WriteRefused('protected');
    const formats = new Map<string, Formats>();
    for (const { target, sheet, protection, ranges } of asked) {
      if (sheet.isNullObject) throw new HostFailure('sheet-changed', target.name);
      const own = new Map<string, string>();
      for (const { area, range, lock } of ranges) {
        // Null when some cells are locked and others are not: then too a write as a whole is impossible.
        const unlocked = (lock.locked as boolean | null) === false;
        if (protection.protected && !unlocked) throw new WriteRefused('protected', target.name, showRange(area));
        range.numberFormat.forEach((row: readonly unknown[], down) => {
          row.forEach((format, across) => {
            own.set(`${String(area.top + down)},${String(area.left + across)}`, String(format));
          });
        });
      }
      formats.set(target.id, own);
    }
    return formats;
  };
}

/** The formats as they are once a job is done; a sheet that it added is known as a whole. */
export function withFormats(
  formats: ReadonlyMap<string, Formats>,
  { sheets, newSheets }: WriteJob,
  added: readonly AddedSheet[],
): ReadonlyMap<string, Formats> {
  const all = new Map(formats);
  newSheets.forEach((plan, index) => {
    const sheet = added[index];
    if (sheet !== undefined) all.set(sheet.id, formatsOf(plan));
  });
  for (const { id, blocks } of sheets) {
    const own = new Map(all.get(id));
    for (const { row, column, format } of blocks.flatMap(({ cells }) => cells)) {
      if (format !== undefined) own.set(`${String(row)},${String(column)}`, format.wanted);
    }
    all.set(id, own);
  }
  return all;
}

function formatsOf(plan: NewSheet): Formats {
  const { top, left, bottom, right } = filledArea(plan);
  const own = new Map<string, string>();
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) own.set(`${String(row)},${String(column)}`, GENERAL);
  }
  for (const { row, column, look } of plan.cells) {
    const format = look === undefined ? '' : LOOK_FORMATS[look];
    if (format !== '') own.set(`${String(row)},${String(column)}`, format);
  }
  return own;
}
