import type { CellValue } from '../../src/core/workbook/workbook.ts';
import type { CellWrite } from '../../src/core/workbook/write-plan.ts';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';
import { withoutRecord } from './edits.ts';
import { cellsOf } from './plain-sheets.ts';
import { sample } from './project.ts';

const WEIGHTS = {
  服务公民科学素质提升任务完成率: 15,
  服务科技工作者任务完成率: 15,
  服务创新驱动发展战略任务完成率: 15,
  服务党和政府科学决策任务完成率: 15,
  预算完成率: 5,
  一般公共预算支出年度平均执行率: 5,
  资金使用合规性: 5,
  采购管理合规性: 5,
  预决算公开合规性: 3,
  绩效信息公开情况: 2,
  资产管理规范性: 5,
  绩效目标合理性: 5,
  绩效监控和绩效评价开展情况: 5,
} as const;

/** The rows of a bureau's own score sheet, results empty: 指标 | 分值 | 指标值 | 得分 | 扣分 | 扣分原因. */
export function scoreSheetRows(): readonly string[] {
  return [
    '部门整体支出绩效自评评分表',
    '指标 | 分值 | 指标值 | 得分 | 扣分 | 扣分原因',
    ...Object.entries(WEIGHTS).map(([name, weight]) => `${name} | ${String(weight)} | | | | `),
    '合计 | 100 | | | | ',
  ];
}

/** A workbook, the sample unless another is given, with a score sheet 评分表 of its own. */
export function withScoreSheet(lines: readonly string[], bytes: Uint8Array = sample()): Promise<Uint8Array> {
  return withScoreRows(
    lines.map((line) => cellsOf(line).map(({ value }) => value)),
    bytes,
  );
}

/** The same, with the rows as values. */
export async function withScoreRows(
  rows: readonly (readonly CellValue[])[],
  bytes: Uint8Array = sample(),
): Promise<Uint8Array> {
  const cells = rows.flatMap((line, row) =>
    line.flatMap((value, column): CellWrite[] => {
      if (typeof value === 'number') return [{ row, column, content: { kind: 'number', value } }];
      return typeof value === 'string' && value !== '' ? [{ row, column, content: { kind: 'text', value } }] : [];
    }),
  );
  const sheet = { name: '评分表', cells, merges: [], columnWidths: [30, 8, 10, 8, 8, 40], headerRow: 1 };
  return withoutRecord(await patchXlsx(bytes, { changes: [], newSheets: [sheet] }));
}
