import { prefixOf } from '../../../xml/xml-parser.ts';
import { escapeAttribute } from '../../../xml/xml-text.ts';
import { childOf, parseXmlTree, type XmlElement } from '../../../xml/xml-tree.ts';
import { applyEdits, withAttribute, type TextEdit } from '../../xlsx/opc/edited-part.ts';
import { rawCharacters, textPieces, type TextPiece } from './paragraph-nodes.ts';

/** A content control to be put around words. */
export interface Wrapping {
  readonly tag: string;
  readonly title: string;
  /** `w:id` */
  readonly number: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * The XML of a paragraph with a content control around some of its words; runs are split where they have to be and look the same.
 * Undefined when the words are not side by side, as half of a hyperlink is not.
 */
export function wrapWords(paragraph: string, { tag, title, number, offset, length }: Wrapping): string | undefined {
  // A stretch of text in CDATA has no place that a run could be split at.
  if (paragraph.includes('<![CDATA[')) return undefined;
  const root = parseXmlTree(paragraph, 'paragraph');
  const prefix = prefixOf(root.name);
  const pieces = textPieces(paragraph, root);
  const first = pieces.find(({ start, text }) => start + text.length > offset);
  const last = pieces.findLast(({ start }) => start < offset + length);
  if (first === undefined || first.parent !== last?.parent) return undefined;
  const value = (name: string, text: string): string => `<${prefix}${name} ${prefix}val="${escapeAttribute(text)}"/>`;
  const open = `<${prefix}sdt><${prefix}sdtPr>${value('alias', title)}${value('tag', tag)}${value('id', String(number))}</${prefix}sdtPr><${prefix}sdtContent>`;
  const close = `</${prefix}sdtContent></${prefix}sdt>`;
  const begin = cut(paragraph, pieces, first, offset, open, 'before');
  const end = cut(paragraph, pieces, last, offset + length, close, 'after');
  if (begin === undefined || end === undefined) return undefined;
  return applyEdits(paragraph, merged([...begin, ...end]));
}

/** The edits that put markup at a place of the text, between two runs; undefined within a character. */
function cut(
  xml: string,
  pieces: readonly TextPiece[],
  { run, element, start, text }: TextPiece,
  offset: number,
  markup: string,
  side: 'before' | 'after',
): readonly TextEdit[] | undefined {
  const own = pieces.filter((piece) => piece.run === run);
  const runStart = own[0]?.start ?? start;
  const lastPiece = own.at(-1);
  const runEnd = lastPiece === undefined ? start + text.length : lastPiece.start + lastPiece.text.length;
  const at = (position: number, content: string): TextEdit => ({ start: position, end: position, text: content });
  if (offset === runStart && side === 'before') return [at(run.start, markup)];
  if (offset === runEnd && side === 'after') return [at(run.end, markup)];
  const look = childOf(run, 'rPr');
  const runAgain = `<${run.name}>${look === undefined ? '' : xml.slice(look.start, look.end)}`;
  const between = `</${run.name}>${markup}${runAgain}`;
  if (offset === start) return [at(element.start, between)];
  if (offset === start + text.length) return [at(element.end, between)];
  let reached = start;
  const character = rawCharacters(xml, element).find((one) => {
    const isHere = reached === offset;
    reached += one.text.length;
    return isHere;
  });
  if (character === undefined) return undefined;
  const split = `</${element.name}>${between}<${element.name} xml:space="preserve">`;
  return [keepingSpace(xml, element), at(character.at, split)];
}

function keepingSpace(xml: string, { start, openEnd }: XmlElement): TextEdit {
  return { start, end: openEnd, text: withAttribute(xml.slice(start, openEnd), 'xml:space', 'preserve') };
}

/** Both cuts may have to change the same opening tag. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(
    (edit, index) =>
      edit.start === edit.end ||
      edits.findIndex(({ start, end }) => start === edit.start && end === edit.end) === index,
  );
}
