import { inReadingOrder } from '../../../core/workbook/cell-ranges.ts';
import type { Sheet } from '../../../core/workbook/workbook.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import type { ExcelAccess } from '../excel-access.ts';
import { cellsIn, WHOLE_SHEET } from './area.ts';
import { cellsPerChunk, takeChunk, type Piece } from './chunks.ts';
import { readMergesInBands } from './merges-in-bands.ts';
import {
  askDate1904,
  askRecordParts,
  askRecords,
  askSheets,
  type Answer,
  type RecordParts,
  type SheetEntry,
} from './outline.ts';
import { askContents, askExtent, askMerges } from './range-request.ts';
import { emptySheet, withArea, type RangeContents, type Snapshot } from './snapshot.ts';

/**
 * Reads the whole workbook in two round trips: what there is, and what it holds. A workbook that is larger than Excel gives at once
 * takes as many more as it has to.
 * @param alongside put into the first round trip
 * @throws HostFailure
 */
export async function readWholeWorkbook(
  access: ExcelAccess,
  alongside: (context: Excel.RequestContext) => void,
): Promise<Snapshot> {
  const { sheets, date1904, parts } = await access.read(async (context) => {
    alongside(context);
    const answers = { sheets: askSheets(context), date1904: askDate1904(context), parts: askRecordParts(context) };
    await context.sync();
    return { sheets: answers.sheets(), date1904: answers.date1904(), parts: answers.parts() };
  });
  const contents = await readAtOnce(access, sheets, parts).catch((error: unknown) => {
    if (error instanceof HostFailure && needsPieces(error)) return readInPieces(access, sheets, parts);
    throw error;
  });
  return { date1904, records: contents.records, sheets: contents.sheets };
}

type Contents = Pick<Snapshot, 'sheets' | 'records'>;

/** Cells left out are how some versions of Excel tell that there were too many; merged ranges have a limit of their own. */
function needsPieces({ reason, detail }: HostFailure): boolean {
  return reason === 'too-large' || reason === 'unreadable' || detail.includes('MergedAreas');
}

async function readAtOnce(access: ExcelAccess, sheets: readonly SheetEntry[], parts: RecordParts): Promise<Contents> {
  return access.read(async (context) => {
    const records = askRecords(context, parts);
    const answers = sheets.map((entry) => ({ entry, answer: askSheet(context, entry) }));
    await context.sync();
    return {
      sheets: answers.map(({ entry, answer }) => ({ id: entry.id, sheet: answer() })),
      records: await records(),
    };
  });
}

/** Asks for everything on a sheet. */
export function askSheet(context: Excel.RequestContext, { id, name, hidden }: SheetEntry): Answer<Sheet> {
  const sheet = context.workbook.worksheets.getItem(id);
  const contents = askContents(sheet, WHOLE_SHEET);
  const merges = askMerges(sheet, WHOLE_SHEET);
  return () => ({
    ...withArea(emptySheet(name, hidden), WHOLE_SHEET, contents()),
    merges: inReadingOrder(merges()),
  });
}

async function readInPieces(access: ExcelAccess, sheets: readonly SheetEntry[], parts: RecordParts): Promise<Contents> {
  const { records, extents } = await access.read(async (context) => {
    const answer = askRecords(context, parts);
    const asked = sheets.map((entry) => ({ entry, answer: askExtent(context.workbook.worksheets.getItem(entry.id)) }));
    await context.sync();
    return { records: await answer(), extents: asked.map(({ entry, answer: extent }) => ({ entry, area: extent() })) };
  });
  const read = new Map(sheets.map((entry) => [entry.id, emptySheet(entry.name, entry.hidden)]));
  let pieces: readonly Piece[] = extents.flatMap(({ entry, area }) =>
    area === undefined ? [] : [{ id: entry.id, area }],
  );
  for (let room = cellsPerChunk(); pieces.length > 0;) {
    const { now, rest } = takeChunk(pieces, room);
    const cells = now.reduce((sum, { area }) => sum + cellsIn(area), 0);
    try {
      const answers = await readPieces(access, now);
      for (const { piece, contents } of answers) {
        const sheet = read.get(piece.id);
        if (sheet !== undefined) read.set(piece.id, withArea(sheet, piece.area, contents));
      }
      pieces = rest;
      room = cellsPerChunk(bytesOf(answers.map(({ contents }) => contents)) / cells);
    } catch (error) {
      if (!(error instanceof HostFailure) || !needsPieces(error) || cells === 1) throw error;
      room = Math.ceil(cells / 2);
    }
  }
  const merged = await readMergesInBands(
    access,
    extents.map(({ entry, area }) => ({ id: entry.id, area })),
  );
  return {
    records,
    sheets: sheets.map(({ id, name, hidden }) => ({
      id,
      sheet: { ...(read.get(id) ?? emptySheet(name, hidden)), merges: inReadingOrder(merged.get(id) ?? []) },
    })),
  };
}

async function readPieces(
  access: ExcelAccess,
  pieces: readonly Piece[],
): Promise<readonly { piece: Piece; contents: RangeContents | undefined }[]> {
  return access.read(async (context) => {
    const asked = pieces.map((piece) => ({
      piece,
      answer: askContents(context.workbook.worksheets.getItem(piece.id), piece.area),
    }));
    await context.sync();
    return asked.map(({ piece, answer }) => ({ piece, contents: answer() }));
  });
}

/** About how many bytes contents took on their way. */
function bytesOf(all: readonly (RangeContents | undefined)[]): number {
  const encoder = new TextEncoder();
  return all.reduce(
    (sum, contents) =>
      contents === undefined ? sum : sum + encoder.encode(JSON.stringify([contents.values, contents.formulas])).length,
    1,
  );
}
