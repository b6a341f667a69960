import { combined, guarded, joinRuns } from '../ledger/cell-formula.ts';
import { numberOf } from '../ledger/ledger.ts';
import { asDouble, type Exact } from '../money/exact.ts';
import { isJudgedRule } from '../scheme/rules/rules.ts';
import type { WeightTable } from '../scheme/weight-tables.ts';
import type { WeightInForce } from '../scheme/weighing.ts';
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
  /** Set where the cell of the weight changes with what applies. */
  readonly varying?: WeightInForce | undefined;
}

/** 指标值: the rate, or the words for the other two answers; undefined for indicators without one. */
export function valueContent({ value }: IndicatorResult): CellContent | undefined {
  if (value === undefined) return undefined;
  if (value.status === 'missing') return text(NO_DATA);
  const { formula } = value.status === 'value' ? value.value : value;
  const number = value.status === 'value' ? numberOf(value.value) : undefined;
  const complete = formula && guarded(formula);
  const isLive = complete !== undefined && complete.length <= MAX_FORMULA;
  if (value.status === 'not-applicable') {
    return isLive ? { kind: 'formula', formula: complete, result: NOT_APPLICABLE } : text(NOT_APPLICABLE);
  }
  if (number === undefined) return text(NO_DATA);
  const result = asDouble(number);
  return isLive ? { kind: 'formula', formula: complete, result } : { kind: 'number', value: result };
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

/**
 * 分值: a number, or a formula that follows the indicators whose weight is given to others while they do not apply.
 * @param valueRef the cell that holds the value of a result, or 不适用
 */
export function weightContent(
  result: IndicatorResult,
  table: WeightTable | undefined,
  valueRef: (of: IndicatorResult) => string | undefined,
): CellContent {
  const number = asDouble(result.weight);
  const refs = table?.switches.flatMap((one) => valueRef(one) ?? []) ?? [];
  if (table === undefined || refs.length < table.switches.length) return { kind: 'number', value: number };
  const tests = refs.map((ref) => `${ref}="${NOT_APPLICABLE}"`);
  const weights = table.weights.map(String);
  const formula =
    tests.length === 1
      ? `IF(${tests.join('')},${[...weights].reverse().join(',')})`
      : `CHOOSE(1+${tests.map((test, index) => `${String(2 ** index)}*(${test})`).join('+')},${weights.join(',')})`;
  return { kind: 'formula', formula, result: number };
}

/**
 * The sum of result cells that all hold numbers, or 缺数据.
 * @param open true where cells may hold 不适用 and are then left out
 */
export function totalContent(refs: readonly string[], total: Scorecard['total']['score'], open: boolean): CellContent {
  const runs = joinRuns(refs);
  const words = runs.split(',').map((run) => `COUNTIF(${run},"${NOT_APPLICABLE}")`);
  const formula = open
    ? `IF(COUNT(${runs})+${words.join('+')}=${String(refs.length)},SUM(${runs}),"${NO_DATA}")`
    : guarded({ expression: `SUM(${runs})`, needs: refs, divisions: [] });
  return { kind: 'formula', formula, result: total === undefined ? NO_DATA : asDouble(total) };
}

/** The cell of a weight for formulas that follow it; undefined where it holds a number that stays. */
export function varyingWeight(
  ref: string,
  content: CellContent,
  table: WeightTable | undefined,
): WeightInForce | undefined {
  return content.kind === 'formula' && table !== undefined ? { expression: ref, most: table.most } : undefined;
}

/** The sum of weights without those of rows whose score is 不适用. */
export function weightTotalContent(weights: readonly string[], scores: readonly string[], total: Exact): CellContent {
  const formula = `SUMIF(${joinRuns(scores)},"<>${NOT_APPLICABLE}",${joinRuns(weights)})`;
  return { kind: 'formula', formula, result: asDouble(total) };
}

/** True where a score may be 不适用 and is then no part of the total. */
export function mayBeLeftOut({ results }: Scorecard): boolean {
  return results.some(
    ({ indicator: { notApplicable, rule } }) => notApplicable !== 'full-marks' && !isJudgedRule(rule),
  );
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
  if (formula?.complete !== undefined) return formula.complete(refs.varying);
  if (formula?.overValue === undefined) return undefined;
  const weight = refs.weight ?? result.weight.toString();
  if (refs.value !== undefined) {
    const notApplicable =
      indicator.notApplicable === 'full-marks'
        ? `IF(${refs.value}="${NOT_APPLICABLE}",${weight},${refs.value})`
        : refs.value;
    return `IF(ISNUMBER(${refs.value}),${formula.overValue(refs.value, weight, refs.varying)},${notApplicable})`;
  }
  const inner = value?.status === 'value' ? value.value.formula : value?.status === 'not-applicable' && value.formula;
  if (inner === undefined || inner === false) return undefined;
  const score = combined(formula.overValue(`(${inner.expression})`, weight, refs.varying), [inner]);
  return indicator.notApplicable === 'full-marks' ? guarded(score, weight) : guarded(score);
}

function absentWord({ status }: IndicatorResult): string {
  return status === 'not-applicable' ? NOT_APPLICABLE : NO_DATA;
}

function text(value: string): CellContent {
  return { kind: 'text', value };
}
