import { combined, guarded, joinRuns } from '../ledger/cell-formula.ts';
import { numberOf } from '../ledger/ledger.ts';
import { asDouble } from '../money/exact.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { NOT_APPLICABLE, NO_DATA } from '../texts/terms.ts';
import type { CellContent } from '../workbook/write-plan.ts';

/*
 * What the result columns of a score sheet hold. Every number is a live formula where its inputs are cells that hold numbers;
 * otherwise the value that the core computed.
 */

/** References to the cells of one row, in the form formulas on that sheet use; undefined for cells that are not to be used. */
export interface RowRefs {
  readonly value: string | undefined;
  readonly weight: string | undefined;
  readonly score: string | undefined;
}

/** 指标值: the rate, or the words for the other two answers; undefined for indicators without one. */
export function valueContent({ value }: IndicatorResult): CellContent | undefined {
  if (value === undefined) return undefined;
  if (value.status === 'missing') return text(NO_DATA);
  if (value.status === 'not-applicable') return text(NOT_APPLICABLE);
  const number = numberOf(value.value);
  if (number === undefined) return text(NO_DATA);
  const { formula } = value.value;
  const result = asDouble(number);
  const complete = formula && guarded(formula);
  return complete === undefined || complete.length > MAX_FORMULA
    ? { kind: 'number', value: result }
    : { kind: 'formula', formula: complete, result };
}

/** A spreadsheet refuses longer formulas; months stated one by one in a sheet with a long name can get there. */
const MAX_FORMULA = 8000;

/** 得分 */
export function scoreContent(result: IndicatorResult, refs: RowRefs): CellContent {
  const formula = scoreFormula(result, refs);
  const shown = result.score === undefined ? undefined : asDouble(result.score);
  if (formula !== undefined) return { kind: 'formula', formula, result: shown ?? absentWord(result) };
  return shown === undefined ? text(absentWord(result)) : { kind: 'number', value: shown };
}

/** 扣分 = 分值 − 得分 */
export function deductionContent(result: IndicatorResult, refs: RowRefs, precision: number): CellContent {
  const score = refs.score ?? scoreFormula(result, refs);
  const shown = result.deduction === undefined ? undefined : asDouble(result.deduction);
  if (score === undefined || 3 * score.length > MAX_FORMULA) {
    return shown === undefined ? text(absentWord(result)) : { kind: 'number', value: shown };
  }
  const weight = refs.weight ?? result.weight.toString();
  return {
    kind: 'formula',
    formula: `IF(ISNUMBER(${score}),ROUND(${weight}-${score},${String(precision)}),${score})`,
    result: shown ?? absentWord(result),
  };
}

/** The sum of result cells that all hold numbers, or 缺数据. */
export function totalContent(refs: readonly string[], total: Scorecard['total']['score']): CellContent {
  const formula = guarded({ expression: `SUM(${joinRuns(refs)})`, needs: refs, divisions: [] });
  return { kind: 'formula', formula, result: total === undefined ? NO_DATA : asDouble(total) };
}

/** A total as the core computed it, where a cell that it adds up holds something else. */
export function fixedTotal(total: Scorecard['total']['score']): CellContent {
  return total === undefined ? text(NO_DATA) : { kind: 'number', value: asDouble(total) };
}

function scoreFormula(result: IndicatorResult, refs: RowRefs): string | undefined {
  const formula = anyScoreFormula(result, refs);
  return formula !== undefined && formula.length <= MAX_FORMULA ? formula : undefined;
}

function anyScoreFormula(result: IndicatorResult, refs: RowRefs): string | undefined {
  const { formula, value, indicator } = result;
  if (formula?.complete !== undefined) return formula.complete;
  if (formula?.overValue === undefined) return undefined;
  const weight = refs.weight ?? result.weight.toString();
  if (refs.value !== undefined) {
    const notApplicable =
      indicator.notApplicable === 'full-marks'
        ? `IF(${refs.value}="${NOT_APPLICABLE}",${weight},${refs.value})`
        : refs.value;
    return `IF(ISNUMBER(${refs.value}),${formula.overValue(refs.value, weight)},${notApplicable})`;
  }
  if (value?.status !== 'value' || value.value.formula === undefined) return undefined;
  const inner = value.value.formula;
  const score = combined(formula.overValue(`(${inner.expression})`, weight), [inner]);
  return indicator.notApplicable === 'full-marks' ? guarded(score, weight) : guarded(score);
}

function absentWord({ status }: IndicatorResult): string {
  return status === 'not-applicable' ? NOT_APPLICABLE : NO_DATA;
}

function text(value: string): CellContent {
  return { kind: 'text', value };
}
