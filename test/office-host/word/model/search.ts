import { Failure } from '../../rich-api/failure.ts';
import { Point, XmlText } from '../tree/xml-tree.ts';
import { Extent, pieces, type Piece } from './extent.ts';
import { LINE_BREAK, PARAGRAPH_END } from './names.ts';

export interface SearchOptions {
  readonly matchCase: boolean;
  readonly matchWholeWord: boolean;
}

/** Word takes no longer ones. */
const LONGEST = 255;

const CODES: Readonly<Record<string, string>> = { '^': '^', p: PARAGRAPH_END, t: '\t', l: LINE_BREAK };

/**
 * Finds a text within paragraphs. `^` begins a code: `^t` a tab, `^l` a line break, `^^` the sign itself.
 * @throws Failure `SearchStringInvalidOrTooLong`
 */
export function search(extent: Extent, text: string, options: SearchOptions): readonly Extent[] {
  if (text === '' || text.length > LONGEST)
    throw new Failure(
      'SearchStringInvalidOrTooLong',
      `The search string is invalid or too long: ${String(text.length)}`,
    );
  const wanted = text.replace(/\^(.)/gu, (code, letter: string) => CODES[letter] ?? code);
  const found: Extent[] = [];
  let line: Piece[] = [];
  const finish = (): void => {
    found.push(...inLine(line, wanted, options));
    line = [];
  };
  for (const piece of pieces(extent)) {
    if (piece.text === PARAGRAPH_END && !(piece.node instanceof XmlText)) finish();
    else line.push(piece);
  }
  finish();
  return found;
}

function inLine(
  line: readonly Piece[],
  wanted: string,
  { matchCase, matchWholeWord }: SearchOptions,
): readonly Extent[] {
  const whole = line.map((piece) => piece.text).join('');
  const fold = (text: string): string => (matchCase ? text : text.toLowerCase());
  const found: Extent[] = [];
  for (let from = 0; ;) {
    const at = fold(whole).indexOf(fold(wanted), from);
    if (at < 0) return found;
    const end = at + wanted.length;
    const isWord = !/\w/.test(whole.charAt(at - 1)) && !/\w/.test(whole.charAt(end));
    if (!matchWholeWord || isWord) found.push(new Extent(pointAt(line, at, true), pointAt(line, end, false)));
    from = end;
  }
}

/** The point before or behind a character of a line. */
function pointAt(line: readonly Piece[], index: number, before: boolean): Point {
  let passed = 0;
  for (const { text, node, from } of line) {
    const within = before ? index < passed + text.length : index <= passed + text.length;
    if (within && text !== '') {
      if (node instanceof XmlText) return new Point(node, from + index - passed);
      const { parent } = node;
      if (parent === undefined) break;
      return new Point(parent, parent.children.indexOf(node) + (index > passed ? 1 : 0));
    }
    passed += text.length;
  }
  throw new Error('no such place in the line');
}

/** The part of a paragraph from one character to another. */
export function partOf(paragraph: Extent, from: number, to: number): Extent {
  const line = pieces(paragraph);
  const length = line.reduce((sum, { text }) => sum + text.length, 0);
  if (from < 0 || to > length || from > to) throw new Error(`the paragraph has ${String(length)} characters`);
  if (length === 0) return Extent.at(paragraph.start.copy());
  const start = from < length ? pointAt(line, from, true) : pointAt(line, from, false);
  return new Extent(start, from === to ? start.copy() : pointAt(line, to, false));
}
