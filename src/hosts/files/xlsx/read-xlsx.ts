import { UNTIMED, type Stopwatch } from '../../../core/workbook/stopwatch.ts';
import type { Sheet, Workbook } from '../../../core/workbook/workbook.ts';
import { UnusableFile } from '../../ports/unusable-file.ts';
import { MAX_GRID_CELLS } from './opc/limits.ts';
import { isType } from './opc/relationships.ts';
import { ZipPackage } from './opc/zip-package.ts';
import { readSheet, type ReadContext } from './sheet/read-sheet.ts';
import { readSharedStrings } from './sheet/shared-strings.ts';
import { MAPPING } from '../../records/mapping-record.ts';
import { findRecord } from './find-record.ts';
import { readWorkbookPart } from './workbook-part.ts';
import { WRITTEN } from '../../records/written-record.ts';

/**
 * Reads a workbook file: values, formulas, merged ranges, and what earlier runs recorded. A part that cannot
 * be read fails as a whole; nothing is skipped silently.
 * @param bytes the file as it came from a disk or an upload; may be anything
 * @param stopwatch told how the time is spent
 * @throws UnusableFile, and nothing else
 */
export async function readXlsx(bytes: Uint8Array, stopwatch: Stopwatch = UNTIMED): Promise<Workbook> {
  try {
    const source = await stopwatch.time('unzip', () => ZipPackage.open(bytes));
    const inflated = (part: string): Promise<string> =>
      stopwatch.time('unzip', async () => (await source.xml(part)).text);
    const workbook = await readWorkbookPart(source);
    const strings = workbook.relationships.find((one) => isType(one, 'sharedStrings') && source.has(one.target));
    const texts = strings && { xml: await inflated(strings.target), part: strings.target };
    const context: ReadContext = {
      sharedStrings: texts ? stopwatch.time('parse', () => readSharedStrings(texts.xml, texts.part)) : [],
      date1904: workbook.date1904,
      cellsLeft: MAX_GRID_CELLS,
    };
    const sheets: Sheet[] = [];
    for (const { name, hidden, part } of workbook.sheets) {
      const xml = await inflated(part);
      sheets.push(stopwatch.time('parse', () => readSheet(xml, part, name, hidden, context)));
    }
    const written = (await findRecord(source, workbook, WRITTEN)).value;
    const mapping = (await findRecord(source, workbook, MAPPING)).value;
    const remembered = mapping.answers.length === 0 ? {} : { mapping };
    return { sheets, date1904: workbook.date1904, written, ...remembered };
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile('damaged', error instanceof Error ? error.message : String(error));
  }
}
