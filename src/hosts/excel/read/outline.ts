import { MAPPING } from '../../records/mapping-record.ts';
import { readRecord, type RecordKind } from '../../records/record.ts';
import { SETTINGS } from '../../records/settings-record.ts';
import { WRITTEN } from '../../records/written-record.ts';
import type { HeldRecord, HeldRecords } from './snapshot.ts';

/** A worksheet as the workbook lists it. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** What is asked of Excel in a batch: call it once the batch was answered. */
export type Answer<T> = () => T;

/** Asks for the list of sheets. */
export function askSheets(context: Excel.RequestContext): Answer<readonly SheetEntry[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  return () =>
    sheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      hidden: visibility !== Excel.SheetVisibility.visible,
    }));
}

/** Asks whether day 0 is 1904-01-01: the serial number of that day tells. */
export function askDate1904(context: Excel.RequestContext): Answer<boolean> {
  const day = context.workbook.functions.date(1904, 1, 1);
  day.load('value');
  return () => day.value === 0;
}

/** The ids of the custom XML parts that may hold a record, by kind. */
export interface RecordParts {
  readonly written: readonly string[];
  readonly mapping: readonly string[];
  readonly settings: readonly string[];
}

/** Asks which custom XML parts may hold our records. */
export function askRecordParts(context: Excel.RequestContext): Answer<RecordParts> {
  const ask = ({ namespace }: RecordKind<unknown>): Answer<readonly string[]> => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load('items/id');
    return () => parts.items.map(({ id }) => id);
  };
  const written = ask(WRITTEN);
  const mapping = ask(MAPPING);
  const settings = ask(SETTINGS);
  return () => ({ written: written(), mapping: mapping(), settings: settings() });
}

/** Asks for the contents of those parts. */
export function askRecords(context: Excel.RequestContext, parts: RecordParts): Answer<Promise<HeldRecords>> {
  const ask = <T>(ids: readonly string[], kind: RecordKind<T>): Answer<Promise<HeldRecord<T>>> => {
    const texts = ids.map((id) => ({ id, xml: context.workbook.customXmlParts.getItem(id).getXml() }));
    return async () => {
      for (const { id, xml } of texts) {
        // A part that somebody broke is none of ours any more, and must not make the workbook unreadable.
        const value = await readRecord(xml.value, id, kind).catch(() => undefined);
        if (value !== undefined) return { part: id, value };
      }
      return { part: undefined, value: kind.none };
    };
  };
  const written = ask(parts.written, WRITTEN);
  const mapping = ask(parts.mapping, MAPPING);
  const settings = ask(parts.settings, SETTINGS);
  return async () => ({ written: await written(), mapping: await mapping(), settings: await settings() });
}
