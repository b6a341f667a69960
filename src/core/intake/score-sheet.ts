import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { findListHeader } from '../workbook/list-header.ts';
import { MergeIndex } from '../workbook/merge-index.ts';
import { rowLabel } from '../workbook/labels.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

const WORDS = {
  indicator: ['三级指标', '指标', '指标名称', '评价指标', '四级指标'],
  weight: ['分值', '权重', '标准分', '指标分值', '权重分值'],
  value: ['指标值', '实际值', '完成值', '指标完成值', '指标实际值'],
  score: ['得分', '自评得分', '自评分', '评分'],
  deduction: ['扣分', '扣分值', '扣分情况'],
  reason: ['扣分原因', '扣分原因和其他说明', '扣分原因说明', '扣分说明'],
  evidence: ['佐证材料'],
  point: ['评分要点', '评价要点', '检查项'],
} as const;

type Role = keyof typeof WORDS;

/** The columns that a write-back may fill. */
export type ResultRole = 'value' | 'score' | 'deduction' | 'reason';
export const RESULT_ROLES: readonly ResultRole[] = ['value', 'score', 'deduction', 'reason'];

/** The bureau's own table to be filled in: indicators with weights and columns for results. */
export interface ScoreSheet {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  readonly rows: readonly { readonly row: number; readonly name: string }[];
  /** The row 合计 or 总分, if there is one. */
  readonly totalRow: number | undefined;
}

/** Reads a sheet as a score sheet. Undefined when it lacks 指标, 分值 or any result column, or lists points to judge. */
export function findScoreSheet(sheet: Sheet): ScoreSheet | undefined {
  const header = findListHeader<Role>(sheet, WORDS, ['indicator', 'weight']);
  if (header === undefined || header.columns.point !== undefined) return undefined;
  if (!RESULT_ROLES.some((role) => header.columns[role] !== undefined)) return undefined;
  const merges = new MergeIndex(sheet);
  const rows: { row: number; name: string }[] = [];
  let totalRow: number | undefined;
  const names = header.columns.indicator ?? 0;
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const range = merges.range(row, names);
    const labels = sheet.rows[row]?.map((_, column) => rowLabel(textAt(sheet, row, column))) ?? [];
    if (labels.some((label) => TOTAL_WORDS.includes(label) || label === '总分' || label === '得分合计')) {
      totalRow ??= row;
      continue;
    }
    // Below the total stand notes and signatures.
    if (totalRow !== undefined || (range !== undefined && range.top !== row)) continue;
    const name = textAt(sheet, row, names);
    if (name !== '') rows.push({ row, name });
  }
  // So they do below the last weight where there is no total.
  const weighs = ({ row }: { row: number }): boolean => textAt(sheet, row, header.columns.weight ?? 0) !== '';
  rows.length = rows.findLastIndex(weighs) + 1;
  return rows.length === 0 ? undefined : { sheet, headerRow: header.row, columns: header.columns, rows, totalRow };
}

/** The cell of a result, if the sheet has that column. */
export function resultCell(scoreSheet: ScoreSheet, row: number, role: Role): CellRef | undefined {
  const column = scoreSheet.columns[role];
  return column === undefined ? undefined : { sheet: scoreSheet.sheet.name, row, column };
}
