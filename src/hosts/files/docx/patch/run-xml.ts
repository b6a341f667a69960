import { printable } from '../../../../core/links/document-text.ts';
import { escapeText } from '../../../xml/xml-text.ts';

/**
 * A run of plain text as XML.
 * @param prefix the one that the document uses for its vocabulary: `w:`
 * @param look the finished `w:rPr`, or empty
 */
export function runXml(prefix: string, look: string, text: string): string {
  const pieces = printable(text)
    .split(/(\n|\t)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return `<${prefix}br/>`;
      if (piece === '\t') return `<${prefix}tab/>`;
      return `<${prefix}t xml:space="preserve">${escapeText(piece)}</${prefix}t>`;
    });
  return `<${prefix}r>${look}${pieces.join('')}</${prefix}r>`;
}
