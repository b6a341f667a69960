import { finding, type Finding } from '../../findings/finding.ts';
import { decimalOfDouble, exactOf, readNumber } from '../../money/decimal.ts';
import { fixed } from '../../money/exact.ts';
import { ALLOWED } from '../../texts/scheme-sheet-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { cellKey, type CellRef } from '../../workbook/cell-ref.ts';
import { sameLabel } from '../../workbook/labels.ts';
import { formulaAt, isCellError, textAt, valueAt, type CellValue, type Sheet } from '../../workbook/workbook.ts';

/** A cell of the sheet 指标体系 that is being read: what it holds and what people call it. */
export interface SchemeCell {
  readonly value: CellValue;
  /** As a person reads it, without spaces around; of an error its name, of a formula without a result the formula. */
  readonly text: string;
  /** True for an error, or a formula whose result was not stored. */
  readonly broken: boolean;
  readonly cell: CellRef;
  /** The header of its column or the label beside it. */
  readonly header: string;
}

/** A cell as it stands in the sheet. */
export function cellAt(sheet: Sheet, row: number, column: number, header: string): SchemeCell {
  const formula = formulaAt(sheet, row, column);
  const stored = valueAt(sheet, row, column);
  // As an error, so that nothing takes it for an empty cell.
  const value = stored === null && formula !== undefined ? { error: `=${formula}` } : stored;
  const text = isCellError(value) ? value.error : textAt(sheet, row, column);
  return { value, text, broken: isCellError(value), cell: { sheet: sheet.name, row, column }, header };
}

/** Collects what is wrong with the cells of a scheme sheet, so that all mistakes are told together. */
export class Mistakes {
  readonly findings: Finding[] = [];
  readonly #told = new Set<string>();

  /** Says that a cell holds something else than is allowed there; of one cell only the first time. */
  wrong({ text, cell, header }: SchemeCell, allowed: string): void {
    if (this.#told.has(cellKey(cell))) return;
    this.#told.add(cellKey(cell));
    this.findings.push(finding('scheme-cell', { header, found: text, allowed }, [cell]));
  }

  /** What was read from a cell; where nothing could be, the cell is wrong. */
  read<T>(cell: SchemeCell, value: T | undefined, allowed: string): T | undefined {
    if (value === undefined) this.wrong(cell, allowed);
    return value;
  }

  /** A text that must not be empty. */
  words(cell: SchemeCell): string | undefined {
    return this.read(cell, cell.text === '' || isCellError(cell.value) ? undefined : cell.text, ALLOWED.words);
  }

  /** A text that may be empty. */
  anyWords(cell: SchemeCell): string | undefined {
    return this.read(cell, isCellError(cell.value) ? undefined : cell.text, ALLOWED.words);
  }

  /** A number of points that is not negative, as a decimal text: what the sheet shows, `5`, `1.50`, also from `5分`. */
  decimal(cell: SchemeCell): string | undefined {
    const { value } = cell;
    const text = decimalText(typeof value === 'string' ? value.trim().replace(/分$/, '') : value);
    return this.read(cell, text?.startsWith('-') === true ? undefined : text, ALLOWED.number);
  }

  /** One of a few words, or another that is known to mean the same; an empty cell means the first. */
  choice<T>(
    cell: SchemeCell,
    choices: ReadonlyMap<string, T>,
    aliases: ReadonlyMap<string, T> = new Map(),
  ): T | undefined {
    const words = [...choices.keys()];
    const all = new Map([...choices, ...aliases]);
    const word = cell.text === '' ? words[0] : [...all.keys()].find((one) => sameLabel(one, cell.text));
    const chosen = word === undefined || isCellError(cell.value) ? undefined : all.get(word);
    return this.read(cell, chosen, words.join(LIST_SEPARATOR));
  }
}

function decimalText(value: CellValue): string | undefined {
  if (typeof value === 'number') {
    const decimal = decimalOfDouble(value);
    return fixed(exactOf(decimal), decimal.decimals);
  }
  if (typeof value !== 'string') return undefined;
  const reading = readNumber(value);
  if (reading.kind !== 'number' || reading.percent) return undefined;
  return fixed(exactOf(reading.decimal), reading.decimal.decimals);
}

/** A decimal text as a cell holds it: a number if nothing of its writing is lost (`5`), else the text (`5.0`). */
export function decimalCell(decimal: string): string | number {
  const number = Number(decimal);
  return String(number) === decimal ? number : decimal;
}
