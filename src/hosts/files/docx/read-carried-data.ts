import type { SaxesTagNS } from 'saxes';
import type { CarriedFact, WorkbookOrigin } from '../../../core/report/document.ts';
import { isSectionId } from '../../../core/report/outline.ts';
import { dataHash, type CarriedData, type CarriedPhrase, type FoundData } from '../../../core/links/carried-data.ts';
import { REPORT_NAMESPACE } from './namespaces.ts';
import { attribute, walkXml } from './read-xml.ts';
import { withParts } from './zip.ts';

/** Editors rename the part, so every part of the folder is looked at. */
const CUSTOM_PART = /^customXml\/[^/]+\.xml$/i;

/** The root of the part, looked for in its first characters before it is parsed: other parts are nobody's business here. */
const HEAD = 4096;

/**
 * Reads the data that a report carries, or `undefined` if the document is not one of our reports (or lost the part).
 * @throws UnusableFile when the file is no document package or the part is not well-formed.
 */
export async function readCarriedData(bytes: Uint8Array): Promise<FoundData | undefined> {
  return withParts(bytes, async (parts) => {
    for (const name of [...parts.keys()].filter((part) => CUSTOM_PART.test(part)).sort()) {
      const xml = await parts.get(name)?.();
      const found = xml === undefined ? undefined : parseCarriedData(xml);
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The data in the XML of a custom part, or `undefined` when it is another part.
 * @throws UnusableFile when it is ours and not well-formed
 */
export function parseCarriedData(xml: string): FoundData | undefined {
  if (!xml.slice(0, HEAD).includes(REPORT_NAMESPACE)) return undefined;
  const facts: (Omit<CarriedFact, 'source'> & { readonly source: string[] })[] = [];
  const phrases: Mutable<CarriedPhrase>[] = [];
  const path: string[] = [];
  let root: SaxesTagNS | undefined;
  let workbook: WorkbookOrigin | undefined;
  let content = '';
  const of = (tag: SaxesTagNS, name: string): string => attribute(tag, name) ?? '';

  walkXml(xml, {
    open(tag) {
      path.push(tag.uri === REPORT_NAMESPACE ? tag.local : '?');
      content = '';
      switch (path.join('/')) {
        case 'report':
          root = tag;
          break;
        case 'report/workbook':
          workbook = { name: of(tag, 'name'), hash: of(tag, 'hash'), time: of(tag, 'time') };
          break;
        case 'report/facts/fact':
          facts.push({
            key: of(tag, 'key'),
            value: of(tag, 'value'),
            unit: of(tag, 'unit'),
            display: of(tag, 'display'),
            basis: of(tag, 'basis'),
            source: [],
          });
          break;
        case 'report/phrases/phrase':
          phrases.push({
            id: of(tag, 'id'),
            tag: of(tag, 'tag'),
            kind: of(tag, 'kind') === 'todo' ? 'todo' : 'phrase',
            text: '',
            source: '',
          });
          break;
      }
    },
    text(piece) {
      content += piece;
    },
    close() {
      const phrase = phrases.at(-1);
      switch (path.join('/')) {
        case 'report/facts/fact/source':
          facts.at(-1)?.source.push(content);
          break;
        case 'report/phrases/phrase/text':
          if (phrase !== undefined) phrase.text = content;
          break;
        case 'report/phrases/phrase/source':
          if (phrase !== undefined) phrase.source = content;
          break;
      }
      path.pop();
    },
  });
  if (root === undefined) return undefined;
  const off = attribute(root, 'off')?.split(' ').filter(isSectionId);
  const data: CarriedData = {
    year: of(root, 'year'),
    department: of(root, 'department'),
    facts,
    phrases,
    ...(off === undefined ? {} : { off }),
    ...(workbook === undefined ? {} : { workbook }),
  };
  const hash = of(root, 'hash');
  return { ...data, hash, hashMatches: hash === dataHash(data) };
}
