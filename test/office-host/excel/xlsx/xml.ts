import { SaxesParser } from 'saxes';

/** An element of a part, without regard to namespace prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of a part as a tree. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const top = (): Element => open[open.length - 1] ?? { name: '', attributes: {}, children: [], text: '' };
  parser.on('opentag', (tag) => {
    const element = { name: local(tag.name), attributes: localNames(tag.attributes), children: [], text: '' };
    top().children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (top().text += text));
  parser.on('cdata', (text) => (top().text += text));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const root = open[0]?.children[0];
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** Attributes by their local name; namespaces are of no matter here. */
function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

export function children(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The text of an element and of all inside it. */
export function deepText(element: Element): string {
  return element.text + element.children.map(deepText).join('');
}

/** A boolean attribute as files write it. */
export function flag(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === '1' || value === 'true';
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
