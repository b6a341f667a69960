import { invalidArgument } from '../../rich-api/failure.ts';
import { nearest } from '../tree/walk.ts';
import { indexOf, XmlElement, type Point } from '../tree/xml-tree.ts';
import { dropPlaceholder } from './clear.ts';
import { controlsAround } from './control.ts';
import { endOf, Extent, startOf } from './extent.ts';
import { insertText, type InsertLocation, type Target } from './insert-text.ts';
import { paragraphLike } from './runs.ts';
import type { WordModel } from './word-model.ts';

/** Puts in a paragraph, in the look of the one that it stands beside. */
export function insertParagraph(
  model: WordModel,
  { inside, around }: Target,
  text: string,
  location: InsertLocation,
): XmlElement {
  const outside = location === 'Before' || location === 'After';
  const first = location === 'Before' || location === 'Start';
  const extent = outside ? around : inside;
  const point = first ? extent.start : extent.end;
  model.edit(point.node);
  controlsAround(point.node).forEach(dropPlaceholder);
  const { parent, index, neighbour } = beside(point, first);
  const made = paragraphLike(neighbour);
  parent.insert(index, made);
  const line = Extent.inside(made);
  insertText(model, { inside: line, around: line }, text, 'Start');
  return made;
}

function beside(
  point: Point,
  first: boolean,
): { parent: XmlElement; index: number; neighbour: XmlElement | undefined } {
  const line = nearest(point.node, 'w:p');
  if (line?.parent !== undefined) {
    return { parent: line.parent, index: indexOf(line) + (first ? 0 : 1), neighbour: line };
  }
  const { node, offset } = point;
  if (!(node instanceof XmlElement)) throw invalidArgument('insertLocation');
  const index = Math.min(Math.max(offset, startOf(node).offset), endOf(node).offset);
  const next = node.children[first ? index : index - 1];
  return { parent: node, index, neighbour: next instanceof XmlElement && next.name === 'w:p' ? next : undefined };
}
