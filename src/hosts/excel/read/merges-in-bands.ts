import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import type { ExcelAccess } from '../excel-access.ts';
import { WHOLE_SHEET } from './area.ts';
import { askMerges } from './range-request.ts';

/**
 * The merged ranges of every sheet. Excel gives at most 512 of them at once: a sheet with more is read in bands of rows.
 * @throws HostFailure
 */
export async function readMergesInBands(
  access: ExcelAccess,
  sheets: readonly { readonly id: string; readonly area: CellRange | undefined }[],
): Promise<ReadonlyMap<string, readonly CellRange[]>> {
  try {
    return await access.read(async (context) => {
      const asked = sheets.map(({ id }) => ({
        id,
        answer: askMerges(context.workbook.worksheets.getItem(id), WHOLE_SHEET),
      }));
      await context.sync();
      return new Map(asked.map(({ id, answer }) => [id, answer()]));
    });
  } catch (error) {
    if (!(error instanceof HostFailure) || error.reason === 'session-lost') throw error;
  }
  const merges = new Map<string, readonly CellRange[]>();
  for (const { id, area } of sheets) merges.set(id, area === undefined ? [] : await bands(access, id, area));
  return merges;
}

/** Halves the rows until Excel answers. Where a range lies across the cut, the two rows beside the cut tell. */
async function bands(access: ExcelAccess, id: string, area: CellRange): Promise<readonly CellRange[]> {
  try {
    return await mergesOf(access, id, area);
  } catch (error) {
    if (area.top === area.bottom || !(error instanceof HostFailure) || error.reason === 'session-lost') throw error;
  }
  const middle = Math.floor((area.top + area.bottom) / 2);
  const above = await bands(access, id, { ...area, bottom: middle });
  const below = await bands(access, id, { ...area, top: middle + 1 });
  const across = (await mergesOf(access, id, { ...area, top: middle, bottom: middle + 1 })).filter(
    ({ top, bottom }) => top <= middle && bottom > middle,
  );
  return across.reduce<readonly CellRange[]>(joined, [...above, ...below]);
}

/** The list with the parts of a range, or the range itself, in one. */
function joined(merges: readonly CellRange[], across: CellRange): readonly CellRange[] {
  const touches = ({ top, left, bottom, right }: CellRange): boolean =>
    left === across.left && right === across.right && top <= across.bottom && bottom >= across.top;
  const parts = [...merges.filter(touches), across];
  const whole = {
    ...across,
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
  return [...merges.filter((merge) => !touches(merge)), whole];
}

function mergesOf(access: ExcelAccess, id: string, area: CellRange): Promise<readonly CellRange[]> {
  return access.read(async (context) => {
    const answer = askMerges(context.workbook.worksheets.getItem(id), area);
    await context.sync();
    return answer();
  });
}
