import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import { isRemoteObject, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import type { Book } from '../model/book.ts';
import { commentCollection } from './comment.ts';
import { customXmlParts } from './custom-xml.ts';
import { functions } from './functions.ts';
import { namedItems } from './named-item.ts';
import { singleCell } from '../model/area.ts';
import { range } from './range.ts';
import { settings } from './setting.ts';
import { tableCollection } from './table.ts';
import { worksheetCollection } from './worksheet.ts';
import { registrations } from './registrations.ts';

interface OfBook {
  readonly book: Book;
}

/** The API's Workbook. */
export const workbook: Maker<OfBook> = remoteType<OfBook>({
  name: 'Workbook',
  read: {
    AutoSave: () => true,
    CalculationEngineVersion: () => 191_029,
    ChartDataPointTrack: () => true,
    IsDirty: () => true,
    Name: () => '工作簿.xlsx',
    PreviouslySaved: () => true,
    ReadOnly: ({ book }) => book.readOnly,
    Use1904DateSystem: ({ book }) => book.date1904,
    UsePrecisionAsDisplayed: () => false,
  },
  open: {
    Application: (one) => application(one),
    Comments: (one) => commentCollection(one),
    CustomXmlParts: (one) => customXmlParts(one),
    Functions: (one) => functions(one),
    Names: (one) => namedItems(one),
    Protection: (one) => workbookProtection(one),
    Settings: (one) => settings(one),
    Tables: (one) => tableCollection(one),
    Worksheets: (one) => worksheetCollection(one),
    _Runtime: (one) => runtime(one),
  },
  call: {
    ...registrations('SelectionChanged', 'AutoSaveSettingChanged', 'Activated'),
    GetActiveCell: ({ book }) => {
      const { top, left } = book.selection;
      return range({ book, sheet: book.activeSheet, area: singleCell(top, left) });
    },
    GetSelectedRange: ({ book }) => range({ book, sheet: book.activeSheet, area: book.selection }),
    _GetRangeForEventByReferenceId: () => {
      throw itemNotFound('range of the event');
    },
    _GetRangeForEventByReferenceIdOrNullObject: () => range(null),
    _GetReferenceCount: () => 0,
    _GetObjectByReferenceId: (_one, [reference]) => {
      if (!isRemoteObject(reference)) throw invalidArgument('reference');
      return reference;
    },
  },
});

const application: Maker<OfBook> = remoteType<OfBook>({
  name: 'Application',
  read: {
    CalculationMode: ({ book }) => book.calculationMode,
    CalculationState: () => 'Done',
  },
  write: {
    CalculationMode: ({ book }, value) => {
      book.calculationMode = textOf(value);
      book.forgetCalculation();
    },
  },
  call: {
    Calculate: ({ book }) => {
      book.recalculate();
      return null;
    },
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});

const workbookProtection: Maker<OfBook> = remoteType<OfBook>({
  name: 'WorkbookProtection',
  read: { Protected: ({ book }) => book.structureProtected },
  call: {
    Protect: ({ book }) => {
      book.structureProtected = true;
      return null;
    },
    Unprotect: ({ book }) => {
      book.structureProtected = false;
      return null;
    },
  },
});

const runtime: Maker<OfBook> = remoteType<OfBook>({
  name: 'Runtime',
  read: { EnableEvents: ({ book }) => book.enableEvents },
  write: {
    EnableEvents: ({ book }, value) => {
      book.enableEvents = value === true;
    },
  },
});
