import { itemNotFound } from '../../rich-api/failure.ts';
import { lineage } from '../tree/walk.ts';
import { XmlElement, type XmlNode } from '../tree/xml-tree.ts';
import { contentOf, type Control } from '../model/control.ts';
import { Extent } from '../model/extent.ts';
import type { Target } from '../model/insert-text.ts';
import type { WordModel } from '../model/word-model.ts';

export interface OfModel {
  readonly model: WordModel;
}

/** Something that stands in the document by its element: a story, a paragraph, a control, a table, a cell. */
export interface OfElement extends OfModel {
  readonly element: XmlElement;
}

/** What the API calls a range. */
export interface OfExtent extends OfModel {
  readonly extent: Extent;
}

/** A list that is made anew each time it is looked at. */
export interface ListOf<Item> extends OfModel {
  readonly list: () => readonly Item[];
}

/** @throws Failure when the element was taken out of the document meanwhile */
export function present(element: XmlElement, what: string): XmlElement {
  if (!isPresent(element)) throw itemNotFound(what);
  return element;
}

export function isPresent(node: XmlNode): boolean {
  const root = lineage(node).at(-1);
  return root instanceof XmlElement && ['w:document', 'w:hdr', 'w:ftr'].includes(root.name);
}

export function storyTarget({ element }: OfElement): Target {
  present(element, 'body');
  return { inside: Extent.inside(element), around: Extent.inside(element) };
}

export function paragraphTarget({ element }: OfElement): Target {
  present(element, 'paragraph');
  return { inside: Extent.inside(element), around: Extent.around(element) };
}

export function controlTarget({ element }: { readonly element: Control }): Target {
  present(element, 'content control');
  return { inside: Extent.inside(contentOf(element)), around: Extent.around(element) };
}

export function rangeTarget({ extent }: OfExtent): Target {
  if (!isPresent(extent.start.node)) throw itemNotFound('range');
  return { inside: extent, around: extent };
}
