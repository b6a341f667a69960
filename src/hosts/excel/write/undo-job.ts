import { addressOf, type CellRef } from '../../../core/workbook/cell-ref.ts';
import { MAPPING, mappingXml } from '../../records/mapping-record.ts';
import { shortRecordXml } from '../../records/record.ts';
import { mergeWritten, WRITTEN, writtenXml } from '../../records/written-record.ts';
import { holdsSame } from '../read/cell-contents.ts';
import { contentsAt, type Snapshot } from '../read/snapshot.ts';
import { changedCell, type Undoable } from './apply-done.ts';
import { sparseBlocks } from './sparse-blocks.ts';
import type { RecordJob, WriteJob } from './write-job.ts';

/**
 * The job that takes a write back. Cells and sheets that no longer hold what was written stay.
 * @param now the workbook as it is
 */
export async function undoJob(last: Undoable, now: Snapshot): Promise<{ job: WriteJob; kept: readonly CellRef[] }> {
  const kept: CellRef[] = [];
  const sheets: WriteJob['sheets'][number][] = [];
  for (const { id, cells } of last.sheets) {
    const current = now.sheets.find((sheet) => sheet.id === id)?.sheet;
    // With the sheet went everything that was written to it.
    if (current === undefined) continue;
    const ours = cells.filter((cell) => holdsSame(contentsAt(current, cell.row, cell.column), cell.wanted));
    const theirs = cells.filter((cell) => !ours.includes(cell));
    kept.push(...theirs.map(({ row, column }) => ({ sheet: current.name, row, column })));
    const back = ours.map(({ row, column, wanted, before, format }) => ({
      row,
      column,
      wanted: before,
      before: wanted,
      ...(format && { format: { wanted: format.before, before: format.wanted } }),
    }));
    if (back.length > 0) sheets.push({ id, name: current.name, blocks: sparseBlocks(back) });
  }
  const deletions: WriteJob['deletions'][number][] = [];
  for (const { id, sheet } of last.added) {
    const current = now.sheets.find((candidate) => candidate.id === id)?.sheet;
    if (current === undefined) continue;
    const changed = changedCell(sheet, current);
    if (changed === undefined) deletions.push({ id, name: current.name });
    else kept.push({ sheet: current.name, ...changed });
  }
  // What stays is still ours to know.
  const staying = new Set(kept.map((cell) => `${addressOf(cell)} ${cell.sheet}`));
  const added = new Set(
    last.added.filter(({ id }) => deletions.every((sheet) => sheet.id !== id)).map(({ sheet }) => sheet.name),
  );
  const stays = now.records.written.value.filter(
    ({ sheet, address }) => added.has(sheet) || staying.has(`${address} ${sheet}`),
  );
  const { mapping, written } = last.recordsBefore;
  const recorded = { mapping, written: { ...written, value: mergeWritten(written.value, stays) } };
  return {
    kept,
    job: {
      names: sheets.map(({ name }) => name),
      sheets,
      newSheets: [],
      deletions,
      records: await recordsBack(recorded, now),
      recorded,
    },
  };
}

async function recordsBack(back: WriteJob['recorded'], { records }: Snapshot): Promise<readonly RecordJob[]> {
  const jobs: RecordJob[] = [];
  if (records.written.value !== back.written.value) {
    jobs.push({
      kind: WRITTEN,
      part: records.written.part,
      xml: await shortRecordXml(WRITTEN, writtenXml(back.written.value)),
      before: await shortRecordXml(WRITTEN, writtenXml(records.written.value)),
    });
  }
  if (records.mapping.value !== back.mapping.value) {
    jobs.push({
      kind: MAPPING,
      part: records.mapping.part,
      xml: mappingXml(back.mapping.value),
      before: mappingXml(records.mapping.value),
    });
  }
  return jobs;
}
