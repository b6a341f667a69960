import { childOf, prefixedAttribute, type XmlElement } from '../../../xml/xml-tree.ts';

/** A content control in the XML of a document, with its place in the text. */
export interface ControlNode {
  readonly element: XmlElement;
  readonly properties: XmlElement | undefined;
  readonly content: XmlElement | undefined;
  /** What it stands in: a paragraph, the body, a row … */
  readonly parent: XmlElement;
  readonly tag: string;
}

/** Content that is not the document's words, as `readDocument` has it. */
export const SKIPPED = ['moveFrom', 'del', 'Fallback'];

/** The content controls of the body, in the order in which they begin: the same and as many as `readDocumentXml` finds. */
export function controlNodes(root: XmlElement): readonly ControlNode[] {
  const nodes: ControlNode[] = [];
  const walk = (element: XmlElement, parent: XmlElement): void => {
    if (SKIPPED.includes(element.local)) return;
    if (element.local === 'sdt') {
      const properties = childOf(element, 'sdtPr');
      const tag = properties && childOf(properties, 'tag');
      nodes.push({
        element,
        properties,
        content: childOf(element, 'sdtContent'),
        parent,
        tag: (tag && prefixedAttribute(tag, 'val')?.value) ?? '',
      });
    }
    for (const child of element.children) walk(child, element);
  };
  const body = childOf(root, 'body');
  for (const child of body?.children ?? []) walk(child, body ?? root);
  return nodes;
}

/** An element and everything in it, in the order of the text. */
export function withDescendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(withDescendants)];
}
