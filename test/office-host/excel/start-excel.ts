import { startOffice, type OfficeDocument, type OfficeOptions, type RunningOffice } from '../start-office.ts';
import type { RemoteObject } from '../rich-api/remote-type.ts';
import { workbook } from './api/workbook.ts';
import { parseArea } from './model/area.ts';
import type { Book, Editor } from './model/book.ts';
import { apiValue, type CellValue } from './model/cell.ts';
import type { SheetModel } from './model/sheet-model.ts';
import { loadBook, type LoadedBook } from './xlsx/load-book.ts';
import { saveBook } from './xlsx/save-book.ts';

export interface ExcelOptions extends OfficeOptions {
  /** An .xlsx file. */
  readonly workbook: Uint8Array;
  /** Opened by somebody else, or marked as final. */
  readonly readOnly?: boolean;
}

/** A cell, as the formula bar shows it. */
export interface ShownCell {
  /** An empty cell is null; an error is its name. */
  readonly value: string | number | boolean | null;
  /** With its `=`; undefined when there is none. */
  readonly formula: string | undefined;
  readonly numberFormat: string;
}

/** Excel with a workbook and an add-in beside it. */
export interface RunningExcel extends RunningOffice {
  /** The workbook itself, for what the methods below do not say. */
  readonly book: Book;
  /** The names of the sheets, in their order. */
  sheetNames(): readonly string[];
  cell(sheet: string, address: string): ShownCell;
  /** Types into a cell, or a whole range at once, as the person does: text that begins with `=` is a formula. */
  edit(sheet: string, address: string, value: string | number | boolean, editor?: Exclude<Editor, 'add-in'>): void;
  /** Presses the delete key. */
  clear(sheet: string, address: string): void;
  /** Puts empty rows in above a row (counted from 1), or takes rows out from it on. */
  insertRows(sheet: string, row: number, count?: number): void;
  deleteRows(sheet: string, row: number, count?: number): void;
  addSheet(name: string): void;
  renameSheet(before: string, after: string): void;
  deleteSheet(name: string): void;
  hideSheet(name: string): void;
  activate(sheet: string, address?: string): void;
  /** Protects a sheet: only cells that are not locked take input. */
  protect(sheet: string): void;
  unprotect(sheet: string): void;
  /** The person is in a cell and has not pressed Enter. */
  beginCellEdit(): void;
  endCellEdit(): void;
  /**
   * Puts another workbook in the place of this one without opening a new pane, so that many need one browser page. The add-in hears
   * nothing of it.
   */
  openWorkbook(bytes: Uint8Array): Promise<void>;
  /** The workbook as a file. */
  save(): Promise<Uint8Array>;
}

/** Opens a workbook in a host that plays Excel on the web, with an add-in in its pane. */
export async function startExcel(options: ExcelOptions): Promise<RunningExcel> {
  const loaded = await loadBook(options.workbook);
  const { book } = loaded;
  book.readOnly = options.readOnly === true;
  const office = await startOffice(new ExcelDocument(book), options);
  return Object.defineProperties(driver(loaded, office), Object.getOwnPropertyDescriptors(office)) as RunningExcel;
}

class ExcelDocument implements OfficeDocument {
  readonly app = 'Excel';
  readonly url = 'https://localhost:3443/绩效/工作簿.xlsx';

  constructor(readonly book: Book) {}

  get readOnly(): boolean {
    return this.book.readOnly;
  }

  get settings(): Book['settings'] {
    return this.book.settings;
  }

  get customXml(): Book['customXml'] {
    return this.book.customXml;
  }

  root(): RemoteObject {
    return workbook({ book: this.book });
  }

  listen(listener: NonNullable<Book['listener']>): void {
    this.book.listener = listener;
  }
}

function driver(loaded: LoadedBook, office: RunningOffice): Omit<RunningExcel, keyof RunningOffice> {
  const { book } = loaded;
  let current = loaded;
  const sheet = (name: string): SheetModel => book.sheetAt(name);
  let leaveCell: (() => void) | undefined;
  return {
    book,
    sheetNames: () => book.sheets.map(({ name }) => name),
    cell(name, address) {
      const { top, left } = parseArea(address);
      const cell = sheet(name).cell(top, left);
      return {
        value: shown(cell?.value ?? null),
        formula: cell?.formula,
        numberFormat: book.styles.look(cell?.style ?? 0).numberFormat,
      };
    },
    edit: (name, address, value, editor = 'user') => {
      book.write(sheet(name), parseArea(address), value, editor);
    },
    clear: (name, address) => {
      book.clear(sheet(name), parseArea(address), 'Contents', 'user');
    },
    insertRows(name, row, count = 1) {
      book.shiftRows(sheet(name), row - 1, count, 'user');
    },
    deleteRows(name, row, count = 1) {
      book.shiftRows(sheet(name), row - 1, -count, 'user');
    },
    addSheet(name) {
      book.addSheet(name, 'user');
    },
    renameSheet: (before, after) => {
      book.renameSheet(sheet(before), after);
    },
    deleteSheet: (name) => {
      book.deleteSheet(sheet(name), 'user');
    },
    hideSheet: (name) => {
      book.show(sheet(name), 'Hidden');
    },
    activate(name, address) {
      book.activate(sheet(name));
      if (address !== undefined) book.select(sheet(name), parseArea(address));
    },
    protect: (name) => {
      book.protect(sheet(name), {});
    },
    unprotect: (name) => {
      book.protect(sheet(name), undefined);
    },
    beginCellEdit() {
      office.conditions.cellEdit = new Promise((resolve) => {
        leaveCell = resolve;
      });
    },
    endCellEdit() {
      office.conditions.cellEdit = undefined;
      leaveCell?.();
    },
    async openWorkbook(bytes) {
      current = await loadBook(bytes);
      book.become(current.book);
      current = { ...current, book };
    },
    save: () => saveBook(current),
  };
}

function shown(value: CellValue): string | number | boolean | null {
  return value === null ? null : apiValue(value);
}
