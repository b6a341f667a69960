import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnusableFile } from '../../ports/unusable-file.ts';

export interface XmlEvents {
  readonly open: (tag: SaxesTagNS) => void;
  readonly close: (tag: SaxesTagNS) => void;
  readonly text?: (text: string) => void;
}

/** Deeper nesting than any document has; each level costs the walker memory. */
const MAX_DEPTH = 512;

/**
 * Walks an XML part. A document type is refused, so no entity can be declared and none but the five of XML is known.
 * @throws UnusableFile `damaged` for anything that is not well-formed.
 */
export function walkXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new UnusableFile('damaged', error.message);
  });
  parser.on('doctype', () => {
    throw new UnusableFile('damaged', 'document type');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new UnusableFile('damaged', 'nesting');
    events.open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close(tag);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.write(xml).close();
}

/** The value of an attribute by its local name and namespace (none: `''`). */
export function attribute(tag: SaxesTagNS, local: string, namespaces: readonly string[] = ['']): string | undefined {
  return Object.values(tag.attributes).find((found) => found.local === local && namespaces.includes(found.uri))?.value;
}
