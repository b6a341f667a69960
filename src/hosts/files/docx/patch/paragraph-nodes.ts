import { childOf, prefixedAttribute, type XmlElement } from '../../../xml/xml-tree.ts';
import { SKIPPED } from './control-nodes.ts';

/** The paragraphs of the body, in the order of `readDocumentXml`. */
export function paragraphNodes(root: XmlElement): readonly XmlElement[] {
  const nodes: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    if (SKIPPED.includes(element.local)) return;
    if (element.local === 'p') nodes.push(element);
    element.children.forEach(walk);
  };
  childOf(root, 'body')?.children.forEach(walk);
  return nodes;
}

/** A piece of a paragraph's text: what one element of a run says. */
export interface TextPiece {
  readonly run: XmlElement;
  /** What the run stands in. */
  readonly parent: XmlElement;
  readonly element: XmlElement;
  /** Where the piece begins in the text of the paragraph. */
  readonly start: number;
  readonly text: string;
}

/** The pieces that make up the text of a paragraph, as `readDocumentXml` reads it. */
export function textPieces(xml: string, paragraph: XmlElement): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  const walk = (element: XmlElement, parent: XmlElement): void => {
    if (SKIPPED.includes(element.local) || element.local === 'p') return;
    for (const child of element.children) {
      const text = element.local === 'r' ? wordsOf(xml, child) : '';
      if (text !== '') {
        pieces.push({ run: element, parent, element: child, start, text });
        start += text.length;
      }
      walk(child, element);
    }
  };
  for (const child of paragraph.children) walk(child, paragraph);
  return pieces;
}

function wordsOf(xml: string, element: XmlElement): string {
  switch (element.local) {
    case 't':
      return rawCharacters(xml, element)
        .map(({ text }) => text)
        .join('');
    case 'tab':
      return '\t';
    case 'cr':
      return '\n';
    case 'br': {
      const type = prefixedAttribute(element, 'type')?.value;
      return type === undefined || type === 'textWrapping' ? '\n' : '';
    }
    case 'noBreakHyphen':
      return '-';
    default:
      return '';
  }
}

/** The characters of an element that holds only text, each with where it begins in the XML. */
export function rawCharacters(
  xml: string,
  { openEnd, closeStart }: XmlElement,
): readonly { readonly text: string; readonly at: number }[] {
  const raw = xml.slice(openEnd, closeStart);
  return [...raw.matchAll(/&[^;]*;|\r\n|[^]/gu)].map(({ 0: token, index }) => ({
    text: characterOf(token),
    at: openEnd + index,
  }));
}

const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

function characterOf(token: string): string {
  if (token === '\r\n' || token === '\r') return '\n';
  if (!token.startsWith('&')) return token;
  const hex = /^&#x([0-9a-f]+);$/i.exec(token)?.[1];
  const decimal = /^&#(\d+);$/.exec(token)?.[1];
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return decimal === undefined ? (NAMED[token] ?? token) : String.fromCodePoint(Number(decimal));
}
