import type { SaxesTagNS } from 'saxes';
import type { FoundControl } from '../../../core/links/found-control.ts';
import { UnusableFile } from '../../ports/unusable-file.ts';
import { COMPATIBILITY_NAMESPACE, WORD_NAMESPACE, WORD_NAMESPACE_STRICT } from './namespaces.ts';
import { attribute, walkXml } from './read-xml.ts';
import { withParts } from './zip.ts';

export interface FoundDocument {
  /** Text of every paragraph of the body in the order of the file, cells of tables included; automatic numbers are not text. */
  readonly paragraphs: readonly string[];
  readonly controls: readonly FoundControl[];
  /** It holds pictures, tables, drawings or other things besides paragraphs and controls. */
  readonly hasObjects: boolean;
}

const WORD = [WORD_NAMESPACE, WORD_NAMESPACE_STRICT];
const MAIN_PART = 'word/document.xml';

/** Content that is not the document's words: moved away, or a second form of what stands beside it. */
const SKIPPED = new Set(['w:moveFrom', 'w:del', 'mc:Fallback']);

/** The content controls of a document's body, in the order in which they begin. */
export async function readControls(bytes: Uint8Array): Promise<readonly FoundControl[]> {
  return (await readDocument(bytes)).controls;
}

/**
 * Reads the words and the content controls of a document's body. Tracked deletions are left out, tracked insertions count.
 * @throws UnusableFile when the file is no word-processing document.
 */
export async function readDocument(bytes: Uint8Array): Promise<FoundDocument> {
  return withParts(bytes, async (parts) => {
    const part = parts.get(MAIN_PART);
    if (part === undefined) throw new UnusableFile('damaged', `no ${MAIN_PART}`);
    return readDocumentXml(await part());
  });
}

/**
 * The same for the XML of a document: its main part, or the flat form of a whole package, as Word gives it.
 * @throws UnusableFile when it is not well-formed
 */
export function readDocumentXml(xml: string): FoundDocument {
  const walker = new BodyWalker();
  walkXml(xml, walker);
  return walker.found();
}

interface OpenControl {
  tag: string;
  title: string;
  text: string;
  paragraph: number;
  offset: number;
  locked: boolean;
  placeholder: boolean;
}

/** What is more than words, when a document is asked whether it is empty. */
const OBJECTS = new Set(['w:tbl', 'w:drawing', 'w:pict', 'w:object']);

/** What inside a control goes beyond words, so that new words would take it away. */
const BEYOND_WORDS = new Set([
  'w:tbl',
  'w:tr',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:fldChar',
  'w:fldSimple',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
]);

/** Locks under which Word refuses other contents. */
const CONTENT_LOCKS = ['contentLocked', 'sdtContentLocked'];

class BodyWalker {
  readonly #paragraphs: string[] = [];
  readonly #controls: OpenControl[] = [];
  readonly #openParagraphs: number[] = [];
  readonly #openControls: OpenControl[] = [];
  readonly #path: string[] = [];
  #skipping = 0;
  /** A flat package has the paragraphs of headers and footers too: only those of the body are looked at. */
  #inBody = false;
  #hasObjects = false;

  found(): FoundDocument {
    return {
      paragraphs: this.#paragraphs,
      controls: this.#controls.map(({ placeholder, text, ...control }) => ({
        ...control,
        text: placeholder ? '' : text,
      })),
      hasObjects: this.#hasObjects,
    };
  }

  readonly open = (tag: SaxesTagNS): void => {
    const parent = this.#path.at(-1);
    const name = known(tag);
    this.#path.push(name);
    if (name === 'w:body') this.#inBody = true;
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0 || !this.#inBody) return;
    if (OBJECTS.has(name)) this.#hasObjects = true;
    if (BEYOND_WORDS.has(name)) this.#lockAround();
    const control = this.#openControls.at(-1);
    switch (name) {
      case 'w:p':
        this.#startParagraph();
        break;
      case 'w:sdt':
        this.#startControl();
        break;
      case 'w:tag':
        if (parent === 'w:sdtPr' && control !== undefined) control.tag = attribute(tag, 'val', WORD) ?? '';
        break;
      case 'w:alias':
        if (parent === 'w:sdtPr' && control !== undefined) control.title = attribute(tag, 'val', WORD) ?? '';
        break;
      case 'w:lock':
        if (parent === 'w:sdtPr' && control !== undefined)
          control.locked ||= CONTENT_LOCKS.includes(attribute(tag, 'val', WORD) ?? '');
        break;
      case 'w:showingPlcHdr':
        if (control !== undefined)
          control.placeholder = !['0', 'false', 'off'].includes(attribute(tag, 'val', WORD) ?? '');
        break;
      case 'w:br':
      case 'w:cr':
        // Breaks of pages and columns are no words.
        if (parent === 'w:r' && ['textWrapping', undefined].includes(attribute(tag, 'type', WORD))) this.#add('\n');
        break;
      case 'w:tab':
        if (parent === 'w:r') this.#add('\t');
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
    }
  };

  readonly text = (text: string): void => {
    if (this.#skipping === 0 && this.#inBody && this.#path.at(-1) === 'w:t') this.#add(text);
  };

  readonly close = (): void => {
    const name = this.#path.pop() ?? '';
    if (this.#skipping === 0 && this.#inBody) {
      if (name === 'w:p') this.#openParagraphs.pop();
      if (name === 'w:sdt') this.#openControls.pop();
    }
    if (name === 'w:body') this.#inBody = false;
    if (SKIPPED.has(name)) this.#skipping -= 1;
  };

  #startParagraph(): void {
    const index = this.#paragraphs.push('') - 1;
    this.#openParagraphs.push(index);
    for (const control of this.#openControls) if (index > control.paragraph) control.text += '\n';
  }

  #startControl(): void {
    const paragraph = this.#openParagraphs.at(-1) ?? this.#paragraphs.length;
    const offset = (this.#paragraphs[paragraph] ?? '').length;
    this.#lockAround();
    const control = { tag: '', title: '', text: '', paragraph, offset, locked: false, placeholder: false };
    this.#controls.push(control);
    this.#openControls.push(control);
  }

  /** Something begins that is no words of the controls around it. */
  #lockAround(): void {
    for (const control of this.#openControls) control.locked = true;
  }

  #add(text: string): void {
    const paragraph = this.#openParagraphs.at(-1);
    if (paragraph === undefined) return;
    this.#paragraphs[paragraph] = (this.#paragraphs[paragraph] ?? '') + text;
    for (const control of this.#openControls) control.text += text;
  }
}

/** The name with the usual prefix, whatever prefix the file uses; empty for other vocabularies. */
function known({ uri, local }: SaxesTagNS): string {
  if (WORD.includes(uri)) return `w:${local}`;
  return uri === COMPATIBILITY_NAMESPACE ? `mc:${local}` : '';
}
