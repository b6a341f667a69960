import { rangesOf, showRange } from '../../../core/workbook/cell-ranges.ts';
import type { CellRange, CellRef } from '../../../core/workbook/cell-ref.ts';
import { cellContents, holdsSame, type CellContents } from '../read/cell-contents.ts';
import type { Answer } from '../read/outline.ts';
import type { RangeContents } from '../read/snapshot.ts';
import { holds, inputOf, isTaken } from './cell-input.ts';
import { requestSheet, type AddedSheet } from './new-sheet-request.ts';
import { gridOf } from './sparse-blocks.ts';
import type { JobCell, RecordJob, SheetJob, WriteJob } from './write-job.ts';

/** A cell that held something else than was known, so that the write went over it. */
export interface Overwritten extends CellRef {
  /** The sheet's id. */
  readonly id: string;
  readonly held: CellContents;
}

/** What Excel did. */
export interface SentJob {
  /** What the rectangles of each sheet hold now, by sheet id. */
  readonly after: ReadonlyMap<string, readonly { readonly area: CellRange; readonly contents: RangeContents }[]>;
  readonly added: readonly AddedSheet[];
  /** The parts that hold the records, in the order of the job. */
  readonly parts: readonly (string | undefined)[];
  readonly overwritten: readonly Overwritten[];
  /** Cells that do not hold what they were given. */
  readonly refused: readonly CellRef[];
}

/**
 * Puts a whole job into one request: nothing is done unless every sheet is there under its name; the cells are read before and
 * after they are written.
 */
export function sendJob(context: Excel.RequestContext, job: WriteJob): Answer<SentJob> {
  const { worksheets } = context.workbook;
  for (const name of job.names) worksheets.getItem(name).load('id');
  const before = job.sheets.map((sheet) => askBlocks(context, sheet));
  const parts = job.records.map((record) => putRecord(context, record));
  const added = job.newSheets.map((plan) => requestSheet(context, plan));
  for (const { id, blocks } of job.sheets) {
    const sheet = worksheets.getItem(id);
    for (const { area, cells } of blocks) {
      // Null leaves a cell as it is.
      sheet.getRange(showRange(area)).formulas = gridOf(area, cells, ({ wanted }) => inputOf(wanted)) as string[][];
      setFormats(sheet, area, cells);
    }
  }
  const after = job.sheets.map((sheet) => askBlocks(context, sheet));
  // Last, because nothing brings a deleted sheet back.
  for (const { id } of job.deletions) worksheets.getItem(id).delete();
  return () => {
    const overwritten: Overwritten[] = [];
    const refused: CellRef[] = [];
    job.sheets.forEach((sheet, index) => {
      const held = before[index]?.() ?? [];
      const now = after[index]?.() ?? [];
      sheet.blocks.forEach(({ cells }, block) => {
        for (const cell of cells) {
          const place = { sheet: sheet.name, row: cell.row, column: cell.column };
          const then = at(held[block]?.contents, cell);
          if (!holdsSame(then, cell.before) && !holds(then, cell.wanted)) {
            overwritten.push({ ...place, id: sheet.id, held: then });
          }
          if (!isTaken(at(now[block]?.contents, cell), cell.wanted)) refused.push(place);
        }
      });
    });
    return {
      after: new Map(job.sheets.map(({ id }, index) => [id, after[index]?.() ?? []])),
      added: added.map((answer) => answer()),
      parts: parts.map((answer) => answer()),
      overwritten,
      refused,
    };
  };
}

/** Asks what the rectangles of a sheet's job hold. */
export function askBlocks(
  context: Excel.RequestContext,
  { id, blocks }: SheetJob,
): Answer<readonly { area: CellRange; contents: RangeContents }[]> {
  const sheet = context.workbook.worksheets.getItem(id);
  const asked = blocks.map(({ area }) => {
    const range = sheet.getRange(showRange(area));
    range.load('values,formulas');
    return { area, range };
  });
  return () =>
    asked.map(({ area, range }) => ({
      area,
      contents: { top: area.top, left: area.left, values: range.values, formulas: range.formulas },
    }));
}

/** What a cell holds, from the contents of the rectangle it lies in. */
export function at(
  contents: RangeContents | undefined,
  { row, column }: { row: number; column: number },
): CellContents {
  return cellContents({
    value: contents?.values[row - contents.top]?.[column - contents.left],
    formula: contents?.formulas[row - contents.top]?.[column - contents.left],
  });
}

/** More rectangles than this are sent as one array with gaps. */
const MAX_FORMAT_AREAS = 4;

function setFormats(sheet: Excel.Worksheet, area: CellRange, cells: readonly JobCell[]): void {
  const groups = new Map<string, CellRef[]>();
  for (const { row, column, format } of cells) {
    if (format !== undefined)
      groups.set(format.wanted, [...(groups.get(format.wanted) ?? []), { sheet: '', row, column }]);
  }
  const areas = [...groups].flatMap(([format, places]) => rangesOf(places).map((range) => ({ format, range })));
  if (areas.length > MAX_FORMAT_AREAS) {
    // Null leaves the format of a cell as it is.
    sheet.getRange(showRange(area)).numberFormat = gridOf(
      area,
      cells,
      ({ format }) => format?.wanted ?? null,
    ) as string[][];
    return;
  }
  for (const { format, range } of areas) {
    // One text for all cells of the range.
    sheet.getRange(showRange(range)).numberFormat = format as unknown as string[][];
  }
}

function putRecord(context: Excel.RequestContext, { part, xml }: RecordJob): Answer<string | undefined> {
  const parts = context.workbook.customXmlParts;
  if (part !== undefined) {
    const held = parts.getItem(part);
    if (xml === undefined) held.delete();
    else held.setXml(xml);
    return () => (xml === undefined ? undefined : part);
  }
  if (xml === undefined) return () => undefined;
  const added = parts.add(xml);
  added.load('id');
  return () => added.id;
}
