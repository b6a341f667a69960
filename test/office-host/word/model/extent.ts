import { commonAncestor, nearest, walkBetween } from '../tree/walk.ts';
import type { XmlText } from '../tree/xml-tree.ts';
import { indexOf, Point, XmlElement } from '../tree/xml-tree.ts';
import { LINE_BREAK, NO_TEXT, PARAGRAPH_END, PROPERTIES } from './names.ts';

/** What lies between two points of a story. */
export class Extent {
  constructor(
    readonly start: Point,
    readonly end: Point,
  ) {
    this.settle();
  }

  /** To be called when an end was moved: what comes to stand right beside an extent does not belong to it. */
  settle(): void {
    this.end.leans = 'left';
    this.start.leans = this.collapsed ? 'left' : 'right';
  }

  /** An element and its tags. */
  static around(element: XmlElement): Extent {
    if (element.parent === undefined) throw new Error('the element stands nowhere');
    const index = indexOf(element);
    return new Extent(new Point(element.parent, index), new Point(element.parent, index + 1));
  }

  /** All that an element holds. */
  static inside(element: XmlElement): Extent {
    return new Extent(startOf(element), endOf(element));
  }

  static at(point: Point): Extent {
    return new Extent(point, point.copy());
  }

  copy(): Extent {
    return new Extent(this.start.copy(), this.end.copy());
  }

  get collapsed(): boolean {
    return this.start.node === this.end.node && this.start.offset === this.end.offset;
  }
}

/** The first place for content in an element, behind its properties. */
export function startOf(element: XmlElement): Point {
  const first = element.children.findIndex((node) => !(node instanceof XmlElement && PROPERTIES.has(node.name)));
  return new Point(element, first < 0 ? endOf(element).offset : first);
}

/** The last place for content in an element: the layout of a section stands behind it. */
export function endOf(element: XmlElement): Point {
  const last = element.children.at(-1);
  const section = element.name === 'w:body' && last instanceof XmlElement && last.name === 'w:sectPr';
  return new Point(element, element.length - (section ? 1 : 0));
}

/** One character of the text, as an element; undefined when it is none. */
export function characterOf(element: XmlElement): string | undefined {
  if (element.parent?.name !== 'w:r') return undefined;
  switch (element.name) {
    case 'w:br':
      return ['textWrapping', undefined].includes(element.get('w:type')) ? LINE_BREAK : '';
    case 'w:cr':
      return LINE_BREAK;
    case 'w:tab':
      return '\t';
    case 'w:noBreakHyphen':
      return '-';
    default:
      return undefined;
  }
}

/** A piece of a text, and where it stands. */
export interface Piece {
  readonly text: string;
  /** A text, or an element that stands for a character. */
  readonly node: XmlText | XmlElement;
  /** Where the piece begins in a text. */
  readonly from: number;
}

/** The text between two points, piece by piece; each paragraph that begins is told. */
export function pieces({ start, end }: Extent, paragraph: () => void = () => undefined): readonly Piece[] {
  const found: Piece[] = [];
  walkBetween(start, end, {
    enter(element) {
      if (NO_TEXT.has(element.name) || showsPlaceholder(element)) return false;
      if (element.name === 'w:p') {
        found.push({ text: PARAGRAPH_END, node: element, from: 0 });
        paragraph();
      }
      const character = characterOf(element);
      if (character !== undefined) found.push({ text: character, node: element, from: 0 });
      return true;
    },
    text(node, from, to) {
      if (node.parent?.name === 'w:t') found.push({ text: node.data.slice(from, to), node, from });
    },
  });
  return found;
}

/** The text of an extent: paragraphs end in `\r`, except the last, and lines in `\v`. */
export function textOfExtent(extent: Extent): string {
  const text = pieces(extent)
    .map((piece) => piece.text)
    .join('');
  // The end of a paragraph is told at the beginning of the next.
  const common = commonAncestor(extent.start, extent.end);
  return nearest(common, 'w:p') === undefined && text.startsWith(PARAGRAPH_END) ? text.slice(1) : text;
}

/** A control that is empty shows a hint instead, which is no text. */
export function showsPlaceholder(element: XmlElement): boolean {
  if (element.name !== 'w:sdt') return false;
  const shown = element.child('w:sdtPr')?.child('w:showingPlcHdr');
  return shown !== undefined && !['0', 'false', 'off'].includes(shown.get('w:val') ?? '');
}

/** Everything of a kind that lies between two points, wholly or in part. */
export function elementsIn({ start, end }: Extent, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  walkBetween(start, end, {
    enter(element) {
      if (NO_TEXT.has(element.name)) return false;
      if (element.name === name) found.push(element);
      return true;
    },
  });
  return found;
}

/** The paragraphs of an extent: at least the one that it stands in. */
export function paragraphsIn(extent: Extent): readonly XmlElement[] {
  const own = nearest(commonAncestor(extent.start, extent.end), 'w:p');
  if (own !== undefined) return [own];
  const found = elementsIn(extent, 'w:p');
  if (found.length > 0) return found;
  // Between two blocks: the paragraph that begins there.
  const { node, offset } = extent.start;
  const next = node instanceof XmlElement ? node.children[offset] : undefined;
  const inside = next instanceof XmlElement ? (next.name === 'w:p' ? next : next.all('w:p')[0]) : undefined;
  return inside === undefined ? [] : [inside];
}
