import { UnusableFile } from '../../ports/unusable-file.ts';
import { isType, type Relationship } from './opc/relationships.ts';
import { childOf, childrenOf, parseXmlTree, prefixedAttribute, rootNamespace } from '../../xml/xml-tree.ts';
import type { ZipPackage } from './opc/zip-package.ts';

/** A worksheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** The number by which other parts know the sheet; it is not its position. */
  readonly sheetId: string;
  readonly part: string;
  /** The type of the relationship that leads to the part, in the form this package uses. */
  readonly relationshipType: string;
}

/** What the workbook part and its relationships say. */
export interface WorkbookPart {
  readonly part: string;
  /** Worksheets in their order; chart sheets and the like are not among them. */
  readonly sheets: readonly SheetEntry[];
  /** The names of all sheets, chart sheets too. */
  readonly sheetNames: readonly string[];
  /** Day 0 is 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
  /** The package uses the Strict form of the standard. */
  readonly strict: boolean;
  readonly relationships: readonly Relationship[];
}

/** The namespaces of spreadsheet parts in the two forms of the standard. */
export const NAMESPACES = {
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
} as const;

/**
 * Finds the workbook part of a package and reads it.
 * @throws UnusableFile `not-a-workbook` when the package is something else, `damaged` when parts are missing
 */
export async function readWorkbookPart(source: ZipPackage): Promise<WorkbookPart> {
  const office = (await source.relationships('')).find((relationship) => isType(relationship, 'officeDocument'));
  if (office === undefined) throw new UnusableFile('not-a-workbook', 'no office document');
  const part = office.target;
  // A binary workbook (.xlsb) is a workbook, but not one made of XML.
  if (part.toLowerCase().endsWith('.bin')) throw new UnusableFile('not-a-workbook', part);
  const root = parseXmlTree((await source.xml(part)).text, part);
  const namespace = rootNamespace(root);
  if (root.local !== 'workbook' || (namespace !== NAMESPACES.strict && namespace !== NAMESPACES.transitional)) {
    throw new UnusableFile('not-a-workbook', `${part} is ${root.name}`);
  }
  const relationships = await source.relationships(part);
  const listed = childrenOf(childOf(root, 'sheets'), 'sheet');
  const sheets: SheetEntry[] = [];
  for (const element of listed) {
    const { attributes } = element;
    const id = prefixedAttribute(element, 'id')?.value;
    const relationship = relationships.find((candidate) => candidate.id === id);
    if (relationship === undefined || !source.has(relationship.target)) {
      throw new UnusableFile('damaged', `sheet ${attributes.name ?? ''} has no part`);
    }
    if (!isType(relationship, 'worksheet')) continue;
    sheets.push({
      name: attributes.name ?? '',
      hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      sheetId: attributes.sheetId ?? '',
      part: relationship.target,
      relationshipType: relationship.type,
    });
  }
  const date1904 = childOf(root, 'workbookPr')?.attributes.date1904;
  return {
    part,
    sheets,
    sheetNames: listed.map((sheet) => sheet.attributes.name ?? ''),
    date1904: date1904 === '1' || date1904 === 'true',
    strict: namespace === NAMESPACES.strict,
    relationships,
  };
}
