import type { FoundData } from '../../../core/links/carried-data.ts';
import type { FrozenControl } from '../../../core/links/frozen.ts';
import { UnusableFile } from '../../ports/unusable-file.ts';
import { FROZEN } from '../../records/frozen-record.ts';
import { readRecord } from '../../records/record.ts';
import { parseXmlTree, rootNamespace } from '../../xml/xml-tree.ts';
import { isType, type Relationship } from '../xlsx/opc/relationships.ts';
import { ZipPackage } from '../xlsx/opc/zip-package.ts';
import { WORD_NAMESPACE, WORD_NAMESPACE_STRICT } from './namespaces.ts';
import { parseCarriedData } from './read-carried-data.ts';
import { readDocumentXml, type FoundDocument } from './read-document.ts';

/** The start of the format of Word 97–2003, which also wraps files with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Where Office programs put custom XML, whatever leads to it. */
const CUSTOM_XML_ITEM = /^customXml\/item[^/]*\.xml$/i;

/** Something found in a custom XML part; `part` is undefined when there is none. */
interface Held<T> {
  readonly part: string | undefined;
  readonly value: T;
}

/** A .docx file opened for reading and changing. */
export interface DocumentPackage {
  readonly source: ZipPackage;
  /** The main part: `word/document.xml`. */
  readonly part: string;
  /** The file uses the Strict form of the standard. */
  readonly strict: boolean;
  readonly found: FoundDocument;
  readonly carried: Held<FoundData | undefined>;
  readonly frozen: Held<readonly FrozenControl[]>;
}

/**
 * Opens a file that may be anything.
 * @throws UnusableFile `empty`, `not-a-document`, `encrypted` (a password, or the old binary format), `too-large` or `damaged`
 */
export async function openDocument(bytes: Uint8Array): Promise<DocumentPackage> {
  if (bytes.length > 0 && COMPOUND_FILE.every((byte, at) => bytes[at] === byte)) throw new UnusableFile('encrypted');
  const source = await ZipPackage.open(bytes).catch((error: unknown) => {
    const isOther = error instanceof UnusableFile && !['empty', 'too-large', 'damaged'].includes(error.reason);
    throw isOther ? new UnusableFile('not-a-document', error.detail) : error;
  });
  const relationships = await source.relationships('');
  const part = relationships.find((one) => isType(one, 'officeDocument'))?.target;
  if (part === undefined || !source.has(part)) throw new UnusableFile('not-a-document', 'no office document');
  if (/\.bin$/i.test(part)) throw new UnusableFile('not-a-document', part);
  const { text } = await source.xml(part);
  const root = parseXmlTree(text, part);
  const namespace = rootNamespace(root);
  if (root.local !== 'document' || ![WORD_NAMESPACE, WORD_NAMESPACE_STRICT].includes(namespace))
    throw new UnusableFile('not-a-document', `${part} is ${root.name}`);
  const items = await customItems(source, [...(await source.relationships(part)), ...relationships]);
  return {
    source,
    part,
    strict: namespace === WORD_NAMESPACE_STRICT,
    found: readDocumentXml(text),
    carried: await held(items, (xml) => parseCarriedData(xml), undefined),
    frozen: await held(items, (xml, name) => readRecord(xml, name, FROZEN), FROZEN.none),
  };
}

/** The custom XML parts: those that something is related to, then those that stand where such parts do; programs move and rename them. */
async function customItems(
  source: ZipPackage,
  relationships: readonly Relationship[],
): Promise<readonly { readonly part: string; readonly xml: string }[]> {
  const related = relationships.filter((one) => isType(one, 'customXml')).map(({ target }) => target);
  const kept = source.names.map((name) => name.replaceAll('\\', '/').replace(/^\//, ''));
  const names = new Set([...related, ...kept.filter((name) => CUSTOM_XML_ITEM.test(name))]);
  const items: { part: string; xml: string }[] = [];
  for (const part of names) {
    if (!source.has(part)) continue;
    // What others put there is nobody's business here, whatever it is.
    const xml = await source.xml(part).catch(() => undefined);
    if (xml !== undefined) items.push({ part, xml: xml.text });
  }
  return items;
}

async function held<T>(
  items: readonly { readonly part: string; readonly xml: string }[],
  read: (xml: string, part: string) => T | undefined | Promise<T | undefined>,
  none: T,
): Promise<Held<T>> {
  for (const { part, xml } of items) {
    const value = await read(xml, part);
    if (value !== undefined) return { part, value };
  }
  return { part: undefined, value: none };
}
