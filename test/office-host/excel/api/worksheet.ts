import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import { isRemoteObject, type Json, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import { isEntireColumn, isEntireRow, rowsOf, columnsOf, singleCell } from '../model/area.ts';
import type { Visibility } from '../model/sheet-model.ts';
import { chartCollection } from './chart.ts';
import { namedItems } from './named-item.ts';
import { pageLayout } from './page-layout.ts';
import type { OnSheet, Place } from './place.ts';
import { range, rangeAt } from './range.ts';
import { tableCollection } from './table.ts';
import { commentCollection } from './comment.ts';
import { registrations } from './registrations.ts';

/** The API's Worksheet. */
export const worksheet: Maker<OnSheet> = remoteType<OnSheet>({
  name: 'Worksheet',
  id: ({ sheet }) => sheet.id,
  read: {
    EnableCalculation: () => true,
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Position: ({ book, sheet }) => book.sheets.indexOf(sheet),
    ShowGridlines: ({ sheet }) => sheet.showGridlines,
    ShowHeadings: () => true,
    StandardHeight: () => 13.5,
    TabColor: ({ sheet }) => sheet.tabColor,
    Visibility: ({ sheet }) => sheet.visibility,
  },
  write: {
    Name: ({ book, sheet }, value) => {
      book.renameSheet(sheet, textOf(value));
    },
    Position: ({ book, sheet }, value) => {
      book.moveSheet(sheet, Number(value));
    },
    // The client library reads this property as `ShowGridlines` and sets it as `Gridlines`.
    Gridlines: ({ book, sheet }, value) => {
      book.mayChange();
      sheet.showGridlines = value === true;
      sheet.changed.layout = true;
    },
    TabColor: ({ sheet }, value) => {
      sheet.tabColor = textOf(value);
      sheet.changed.layout = true;
    },
    Visibility: ({ book, sheet }, value) => {
      book.show(sheet, textOf(value) as Visibility);
    },
  },
  open: {
    Charts: (place) => chartCollection(place),
    Comments: (place) => commentCollection(place),
    FreezePanes: (place) => freezePanes(place),
    Names: (place) => namedItems(place),
    PageLayout: (place) => pageLayout(place),
    Protection: (place) => worksheetProtection(place),
    Tables: (place) => tableCollection(place),
  },
  call: {
    ...registrations(
      'Activated',
      'Calculated',
      'DataChanged',
      'Deactivated',
      'FormatChanged',
      'ColumnSorted',
      'FormulaChanged',
      'NameChanged',
      'ProtectionChanged',
      'RowHiddenChanged',
      'RowSorted',
      'SelectionChanged',
      'SingleClicked',
      'VisibilityChanged',
    ),
    Activate: ({ book, sheet }) => {
      book.activate(sheet);
      return null;
    },
    Calculate: ({ book }) => {
      book.recalculate();
      return null;
    },
    Delete: ({ book, sheet }) => {
      book.deleteSheet(sheet, 'add-in');
      return null;
    },
    GetCell: (place, [row, column]) => range({ ...place, area: singleCell(Number(row), Number(column)) }),
    GetRange: (place, [address]) => rangeAt(place, address),
    GetRangeByIndexes: (place, [top, left, rows, columns]) => {
      const [row, column, height, width] = [Number(top), Number(left), Number(rows), Number(columns)];
      if (height < 1 || width < 1) throw invalidArgument('GetRangeByIndexes');
      return range({ ...place, area: { top: row, left: column, bottom: row + height - 1, right: column + width - 1 } });
    },
    GetNextOrNullObject: ({ book, sheet }) => {
      const next = book.sheets[book.sheets.indexOf(sheet) + 1];
      return worksheet(next === undefined ? null : { book, sheet: next });
    },
    GetUsedRange: (place, [valuesOnly]) =>
      range({ ...place, area: place.sheet.used(valuesOnly === true) ?? singleCell(0, 0) }),
    GetUsedRangeOrNullObject: (place, [valuesOnly]) => {
      const area = place.sheet.used(valuesOnly === true);
      return range(area === undefined ? null : { ...place, area });
    },
    _GetRangeForEventByReferenceId: (place) => range({ ...place, area: place.book.selection }),
  },
});

/** The API's WorksheetCollection. */
export const worksheetCollection: Maker<{ readonly book: OnSheet['book'] }> = remoteType<{
  readonly book: OnSheet['book'];
}>({
  name: 'WorksheetCollection',
  items: ({ book }) => book.sheets.map((sheet) => worksheet({ book, sheet })),
  call: {
    ...registrations(
      'Activated',
      'Added',
      'Calculated',
      'ColumnSorted',
      'DataChanged',
      'Deactivated',
      'Deleted',
      'FormatChanged',
      'FormulaChanged',
      'NameChanged',
      'ProtectionChanged',
      'RowHiddenChanged',
      'RowSorted',
      'SelectionChanged',
      'SingleClicked',
      'VisibilityChanged',
      'Moved',
    ),
    Add: ({ book }, [name]) => {
      const sheet = book.addSheet(typeof name === 'string' ? name : undefined, 'add-in');
      return worksheet({ book, sheet });
    },
    GetActiveWorksheet: ({ book }) => worksheet({ book, sheet: book.activeSheet }),
    GetCount: ({ book }, [visibleOnly]) =>
      book.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === 'Visible').length,
    GetFirst: ({ book }) => {
      const [sheet] = book.sheets;
      if (sheet === undefined) throw itemNotFound('first sheet');
      return worksheet({ book, sheet });
    },
    GetItem: ({ book }, [name]) => worksheet({ book, sheet: book.sheetAt(textOf(name)) }),
    GetItemOrNullObject: ({ book }, [name]) => {
      const sheet = book.sheetNamed(textOf(name));
      return worksheet(sheet === undefined ? null : { book, sheet });
    },
    GetLast: ({ book }) => {
      const sheet = book.sheets.at(-1);
      if (sheet === undefined) throw itemNotFound('last sheet');
      return worksheet({ book, sheet });
    },
  },
});

const worksheetProtection: Maker<OnSheet> = remoteType<OnSheet>({
  name: 'WorksheetProtection',
  read: {
    Options: ({ sheet }) => (sheet.protection === undefined ? null : (sheet.protection as Json)),
    Protected: ({ sheet }) => sheet.protection !== undefined,
  },
  call: {
    Protect: ({ book, sheet }, [options]) => {
      const given = typeof options === 'object' && options !== null && !isRemoteObject(options) ? options : {};
      book.protect(sheet, given as Readonly<Record<string, unknown>>);
      return null;
    },
    Unprotect: ({ book, sheet }) => {
      book.protect(sheet, undefined);
      return null;
    },
  },
});

const freezePanes: Maker<OnSheet> = remoteType<OnSheet>({
  name: 'WorksheetFreezePanes',
  call: {
    FreezeAt: ({ sheet }, [at]) => {
      if (!isRemoteObject(at)) throw invalidArgument('FreezeAt');
      const { area } = at.self as Place;
      sheet.frozenRows = isEntireColumn(area) ? 0 : rowsOf(area);
      sheet.frozenColumns = isEntireRow(area) ? 0 : columnsOf(area);
      sheet.changed.layout = true;
      return null;
    },
    FreezeColumns: ({ sheet }, [count]) => {
      sheet.frozenColumns = Number(count);
      sheet.changed.layout = true;
      return null;
    },
    FreezeRows: ({ sheet }, [count]) => {
      sheet.frozenRows = Number(count);
      sheet.changed.layout = true;
      return null;
    },
    GetLocationOrNullObject: (place) => {
      const { frozenRows, frozenColumns } = place.sheet;
      if (frozenRows === 0 && frozenColumns === 0) return range(null);
      return range({
        ...place,
        area: { top: 0, left: 0, bottom: Math.max(frozenRows, 1) - 1, right: Math.max(frozenColumns, 1) - 1 },
      });
    },
    Unfreeze: ({ sheet }) => {
      sheet.frozenRows = 0;
      sheet.frozenColumns = 0;
      sheet.changed.layout = true;
      return null;
    },
  },
});
