import { isOurs } from '../intake/layouts/score-sheet.ts';
import type { ScoreSheet } from '../intake/score-sheet.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { weightTables } from '../scheme/weight-tables.ts';
import type { WeightInForce } from '../scheme/weighing.ts';
import { addressOf } from '../workbook/cell-ref.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { CellContent, CellWrite } from '../workbook/write-plan.ts';
import { varyingWeight, weightContent } from './result-cells.ts';

/** What becomes of the cell of a weight that an earlier write-back put there. */
export interface OwnWeight {
  readonly write: CellWrite;
  readonly ref: string;
  readonly varying: WeightInForce | undefined;
}

/**
 * True for a weight that an earlier write-back put there under a scheme whose weights move: it is ours to write again. Other
 * weights are the department's, whatever sheet they stand in.
 */
export function isOwnWeight(workbook: Workbook, target: ScoreSheet, row: number, { scheme }: Scorecard): boolean {
  if (scheme.indicators.every(({ notApplicable }) => notApplicable !== 'redistributed')) return false;
  return isOurs(workbook, target.sheet, { sheet: target.sheet.name, row, column: target.columns.weight ?? 0 });
}

/** @param valueRef the cell that will hold the value of a result, or 不适用 */
export function ownWeights(
  target: ScoreSheet,
  scorecard: Scorecard,
  valueRef: (of: IndicatorResult) => string | undefined,
): (row: number, result: IndicatorResult) => OwnWeight {
  const tables = weightTables(scorecard);
  const column = target.columns.weight ?? 0;
  return (row, result) => {
    const table = tables.get(result);
    const content: CellContent = weightContent(result, table, valueRef);
    const ref = addressOf({ row, column });
    return { write: { row, column, content, look: 'weight' }, ref, varying: varyingWeight(ref, content, table) };
  };
}
