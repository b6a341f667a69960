import { sameFormula, sameNumber } from '../../../core/workbook/same-formula.ts';
import type { CellContent } from '../../../core/workbook/write-plan.ts';
import { sameValue, type CellContents } from '../read/cell-contents.ts';

/** What is handed to Excel for a cell. */
export type CellInput = string | number | boolean;

/** What a cell holds once a content is written to it. */
export function contentsOf(content: CellContent): CellContents {
  switch (content.kind) {
    case 'empty':
      return { value: null };
    case 'number':
      return { value: content.value };
    case 'text':
      return { value: content.value === '' ? null : content.value };
    case 'formula':
      return { value: content.result, formula: content.formula };
  }
}

/** What makes Excel put these contents into a cell. */
export function inputOf({ value, formula }: CellContents): CellInput {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' ? textInput(value) : value;
}

/**
 * Excel reads a text as if a person typed it: `1-2` becomes a day, `=` begins a formula. An apostrophe in front keeps it a text;
 * only words without digits are left as they are.
 */
function textInput(text: string): string {
  const plain = /^\p{L}[^\d]*$/u.test(text) && !/^(true|false)$/i.test(text.trim());
  return plain ? text : `'${text}`;
}

/** True when a cell holds what was wanted, however Excel spells it. */
export function holds(cell: CellContents, wanted: CellContents): boolean {
  if (wanted.formula !== undefined) return cell.formula !== undefined && sameFormula(cell.formula, wanted.formula);
  if (cell.formula !== undefined) return false;
  if (typeof cell.value === 'number' && typeof wanted.value === 'number') return sameNumber(cell.value, wanted.value);
  return sameValue(cell.value, wanted.value);
}

/** True when Excel took what it was given. How it spells a formula is its own business. */
export function isTaken(cell: CellContents, wanted: CellContents): boolean {
  return holds(cell, wanted) || (cell.formula !== undefined && wanted.formula !== undefined);
}
