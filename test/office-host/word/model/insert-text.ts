import { invalidArgument } from '../../rich-api/failure.ts';
import { nearest } from '../tree/walk.ts';
import { indexOf, Point, split, type XmlElement } from '../tree/xml-tree.ts';
import { clear, dropPlaceholder, showPlaceholderIfEmpty } from './clear.ts';
import { controlsAround, type Control } from './control.ts';
import { elementsIn, Extent, startOf } from './extent.ts';
import { LINE_BREAK } from './names.ts';
import { beginOf, finishOf, placeOf, type Place } from './places.ts';
import { lookOf, paragraphLike, run } from './runs.ts';
import type { WordModel } from './word-model.ts';

/** Where something is put in, seen from an object. */
export type InsertLocation = 'Replace' | 'Start' | 'End' | 'Before' | 'After';

/** The ways in which an object can be meant: with what is in it, or with its tags. */
export interface Target {
  /** For Replace, Start and End. */
  readonly inside: Extent;
  /** For Before and After. */
  readonly around: Extent;
}

const ENDS = /\r\n|\r|\n/;

/**
 * Puts in a text. An end of a line begins a new paragraph, except in a control within a line, where it is a line break.
 * @returns where the text stands now
 */
export function insertText(model: WordModel, target: Target, text: string, location: InsertLocation): Extent {
  const extent = location === 'Before' || location === 'After' ? target.around : target.inside;
  model.edit(extent.start.node);
  const hints = controlsAround(extent.start.node);
  hints.forEach(dropPlaceholder);
  const look = location === 'Replace' ? firstLook(extent) : undefined;
  const shape = location === 'Replace' ? elementsIn(extent, 'w:p')[0]?.child('w:pPr')?.clone() : undefined;
  if (location === 'Replace') clear(model, extent);
  const side = location === 'End' || location === 'After' ? 'end' : 'start';
  const place = placeOf(side === 'end' ? extent.end : extent.start, side);
  const line = nearest(place.parent, 'w:p');
  if (shape !== undefined && line !== undefined && line.child('w:pPr') === undefined) line.insert(0, shape);
  const inserted = insertLines(place, text, look ?? lookBeside(place));
  if (location === 'Replace') {
    extent.start.moveTo(inserted.start.node, inserted.start.offset);
    extent.end.moveTo(inserted.end.node, inserted.end.offset);
  } else if (location === 'Start') extent.start.moveTo(inserted.start.node, inserted.start.offset);
  else if (location === 'End') extent.end.moveTo(inserted.end.node, inserted.end.offset);
  extent.settle();
  showHints(hints);
  return inserted;
}

/** Empty controls around a place show their hints; the innermost first. */
export function showHints(controls: readonly Control[]): void {
  controls.forEach(showPlaceholderIfEmpty);
}

function insertLines(place: Place, text: string, look: XmlElement | undefined): Extent {
  const inLine = place.parent.name !== 'w:p';
  const [first = '', ...rest] = inLine ? [text.split(ENDS).join(LINE_BREAK)] : text.split(ENDS);
  const { start, end } = insertRun(place, first, look);
  let at: Place = placeOf(end.copy(), 'end');
  let last = end;
  for (const next of rest) {
    const line = splitParagraph(at);
    const piece = insertRun({ parent: line, index: startOf(line).offset }, next, look);
    last = piece.end;
    at = placeOf(last.copy(), 'end');
  }
  return new Extent(start, last);
}

function insertRun({ parent, index }: Place, text: string, look: XmlElement | undefined): Extent {
  if (text === '') return Extent.at(new Point(parent, index));
  const made = run(text, look);
  parent.insert(index, made);
  return new Extent(beginOf(made), finishOf(made));
}

/** Ends a paragraph at a place. @returns the paragraph that begins there */
export function splitParagraph({ parent, index }: Place): XmlElement {
  if (parent.name !== 'w:p') throw invalidArgument('a paragraph cannot end within a content control of a line');
  const second = split(parent, index);
  const properties = paragraphLike(parent).child('w:pPr');
  if (properties !== undefined) {
    properties.parent = undefined;
    second.insert(0, properties);
  }
  return second;
}

function firstLook(extent: Extent): XmlElement | undefined {
  const own = nearest(extent.start.node, 'w:r');
  return lookOf(own ?? elementsIn(extent, 'w:r')[0])?.clone();
}

/** Text takes the look of what it follows, or else of what follows it. */
function lookBeside({ parent, index }: Place): XmlElement | undefined {
  const at = (place: number): XmlElement | undefined => parent.elements.find((one) => indexOf(one) === place);
  const before = at(index - 1);
  return lookOf(before?.name === 'w:r' ? before : at(index));
}
