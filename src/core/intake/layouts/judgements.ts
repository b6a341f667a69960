import { finding } from '../../findings/finding.ts';
import type { Judgement, JudgementAnswer } from '../../ledger/judgement.ts';
import { exactOf } from '../../money/decimal.ts';
import { COUNT_POINT, DEDUCTION_POINT, JUDGEMENT_ANSWERS, SCORE_POINT, WORD_CELLS } from '../../texts/terms.ts';
import { OWN_COLUMNS, READING } from '../../texts/intake-texts.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { isCellError, textAt, valueAt, type CellValue, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { findListHeader } from '../../workbook/list-header.ts';
import { MergeIndex } from '../../workbook/merge-index.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { describeList } from '../records.ts';
import { certaintyOf, type Layout } from '../layout.ts';

const WORDS = {
  indicator: ['指标', '指标名称', '三级指标', '评价指标'],
  point: ['评分要点', '评价要点', '检查项'],
  answer: ['填写', '填报', '结果', '填报结果', '评分结果'],
  reason: ['扣分原因', '扣分原因和其他说明', '原因说明'],
  evidence: ['佐证材料', '佐证材料及出处', '佐证材料名称'],
  where: ['材料出处', '出处', '佐证材料出处', '存放位置'],
} as const;

/** What a row asks for, by its 评分要点; any other point is answered with 是 or 否. */
const ASKS = new Map<string, Judgement['asks']>([
  [SCORE_POINT, 'score'],
  [DEDUCTION_POINT, 'deduction'],
  [COUNT_POINT, 'count'],
]);

type Role = keyof typeof WORDS;

/** What people decide: scores, checklist items met or not, counts; each with its reason and evidence. */
export const judgements: Layout = {
  name: '自评打分',
  recognise: ({ sheet }) => {
    const header = findListHeader<Role>(sheet, WORDS, ['indicator', 'point', 'answer']);
    if (header === undefined) return undefined;
    const { columns } = header;
    return {
      confidence: certaintyOf(20 + Object.keys(columns).length),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        describeList(sheet, { row: header.row, columns, meanings: OWN_COLUMNS }, collector);
        const merges = new MergeIndex(sheet);
        let indicator = '';
        for (let row = header.row + 1; row < sheet.rows.length; row++) {
          indicator = merges.text(sheet, row, columns.indicator ?? 0).trim() || indicator;
          const point = textAt(sheet, row, columns.point ?? 0);
          const words = (['indicator', 'point', 'reason', 'evidence', 'where'] as const).flatMap(
            (role) => columns[role] ?? [],
          );
          collector.wordErrors(
            sheet,
            words.map((column) => ({ row, column })),
            WORD_CELLS.judgement,
          );
          if (indicator === '' || point === '') continue;
          collector.log.row(row, '明细');
          const judgement = readJudgement(workbook, sheet, merges, row, indicator, point, columns, collector);
          if (judgement.answer !== undefined) collector.log.facts += 1;
          collector.judgements.push(judgement);
        }
      },
    };
  },
};

function readJudgement(
  workbook: Workbook,
  sheet: Sheet,
  merges: MergeIndex,
  row: number,
  indicator: string,
  point: string,
  columns: Readonly<Partial<Record<Role, number>>>,
  collector: Collector,
): Judgement {
  const at = (column: number | undefined): string =>
    column === undefined ? '' : merges.text(sheet, row, column).trim();
  const cell: CellRef = { sheet: sheet.name, row, column: columns.answer ?? 0 };
  /** The cell that a person typed into, where rows share one. */
  const cellIn = (column: number): CellRef => ({
    sheet: sheet.name,
    row: merges.range(row, column)?.top ?? row,
    column,
  });
  const [evidence, where] = [at(columns.evidence), at(columns.where)];
  const evidenceColumn = columns.evidence ?? columns.where;
  return {
    indicator,
    point: [SCORE_POINT, DEDUCTION_POINT, COUNT_POINT].includes(plainLabel(point)) ? '' : point,
    asks: ASKS.get(plainLabel(point)) ?? 'answer',
    answer: readAnswer(workbook, sheet, cell, point, `${indicator}·${point}`, collector),
    reason: at(columns.reason),
    reasonCell: columns.reason === undefined ? undefined : cellIn(columns.reason),
    evidence:
      evidenceColumn === undefined || (evidence === '' && where === '')
        ? undefined
        : { name: evidence, where, cell: cellIn(evidenceColumn) },
    evidenceCell: columns.evidence === undefined ? undefined : cellIn(columns.evidence),
    whereCell: columns.where === undefined ? undefined : cellIn(columns.where),
    cell,
    origin: 'judgement-sheet',
    plainAnswer: isPlain(valueAt(sheet, row, cell.column)),
  };
}

function readAnswer(
  workbook: Workbook,
  sheet: Sheet,
  cell: CellRef,
  point: string,
  header: string,
  collector: Collector,
): JudgementAnswer | undefined {
  const label = plainLabel(point);
  if ([SCORE_POINT, DEDUCTION_POINT, COUNT_POINT].includes(label)) {
    const number = readCellNumber(workbook, sheet, cell.row, cell.column, header, collector, 'number');
    if (number === undefined) return undefined;
    const value = exactOf(number.decimal);
    if (label === SCORE_POINT) return { kind: 'score', score: value };
    return label === DEDUCTION_POINT ? { kind: 'deduction', deduction: value } : { kind: 'count', count: value };
  }
  const value = valueAt(sheet, cell.row, cell.column);
  if (isCellError(value)) {
    collector.report(finding('cell-error', { error: value.error, header }, [cell]));
    return undefined;
  }
  const text = plainLabel(textAt(sheet, cell.row, cell.column));
  if (text === '') return undefined;
  for (const [kind, words] of Object.entries(JUDGEMENT_ANSWERS)) {
    if (words.includes(text)) return { kind: kind as keyof typeof JUDGEMENT_ANSWERS };
  }
  const allowed = Object.values(JUDGEMENT_ANSWERS).map(([first]) => first);
  collector.report(finding('answer-unknown', { found: text, allowed: allowed.join('、') }, [cell]));
  return undefined;
}

function isPlain(value: CellValue): boolean {
  return (
    value === null ||
    typeof value === 'number' ||
    Object.values(JUDGEMENT_ANSWERS).some(([offered]) => offered === value)
  );
}
