import { apiNotFound } from '../../rich-api/failure.ts';
import { nearest } from '../tree/walk.ts';
import { indexOf, Point, remove, XmlElement } from '../tree/xml-tree.ts';
import { clear, dropPlaceholder, refill } from './clear.ts';
import { contentOf, controlsAround, isInline, setProperty } from './control.ts';
import { endOf, Extent, startOf } from './extent.ts';
import type { InsertLocation, Target } from './insert-text.ts';
import { showHints, splitParagraph } from './insert-text.ts';
import { holdsRuns, placeOf } from './places.ts';
import type { WordModel } from './word-model.ts';

/**
 * Puts in paragraphs and tables, as an insertion of a file does: a table that comes first has an empty paragraph before it, and the
 * paragraph where they were put in stays, behind them.
 * @param losesTag whether the control that they are put into forgets its tag
 * @returns where they stand now
 */
export function insertBlocks(
  model: WordModel,
  target: Target,
  blocks: readonly XmlElement[],
  location: InsertLocation,
  losesTag: boolean,
): Extent {
  const extent = location === 'Before' || location === 'After' ? target.around : target.inside;
  model.edit(extent.start.node);
  const hints = controlsAround(extent.start.node);
  hints.forEach(dropPlaceholder);
  if (losesTag && hints[0] !== undefined) setProperty(hints[0], 'w:tag', undefined);
  if (location === 'Replace') clear(model, extent);
  const place = blockPlace(location === 'End' || location === 'After' ? extent.end : extent.start, location);
  const all = blocks[0] !== undefined && startsWithTable(blocks[0]) ? [new XmlElement('w:p'), ...blocks] : [...blocks];
  place.parent.insert(place.index, ...all);
  const inserted = new Extent(new Point(place.parent, place.index), new Point(place.parent, place.index + all.length));
  refill(place.parent);
  if (location === 'Replace' || location === 'Start') extent.start.moveTo(place.parent, inserted.start.offset);
  if (location === 'Replace' || location === 'End') extent.end.moveTo(place.parent, inserted.end.offset);
  extent.settle();
  showHints(hints);
  return inserted;
}

function startsWithTable(block: XmlElement): boolean {
  if (block.name !== 'w:sdt') return block.name === 'w:tbl';
  const [first] = contentOf(block).elements;
  return first !== undefined && startsWithTable(first);
}

/** A place between paragraphs; a paragraph around the point is cut in two. */
function blockPlace(point: Point, location: InsertLocation): { parent: XmlElement; index: number } {
  const { node } = point;
  const line = nearest(node, 'w:p');
  if (line === undefined) {
    const parent = node instanceof XmlElement ? node : undefined;
    if (parent === undefined) throw apiNotFound('an insertion there');
    // The paragraph that a story was left with, when all of it was replaced.
    return { parent, index: Math.min(Math.max(point.offset, startOf(parent).offset), endOf(parent).offset) };
  }
  const control = nearest(node, 'w:sdt');
  if (control?.above('w:p') === line && isInline(control)) return opened(control, line);
  const { parent } = line;
  if (parent === undefined) throw apiNotFound('an insertion there');
  const place = placeOf(point, location === 'End' || location === 'After' ? 'end' : 'start');
  if (!holdsRuns(place.parent) || place.parent !== line) throw apiNotFound('an insertion of paragraphs within a line');
  if (place.index <= startOf(line).offset) return { parent, index: indexOf(line) };
  if (place.index >= line.length) return { parent, index: indexOf(line) + 1 };
  splitParagraph(place);
  return { parent, index: indexOf(line) + 1 };
}

/** A control that fills a line comes to stand around the line, so that paragraphs can stand in it. */
function opened(control: XmlElement, line: XmlElement): { parent: XmlElement; index: number } {
  const others = line.elements.filter((one) => one !== control && one.name !== 'w:pPr');
  if (others.length > 0 || control.parent !== line || line.parent === undefined)
    throw apiNotFound('an insertion of paragraphs into a content control within a line');
  const { parent } = line;
  const index = indexOf(line);
  const content = contentOf(control);
  const inner = new XmlElement('w:p');
  const properties = line.child('w:pPr');
  if (properties !== undefined) inner.append(properties.clone());
  for (const node of [...content.children]) {
    content.children.splice(content.children.indexOf(node), 1);
    node.parent = undefined;
    inner.append(node);
  }
  content.append(inner);
  line.children.splice(line.children.indexOf(control), 1);
  control.parent = undefined;
  remove(line);
  parent.insert(index, control);
  const empty = inner.elements.every(({ name }) => name === 'w:pPr');
  if (empty) remove(inner);
  return { parent: content, index: empty ? 0 : 1 };
}
