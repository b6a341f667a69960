import { isType } from '../opc/relationships.ts';
import type { WorkbookPart } from '../workbook-part.ts';
import type { PackageDraft } from './package-draft.ts';

/**
 * Takes cells out of the order of calculation that have no formula any more: Excel takes an entry without a formula
 * for damage. Cells with new formulas need no entry.
 * @param lost the cells as `sheetId address`
 */
export async function dropFromCalcChain(
  draft: PackageDraft,
  workbook: WorkbookPart,
  lost: ReadonlySet<string>,
): Promise<void> {
  const relationship = workbook.relationships.find((one) => isType(one, 'calcChain'));
  if (lost.size === 0 || relationship === undefined || !draft.source.has(relationship.target)) return;
  const chain = await draft.edit(relationship.target);
  let sheetId = '';
  let handDown: string | undefined;
  let left = 0;
  for (const entry of chain.root.children) {
    const { i, r = '' } = entry.attributes;
    // An entry without a sheet belongs to the sheet of the entry before it.
    if (i !== undefined) {
      sheetId = i;
      handDown = undefined;
    }
    if (lost.has(`${sheetId} ${r}`)) {
      chain.remove(entry);
      if (i !== undefined) handDown = i;
      continue;
    }
    left += 1;
    if (i === undefined && handDown !== undefined) chain.setAttribute(entry, 'i', handDown);
    handDown = undefined;
  }
  // An empty chain is not allowed; Excel builds a new one.
  if (left === 0) await draft.drop(relationship.target, workbook.part, relationship.id);
}
