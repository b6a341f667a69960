import { SaxesParser } from 'saxes';
import { XmlElement, XmlText } from './xml-tree.ts';

/** Reads a part. Comments and instructions are left out. */
export function parseTree(xml: string): XmlElement {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const document = new XmlElement('');
  let current = document;
  const text = (data: string): void => {
    if (current !== document) current.append(new XmlText(data));
  };
  parser.on('opentag', ({ name, attributes }) => {
    const element = new XmlElement(name, attributes);
    current.append(element);
    current = element;
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    current = current.parent ?? document;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  const [root] = document.elements;
  if (root === undefined) throw new Error('no root element');
  root.parent = undefined;
  return root;
}

/** An element as it stands in a file. */
export function elementText(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  if (element.length === 0) return `<${element.name}${attributes}/>`;
  const inner = element.children.map((node) => (node instanceof XmlText ? escapeText(node.data) : elementText(node)));
  return `<${element.name}${attributes}>${inner.join('')}</${element.name}>`;
}

/** A whole part. */
export function partText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${elementText(root)}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
