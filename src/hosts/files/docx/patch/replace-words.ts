import type { LinkChange } from '../../../../core/links/update-links.ts';
import { escapeAttribute } from '../../../xml/xml-text.ts';
import { prefixOf } from '../../../xml/xml-parser.ts';
import { childOf, prefixedAttribute, type XmlElement } from '../../../xml/xml-tree.ts';
import type { TextEdit } from '../../xlsx/opc/edited-part.ts';
import { withDescendants, type ControlNode } from './control-nodes.ts';
import { runXml } from './run-xml.ts';

/** Marks without words that reach into or out of a control: they stay. */
const MARKS_BEFORE = ['bookmarkStart', 'commentRangeStart', 'permStart'];
const MARKS_AFTER = ['bookmarkEnd', 'commentRangeEnd', 'permEnd'];

/**
 * The edits that give a control new words in the look of its first run; undefined when it stands around rows of a table, where words
 * cannot stand. Of several paragraphs the first one is kept.
 */
export function replaceWords(
  xml: string,
  { element, properties, content, parent }: ControlNode,
  { text, becomes }: Pick<LinkChange, 'text' | 'becomes'>,
): readonly TextEdit[] | undefined {
  if (content === undefined) return undefined;
  const prefix = prefixOf(element.name);
  const source = (part: XmlElement): string => xml.slice(part.start, part.end);
  const inside = withDescendants(content);
  if (inside.some(({ local }) => local === 'tr' || local === 'tbl')) return undefined;
  const placeholder = properties && childOf(properties, 'showingPlcHdr');
  const first = inside.find(({ local }) => local === 'r');
  const rPr = placeholder === undefined && first ? childOf(first, 'rPr') : undefined;
  // A gap is marked; what fills it is not.
  const marks = becomes === undefined ? [] : (rPr?.children.filter(({ local }) => local === 'highlight') ?? []);
  const look = rPr === undefined ? '' : without(xml, rPr, marks);
  const all = (names: readonly string[]): string =>
    inside
      .filter(({ local }) => names.includes(local))
      .map(source)
      .join('');
  const words = `${all(MARKS_BEFORE)}${runXml(prefix, look, text)}${all(MARKS_AFTER)}`;
  const edits: TextEdit[] = [...renamed(xml, properties, becomes)];
  if (placeholder !== undefined) edits.push({ start: placeholder.start, end: placeholder.end, text: '' });
  const cell = content.children.find(({ local }) => local === 'tc');
  const container = cell ?? content;
  const paragraphs = container.children.filter(({ local }) => local === 'p');
  const [paragraph] = paragraphs;
  if (paragraph !== undefined) {
    const pPr = childOf(paragraph, 'pPr');
    if (paragraphs.some((one) => withDescendants(one).some(({ local }) => local === 'sectPr'))) return undefined;
    const open = xml.slice(paragraph.start, paragraph.openEnd).replace(/\s*\/>$/, '>');
    const filled = `${open}${pPr === undefined ? '' : source(pPr)}${words}</${paragraph.name}>`;
    const last = container.children.findLast(({ local }) => local !== 'sectPr') ?? paragraph;
    edits.push({ start: paragraph.start, end: Math.max(last.end, paragraph.end), text: filled });
    return edits;
  }
  const inner = parent.local === 'body' || cell !== undefined ? `<${prefix}p>${words}</${prefix}p>` : words;
  const selfClosing = container.closeStart === container.end;
  edits.push(
    selfClosing
      ? { start: container.start, end: container.end, text: `<${container.name}>${inner}</${container.name}>` }
      : { start: container.openEnd, end: container.closeStart, text: inner },
  );
  return edits;
}

/** An element's text without some of its children. */
function without(xml: string, element: XmlElement, gone: readonly XmlElement[]): string {
  let text = '';
  let at = element.start;
  for (const { start, end } of gone) {
    text += xml.slice(at, start);
    at = end;
  }
  return text + xml.slice(at, element.end);
}

function renamed(xml: string, properties: XmlElement | undefined, becomes: LinkChange['becomes']): readonly TextEdit[] {
  if (properties === undefined || becomes === undefined) return [];
  const set = (local: string, value: string): readonly TextEdit[] => {
    const element = childOf(properties, local);
    const attribute = element && prefixedAttribute(element, 'val');
    if (element === undefined || attribute === undefined) return [];
    const end = xml.slice(element.openEnd - 2, element.openEnd) === '/>' ? '/>' : '>';
    const text = `<${element.name} ${attribute.name}="${escapeAttribute(value)}"${end}`;
    return [{ start: element.start, end: element.openEnd, text }];
  };
  return [...set('tag', becomes.tag), ...set('alias', becomes.title)];
}
