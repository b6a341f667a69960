import type { CellValue } from '../../../core/workbook/workbook.ts';
import { HostFailure } from '../../ports/host-failure.ts';

/** What Excel gives for one cell: its value, and its formula with `=` or once more its value. */
export interface RawCell {
  readonly value: unknown;
  readonly formula: unknown;
}

/** One cell as we see it. */
export interface CellContents {
  readonly value: CellValue;
  /** Without its `=`. */
  readonly formula?: string;
}

export const EMPTY_CELL: CellContents = { value: null };

/**
 * The errors that a cell can show. Excel gives them as text; a text typed with an apostrophe that says the same cannot be told
 * from them, and is no figure either.
 */
const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#EXTERNAL!',
]);

/**
 * A cell as the files give it.
 * @throws HostFailure `unreadable` for a cell without contents: Excel gives null where it leaves something out, never for a cell that
 * is empty
 */
export function cellContents({ value, formula }: RawCell): CellContents {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new HostFailure('unreadable', `a value of type ${value === null ? 'null' : typeof value}`);
  }
  // A text that begins with `=` is given as its own formula; no formula shows its own text.
  if (typeof formula !== 'string' || !formula.startsWith('=') || formula === value) {
    return value === '' ? EMPTY_CELL : { value: shown(value) };
  }
  return { value: shown(value), formula: formula.slice(1) };
}

function shown(value: string | number | boolean): CellValue {
  return typeof value === 'string' && ERRORS.has(value) ? { error: value } : value;
}

/** True when both cells hold the same: the same formula, whatever it shows at the moment, or the same value. */
export function holdsSame(a: CellContents, b: CellContents): boolean {
  if (a.formula !== undefined || b.formula !== undefined) return a.formula === b.formula;
  return sameValue(a.value, b.value);
}

/** True when both values are the same. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}
