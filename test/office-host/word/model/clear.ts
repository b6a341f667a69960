import { accessDenied } from '../../rich-api/failure.ts';
import { nearest, walkBetween } from '../tree/walk.ts';
import { detach, indexOf, remove, XmlElement, type XmlText } from '../tree/xml-tree.ts';
import { contentOf, locksOf, PLACEHOLDER, property, setProperty, type Control } from './control.ts';
import { endOf, showsPlaceholder, startOf, type Extent } from './extent.ts';
import { BLOCKS, PROPERTIES } from './names.ts';
import { run } from './runs.ts';
import type { WordModel } from './word-model.ts';

/** These go only with the table they stand in. */
const OF_TABLES = new Set(['w:tr', 'w:tc']);

/** Takes out what lies between two points; what is left of two paragraphs becomes one. Both points stand there afterwards. */
export function clear(model: WordModel, extent: Extent): void {
  const { start, end } = extent;
  model.edit(start.node);
  model.edit(end.node);
  const whole: XmlElement[] = [];
  const cut: [XmlText, number, number][] = [];
  walkBetween(start, end, {
    enter(element, isWhole) {
      if (PROPERTIES.has(element.name) || element.name === 'w:sdtPr') return false;
      if (!isWhole || OF_TABLES.has(element.name) || element.name === 'w:sdtContent') return true;
      if (endsStory(element)) whole.push(...element.elements.filter(({ name }) => !PROPERTIES.has(name)));
      else whole.push(element);
      return false;
    },
    text(node, from, to) {
      if (node.parent?.name === 'w:t') cut.push([node, from, to]);
    },
  });
  for (const element of whole) mayRemove(element);
  const [first, last] = [nearest(start.node, 'w:p'), nearest(end.node, 'w:p')];
  const parents = new Set(whole.map(({ parent }) => parent));
  const runs = new Set([
    ...cut.map(([text]) => nearest(text, 'w:r')),
    ...whole.map(({ parent }) => (parent?.name === 'w:r' ? parent : undefined)),
  ]);
  for (const [text, from, to] of cut) text.splice(from, to - from, '');
  whole.forEach(remove);
  for (const one of runs) if (one !== undefined && isBare(one)) remove(one);
  if (first !== undefined && last !== undefined && first !== last && last.parent !== undefined) join(first, last);
  end.moveTo(start.node, start.offset);
  extent.settle();
  for (const parent of parents) if (parent !== undefined) refill(parent);
}

/** The last paragraph of a story or a cell cannot be taken out: its text can. */
function endsStory(element: XmlElement): boolean {
  const { parent } = element;
  if (element.name !== 'w:p' || parent === undefined || !STORIES.has(parent.name)) return false;
  return indexOf(element) === endOf(parent).offset - 1;
}

const STORIES = new Set(['w:body', 'w:tc', 'w:hdr', 'w:ftr']);

function mayRemove(element: XmlElement): void {
  for (const control of [...(element.name === 'w:sdt' ? [element] : []), ...element.all('w:sdt')]) {
    const { content, control: whole } = locksOf(control);
    if (content || whole) throw accessDenied(`the content control ${property(control, 'w:tag') ?? ''} is locked`);
  }
}

function isBare(one: XmlElement): boolean {
  return one.elements.every((child) => child.name === 'w:rPr' || (child.name === 'w:t' && textIn(child) === ''));
}

function textIn(element: XmlElement): string {
  return element.children.map((node) => (node instanceof XmlElement ? '' : node.data)).join('');
}

/** Joins a paragraph to the one before, whose look stays. */
function join(first: XmlElement, second: XmlElement): void {
  const nodes = second.children.slice(startOf(second).offset);
  nodes.forEach(detach);
  const ends = [...first.points].filter(({ offset }) => offset === first.length);
  const place = first.length;
  first.append(...nodes);
  for (const point of ends) point.offset = place;
  const { parent } = second;
  remove(second);
  if (parent !== undefined) refill(parent);
}

/** A story, a cell and a control around paragraphs hold a paragraph at least, and end in one. */
export function refill(container: XmlElement): void {
  if (container.parent === undefined && !['w:hdr', 'w:ftr'].includes(container.name)) return;
  const blocks = container.elements.filter(({ name }) => BLOCKS.has(name) || name === 'w:sdt');
  const isLine = container.name === 'w:sdtContent' && container.above('w:p') !== undefined;
  if ((!STORIES.has(container.name) && container.name !== 'w:sdtContent') || isLine) return;
  const last = blocks.at(-1);
  const wantsParagraph = last === undefined || (last.name === 'w:tbl' && container.name !== 'w:sdtContent');
  if (wantsParagraph) container.insert(endOf(container).offset, new XmlElement('w:p'));
}

/** An empty control shows a hint, as Word does it. */
export function showPlaceholderIfEmpty(control: Control): void {
  if (control.parent === undefined || showsPlaceholder(control)) return;
  const content = contentOf(control);
  if (content.all('w:t').some((text) => textIn(text) !== '') || content.all('w:tbl').length > 0) return;
  if (content.all('w:br').length > 0 || content.all('w:tab').some(({ parent }) => parent?.name === 'w:r')) return;
  const look = new XmlElement('w:rPr', {}, [new XmlElement('w:rStyle', { 'w:val': 'PlaceholderText' })]);
  const hint = run(PLACEHOLDER, look);
  const line = content.all('w:p')[0] ?? content;
  for (const one of [...line.elements]) if (one.name === 'w:r') remove(one);
  line.append(hint);
  setProperty(control, 'w:showingPlcHdr', '1');
}

/** What is put into a control takes the place of its hint. */
export function dropPlaceholder(control: Control): void {
  if (!showsPlaceholder(control)) return;
  const content = contentOf(control);
  for (const one of content.all('w:r')) remove(one);
  setProperty(control, 'w:showingPlcHdr', undefined);
}
