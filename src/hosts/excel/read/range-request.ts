import { showRange } from '../../../core/workbook/cell-ranges.ts';
import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { HostFailure } from '../../ports/host-failure.ts';
import { parseAreas, WHOLE_SHEET } from './area.ts';
import type { Answer } from './outline.ts';
import type { RangeContents } from './snapshot.ts';

function isWhole(area: CellRange): boolean {
  return area.top === 0 && area.left === 0 && area.bottom >= WHOLE_SHEET.bottom && area.right >= WHOLE_SHEET.right;
}

/** The part of a sheet that an area means. */
export function rangeOf(sheet: Excel.Worksheet, area: CellRange): Excel.Range {
  return isWhole(area) ? sheet.getRange() : sheet.getRange(showRange(area));
}

/** Asks for the contents of an area as far as it is used; undefined when nothing of it is. */
export function askContents(sheet: Excel.Worksheet, area: CellRange): Answer<RangeContents | undefined> {
  const used = isWhole(area)
    ? sheet.getUsedRangeOrNullObject(true)
    : rangeOf(sheet, area).getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,values,formulas');
  return () =>
    used.isNullObject
      ? undefined
      : { top: used.rowIndex, left: used.columnIndex, values: used.values, formulas: used.formulas };
}

/** Asks how far an area is used; undefined when nothing of it is. */
export function askExtent(sheet: Excel.Worksheet): Answer<CellRange | undefined> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return () =>
    used.isNullObject
      ? undefined
      : {
          top: used.rowIndex,
          left: used.columnIndex,
          bottom: used.rowIndex + used.rowCount - 1,
          right: used.columnIndex + used.columnCount - 1,
        };
}

/** Asks for the merged ranges in an area. */
export function askMerges(sheet: Excel.Worksheet, area: CellRange): Answer<readonly CellRange[]> {
  const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
  merged.load('address');
  return () => {
    if (merged.isNullObject) return [];
    if (typeof merged.address !== 'string') throw new HostFailure('unreadable', 'merged ranges without an address');
    return merged.address === '' ? [] : parseAreas(merged.address);
  };
}
