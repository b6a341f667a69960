import { finding, type Finding } from '../../findings/finding.ts';
import { decimalOfDouble, exactOf, readNumber } from '../../money/decimal.ts';
import { fixed } from '../../money/exact.ts';
import { ALLOWED } from '../../texts/scheme-sheet-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { isCellError, type CellValue } from '../../workbook/workbook.ts';

/** A cell of the sheet 指标体系 that is being read: what it holds and what people call it. */
export interface SchemeCell {
  readonly value: CellValue;
  /** As a person reads it, without spaces around. */
  readonly text: string;
  readonly cell: CellRef;
  /** The header of its column or the label beside it. */
  readonly header: string;
}

/** Collects what is wrong with the cells of a scheme sheet, so that all mistakes are told together. */
export class Mistakes {
  readonly findings: Finding[] = [];

  /** Says that a cell holds something else than is allowed there. */
  wrong({ value, text, cell, header }: SchemeCell, allowed: string): void {
    const found = isCellError(value) ? value.error : text;
    this.findings.push(finding('scheme-cell', { header, found, allowed }, [cell]));
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

  /** A number that is not negative, as a decimal text: what the sheet shows, `5`, `1.50`. */
  decimal(cell: SchemeCell): string | undefined {
    const text = decimalText(cell.value);
    return this.read(cell, text?.startsWith('-') === true ? undefined : text, ALLOWED.number);
  }

  /** One of a few words; an empty cell means the first. */
  choice<T>(cell: SchemeCell, choices: ReadonlyMap<string, T>): T | undefined {
    const words = [...choices.keys()];
    const word = cell.text === '' ? words[0] : words.find((one) => plainLabel(one) === plainLabel(cell.text));
    const chosen = word === undefined || isCellError(cell.value) ? undefined : choices.get(word);
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
