import { WHOLE_SHEET, parseAreas } from '../read/area.ts';
import type { CellRange } from '../../../core/workbook/cell-ref.ts';

/** What an event tells about the workbook. */
export type Change =
  /** Cells hold something else. */
  | { readonly kind: 'cells'; readonly sheet: string; readonly areas: readonly CellRange[] }
  /** Formulas show something else. */
  | { readonly kind: 'calculated'; readonly sheet: string; readonly areas: readonly CellRange[] }
  /** Cells look different; they may have been merged. */
  | { readonly kind: 'format'; readonly sheet: string; readonly areas: readonly CellRange[] }
  /** Rows, columns or cells moved, so that formulas elsewhere may be spelled differently. */
  | { readonly kind: 'moved'; readonly sheet: string }
  | { readonly kind: 'sheet-added'; readonly sheet: string }
  | { readonly kind: 'sheet-deleted'; readonly sheet: string }
  /** Renamed, hidden, shown or put elsewhere. */
  | { readonly kind: 'sheet-titled'; readonly sheet: string };

/** Since which requirement set the events of renamed, hidden and moved sheets exist; without them a read finds out. */
const TITLE_EVENTS = '1.17';

/**
 * Asks Excel to tell every change that somebody else than this add-in makes. Recalculation is told whatever caused it.
 * @returns how to end it
 */
export function askForEvents(context: Excel.RequestContext, onChange: (change: Change) => void): () => Promise<void> {
  const sheets = context.workbook.worksheets;
  const told = (change: Change): Promise<void> => {
    onChange(change);
    return Promise.resolve();
  };
  const handlers: { remove: () => void }[] = [
    sheets.onChanged.add(({ triggerSource, changeType, worksheetId, address }) => {
      if (triggerSource === 'ThisLocalAddin') return Promise.resolve();
      return told(
        changeType === 'RangeEdited' || changeType === 'Unknown'
          ? { kind: 'cells', sheet: worksheetId, areas: areasOf(address) }
          : { kind: 'moved', sheet: worksheetId },
      );
    }),
    sheets.onCalculated.add(({ worksheetId, address }) =>
      told({ kind: 'calculated', sheet: worksheetId, areas: areasOf(address) }),
    ),
    sheets.onFormatChanged.add(({ worksheetId, address }) =>
      told({ kind: 'format', sheet: worksheetId, areas: areasOf(address) }),
    ),
    sheets.onRowSorted.add(({ worksheetId }) => told({ kind: 'moved', sheet: worksheetId })),
    sheets.onColumnSorted.add(({ worksheetId }) => told({ kind: 'moved', sheet: worksheetId })),
    sheets.onAdded.add(({ worksheetId }) => told({ kind: 'sheet-added', sheet: worksheetId })),
    sheets.onDeleted.add(({ worksheetId }) => told({ kind: 'sheet-deleted', sheet: worksheetId })),
  ];
  if (Office.context.requirements.isSetSupported('ExcelApi', TITLE_EVENTS)) {
    const titled = ({ worksheetId }: { worksheetId: string }): Promise<void> =>
      told({ kind: 'sheet-titled', sheet: worksheetId });
    handlers.push(sheets.onNameChanged.add(titled), sheets.onVisibilityChanged.add(titled), sheets.onMoved.add(titled));
  }
  return () =>
    Excel.run(context, async (same) => {
      for (const handler of handlers) handler.remove();
      await same.sync();
    });
}

/** Some versions do not say which cells they mean: then it is all of them. */
function areasOf(address: string | undefined): readonly CellRange[] {
  return address === undefined || address === '' ? [WHOLE_SHEET] : parseAreas(address);
}
