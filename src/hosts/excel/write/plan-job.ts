import { addressOf, type CellRange, type CellRef } from '../../../core/workbook/cell-ref.ts';
import { sameMappings } from '../../../core/workbook/mapping.ts';
import type { Sheet } from '../../../core/workbook/workbook.ts';
import type { CellWrite, WritePlan } from '../../../core/workbook/write-plan.ts';
import { LOOK_FORMATS } from '../../plans/looks.ts';
import { checkSheetName } from '../../plans/sheet-name.ts';
import { writesByRow } from '../../plans/writes-by-row.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import { WriteRefused } from '../../ports/write-refused.ts';
import { MAPPING, mappingXml } from '../../records/mapping-record.ts';
import { shortRecordXml } from '../../records/record.ts';
import { mergeWritten, recordsOf, WRITTEN, writtenXml } from '../../records/written-record.ts';
import { holdsSame } from '../read/cell-contents.ts';
import { contentsAt, type Snapshot } from '../read/snapshot.ts';
import { contentsOf, holds } from './cell-input.ts';
import { sparseBlocks } from './sparse-blocks.ts';
import { GENERAL, type Formats, type Target } from './target-request.ts';
import { sheetsIn, type JobCell, type RecordJob, type WriteJob } from './write-job.ts';

/** The cells of a plan by sheet; a plan may name a sheet more than once. */
function changesBySheet({ changes }: WritePlan): ReadonlyMap<string, readonly CellWrite[]> {
  const sheets = new Map<string, readonly CellWrite[]>();
  for (const { sheet, cells } of changes) {
    if (cells.length > 0) sheets.set(sheet, [...(sheets.get(sheet) ?? []), ...cells]);
  }
  return sheets;
}

/**
 * Where a plan writes on sheets that exist.
 * @param expected the workbook that the plan was made for
 * @throws WriteRefused `sheet-missing`, or for cells that no sheet can hold
 */
export function targetsOf(plan: WritePlan, expected: Snapshot): readonly Target[] {
  return [...changesBySheet(plan)].map(([name, cells]) => {
    const known = expected.sheets.find(({ sheet }) => sheet.name === name);
    if (known === undefined) throw new WriteRefused('sheet-missing', name);
    writesByRow(name, cells);
    return { id: known.id, name, areas: sparseBlocks(cells).map(({ area }) => area) };
  });
}

/** The rows that a target lies in, as far as the sheet goes. */
export function bandOf({ areas }: Target): CellRange {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    left: 0,
    right: 16_383,
  };
}

/**
 * What is to be sent for a plan.
 * @param expected the workbook that the plan was made for
 * @param now the workbook as it is
 * @param formats the number formats of the target cells, by sheet id
 * @throws WriteRefused when the plan cannot be written, HostFailure `sheet-changed` when it no longer fits the workbook
 */
export async function jobOf(
  plan: WritePlan,
  expected: Snapshot,
  now: Snapshot,
  formats: ReadonlyMap<string, Formats>,
): Promise<{ job: WriteJob; kept: readonly CellRef[] }> {
  const kept: CellRef[] = [];
  const sheets: WriteJob['sheets'][number][] = [];
  let written = now.records.written.value;
  for (const [name, cells] of changesBySheet(plan)) {
    const then = expected.sheets.find(({ sheet }) => sheet.name === name);
    const current = now.sheets.find(({ id }) => id === then?.id);
    if (then === undefined) throw new WriteRefused('sheet-missing', name);
    if (current?.sheet.name !== name) throw new HostFailure('sheet-changed', name);
    checkSurroundings(then.sheet, current.sheet, cells);
    const changed = (cell: CellWrite): boolean =>
      !holdsSame(contentsAt(then.sheet, cell.row, cell.column), contentsAt(current.sheet, cell.row, cell.column));
    kept.push(...cells.filter(changed).map(({ row, column }) => ({ sheet: name, row, column })));
    const free = cells.filter((cell) => !changed(cell));
    const jobs = free.flatMap((cell) => jobCell(cell, current.sheet, formats.get(then.id)));
    if (jobs.length > 0) sheets.push({ id: then.id, name, blocks: sparseBlocks(jobs) });
    written = mergeWritten(written, recordsOf(name, free));
  }
  const names = now.sheets.map(({ sheet }) => sheet.name);
  for (const { name, cells } of plan.newSheets) {
    checkSheetName(name, names);
    writesByRow(name, cells);
    names.push(name);
    written = mergeWritten(written, recordsOf(name, cells));
  }
  const writes = sheets.length > 0 || plan.newSheets.length > 0;
  const records = await recordJobs(plan, now, writes ? written : undefined);
  const spoken = sheetsIn([
    ...sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.map(({ wanted }) => wanted.formula ?? ''))),
    ...plan.newSheets.flatMap(({ cells }) =>
      cells.map(({ content }) => (content.kind === 'formula' ? content.formula : '')),
    ),
  ]);
  const known = now.sheets.map(({ sheet }) => sheet.name).filter((name) => spoken.has(name));
  return {
    kept,
    job: {
      names: [...new Set([...sheets.map(({ name }) => name), ...known])],
      sheets,
      newSheets: plan.newSheets,
      deletions: [],
      records,
      recorded: {
        written: { ...now.records.written, value: writes ? written : now.records.written.value },
        mapping: { ...now.records.mapping, value: plan.mapping ?? now.records.mapping.value },
      },
    },
  };
}

/**
 * Results belong to the words beside them: where a row that is written to holds something else than it did, other than in the
 * written cells, the plan is for another table.
 */
function checkSurroundings(then: Sheet, now: Sheet, cells: readonly CellWrite[]): void {
  const written = new Set(cells.map(addressOf));
  for (const row of new Set(cells.map((cell) => cell.row))) {
    const width = Math.max(then.rows[row]?.length ?? 0, now.rows[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      if (written.has(addressOf({ row, column }))) continue;
      if (!holdsSame(contentsAt(then, row, column), contentsAt(now, row, column))) {
        throw new HostFailure('sheet-changed', `${now.name}!${addressOf({ row, column })}`);
      }
    }
  }
}

/** A cell to send; none when the cell holds the content already. */
function jobCell(cell: CellWrite, sheet: Sheet, formats: Formats | undefined): readonly JobCell[] {
  const { row, column } = cell;
  const hidden = sheet.merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
  if (hidden) throw new WriteRefused('merged', sheet.name, addressOf(cell));
  const before = contentsAt(sheet, row, column);
  const wanted = contentsOf(cell.content);
  const format = cell.look === undefined ? '' : LOOK_FORMATS[cell.look];
  const own = formats?.get(`${String(row)},${String(column)}`);
  const reformat = format !== '' && own === GENERAL;
  if (holds(before, wanted) && !reformat) return [];
  return [{ row, column, wanted, before, ...(reformat ? { format: { wanted: format, before: own } } : {}) }];
}

async function recordJobs(
  plan: WritePlan,
  { records }: Snapshot,
  written: Snapshot['records']['written']['value'] | undefined,
): Promise<readonly RecordJob[]> {
  const jobs: RecordJob[] = [];
  if (written !== undefined) {
    jobs.push({
      kind: WRITTEN,
      part: records.written.part,
      xml: await shortRecordXml(WRITTEN, writtenXml(written)),
      before:
        records.written.part === undefined
          ? undefined
          : await shortRecordXml(WRITTEN, writtenXml(records.written.value)),
    });
  }
  const { mapping } = plan;
  if (mapping !== undefined && !sameMappings(mapping, records.mapping.value)) {
    jobs.push({
      kind: MAPPING,
      part: records.mapping.part,
      xml: await shortRecordXml(MAPPING, mappingXml(mapping)),
      before: records.mapping.part === undefined ? undefined : mappingXml(records.mapping.value),
    });
  }
  return jobs;
}
