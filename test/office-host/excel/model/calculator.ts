import '../../../core/support/spreadsheet.ts';
import { DetailedCellError, ExportedCellChange, HyperFormula, type RawCellContent } from 'hyperformula';
import type { Cell, CellValue } from './cell.ts';
import { quoteSheetNames } from './formula-text.ts';
import type { SheetModel } from './sheet-model.ts';

/** A cell whose formula gave another value. */
export interface Recalculated {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** What the workbook calls something by name. */
export interface EngineName {
  readonly name: string;
  /** `=预算!$A$1:$B$2` */
  readonly formula: string;
}

interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/**
 * Recalculates formulas with an engine that only the tests have. It is filled when it is first needed; from then on an
 * edit costs what depends on it. What the file stored stays as it is until something it depends on changes, and a function that
 * the engine does not know leaves the stored value alone.
 */
export class Calculator {
  #engine: HyperFormula | undefined;
  #sheets: readonly SheetModel[] = [];

  /** Sheets, names or many cells changed: the engine is filled again when next needed. */
  forget(): void {
    this.#engine?.destroy();
    this.#engine = undefined;
  }

  /** Fills the engine with the cells as they are now, before they are edited. */
  prepare(sheets: readonly SheetModel[], names: readonly EngineName[], date1904: boolean): void {
    if (this.#engine !== undefined) return;
    this.#sheets = sheets;
    const content: Record<string, RawCellContent[][]> = {};
    for (const sheet of sheets) {
      content[sheet.name] = Array.from(sheet.rows, (cells) =>
        // Rows that nothing was ever put into are holes of the array.
        Array.from((cells as typeof cells | undefined) ?? [], (cell) =>
          cell === undefined ? null : engineContent(cell),
        ),
      );
    }
    this.#engine = HyperFormula.buildFromSheets(content, {
      licenseKey: 'gpl-v3',
      evaluateNullToZero: true,
      leapYear1900: !date1904,
      nullDate: date1904 ? { year: 1904, month: 1, day: 1 } : { year: 1899, month: 12, day: 31 },
      maxRows: 1_048_576,
      maxColumns: 16_384,
      useColumnIndex: false,
      // Every Excel since 2021 computes formulas over ranges as arrays.
      useArrayArithmetic: true,
    });
    for (const { name, formula } of names) {
      try {
        this.#engine.addNamedExpression(name, quoteSheetNames(formula));
      } catch {
        // A name that the engine does not understand is one that no formula of its can use.
      }
    }
  }

  /** Takes in cells that were edited, and puts what came of it into the cells that depend on them. */
  apply(edited: readonly Place[]): readonly Recalculated[] {
    const engine = this.#engine;
    if (engine === undefined) return [];
    const changes = engine.batch(() => {
      for (const { sheet, row, column } of edited) {
        const id = engine.getSheetId(sheet.name);
        if (id === undefined) continue;
        const cell = sheet.cell(row, column);
        engine.setCellContents({ sheet: id, row, col: column }, [[cell === undefined ? null : engineContent(cell)]]);
      }
    });
    const own = new Set(edited.map(({ sheet, row, column }) => `${sheet.id} ${String(row)} ${String(column)}`));
    const recalculated: Recalculated[] = [];
    for (const change of changes) {
      if (!(change instanceof ExportedCellChange)) continue;
      const sheet = this.#sheets.find(({ name }) => name === engine.getSheetName(change.address.sheet));
      const cell = sheet?.cell(change.address.row, change.address.col);
      if (sheet === undefined || cell?.formula === undefined) continue;
      const value = fromEngine(change.newValue);
      if (value === undefined) continue;
      const { row, col: column } = change.address;
      if (own.has(`${sheet.id} ${String(row)} ${String(column)}`) || !same(cell.value, value)) {
        recalculated.push({ sheet, row, column });
      }
      cell.value = value;
      sheet.changed.cells = true;
    }
    return recalculated;
  }

  /** Puts the values of the engine into formula cells, whatever they held. */
  refresh(places: readonly Place[]): readonly Recalculated[] {
    const engine = this.#engine;
    if (engine === undefined) return [];
    return places.filter(({ sheet, row, column }) => {
      const id = engine.getSheetId(sheet.name);
      const cell = sheet.cell(row, column);
      if (id === undefined || cell === undefined) return false;
      const value = fromEngine(engine.getCellValue({ sheet: id, row, col: column }));
      if (value === undefined || same(cell.value, value)) return false;
      cell.value = value;
      sheet.changed.cells = true;
      return true;
    });
  }

  /** The value of a formula that stands in no cell. */
  evaluate(formula: string, sheet: SheetModel): CellValue {
    const id = this.#engine?.getSheetId(sheet.name);
    if (this.#engine === undefined || id === undefined) return null;
    const value = this.#engine.calculateFormula(engineFormula(formula), id);
    return Array.isArray(value) ? null : (fromEngine(value) ?? { error: '#NAME?' });
  }
}

/** A broken reference keeps the name of its sheet in Excel, and must not in the engine. */
function engineFormula(formula: string): string {
  const known = quoteSheetNames(formula.replaceAll(/_xlfn\.|_xlws\./g, ''));
  return known.replaceAll(/'(?:[^']|'')+'!#REF!/g, '#REF!');
}

/** A cell as the engine takes it; a text must not be taken for a number, a date or a formula. */
function engineContent({ value, formula }: Cell): RawCellContent {
  if (formula !== undefined) return engineFormula(formula);
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'object' && value !== null) return value.error;
  return value;
}

/** A value as a cell keeps it; undefined when the engine did not understand the formula. */
function fromEngine(value: unknown): CellValue | undefined {
  if (value instanceof DetailedCellError) {
    return value.value === '#NAME?' || value.value === '#ERROR!' ? undefined : { error: value.value };
  }
  if (value === null || value === undefined) return 0;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function same(one: CellValue, other: CellValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
