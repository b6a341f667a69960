import { XmlElement, XmlText } from '../tree/xml-tree.ts';
import { LINE_BREAK } from './names.ts';

// eslint-disable-next-line no-control-regex -- these are the characters that a document cannot hold
const NOT_XML = /[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A run of text in a look (`w:rPr`). Line breaks and tabs are elements; what a document cannot hold is left out. */
export function run(text: string, look: XmlElement | undefined): XmlElement {
  const pieces = text
    .replace(NOT_XML, '')
    .split(/([\v\t])/)
    .filter((piece) => piece !== '');
  return new XmlElement('w:r', {}, [
    ...(look === undefined ? [] : [look.clone()]),
    ...pieces.map((piece) => {
      if (piece === LINE_BREAK) return new XmlElement('w:br');
      if (piece === '\t') return new XmlElement('w:tab');
      return new XmlElement('w:t', { 'xml:space': 'preserve' }, [new XmlText(piece)]);
    }),
  ]);
}

export function lookOf(run: XmlElement | undefined): XmlElement | undefined {
  return run?.name === 'w:r' ? run.child('w:rPr') : undefined;
}

/** An empty paragraph, in the look of another one. */
export function paragraphLike(other: XmlElement | undefined): XmlElement {
  const properties = other?.child('w:pPr')?.clone();
  const section = properties?.child('w:sectPr');
  if (section !== undefined) properties?.children.splice(properties.children.indexOf(section), 1);
  return new XmlElement('w:p', {}, properties === undefined ? [] : [properties]);
}
