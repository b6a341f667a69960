import { UnusableFile } from '../ports/unusable-file.ts';
import { localName, prefixOf, xmlParser } from './xml-parser.ts';

/** Where an element stands in the text of its part; `end` is one past its last character. */
export interface XmlSpan {
  readonly start: number;
  /** One past the `>` of the opening tag. */
  readonly openEnd: number;
  /** The `<` of the closing tag; equal to `end` for `<a/>`. */
  readonly closeStart: number;
  readonly end: number;
}

/** An element of a small part, with its place in the text. */
export interface XmlElement extends XmlSpan {
  /** With its prefix: `x:sheet`. */
  readonly name: string;
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  name: string;
  local: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
}

/**
 * The elements of a small part: workbook, relationships, styles. Sheets have a scanner of their own.
 * @throws UnusableFile `damaged` when the text is no well-formed XML
 */
export function parseXmlTree(text: string, part: string): XmlElement {
  const parser = xmlParser(part);
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  parser.on('opentag', (tag) => {
    const openEnd = parser.position;
    const element: OpenElement = {
      name: tag.name,
      local: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      // No `<` can stand inside a tag, so the nearest one before its end begins it.
      start: text.lastIndexOf('<', openEnd - 1),
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element === undefined || tag.isSelfClosing) return;
    element.end = parser.position;
    element.closeStart = text.lastIndexOf('<', element.end - 1);
  });
  parser.write(text).close();
  if (root === undefined) throw new UnusableFile('damaged', `${part} has no root element`);
  return root;
}

/** The first child of this local name. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** All children of this local name. */
export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** The namespace of a root element, from its own declarations. */
export function rootNamespace(root: XmlElement): string {
  const prefix = prefixOf(root.name).slice(0, -1);
  return root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
}

/** The prefixed attribute of this local name: `r:id` whatever its prefix is. */
export function prefixedAttribute(element: XmlElement, local: string): { name: string; value: string } | undefined {
  const found = Object.entries(element.attributes).find(([name]) => name.endsWith(`:${local}`));
  return found && { name: found[0], value: found[1] };
}
