import { indexOf, Point, split, splitText, XmlElement, XmlText } from '../tree/xml-tree.ts';
import { endOf, startOf } from './extent.ts';
import { lookOf } from './runs.ts';

/** What holds runs. */
const LINES = new Set(['w:p', 'w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:fldSimple']);

/** A place between two runs. */
export interface Place {
  readonly parent: XmlElement;
  readonly index: number;
}

/** True for an element whose children are runs. */
export function holdsRuns(element: XmlElement): boolean {
  return LINES.has(element.name) || (element.name === 'w:sdtContent' && element.above('w:p') !== undefined);
}

/**
 * The place of a point between runs; a run around the point is cut in two.
 * @param side which end of a paragraph is meant where the point stands between paragraphs
 */
export function placeOf(point: Point, side: 'start' | 'end'): Place {
  let { node, offset } = point;
  if (node instanceof XmlText) {
    const { parent } = node;
    if (parent === undefined) throw new Error('the text stands nowhere');
    if (parent.name === 'w:t' && offset > 0 && offset < node.length) {
      splitText(node, offset);
      const second = split(parent, indexOf(node) + 1);
      second.set('xml:space', 'preserve');
      parent.set('xml:space', 'preserve');
      offset = indexOf(parent) + 1;
    } else {
      offset = indexOf(parent) + (offset === 0 ? 0 : 1);
    }
    node = parent.parent ?? parent;
  } else if (node.parent?.name === 'w:r') {
    // Within a w:t, beside its text.
    offset = indexOf(node) + (offset === 0 ? 0 : 1);
    node = node.parent;
  }
  if (node.name === 'w:r') return besideRun(node, offset);
  if (holdsRuns(node)) return { parent: node, index: Math.max(offset, startOf(node).offset) };
  const line = paragraphAt(node, offset, side);
  const at = side === 'start' ? startOf(line) : endOf(line);
  return { parent: line, index: at.offset };
}

function besideRun(run: XmlElement, offset: number): Place {
  const { parent } = run;
  if (parent === undefined) throw new Error('the run stands nowhere');
  const index = indexOf(run);
  if (offset <= startOf(run).offset) return { parent, index };
  if (offset < run.length) {
    const second = split(run, offset);
    const look = lookOf(run);
    if (look !== undefined) second.insert(0, look.clone());
  }
  return { parent, index: index + 1 };
}

/** The paragraph beside a place between blocks; made when there is none. */
function paragraphAt(node: XmlElement, offset: number, side: 'start' | 'end'): XmlElement {
  const candidates = side === 'start' ? node.elements : [...node.elements].reverse();
  const near = candidates.filter((one) => (side === 'start' ? indexOf(one) >= offset : indexOf(one) < offset));
  for (const block of near) {
    if (block.name === 'w:p') return block;
    const inside = block.all('w:p');
    const found = side === 'start' ? inside[0] : inside.at(-1);
    if (found !== undefined) return found;
  }
  const made = new XmlElement('w:p');
  node.insert(Math.min(Math.max(offset, startOf(node).offset), endOf(node).offset), made);
  return made;
}

/** A point at the beginning of a text that was put in, so that it stays there whatever comes before it. */
export function beginOf(run: XmlElement): Point {
  const text = run.child('w:t')?.children[0];
  return text instanceof XmlText && startOf(run).node === run && run.children[startOf(run).offset] === text.parent
    ? new Point(text, 0)
    : startOf(run);
}

export function finishOf(run: XmlElement): Point {
  const last = run.children.at(-1);
  const text = last instanceof XmlElement && last.name === 'w:t' ? last.children.at(-1) : undefined;
  return text instanceof XmlText ? new Point(text, text.length) : new Point(run, run.length);
}
