import type { CellRef } from '../../../core/workbook/cell-ref.ts';
import { cellKey, showCells } from '../../../core/workbook/cell-ref.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import type { ExcelAccess } from '../excel-access.ts';
import { isTransient, officeFailure } from '../../office/office-failure.ts';
import { inspectJob, type JobState } from './inspect-job.ts';
import { sendJob, type SentJob } from './send-job.ts';
import { sparseBlocks } from './sparse-blocks.ts';
import type { JobCell, SheetJob, WriteJob } from './write-job.ts';

/** A job that is done, but for cells that a person changed at that very moment. */
export interface DoneJob {
  readonly sent: SentJob;
  readonly kept: readonly CellRef[];
}

/**
 * Does a job as a whole or not at all. Whenever Excel does not say that it is done, the workbook is looked at: what got through is
 * completed or put back.
 * @throws HostFailure; the workbook is as it was unless the failure says otherwise
 */
export async function performJob(access: ExcelAccess, job: WriteJob): Promise<DoneJob> {
  let current = job;
  const kept: CellRef[] = [];
  for (let attempt = 0; ; attempt += 1) {
    let failure: HostFailure;
    try {
      const sent = await send(access, current);
      if (sent.refused.length === 0) return { sent, kept: [...kept, ...(await putBack(access, current, sent))] };
      failure = new HostFailure('unknown', `Excel holds something else in ${showCells(sent.refused)}`);
    } catch (error) {
      failure = officeFailure(error);
    }
    const state = await look(access, current, failure);
    kept.push(...state.foreign);
    current = withoutForeign(current, state);
    if (state.kind === 'new') return { sent: sentBy(state), kept };
    current = {
      ...current,
      records: current.records.map((record, index) => ({ ...record, part: state.parts[index] })),
    };
    const again = isTransient(failure) && (await access.pause(attempt));
    // Cells and records may be written a second time; a sheet that is there cannot be added again.
    if (again && state.added.length === 0) continue;
    if (state.kind === 'mixed') current = await restore(access, current, state, failure);
    if (!again) throw failure;
  }
}

async function send(access: ExcelAccess, job: WriteJob): Promise<SentJob> {
  return access.once(async (context) => {
    const answer = sendJob(context, job);
    await context.sync();
    return answer();
  }, false);
}

async function look(access: ExcelAccess, job: WriteJob, failure: HostFailure): Promise<JobState> {
  try {
    return await inspectJob(access, job);
  } catch (error) {
    throw new HostFailure('unconfirmed', `${failure.message}; then ${officeFailure(error).message}`);
  }
}

/**
 * Brings a job to an end of which nothing was known: what got through of it is put back unless all of it did.
 * @throws HostFailure
 */
export async function settleJob(access: ExcelAccess, job: WriteJob): Promise<void> {
  const failure = new HostFailure('unconfirmed');
  const state = await look(access, job, failure);
  if (state.kind !== 'mixed') return;
  const found = job.records.map((record, index) => ({ ...record, part: state.parts[index] }));
  await restore(access, { ...withoutForeign(job, state), records: found }, state, failure);
}

/** Puts back what a job replaced, as far as it got. */
async function restore(access: ExcelAccess, job: WriteJob, state: JobState, failure: HostFailure): Promise<WriteJob> {
  let now = state;
  for (let attempt = 0; ; attempt += 1) {
    const back = reversed(job, now);
    try {
      await send(access, back);
    } catch (error) {
      const next = officeFailure(error);
      if (!isTransient(next) && attempt > 0) break;
    }
    now = await look(access, job, failure);
    if (now.kind === 'old') {
      return { ...job, records: job.records.map((record, index) => ({ ...record, part: now.parts[index] })) };
    }
    if (!(await access.pause(attempt))) break;
  }
  throw new HostFailure('half-written', failure.message, now.done);
}

/** The job that undoes what of a job is done. */
export function reversed(job: WriteJob, state: Pick<JobState, 'done' | 'added' | 'parts'>): WriteJob {
  const done = new Set(state.done.map(cellKey));
  const sheets = onlyCells(job.sheets, (cell, sheet) => done.has(cellKey({ ...cell, sheet }))).map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map(({ area, cells }) => ({ area, cells: cells.map(reversedCell) })),
  }));
  return {
    names: [],
    sheets,
    newSheets: [],
    deletions: state.added.map(({ id, sheet }) => ({ id, name: sheet.name })),
    records: job.records.flatMap((record, index) => {
      const part = state.parts[index];
      return part === undefined ? [] : [{ ...record, part, xml: record.before, before: record.xml }];
    }),
    recorded: job.recorded,
  };
}

function reversedCell({ wanted, before, format, ...place }: JobCell): JobCell {
  const back = format && { format: { wanted: format.before, before: format.wanted } };
  return { ...place, wanted: before, before: wanted, ...back };
}

function onlyCells(
  sheets: readonly SheetJob[],
  wanted: (cell: JobCell, sheet: string) => boolean,
): readonly SheetJob[] {
  return sheets.flatMap((sheet) => {
    const cells = sheet.blocks.flatMap((block) => block.cells).filter((cell) => wanted(cell, sheet.name));
    return cells.length === 0 ? [] : [{ ...sheet, blocks: sparseBlocks(cells) }];
  });
}

function withoutForeign(job: WriteJob, { foreign }: JobState): WriteJob {
  if (foreign.length === 0) return job;
  const theirs = new Set(foreign.map(cellKey));
  return { ...job, sheets: onlyCells(job.sheets, (cell, sheet) => !theirs.has(cellKey({ ...cell, sheet }))) };
}

function sentBy({ after, added, parts }: JobState): SentJob {
  return { after, added, parts, overwritten: [], refused: [] };
}

/**
 * Gives a person back what the write went over.
 * @throws HostFailure `overwritten`
 */
async function putBack(access: ExcelAccess, job: WriteJob, { overwritten }: SentJob): Promise<readonly CellRef[]> {
  if (overwritten.length === 0) return [];
  const held = new Map(overwritten.map((cell) => [cellKey(cell), cell.held]));
  const sheets = onlyCells(job.sheets, (cell, sheet) => held.has(cellKey({ ...cell, sheet }))).map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map(({ area, cells }) => ({
      area,
      cells: cells.map(({ row, column, wanted, before }) => ({
        row,
        column,
        wanted: held.get(cellKey({ row, column, sheet: sheet.name })) ?? before,
        before: wanted,
      })),
    })),
  }));
  const back: WriteJob = { ...job, names: [], sheets, newSheets: [], deletions: [], records: [] };
  const places = overwritten.map(({ sheet, row, column }) => ({ sheet, row, column }));
  try {
    await performJob(access, back);
  } catch (error) {
    throw new HostFailure('overwritten', `${JSON.stringify(overwritten)}; ${officeFailure(error).message}`, places);
  }
  return places;
}
