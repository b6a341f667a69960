import { randomUUID } from 'node:crypto';
import { CustomXmlStore } from '../../custom-xml-store.ts';
import type { DocumentListener } from '../../events.ts';
import { accessDenied, Failure, invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import type { Json } from '../../rich-api/remote-type.ts';
import { SettingsStore } from '../../settings-store.ts';
import { cellsOf, columnsOf, rowsOf, showArea, singleCell, type Area } from './area.ts';
import { Calculator } from './calculator.ts';
import { apiValue, valueType, type Cell, type CellValue } from './cell.ts';
import { EVENT } from './event-types.ts';
import { breakSheetReferences, mapSheetNames } from './formula-text.ts';
import { SheetModel, type Visibility } from './sheet-model.ts';
import { shiftedRun, shiftFormulaRows } from './shift-rows.ts';
import { StyleTable, type Look } from './style-table.ts';
import { typedText } from './typed-text.ts';

/** Who edits: the add-in by a batch, the person at the screen, or a co-author. */
export type Editor = 'add-in' | 'user' | 'co-author';

/** A defined name of the workbook, or of one sheet. */
export interface DefinedName {
  readonly name: string;
  /** With its `=`. */
  formula: string;
  visible: boolean;
  comment: string;
  readonly sheet: SheetModel | undefined;
  /** Print areas and the like: the API does not list them. */
  readonly builtIn: boolean;
}

export interface TableModel {
  readonly id: string;
  name: string;
  readonly sheet: SheetModel;
  area: Area;
  readonly headerRow: boolean;
  readonly totalRow: boolean;
}

/** A threaded comment. */
export interface CommentModel {
  readonly id: string;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  content: string;
  readonly author: string;
}

/** A workbook, as Excel has it open. */
export class Book {
  readonly sheets: SheetModel[] = [];
  readonly names: DefinedName[] = [];
  readonly tables: TableModel[] = [];
  readonly comments: CommentModel[] = [];
  readonly settings = new SettingsStore();
  readonly customXml = new CustomXmlStore();
  styles = new StyleTable([]);
  date1904 = false;
  readOnly = false;
  structureProtected = false;
  /** False: the add-in has asked for silence. */
  enableEvents = true;
  calculationMode = 'Automatic';
  listener: DocumentListener | undefined;
  active: SheetModel | undefined;
  selection: Area = singleCell(0, 0);
  readonly #calculator = new Calculator();

  /** Becomes another workbook, as if that had been opened in its place; whoever listens goes on listening. */
  become(other: Book): void {
    const { sheets, names, tables, comments, settings, customXml, styles, date1904, structureProtected, active } =
      other;
    Object.assign(this, {
      sheets,
      names,
      tables,
      comments,
      settings,
      customXml,
      styles,
      date1904,
      structureProtected,
      active,
    });
    this.selection = singleCell(0, 0);
    this.#calculator.forget();
  }

  sheetNamed(name: string): SheetModel | undefined {
    const key = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === key || sheet.id.toLowerCase() === key);
  }

  sheetAt(name: string): SheetModel {
    const sheet = this.sheetNamed(name);
    if (sheet === undefined) throw itemNotFound(`sheet ${name}`);
    return sheet;
  }

  /** The sheet that is shown; the first one that can be, when none was activated. */
  get activeSheet(): SheetModel {
    const sheet = this.active ?? this.sheets.find(({ visibility }) => visibility === 'Visible') ?? this.sheets[0];
    if (sheet === undefined) throw itemNotFound('active sheet');
    return sheet;
  }

  /**
   * Writes values to an area: one for all its cells, or an array of its shape, in which null leaves a cell as it is. A text is
   * taken as if it were typed; one that begins with `=` is a formula.
   * @throws Failure when the array has another shape, or the sheet is protected; nothing is written then
   */
  write(sheet: SheetModel, area: Area, input: Json, editor: Editor): void {
    this.#mayWrite();
    const inputs = inputsOf(area, input);
    const edits: { row: number; column: number; value: Json }[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const value = inputs(row - area.top, column - area.left);
        if (value !== null && value !== undefined) edits.push({ row, column, value });
      }
    }
    const locked = edits.find(({ row, column }) => this.isLocked(sheet, row, column));
    if (locked !== undefined) throw accessDenied(`sheet ${sheet.name} is protected`);
    if (edits.length === 0) return;
    this.#prepare(edits.some(({ value }) => typeof value === 'string' && value.startsWith('=')));
    const before = sheet.cell(area.top, area.left)?.value ?? null;
    for (const { row, column, value } of edits) this.#put(sheet, row, column, value);
    const recalculated = this.#calculator.apply(edits.map(({ row, column }) => ({ sheet, row, column })));
    this.#tellChanged(sheet, area, before, editor);
    this.#tellCalculated(recalculated);
  }

  /** Takes away what the cells of an area hold, look like, or both. */
  clear(sheet: SheetModel, area: Area, what: 'All' | 'Contents' | 'Formats', editor: Editor): void {
    this.#mayWrite();
    const places: { sheet: SheetModel; row: number; column: number }[] = [];
    sheet.each(area, (_cell, row, column) => places.push({ sheet, row, column }));
    if (places.some(({ row, column }) => this.isLocked(sheet, row, column)))
      throw accessDenied(`sheet ${sheet.name} is protected`);
    const contents = what !== 'Formats';
    if (contents) this.#prepare(false);
    const before = sheet.cell(area.top, area.left)?.value ?? null;
    for (const { row, column } of places) {
      const cell = sheet.touch(row, column);
      if (contents) {
        cell.value = null;
        delete cell.formula;
      }
      if (what !== 'Contents') cell.style = 0;
    }
    if (!contents) return;
    const recalculated = this.#calculator.apply(places);
    this.#tellChanged(sheet, area, before, editor);
    this.#tellCalculated(recalculated);
  }

  /** Changes how the cells of an area look. */
  restyle(
    sheet: SheetModel,
    area: Area,
    changes: Partial<Look> | ((row: number, column: number) => Partial<Look>),
  ): void {
    this.#mayWrite();
    if (sheet.protection !== undefined && sheet.protection.allowFormatCells !== true) {
      throw accessDenied(`sheet ${sheet.name} is protected`);
    }
    if (cellsOf(area) > 1_000_000) throw invalidArgument(`a look for ${showArea(area)} is more than this host plays`);
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const change = typeof changes === 'function' ? changes(row, column) : changes;
        if (Object.keys(change).length === 0) continue;
        const cell = sheet.touch(row, column);
        cell.style = this.styles.changed(cell.style, change);
      }
    }
    this.tell(EVENT.formatChanged, sheet.id, { worksheetId: sheet.id, address: showArea(area), source: 'Local' });
  }

  /** Puts empty rows in (count > 0) or takes rows out (count < 0), as a person does. */
  shiftRows(sheet: SheetModel, at: number, count: number, editor: Editor): void {
    this.#mayWrite();
    if (sheet.protection !== undefined) throw accessDenied(`sheet ${sheet.name} is protected`);
    const shift = { sheet: sheet.name, at, count };
    if (count > 0) sheet.rows.splice(at, 0, ...Array.from({ length: count }, (): Cell[] => []));
    else sheet.rows.splice(at, -count);
    const moved = <T extends Area>(area: T): T[] => {
      const run = shiftedRun(area.top, area.bottom, shift);
      return run === undefined ? [] : [{ ...area, ...run }];
    };
    sheet.merges = sheet.merges.flatMap(moved);
    for (const table of this.tables.filter((one) => one.sheet === sheet))
      table.area = moved(table.area)[0] ?? table.area;
    this.#mapFormulas((text, own) => shiftFormulaRows(text, own, shift));
    sheet.changed.cells = true;
    sheet.changed.layout = true;
    this.tell(EVENT.changed, sheet.id, {
      address: `${String(at + 1)}:${String(at + Math.abs(count))}`,
      changeType: count > 0 ? 'RowInserted' : 'RowDeleted',
      source: sourceOf(editor),
      worksheetId: sheet.id,
      triggerSource: 'Unknown',
      shiftDirection: count > 0 ? 'Down' : 'Up',
    });
    if (count < 0) this.recalculate();
  }

  addSheet(name: string | undefined, editor: Editor): SheetModel {
    this.#mayChangeStructure();
    const sheet = new SheetModel(newId(), this.#newName(name));
    this.sheets.push(sheet);
    this.#calculator.forget();
    this.tell(EVENT.added, sheet.id, { worksheetId: sheet.id, source: sourceOf(editor) });
    return sheet;
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.#mayChangeStructure();
    if (name === sheet.name) return;
    const before = sheet.name;
    sheet.name = this.#newName(name, sheet);
    const renamed = (text: string): string =>
      mapSheetNames(text, (one) => (one.toLowerCase() === before.toLowerCase() ? name : one));
    this.#mapFormulas(renamed);
    this.tell(EVENT.nameChanged, sheet.id, {
      worksheetId: sheet.id,
      nameBefore: before,
      nameAfter: name,
      source: 'Local',
    });
  }

  deleteSheet(sheet: SheetModel, editor: Editor): void {
    this.#mayChangeStructure();
    const visible = this.sheets.filter(({ visibility }) => visibility === 'Visible');
    if (visible.length === 1 && visible[0] === sheet)
      throw new Failure('InvalidOperation', 'the last visible sheet stays');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = undefined;
    this.#mapFormulas((text) => breakSheetReferences(text, sheet.name));
    for (const list of [this.tables, this.comments] as { sheet: SheetModel }[][]) {
      for (const one of list.filter((item) => item.sheet === sheet)) list.splice(list.indexOf(one), 1);
    }
    this.tell(EVENT.deleted, sheet.id, { worksheetId: sheet.id, source: sourceOf(editor) });
  }

  moveSheet(sheet: SheetModel, position: number): void {
    this.#mayChangeStructure();
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
    this.#calculator.forget();
    this.tell(EVENT.moved, sheet.id, { worksheetId: sheet.id, positionAfter: position, source: 'Local' });
  }

  show(sheet: SheetModel, visibility: Visibility): void {
    this.#mayChangeStructure();
    const before = sheet.visibility;
    sheet.visibility = visibility;
    this.tell(EVENT.visibilityChanged, sheet.id, {
      worksheetId: sheet.id,
      visibilityBefore: before,
      visibilityAfter: visibility,
      source: 'Local',
    });
  }

  activate(sheet: SheetModel): void {
    const before = this.activeSheet;
    if (before === sheet) return;
    if (sheet.visibility !== 'Visible') throw new Failure('InvalidOperation', `sheet ${sheet.name} is hidden`);
    this.active = sheet;
    this.selection = singleCell(0, 0);
    this.tell(EVENT.deactivated, before.id, { worksheetId: before.id });
    this.tell(EVENT.activated, sheet.id, { worksheetId: sheet.id });
  }

  select(sheet: SheetModel, area: Area): void {
    this.activate(sheet);
    this.selection = area;
    this.tell(EVENT.selectionChanged, sheet.id, {
      worksheetId: sheet.id,
      address: showArea(area),
      isInsideTable: false,
    });
    if (this.enableEvents) this.listener?.plain('documentSelectionChanged');
  }

  protect(sheet: SheetModel, options: Readonly<Record<string, unknown>> | undefined): void {
    sheet.protection = options;
    sheet.changed.layout = true;
    this.tell(EVENT.protectionChanged, sheet.id, {
      worksheetId: sheet.id,
      isProtected: options !== undefined,
      source: 'Local',
    });
  }

  isLocked(sheet: SheetModel, row: number, column: number): boolean {
    return sheet.protection !== undefined && this.styles.look(sheet.cell(row, column)?.style ?? 0).locked;
  }

  /** All formulas once more, as F9 does. */
  recalculate(): void {
    const places = this.#formulaCells();
    this.#prepare(false);
    this.#tellCalculated(this.#calculator.refresh(places));
  }

  /** The value of an expression, without a cell. */
  evaluate(formula: string): CellValue {
    this.#prepare(true);
    return this.#calculator.evaluate(formula, this.activeSheet);
  }

  /** Names or cells changed under the engine. */
  forgetCalculation(): void {
    this.#calculator.forget();
  }

  tell(type: number, target: string, detail: Readonly<Record<string, unknown>>): void {
    if (this.enableEvents) this.listener?.rich({ type, target, detail });
  }

  mayChange(): void {
    this.#mayWrite();
  }

  #put(sheet: SheetModel, row: number, column: number, input: Json): void {
    const cell = sheet.touch(row, column);
    delete cell.formula;
    if (typeof input === 'number' || typeof input === 'boolean') {
      cell.value = input;
      return;
    }
    if (typeof input !== 'string') throw invalidArgument('a value is neither text, number nor logical');
    const format = this.styles.look(cell.style).numberFormat;
    const typed = typedText(input, format, this.date1904);
    cell.value = typed.value;
    if (typed.formula !== undefined) cell.formula = typed.formula;
    if (typed.numberFormat !== undefined && format === 'General') {
      cell.style = this.styles.changed(cell.style, { numberFormat: typed.numberFormat });
    }
  }

  /** The engine has to know the cells as they were before the edit. */
  #prepare(needed: boolean): void {
    if (this.calculationMode === 'Manual') return;
    if (!needed && !this.sheets.some((sheet) => hasFormula(sheet))) return;
    this.#calculator.prepare(
      this.sheets,
      this.names.filter(({ sheet, builtIn }) => sheet === undefined && !builtIn),
      this.date1904,
    );
  }

  #tellChanged(sheet: SheetModel, area: Area, before: CellValue, editor: Editor): void {
    const after = sheet.cell(area.top, area.left)?.value ?? null;
    const single = cellsOf(area) === 1;
    const details = {
      valueBefore: apiValue(before),
      valueAfter: apiValue(after),
      valueTypeBefore: valueType(before),
      valueTypeAfter: valueType(after),
    };
    this.tell(EVENT.changed, sheet.id, {
      address: showArea(area),
      changeType: 'RangeEdited',
      source: sourceOf(editor),
      worksheetId: sheet.id,
      triggerSource: editor === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
      ...(single ? details : {}),
    });
  }

  #tellCalculated(recalculated: readonly { sheet: SheetModel; row: number; column: number }[]): void {
    const bySheet = new Map<SheetModel, string[]>();
    for (const { sheet, row, column } of recalculated) {
      const cells = bySheet.get(sheet) ?? [];
      cells.push(showArea(singleCell(row, column)));
      bySheet.set(sheet, cells);
    }
    for (const [sheet, cells] of bySheet) {
      this.tell(EVENT.calculated, sheet.id, { worksheetId: sheet.id, address: cells.join(',') });
    }
  }

  #mapFormulas(change: (text: string, ownSheet: string) => string): void {
    for (const { sheet, row, column } of this.#formulaCells()) {
      const cell = sheet.cell(row, column);
      if (cell?.formula === undefined) continue;
      const next = change(cell.formula, sheet.name);
      if (next === cell.formula) continue;
      cell.formula = next;
      sheet.changed.cells = true;
    }
    for (const name of this.names) name.formula = change(name.formula, name.sheet?.name ?? '');
    this.#calculator.forget();
  }

  #formulaCells(): { sheet: SheetModel; row: number; column: number }[] {
    const places: { sheet: SheetModel; row: number; column: number }[] = [];
    for (const sheet of this.sheets) {
      sheet.each(
        { top: 0, left: 0, bottom: Number.MAX_SAFE_INTEGER, right: Number.MAX_SAFE_INTEGER },
        (cell, row, column) => {
          if (cell.formula !== undefined) places.push({ sheet, row, column });
        },
      );
    }
    return places;
  }

  #newName(name: string | undefined, own?: SheetModel): string {
    if (name === undefined) {
      for (let number = this.sheets.length + 1; ; number += 1) {
        const candidate = `Sheet${String(number)}`;
        if (this.sheetNamed(candidate) === undefined) return candidate;
      }
    }
    if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalidArgument(`sheet name ${name}`);
    const taken = this.sheetNamed(name);
    if (taken !== undefined && taken !== own) throw new Failure('ItemAlreadyExists', `a sheet ${name} exists already`);
    return name;
  }

  #mayWrite(): void {
    if (this.readOnly) throw accessDenied('the workbook is read-only');
  }

  #mayChangeStructure(): void {
    this.#mayWrite();
    if (this.structureProtected) throw accessDenied('the structure of the workbook is protected');
  }
}

export function newId(): string {
  return `{${randomUUID().toUpperCase()}}`;
}

function sourceOf(editor: Editor): string {
  return editor === 'co-author' ? 'Remote' : 'Local';
}

function hasFormula(sheet: SheetModel): boolean {
  return sheet.rows.some(
    (cells) => (cells as unknown) !== undefined && cells.some((cell) => cell?.formula !== undefined),
  );
}

/** How to look up the value for each cell; checks the shape first. */
export function inputsOf(area: Area, input: Json): (row: number, column: number) => Json {
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly Json[];
  const [height, width] = [rowsOf(area), columnsOf(area)];
  const fits = (row: Json): boolean => Array.isArray(row) && row.length === width;
  if (rows.length !== height || !rows.every(fits)) {
    throw invalidArgument(
      `the array has ${String(rows.length)} rows and does not fit ${showArea(area)} with ${String(height)} x ${String(width)} cells`,
    );
  }
  return (row, column) => (rows[row] as readonly Json[])[column];
}
