import { inReadingOrder } from '../../../core/workbook/cell-ranges.ts';
import type { CellRef } from '../../../core/workbook/cell-ref.ts';
import type { Sheet } from '../../../core/workbook/workbook.ts';
import type { NewSheet } from '../../../core/workbook/write-plan.ts';
import type { ExcelAccess } from '../excel-access.ts';
import { WHOLE_SHEET } from '../read/area.ts';
import { holdsSame } from '../read/cell-contents.ts';
import type { Answer } from '../read/outline.ts';
import { askContents } from '../read/range-request.ts';
import { contentsAt, emptySheet, withArea } from '../read/snapshot.ts';
import { contentsOf, holds } from './cell-input.ts';
import { askComplete, type AddedSheet } from './new-sheet-request.ts';
import { askBlocks, at, type SentJob } from './send-job.ts';
import type { JobCell, WriteJob } from './write-job.ts';

/** How far a write got whose end nobody told. */
export interface JobState {
  /** Every part of the job is done, none is, or some are. Cells that a person changed since count as neither. */
  readonly kind: 'new' | 'old' | 'mixed';
  /** Cells that hold the new content. */
  readonly done: readonly CellRef[];
  /** Cells that hold neither the new content nor the old one: a person changed them. */
  readonly foreign: readonly CellRef[];
  /** Sheets of the job that are there, complete or not, and hold nothing but its contents. */
  readonly added: readonly AddedSheet[];
  /** The parts that hold the records now, in the order of the job. */
  readonly parts: readonly (string | undefined)[];
  readonly after: SentJob['after'];
}

/**
 * Looks at everything a job writes.
 * @throws HostFailure when the workbook cannot be looked at
 */
export async function inspectJob(access: ExcelAccess, job: WriteJob): Promise<JobState> {
  const { cells, sheets, deleted, parts } = await access.read(async (context) => {
    const { worksheets, customXmlParts } = context.workbook;
    const blocks = job.sheets.map((sheet) => ({ sheet, answer: askBlocks(context, sheet) }));
    const added = job.newSheets.map((plan) => askAdded(context, plan));
    const gone = job.deletions.map(({ id }) => {
      const sheet = worksheets.getItemOrNullObject(id);
      sheet.load('id');
      return sheet;
    });
    const ids = job.records.map(({ kind }) => {
      const found = customXmlParts.getByNamespace(kind.namespace);
      found.load('items/id');
      return found;
    });
    await context.sync();
    return {
      cells: blocks.map(({ sheet, answer }) => ({ sheet, blocks: answer() })),
      sheets: added.map((answer) => answer()),
      deleted: gone.map(({ isNullObject }) => isNullObject),
      parts: ids.map(({ items }) => items.map(({ id }) => id)),
    };
  });
  const records = await recordStates(access, job, parts);

  const states = new Set<'new' | 'old' | 'mixed'>();
  const done: CellRef[] = [];
  const foreign: CellRef[] = [];
  for (const { sheet, blocks } of cells) {
    sheet.blocks.forEach((block, index) => {
      for (const cell of block.cells) {
        const place = { sheet: sheet.name, row: cell.row, column: cell.column };
        const state = cellState(cell, at(blocks[index]?.contents, cell));
        if (state === 'new') done.push(place);
        if (state === 'foreign') foreign.push(place);
        else if (state !== 'both') states.add(state);
      }
    });
  }
  for (const { state } of sheets) states.add(state);
  for (const isDeleted of deleted) states.add(isDeleted ? 'new' : 'old');
  for (const { state } of records) states.add(state);
  const [only] = states;
  return {
    kind: states.size > 1 ? 'mixed' : (only ?? 'new'),
    done,
    foreign,
    added: sheets.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet])),
    parts: records.map(({ part }) => part),
    after: new Map(cells.map(({ sheet, blocks }) => [sheet.id, blocks])),
  };
}

function cellState(cell: JobCell, now: ReturnType<typeof at>): 'new' | 'old' | 'both' | 'foreign' {
  const isNew = holds(now, cell.wanted);
  const isOld = holdsSame(now, cell.before);
  if (isNew && isOld) return 'both';
  return isNew ? 'new' : isOld ? 'old' : 'foreign';
}

interface AddedState {
  readonly state: 'new' | 'old' | 'mixed';
  readonly sheet?: AddedSheet;
}

function askAdded(context: Excel.RequestContext, plan: NewSheet): Answer<AddedState> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(plan.name);
  sheet.load('id');
  const complete = askComplete(sheet);
  const contents = askContents(sheet, WHOLE_SHEET);
  return () => {
    if (sheet.isNullObject) return { state: 'old' };
    const held = withArea(emptySheet(plan.name, false), WHOLE_SHEET, contents());
    if (!isOurs(held, plan)) return { state: 'mixed' };
    const whole = complete() && plan.cells.every((cell) => holdsPlanned(held, cell));
    const merged = { ...held, merges: inReadingOrder(plan.merges) };
    return { state: whole ? 'new' : 'mixed', sheet: { id: sheet.id, sheet: merged } };
  };
}

/** True when a sheet holds nothing but what a plan puts there. */
export function isOurs(sheet: Sheet, plan: NewSheet): boolean {
  const planned = new Map(plan.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell]));
  return sheet.rows.every((row, index) =>
    row.every((value, column) => {
      if (value === null) return true;
      const cell = planned.get(`${String(index)},${String(column)}`);
      return cell !== undefined && holdsPlanned(sheet, cell);
    }),
  );
}

function holdsPlanned(sheet: Sheet, cell: NewSheet['cells'][number]): boolean {
  return holds(contentsAt(sheet, cell.row, cell.column), contentsOf(cell.content));
}

async function recordStates(
  access: ExcelAccess,
  job: WriteJob,
  parts: readonly (readonly string[])[],
): Promise<readonly { part: string | undefined; state: 'new' | 'old' }[]> {
  if (parts.every((ids) => ids.length === 0)) {
    return job.records.map(({ xml }) => ({ part: undefined, state: xml === undefined ? 'new' : 'old' }));
  }
  return access.read(async (context) => {
    const asked = parts.map((ids) =>
      ids.map((id) => ({ id, xml: context.workbook.customXmlParts.getItem(id).getXml() })),
    );
    await context.sync();
    return job.records.map(({ part, xml }, index) => {
      const held = asked[index] ?? [];
      const written = held.find((one) => one.xml.value === xml);
      const known = held.find(({ id }) => id === part);
      if (written !== undefined) return { part: written.id, state: 'new' as const };
      return { part: known?.id, state: xml === undefined && known === undefined ? ('new' as const) : ('old' as const) };
    });
  });
}
