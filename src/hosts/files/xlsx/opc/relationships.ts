import { parseXmlTree } from '../../../xml/xml-tree.ts';

/** A relationship from one part to another inside the package. */
export interface Relationship {
  readonly id: string;
  /** The full type, Transitional or Strict. */
  readonly type: string;
  /** The part it leads to, without a leading slash. */
  readonly target: string;
}

/** `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`; `_rels/.rels` for the package itself (''). */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** True for the Transitional and the Strict form of a relationship type such as `worksheet`. */
export function isType(relationship: Relationship, kind: string): boolean {
  return relationship.type.endsWith(`/${kind}`);
}

/**
 * The relationships of a part that lead to other parts; those that lead out of the package are left out.
 * @param source the part they belong to, '' for the package
 */
export function parseRelationships(text: string, source: string): Relationship[] {
  return parseXmlTree(text, relationshipsPart(source))
    .children.filter((child) => child.local === 'Relationship' && child.attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: resolveTarget(source, attributes.Target ?? ''),
    }));
}

function resolveTarget(source: string, target: string): string {
  const path = decodePath(target).replaceAll('\\', '/');
  const parts = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const piece of path.split('/')) {
    if (piece === '..') parts.pop();
    else if (piece !== '' && piece !== '.') parts.push(piece);
  }
  return parts.join('/');
}

function decodePath(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The way from the folder of one part to another part: `../customXml/item1.xml`. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}
