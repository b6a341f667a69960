import type { CellRange } from '../../../../core/workbook/cell-ref.ts';
import { isType } from '../opc/relationships.ts';
import { parseXmlTree } from '../../../xml/xml-tree.ts';
import type { ZipPackage } from '../opc/zip-package.ts';
import { readRange } from '../sheet/range.ts';

/**
 * The heading rows of the tables on a sheet. A table lists its column names itself, and Excel takes a heading that says
 * something else for damage.
 */
export async function tableHeaders(source: ZipPackage, sheetPart: string): Promise<CellRange[]> {
  const headers: CellRange[] = [];
  for (const relationship of await source.relationships(sheetPart)) {
    if (!isType(relationship, 'table') || !source.has(relationship.target)) continue;
    const { attributes } = parseXmlTree((await source.xml(relationship.target)).text, relationship.target);
    if (attributes.headerRowCount === '0') continue;
    const range = readRange(attributes.ref ?? '');
    headers.push({ ...range, bottom: range.top });
  }
  return headers;
}
