import { accessDenied } from '../../rich-api/failure.ts';
import { lineage } from '../tree/walk.ts';
import { indexOf, XmlElement, type XmlNode } from '../tree/xml-tree.ts';
import { BLOCKS } from './names.ts';

/** A content control, by its element `w:sdt`. */
export type Control = XmlElement;

/** What Word puts into an empty control. It is shown, and no text. */
export const PLACEHOLDER = '单击或点击此处输入文字。';

/** The order of the schema: programs refuse another one. */
const ORDER = ['w:rPr', 'w:alias', 'w:tag', 'w:id', 'w:lock', 'w:placeholder', 'w:temporary', 'w:showingPlcHdr'];

export function propertiesOf(control: Control): XmlElement {
  return control.ensure('w:sdtPr');
}

export function contentOf(control: Control): XmlElement {
  const found = control.child('w:sdtContent');
  if (found !== undefined) return found;
  const made = new XmlElement('w:sdtContent');
  control.append(made);
  return made;
}

/** The value of a property; undefined when the control does not have it. */
export function property(control: Control, name: string): string | undefined {
  return control.child('w:sdtPr')?.child(name)?.get('w:val');
}

/** Sets a property, or takes it away. */
export function setProperty(control: Control, name: string, value: string | undefined): void {
  const properties = propertiesOf(control);
  const found = properties.child(name);
  if (value === undefined) {
    if (found !== undefined) properties.children.splice(indexOf(found), 1);
    return;
  }
  if (found !== undefined) {
    found.set('w:val', value);
    return;
  }
  const rank = (one: XmlNode): number => {
    const at = one instanceof XmlElement ? ORDER.indexOf(one.name) : 0;
    return at < 0 ? ORDER.length : at;
  };
  const place = properties.children.findIndex((one) => rank(one) > ORDER.indexOf(name));
  properties.insert(place < 0 ? properties.length : place, new XmlElement(name, { 'w:val': value }));
}

/** The control's number: the API's id. */
export function idOf(control: Control): number {
  return Number(property(control, 'w:id') ?? 0);
}

export interface Locks {
  readonly content: boolean;
  readonly control: boolean;
}

export function locksOf(control: Control): Locks {
  const lock = property(control, 'w:lock');
  return {
    content: lock === 'contentLocked' || lock === 'sdtContentLocked',
    control: lock === 'sdtLocked' || lock === 'sdtContentLocked',
  };
}

export function setLocks(control: Control, { content, control: whole }: Locks): void {
  const lock = content ? (whole ? 'sdtContentLocked' : 'contentLocked') : whole ? 'sdtLocked' : undefined;
  setProperty(control, 'w:lock', lock);
}

/** The controls that a node stands in, the innermost first; not the node itself. */
export function controlsAround(node: XmlNode): readonly Control[] {
  return lineage(node).filter((one): one is Control => one instanceof XmlElement && one.name === 'w:sdt');
}

/** @throws Failure when a control that the node stands in may not be edited */
export function mayEdit(node: XmlNode): void {
  for (const control of controlsAround(node)) {
    if (locksOf(control).content)
      throw accessDenied(`the content control ${property(control, 'w:tag') ?? ''} is locked`);
  }
}

/** True for a control in a line of text, as opposed to one around paragraphs. */
export function isInline(control: Control): boolean {
  return (
    !contentOf(control).elements.some((one) => BLOCKS.has(one.name) || one.name === 'w:tr' || one.name === 'w:tc') &&
    control.above('w:p') !== undefined
  );
}
