import { decimalOfDouble, exactOf, readNumber } from '../money/decimal.ts';
import { exact, whole, type Exact } from '../money/exact.ts';
import { parseAddress, type CellRef } from './cell-ref.ts';
import { formulaAt, isCellError, valueAt, type Sheet, type Workbook } from './workbook.ts';

/*
 * Totals in forms are sums of cells. Programs that edit a workbook often leave such totals stale or without a value, so sums
 * are computed here; every other formula keeps the value its spreadsheet stored.
 */

const MAX_DEPTH = 64;
const MAX_CELLS = 100_000;

/** A total of our own form, which stays empty while there is nothing to add: `IF(COUNT(C5,C6)=0,"",SUM(C5,C6))`. */
export function sumOrBlank(cells: string): string {
  return `IF(COUNT(${cells})=0,"",SUM(${cells}))`;
}

const SUM_OR_BLANK = /^IF\(COUNT\(([^()]*)\)=0,"",(SUM\(([^()]*)\))\)$/i;

/**
 * The value of a formula made only of cells, ranges in SUM, numbers, `+` and `-`, or of the form of `sumOrBlank`.
 * @returns 'blank' for a total with nothing to add; undefined for any other formula, for one that refers to errors or to itself,
 * or to text outside SUM.
 */
export function evaluateSum(workbook: Workbook, sheet: Sheet, formula: string): ComputedSum | 'blank' | undefined {
  const evaluator = new SumEvaluator(workbook);
  const total = evaluator.evaluate(sheet, formula, 0);
  if (total === undefined || total === 'blank') return total;
  const { blanks, texts } = evaluator;
  return { total, blanks, texts, isOurs: SUM_OR_BLANK.test(withoutSpaces(formula)) };
}

/** A sum with what it passed over. */
export interface ComputedSum {
  readonly total: Exact;
  /** Empty cells that the sum covers, directly or through other sums. */
  readonly blanks: readonly CellRef[];
  /** Cells with a number typed as text, which a spreadsheet leaves out of a SUM. */
  readonly texts: readonly CellRef[];
  /** True for the form of `sumOrBlank`, whose sheet asks for a 0 where there is nothing. */
  readonly isOurs: boolean;
}

class SumEvaluator {
  #cells = 0;
  readonly blanks: CellRef[] = [];
  readonly texts: CellRef[] = [];
  /** How many cells held numbers so far. */
  #numbers = 0;

  constructor(private readonly workbook: Workbook) {}

  evaluate(sheet: Sheet, formula: string, depth: number): Exact | 'blank' | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const compact = withoutSpaces(formula);
    const guarded = SUM_OR_BLANK.exec(compact);
    if (guarded !== null && guarded[1] === guarded[3]) {
      const before = this.#numbers;
      const total = this.evaluate(sheet, guarded[2] ?? '', depth + 1);
      return this.#numbers === before && total !== undefined ? 'blank' : total;
    }
    const terms = splitTerms(compact);
    if (terms === undefined) return undefined;
    let total = whole(0);
    for (const { sign, text } of terms) {
      const term = this.#term(sheet, text, depth);
      if (term === undefined) return undefined;
      total = sign > 0 ? total.add(term) : total.sub(term);
    }
    return total;
  }

  #term(sheet: Sheet, text: string, depth: number): Exact | undefined {
    if (/^\d+(\.\d+)?$/.test(text)) return exact(text);
    const call = /^SUM\((.*)\)$/i.exec(text);
    if (call === null) return this.#range(sheet, text, depth, false);
    let total = whole(0);
    for (const argument of (call[1] ?? '').split(',')) {
      const part = /^\d+(\.\d+)?$/.test(argument) ? exact(argument) : this.#range(sheet, argument, depth, true);
      if (part === undefined) return undefined;
      total = total.add(part);
    }
    return total;
  }

  #range(sheet: Sheet, text: string, depth: number, inSum: boolean): Exact | undefined {
    const bang = text.lastIndexOf('!');
    const name =
      bang < 0
        ? sheet.name
        : text
            .slice(0, bang)
            .replace(/^'(.*)'$/, '$1')
            .replaceAll("''", "'");
    const target = this.workbook.sheets.find((candidate) => candidate.name === name);
    const [first = '', last, more] = text.slice(bang + 1).split(':');
    const from = parseAddress(first);
    const to = last === undefined ? from : parseAddress(last);
    if (target === undefined || from === undefined || to === undefined || more !== undefined) return undefined;
    if (last !== undefined && !inSum) return undefined;
    let total = whole(0);
    for (let row = from.row; row <= to.row; row++) {
      for (let column = from.column; column <= to.column; column++) {
        this.#cells += 1;
        if (this.#cells > MAX_CELLS) return undefined;
        const cell = this.#cell(target, row, column, depth, inSum);
        if (cell === undefined) return undefined;
        total = total.add(cell);
      }
    }
    return total;
  }

  #cell(sheet: Sheet, row: number, column: number, depth: number, inSum: boolean): Exact | undefined {
    const formula = formulaAt(sheet, row, column);
    const value = valueAt(sheet, row, column);
    if (formula !== undefined) {
      const computed = this.evaluate(sheet, formula, depth + 1);
      if (computed === 'blank') return whole(0);
      if (computed !== undefined) {
        this.#numbers += 1;
        return computed;
      }
      if (value === null) return undefined;
    }
    if (value === null || value === '') {
      this.blanks.push({ sheet: sheet.name, row, column });
      return whole(0);
    }
    if (isCellError(value)) return undefined;
    if (typeof value === 'number') {
      this.#numbers += 1;
      return exactOf(decimalOfDouble(value));
    }
    const reading = typeof value === 'string' ? readNumber(value) : undefined;
    if (inSum) {
      if (reading?.kind === 'number') this.texts.push({ sheet: sheet.name, row, column });
      return whole(0);
    }
    return reading?.kind === 'number' && !reading.percent ? exactOf(reading.decimal) : undefined;
  }
}

/** Spaces mean nothing in these formulas, except in the name of a sheet. */
function withoutSpaces(formula: string): string {
  return formula.replace(/('(?:[^']|'')*')|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
}

function splitTerms(formula: string): { sign: 1 | -1; text: string }[] | undefined {
  const terms: { sign: 1 | -1; text: string }[] = [];
  const pattern =
    /([+-]?)((?:SUM\((?:'(?:[^']|'')*'|[^()'])*\))|(?:(?:'(?:[^']|'')+'|[^'+\-*/()=<>&,:!]+)!)?\$?[A-Z]{1,3}\$?\d+|\d+(?:\.\d+)?)/giy;
  let end = 0;
  for (let match = pattern.exec(formula); match !== null; match = pattern.exec(formula)) {
    if (terms.length > 0 && match[1] === '') return undefined;
    terms.push({ sign: match[1] === '-' ? -1 : 1, text: match[2] ?? '' });
    end = pattern.lastIndex;
  }
  return end === formula.length && terms.length > 0 ? terms : undefined;
}
