import type { WrittenCell } from '../../../core/workbook/workbook.ts';
import type { CellWrite, WritePlan } from '../../../core/workbook/write-plan.ts';
import { encodeXml } from '../../xml/xml-text.ts';
import { ZipPackage } from './opc/zip-package.ts';
import { checkSheetName } from '../../plans/sheet-name.ts';
import { writesByRow } from '../../plans/writes-by-row.ts';
import { SheetAdder } from './patch/add-sheet.ts';
import { dropFromCalcChain } from './patch/calc-chain.ts';
import { newSheetXml } from './patch/new-sheet.ts';
import { PackageDraft } from './patch/package-draft.ts';
import { patchSheet } from './patch/patch-sheet.ts';
import { putRecord } from './patch/put-record.ts';
import { isSigned } from './patch/signature.ts';
import { openStyleSheet } from './patch/open-style-sheet.ts';
import { tableHeaders } from './patch/table-headers.ts';
import { MAPPING, mappingXml } from '../../records/mapping-record.ts';
import { findRecord } from './find-record.ts';
import { NAMESPACES, readWorkbookPart } from './workbook-part.ts';
import { WriteRefused } from '../../ports/write-refused.ts';
import { mergeWritten, recordsOf, WRITTEN, writtenXml } from '../../records/written-record.ts';

/**
 * Writes a plan into a workbook file without loss: only the touched cells change, with what they need (a number format,
 * a new sheet, the records of what was written and decided). Every other part keeps its bytes, macros and protection included.
 * An empty plan gives the file as it is.
 * @param bytes the file
 * @returns the changed file; the input is not touched
 * @throws WriteRefused when a cell cannot be written without harm to the file, UnusableFile when it is no workbook
 */
export async function patchXlsx(bytes: Uint8Array, plan: WritePlan): Promise<Uint8Array> {
  const changes = plan.changes.filter(({ cells }) => cells.length > 0);
  const { mapping } = plan;
  if (changes.length === 0 && plan.newSheets.length === 0 && mapping === undefined) return bytes;
  const source = await ZipPackage.open(bytes);
  const workbook = await readWorkbookPart(source);
  if (await isSigned(source)) throw new WriteRefused('signed');
  const draft = new PackageDraft(source);

  const styles = await openStyleSheet(draft, workbook, plan);
  const written: WrittenCell[] = [];
  const lost = new Set<string>();
  for (const [name, cells] of bySheet(changes)) {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new WriteRefused('sheet-missing', name);
    const writes = writesByRow(name, cells);
    const { text, encoding } = await source.xml(sheet.part);
    const headers = await tableHeaders(source, sheet.part);
    const restyle = styles === undefined ? (style: string) => style : styles.restyle.bind(styles);
    const patched = patchSheet(text, sheet.part, name, writes, headers, restyle);
    draft.put(sheet.part, encodeXml(patched.text, encoding));
    for (const address of patched.withoutFormula) lost.add(`${sheet.sheetId} ${address}`);
    written.push(...recordsOf(name, cells));
  }

  if (plan.newSheets.length > 0) {
    const taken = [...workbook.sheetNames];
    const adder = new SheetAdder(draft, workbook, await draft.edit(workbook.part));
    const namespace = workbook.strict ? NAMESPACES.strict : NAMESPACES.transitional;
    for (const sheet of plan.newSheets) {
      checkSheetName(sheet.name, taken);
      taken.push(sheet.name);
      await adder.add(
        sheet,
        newSheetXml(sheet, namespace, (look) => styles?.styleOf(look) ?? '0'),
      );
      written.push(...recordsOf(sheet.name, sheet.cells));
    }
    adder.finish();
  }
  await dropFromCalcChain(draft, workbook, lost);
  if (written.length > 0) {
    const earlier = await findRecord(source, workbook, WRITTEN);
    await putRecord(draft, workbook, WRITTEN, earlier, writtenXml(mergeWritten(earlier.value, written)));
  }
  if (mapping !== undefined) {
    await putRecord(draft, workbook, MAPPING, await findRecord(source, workbook, MAPPING), mappingXml(mapping));
  }
  return draft.build();
}

/** A plan may name a sheet more than once; its part is patched once. */
function bySheet(changes: WritePlan['changes']): Map<string, CellWrite[]> {
  const sheets = new Map<string, CellWrite[]>();
  for (const { sheet, cells } of changes) sheets.set(sheet, [...(sheets.get(sheet) ?? []), ...cells]);
  return sheets;
}
