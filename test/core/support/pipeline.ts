import { intake } from '../../../src/core/intake/intake.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { evaluate, type Evaluation } from '../../../src/core/scheme/evaluate.ts';
import type { Scheme } from '../../../src/core/scheme/scheme.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { planWriteBack, type WriteBack } from '../../../src/core/writeback/plan.ts';
import { applied, type Rows } from './workbooks.ts';

export interface Run {
  readonly ledger: Ledger;
  readonly evaluation: Evaluation;
  readonly writeBack: WriteBack;
  /** The workbook as it stands after the write-back. */
  readonly after: Workbook;
}

/** Reads, scores and writes back, as the command does. */
export function run(workbook: Workbook, scheme: Scheme): Run {
  const { ledger } = intake(workbook);
  const evaluation = evaluate(scheme, ledger);
  const writeBack = planWriteBack(workbook, evaluation.scorecard, { year: '2023', department: '某局' });
  return { ledger, evaluation, writeBack, after: applied(workbook, writeBack.plan) };
}

/** 支出 in 元 with 财政拨款 only. */
export const EXECUTION: Rows = [
  ['单位：元'],
  ['支出类别', '财政拨款年初预算数', '财政拨款全年预算数', '财政拨款决算数'],
  ['基本支出', 1999000, 2000000, 1994112.36],
  ['项目支出', 403700, 445700, 407600],
  ['合计', 2402700, 2445700, 2401712.36],
];

/** Answers to a graded indicator and a checklist. */
export const ANSWERS: Rows = [
  ['指标', '满分', '评分要点', '填写', '扣分原因', '佐证材料'],
  ['绩效目标合理性', 5, '得分', 4.7, '目标不够量化', '目标申报表'],
  ['采购管理合规性', 3, '意向公开', '是', '', '公告'],
  ['采购管理合规性', 3, '备案及时', '否', '', ''],
];
