import { readRecord, type RecordKind } from '../../records/record.ts';
import { isType, type Relationship } from './opc/relationships.ts';
import type { ZipPackage } from './opc/zip-package.ts';
import type { WorkbookPart } from './workbook-part.ts';

/** A record in a package: where it is, if anywhere, and what it says. */
export interface FoundRecord<T> {
  readonly part: string | undefined;
  readonly value: T;
}

/** Where Office programs put custom XML, whatever leads to it. */
const CUSTOM_XML_ITEM = /^customXml\/item[^/]*\.xml$/i;

/**
 * Finds the custom XML part of a record; other programs' parts are passed by. We relate it to the workbook. LibreOffice moves the
 * relationship to the package; a program that drops it may still keep the part.
 */
export async function findRecord<T>(
  source: ZipPackage,
  workbook: WorkbookPart,
  kind: RecordKind<T>,
): Promise<FoundRecord<T>> {
  const ours = relatedItems(workbook.relationships, source);
  for (const part of ours) {
    const value = await recordIn(source, part, kind);
    if (value !== undefined) return { part, value };
  }
  const moved = relatedItems(await source.relationships(''), source);
  const kept = source.names
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => CUSTOM_XML_ITEM.test(name));
  for (const part of new Set([...moved, ...kept])) {
    if (ours.includes(part)) continue;
    // Whatever else stands in such places is no part of the workbook and must not make it unreadable.
    const value = await recordIn(source, part, kind).catch(() => undefined);
    if (value !== undefined) return { part, value };
  }
  return { part: undefined, value: kind.none };
}

function relatedItems(relationships: readonly Relationship[], source: ZipPackage): readonly string[] {
  return relationships.filter((one) => isType(one, 'customXml') && source.has(one.target)).map(({ target }) => target);
}

async function recordIn<T>(source: ZipPackage, part: string, kind: RecordKind<T>): Promise<T | undefined> {
  return readRecord((await source.xml(part)).text, part, kind);
}
