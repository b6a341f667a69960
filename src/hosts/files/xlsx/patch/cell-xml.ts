import type { CellContent } from '../../../../core/workbook/write-plan.ts';
import { withAttribute } from '../opc/edited-part.ts';
import { escapeText } from '../../../xml/xml-text.ts';
import { encodeXString } from '../../../xml/xstring.ts';

/**
 * The opening tag of a cell with its style and type set. What describes the old value is dropped: its type, and the
 * metadata that ties it to a rich value or a dynamic array.
 */
function openTag(tag: string, style: string | undefined, type: string | undefined): string {
  let changed = tag.replace(/\s*\/?>$/, '>');
  for (const name of ['cm', 'vm']) changed = withAttribute(changed, name, undefined);
  if (style !== undefined) changed = withAttribute(changed, 's', style);
  return withAttribute(changed, 't', type);
}

/** The type that a cell's content needs; numbers need none. */
function typeOf(content: CellContent): string | undefined {
  switch (content.kind) {
    case 'number':
    case 'empty':
      return undefined;
    case 'text':
      // Text in the cell itself is text whatever it begins with; the shared strings stay as they are.
      return 'inlineStr';
    case 'formula':
      return typeof content.result === 'string' ? 'str' : undefined;
  }
}

function inner(content: CellContent, prefix: string): string {
  const element = (name: string, text: string): string => `<${prefix}${name}>${text}</${prefix}${name}>`;
  switch (content.kind) {
    case 'empty':
      return '';
    case 'number':
      return element('v', String(content.value));
    case 'text':
      return `<${prefix}is><${prefix}t xml:space="preserve">${textXml(content.value)}</${prefix}t></${prefix}is>`;
    case 'formula': {
      const { formula, result } = content;
      // Control characters mean nothing in a formula and cannot stand in XML.
      // eslint-disable-next-line no-control-regex -- see above
      const clean = formula.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
      return (
        element('f', escapeText(clean)) + element('v', typeof result === 'string' ? textXml(result) : String(result))
      );
    }
  }
}

function textXml(text: string): string {
  return escapeText(encodeXString(text));
}

/**
 * A cell element that holds the content.
 * @param tag the cell's opening tag as it was, or a new one
 * @param prefix the namespace prefix with its colon, or ''
 * @param style the index of its style when that is to change
 */
export function cellXml(tag: string, prefix: string, content: CellContent, style?: string): string {
  return `${openTag(tag, style, typeOf(content))}${inner(content, prefix)}</${prefix}c>`;
}
