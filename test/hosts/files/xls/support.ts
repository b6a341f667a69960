import { write, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';

/** Cells by address, as the library that writes them takes them. */
export type Cells = Readonly<Record<string, CellObject>>;

export interface XlsSheet {
  readonly name: string;
  readonly cells: Cells;
  readonly ref: string;
  readonly merges?: WorkSheet['!merges'];
  readonly hidden?: boolean;
}

/** An .xls file (BIFF8, or BIFF5 of Excel 95) of these sheets. */
export function xlsOf(
  sheets: readonly XlsSheet[],
  { date1904 = false, bookType = 'biff8' }: { date1904?: boolean; bookType?: 'biff8' | 'biff5' } = {},
): Uint8Array {
  const workbook: WorkBook = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(
      sheets.map(({ name, cells, ref, merges }) => [
        name,
        { ...cells, '!ref': ref, ...(merges === undefined ? {} : { '!merges': merges }) },
      ]),
    ),
    Workbook: {
      WBProps: { date1904 },
      Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden === true ? 1 : 0 })),
    },
  };
  return new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}
