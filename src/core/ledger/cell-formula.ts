import { NOT_APPLICABLE, NO_DATA } from '../texts/terms.ts';
import { columnIndex, formulaRef, type CellRef } from '../workbook/cell-ref.ts';

/**
 * What a formula divides by what; a divisor of 0 is 不适用 when the dividend is 0 as well, otherwise something is missing. Without
 * a dividend it is always missing.
 */
export interface Division {
  readonly dividend: string | undefined;
  readonly divisor: string;
}

/**
 * A value as a spreadsheet can compute it. `needs` must hold numbers and no divisor may be 0 for the expression to mean anything;
 * `guarded` turns that into the same three answers the core gives.
 */
export interface CellFormula {
  readonly expression: string;
  readonly needs: readonly string[];
  readonly divisions: readonly Division[];
}

/** The sum of cells in some unit, in 元 or as a plain number: `(预算!C5+预算!C6)*10000`. */
export function sumOfCells(cells: readonly CellRef[], factor: number): CellFormula {
  const refs = cells.map(formulaRef);
  const sum = refs.join('+');
  const grouped = refs.length > 1 ? `(${sum})` : sum;
  return { expression: factor === 1 ? grouped : `${grouped}*${String(factor)}`, needs: refs, divisions: [] };
}

/** An expression over other formulas; what they need, it needs. */
export function combined(
  expression: string,
  parts: readonly CellFormula[],
  divisions: readonly Division[] = [],
): CellFormula {
  return {
    expression,
    needs: [...new Set(parts.flatMap((part) => part.needs))],
    divisions: [...parts.flatMap((part) => part.divisions), ...divisions],
  };
}

/** `a ÷ b` of two formulas. Where `a` divides itself, only its own divisions tell whether there is something to divide. */
export function quotientFormula(a: CellFormula, b: CellFormula): CellFormula {
  return combined(
    `${a.expression}/${factor(b.expression)}`,
    [a, b],
    [{ dividend: a.divisions.length === 0 ? a.expression : undefined, divisor: b.expression }],
  );
}

function factor(expression: string): string {
  return /[*/+-]/.test(expression.replace(/'[^']*'!/g, '')) ? `(${expression})` : expression;
}

/**
 * The complete formula, without `=`: 缺数据 when a needed cell is not a number or a divisor is 0, 不适用 when all that is divided is
 * 0 as well.
 * @param notApplicable what stands for 不适用, as an expression
 */
export function guarded(formula: CellFormula, notApplicable = `"${NOT_APPLICABLE}"`): string {
  const divisors = [...new Set(formula.divisions.map(({ divisor }) => divisor))];
  const applicable =
    divisors.length === 0
      ? formula.expression
      : `IF(${product(divisors)}=0,IF(${nothingAtAll(formula.divisions)},${notApplicable},"${NO_DATA}"),${formula.expression})`;
  if (formula.needs.length === 0) return applicable;
  return `IF(COUNT(${joinRuns(formula.needs)})<${String(formula.needs.length)},"${NO_DATA}",${applicable})`;
}

/** One expression that is 0 when any of the divisors is. */
function product(divisors: readonly string[]): string {
  const [only, second] = divisors;
  if (only === undefined || second === undefined) return only ?? '';
  return divisors.every(isRef) ? `PRODUCT(${joinRuns(divisors)})` : divisors.map(factor).join('*');
}

/** A test that there is nothing to divide and nothing to divide it by. */
function nothingAtAll(divisions: readonly Division[]): string {
  const [only, second] = divisions;
  // The only divisor is known to be 0 where this is asked.
  if (only?.dividend !== undefined && second === undefined) return `${only.dividend}=0`;
  const judged = divisions.filter(({ dividend }) => dividend !== undefined);
  if (judged.length === 0) return 'FALSE';
  const all = [...judged.flatMap(({ dividend }) => dividend ?? []), ...judged.map(({ divisor }) => divisor)];
  const refs = [...new Set(all)];
  return refs.every(isRef) ? `SUMSQ(${joinRuns(refs)})=0` : `AND(${refs.map((ref) => `${ref}=0`).join(',')})`;
}

function isRef(expression: string): boolean {
  return /^(?:(?:'[^']+'|[^'!*/+()<>=,-]+)!)?[A-Z]{1,3}\d+$/.test(expression);
}

/**
 * The sum of quotients of cells: `SUMPRODUCT(A!B5:M5/A!B4:M4)` when dividends and divisors are each a run of neighbours, otherwise
 * written out. Only rows are joined: months stand side by side in the forms that are known.
 */
export function sumOfQuotients(quotients: readonly CellFormula[]): string {
  const parts = quotients.map(({ expression, needs }) =>
    needs.length === 2 && expression === needs.join('/') && needs.every(isRef) ? needs : undefined,
  );
  const pairs = parts.filter((part) => part !== undefined);
  const above = joinRuns(pairs.map(([dividend = '']) => dividend));
  const below = joinRuns(pairs.map(([, divisor = '']) => divisor));
  const inRuns = pairs.length === quotients.length && isRow(above) && isRow(below);
  return inRuns ? `SUMPRODUCT(${above}/${below})` : quotients.map(({ expression }) => expression).join('+');
}

/** True for one range of several cells in one row; a row divided by a column would be a table. */
function isRow(range: string): boolean {
  const match = /^[^,]*?(?:^|!)[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range);
  return match !== null && match[1] === match[2];
}

/** References with neighbours in one row or column joined to ranges: `A!C5,A!D5,A!E5` → `A!C5:E5`. */
export function joinRuns(refs: readonly string[]): string {
  const runs: string[] = [];
  let start = '';
  let last = '';
  for (const ref of refs) {
    if (last !== '' && follows(last, ref, start)) {
      last = ref;
      continue;
    }
    if (last !== '') runs.push(joined(start, last));
    start = ref;
    last = ref;
  }
  if (last !== '') runs.push(joined(start, last));
  return runs.join(',');
}

function joined(start: string, last: string): string {
  return start === last ? start : `${start}:${last.slice(last.lastIndexOf('!') + 1)}`;
}

function split(ref: string): { sheet: string; letters: string; row: number } {
  const bang = ref.lastIndexOf('!');
  const match = /^([A-Z]+)(\d+)$/.exec(ref.slice(bang + 1));
  return { sheet: ref.slice(0, Math.max(0, bang)), letters: match?.[1] ?? '', row: Number(match?.[2] ?? 0) };
}

function follows(last: string, ref: string, start: string): boolean {
  const a = split(last);
  const b = split(ref);
  const s = split(start);
  if (a.sheet !== b.sheet) return false;
  if (a.row === b.row && s.row === b.row) return columnIndex(a.letters) + 1 === columnIndex(b.letters);
  return a.letters === b.letters && s.letters === b.letters && a.row + 1 === b.row;
}
