import { accessDenied } from '../../rich-api/failure.ts';
import { lineage, nearest, commonAncestor } from '../tree/walk.ts';
import { indexOf, remove, unwrap, wrap, XmlElement, type XmlNode } from '../tree/xml-tree.ts';
import { refill, showPlaceholderIfEmpty } from './clear.ts';
import { contentOf, locksOf, property, type Control } from './control.ts';
import type { Extent } from './extent.ts';
import { placeOf, type Place } from './places.ts';
import type { WordModel } from './word-model.ts';

/** Puts a control around what lies between two points: around runs within a line, around paragraphs otherwise. */
export function putControlAround(model: WordModel, extent: Extent): Control {
  model.edit(extent.start.node);
  const content = new XmlElement('w:sdtContent');
  const number = new XmlElement('w:id', { 'w:val': String(model.freeControlId()) });
  const control = new XmlElement('w:sdt', {}, [new XmlElement('w:sdtPr', {}, [number]), content]);
  const line = nearest(commonAncestor(extent.start, extent.end), 'w:p');
  if (line !== undefined) {
    const [from, to] = inOneParent(extent);
    wrap(from.parent, from.index, to.index, control, content);
  } else {
    const container = blockContainer(commonAncestor(extent.start, extent.end));
    const from = childIndex(container, extent.start.node, extent.start.offset);
    const last = childIndex(container, extent.end.node, extent.end.offset - 1);
    const to = extent.end.node === container ? extent.end.offset : last + 1;
    wrap(container, from, to, control, content);
    refill(container);
  }
  showPlaceholderIfEmpty(control);
  return control;
}

/** Takes a control away. @param keepContent whether its content stays */
export function removeControl(model: WordModel, control: Control, keepContent: boolean): void {
  const { parent } = control;
  if (parent === undefined) return;
  model.edit(parent);
  const locks = locksOf(control);
  if (locks.control || (locks.content && !keepContent))
    throw accessDenied(`the content control ${property(control, 'w:tag') ?? ''} is locked`);
  if (keepContent) unwrap(control, contentOf(control));
  else remove(control);
  refill(parent);
}

/** Both ends as places in one parent: where one end stands deeper, all of what it stands in is taken. */
function inOneParent(extent: Extent): readonly [Place, Place] {
  const end = placeOf(extent.end, 'end');
  const start = placeOf(extent.start, 'start');
  // Cutting a run for the start may have moved the end.
  const last = extent.end === extent.start ? end : placeOf(extent.end, 'end');
  if (start.parent === last.parent) return [start, last];
  const above = new Set<XmlNode>(lineage(start.parent));
  const common = lineage(last.parent).find((node): node is XmlElement => node instanceof XmlElement && above.has(node));
  if (common === undefined) throw new Error('the ends stand in two stories');
  const from = start.parent === common ? start.index : childIndex(common, start.parent, 0);
  const to = last.parent === common ? last.index : childIndex(common, last.parent, 0) + 1;
  return [
    { parent: common, index: from },
    { parent: common, index: to },
  ];
}

function blockContainer(node: XmlNode): XmlElement {
  const found = nearest(node, 'w:body', 'w:tc', 'w:hdr', 'w:ftr', 'w:sdtContent');
  if (found === undefined) throw new Error('no story');
  return found;
}

/** Which child of a container a node is or stands in. */
function childIndex(container: XmlElement, node: XmlNode, offset: number): number {
  if (node === container) return offset;
  const line = lineage(node);
  const child = line[line.indexOf(container) - 1];
  if (child === undefined) throw new Error('the node stands elsewhere');
  return indexOf(child);
}
