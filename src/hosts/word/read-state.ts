import type { DocumentState } from '../ports/live-document.ts';
import { readDocumentXml, type FoundDocument } from '../files/docx/read-document.ts';
import { carriedOf, frozenOf, readParts, type DocumentParts } from './document-parts.ts';
import type { WordAccess } from './word-access.ts';

/** The document as it is now, with what is needed to write to it. */
export interface WordState {
  /** The body as one XML file, as Word takes it back. */
  readonly ooxml: string;
  readonly found: FoundDocument;
  readonly parts: DocumentParts;
  readonly state: DocumentState;
}

/** Reads the whole document: one round trip for the body, and calls of the Common API for what it remembers. @throws HostFailure */
export async function readState(access: WordAccess): Promise<WordState> {
  const [ooxml, parts] = await Promise.all([readBody(access), readParts(access)]);
  return stateFrom(ooxml, parts);
}

/** The body as one XML file, in one round trip. @throws HostFailure */
export function readBody(access: WordAccess): Promise<string> {
  return access.read(async (context) => {
    const body = context.document.body.getOoxml();
    await context.sync();
    return body.value;
  });
}

/** The document that an answer of Word describes. @throws UnusableFile when the XML is not well-formed */
export function stateFrom(ooxml: string, parts: DocumentParts): WordState {
  const found = readDocumentXml(ooxml);
  const { paragraphs, controls, hasObjects } = found;
  const state: DocumentState = {
    paragraphs,
    controls,
    carried: carriedOf(parts, controls),
    frozen: frozenOf(parts, controls),
    isEmpty: !hasObjects && controls.length === 0 && paragraphs.every((text) => text.trim() === ''),
  };
  return { ooxml, found, parts, state };
}
