import type { WritePlan } from '../../../../core/workbook/write-plan.ts';
import { EditedPart } from '../opc/edited-part.ts';
import { isType } from '../opc/relationships.ts';
import { NAMESPACES, type WorkbookPart } from '../workbook-part.ts';
import type { PackageDraft } from './package-draft.ts';
import { EMPTY_STYLE_SHEET, StyleSheet } from './style-sheet.ts';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/**
 * The workbook's style sheet, opened for additions. A workbook without one gets one when the plan adds sheets; for
 * existing sheets, whose cells then all look alike, there is none.
 */
export async function openStyleSheet(
  draft: PackageDraft,
  workbook: WorkbookPart,
  plan: WritePlan,
): Promise<StyleSheet | undefined> {
  const relationship = workbook.relationships.find((one) => isType(one, 'styles') && draft.source.has(one.target));
  if (relationship !== undefined) return new StyleSheet(await draft.edit(relationship.target));
  if (plan.newSheets.length === 0) return undefined;
  const namespace = workbook.strict ? NAMESPACES.strict : NAMESPACES.transitional;
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const part = draft.free((index) => `${folder}styles${index === 1 ? '' : String(index)}.xml`);
  const text =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<styleSheet xmlns="${namespace}">${EMPTY_STYLE_SHEET}</styleSheet>`;
  draft.adopt(part, new EditedPart(text, { name: 'utf-8', byteOrderMark: false }, part));
  await draft.declare(part, STYLES_TYPE);
  const type = workbook.sheets[0]?.relationshipType.replace(/worksheet$/, 'styles') ?? '';
  await draft.relate(workbook.part, part, type);
  return new StyleSheet(await draft.edit(part));
}
