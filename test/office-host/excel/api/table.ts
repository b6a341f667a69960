import { itemNotFound } from '../../rich-api/failure.ts';
import { type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import type { Book, TableModel } from '../model/book.ts';
import { apiValue } from '../model/cell.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { range } from './range.ts';
import { registrations } from './registrations.ts';
import { worksheet } from './worksheet.ts';

interface Tables {
  readonly book: Book;
  /** The tables of one sheet; all when absent. */
  readonly sheet?: SheetModel;
}

interface OneTable {
  readonly book: Book;
  readonly table: TableModel;
}

/** The API's TableCollection. */
export const tableCollection: Maker<Tables> = remoteType<Tables>({
  name: 'TableCollection',
  read: { Count: (tables) => list(tables).length },
  items: (tables) => list(tables).map((one) => table({ book: tables.book, table: one })),
  call: {
    ...registrations('Added', 'DataChanged', 'Deleted', 'Changed'),
    GetCount: (tables) => list(tables).length,
    GetItem: (tables, [key]) => {
      const found = find(tables, key);
      if (found === undefined) throw itemNotFound(`table ${textOf(key)}`);
      return table({ book: tables.book, table: found });
    },
    GetItemOrNullObject: (tables, [key]) => {
      const found = find(tables, key);
      return table(found === undefined ? null : { book: tables.book, table: found });
    },
  },
});

const table: Maker<OneTable> = remoteType<OneTable>({
  name: 'Table',
  id: ({ table: { id } }) => id,
  read: {
    Id: ({ table: { id } }) => id,
    Name: ({ table: { name } }) => name,
    ShowHeaders: ({ table: { headerRow } }) => headerRow,
    ShowTotals: ({ table: { totalRow } }) => totalRow,
  },
  open: {
    Columns: (one) => tableColumns(one),
    Worksheet: ({ book, table: { sheet } }) => worksheet({ book, sheet }),
  },
  call: {
    ...registrations('DataChanged', 'Changed', 'SelectionChanged'),
    GetDataBodyRange: ({ book, table: { sheet, area, headerRow, totalRow } }) =>
      range({
        book,
        sheet,
        area: { ...area, top: area.top + (headerRow ? 1 : 0), bottom: area.bottom - (totalRow ? 1 : 0) },
      }),
    GetHeaderRowRange: ({ book, table: { sheet, area } }) =>
      range({ book, sheet, area: { ...area, bottom: area.top } }),
    GetRange: ({ book, table: { sheet, area } }) => range({ book, sheet, area }),
  },
});

const tableColumns: Maker<OneTable> = remoteType<OneTable>({
  name: 'TableColumnCollection',
  read: { Count: ({ table: { area } }) => area.right - area.left + 1 },
  items: ({ table: { sheet, area, headerRow } }) =>
    Array.from({ length: area.right - area.left + 1 }, (_one, index) => {
      const head = headerRow ? sheet.cell(area.top, area.left + index)?.value : null;
      return tableColumn({ index, name: String(apiValue(head ?? null)) });
    }),
});

const tableColumn: Maker<{ readonly index: number; readonly name: string }> = remoteType<{
  readonly index: number;
  readonly name: string;
}>({
  name: 'TableColumn',
  id: ({ index }) => String(index + 1),
  read: { Id: ({ index }) => index + 1, Index: ({ index }) => index, Name: ({ name }) => name },
});

function list({ book, sheet }: Tables): readonly TableModel[] {
  return book.tables.filter((one) => sheet === undefined || one.sheet === sheet);
}

function find(tables: Tables, key: unknown): TableModel | undefined {
  return list(tables).find(({ id, name }) => id === String(key) || name.toLowerCase() === String(key).toLowerCase());
}
