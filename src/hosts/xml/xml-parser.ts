import { SaxesParser } from 'saxes';
import { UnusableFile } from '../ports/unusable-file.ts';

export type XmlParser = SaxesParser<{ xmlns: false }>;

/**
 * A parser for one part of a package. It stops at the first fault and at any document type declaration: Office writes
 * none, and entities declared there are a way to blow up a reader.
 */
export function xmlParser(part: string): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (error) => {
    throw new UnusableFile('damaged', `${part}: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new UnusableFile('damaged', `${part} declares a document type`);
  });
  return parser;
}

/** `c` for `x:c`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `x:` for `x:c`, '' for `c`. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}
