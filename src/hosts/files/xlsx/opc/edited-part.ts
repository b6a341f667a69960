import { encodeXml, type XmlEncoding } from '../../../xml/xml-text.ts';
import { parseXmlTree, type XmlElement, type XmlSpan } from '../../../xml/xml-tree.ts';

/** Text to put in place of a stretch of a part; `end` is one past its last character. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits made; edits at one place stay in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let done = 0;
  for (const edit of sorted) {
    if (edit.start < done) throw new Error('edits overlap');
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** An attribute with the blanks before it; matched one after the other, so that no quoted value is mistaken for one. */
const ATTRIBUTE = /(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** The opening tag with one attribute set, or removed when the value is undefined; the rest of the tag stays as it is. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [whole, space = '', own = '', equals = ''] = match;
    if (own !== name) continue;
    const attribute = value === undefined ? '' : `${space}${own}${equals}"${value}"`;
    return tag.slice(0, match.index) + attribute + tag.slice(match.index + whole.length);
  }
  return value === undefined ? tag : tag.replace(/\s*\/?>$/, (tail) => ` ${name}="${value}"${tail}`);
}

/** An XML part and the changes to it; whatever is not changed stays byte for byte. */
export class EditedPart {
  readonly root: XmlElement;
  readonly #edits: TextEdit[] = [];
  readonly #tags = new Map<XmlSpan, string>();
  readonly #appended = new Map<XmlElement, string[]>();

  constructor(
    readonly text: string,
    private readonly encoding: XmlEncoding,
    part: string,
  ) {
    this.root = parseXmlTree(text, part);
  }

  /** The element's text as it was read. */
  source(element: XmlSpan): string {
    return this.text.slice(element.start, element.end);
  }

  /** Puts text behind an element. */
  insertAfter(element: XmlSpan, xml: string): void {
    this.#edits.push({ start: element.end, end: element.end, text: xml });
  }

  /** Puts text before an element's first child; the element must not be `<a/>`. */
  insertFirst(element: XmlSpan, xml: string): void {
    this.#edits.push({ start: element.openEnd, end: element.openEnd, text: xml });
  }

  /** Puts text behind an element's last child; opens `<a/>` when that is how it stands. */
  append(element: XmlElement, xml: string): void {
    const list = this.#appended.get(element) ?? [];
    list.push(xml);
    this.#appended.set(element, list);
  }

  /** Takes an element out. */
  remove(element: XmlSpan): void {
    this.#edits.push({ start: element.start, end: element.end, text: '' });
  }

  /** Sets an attribute of an element; the value is already escaped. */
  setAttribute(element: XmlElement, name: string, value: string): void {
    const tag = this.#tags.get(element) ?? this.text.slice(element.start, element.openEnd);
    this.#tags.set(element, withAttribute(tag, name, value));
  }

  /** True when anything is to change. */
  get changed(): boolean {
    return this.#edits.length + this.#tags.size + this.#appended.size > 0;
  }

  /** The part with its changes. */
  bytes(): Uint8Array {
    const edits = [...this.#edits];
    const tags = new Map(this.#tags);
    for (const [element, pieces] of this.#appended) {
      const xml = pieces.join('');
      if (element.closeStart < element.end) {
        edits.push({ start: element.closeStart, end: element.closeStart, text: xml });
      } else {
        const tag = tags.get(element) ?? this.text.slice(element.start, element.openEnd);
        tags.set(element, `${tag.replace(/\s*\/>$/, '>')}${xml}</${element.name}>`);
      }
    }
    for (const [element, tag] of tags) edits.push({ start: element.start, end: element.openEnd, text: tag });
    return encodeXml(applyEdits(this.text, edits), this.encoding);
  }
}
