import type { Judgement, JudgementAnswer } from '../../ledger/judgement.ts';
import { exactOf } from '../../money/decimal.ts';
import { NOT_APPLICABLE, NO_DATA } from '../../texts/terms.ts';
import { READING } from '../../texts/intake-texts.ts';
import { addressOf, type CellRef } from '../../workbook/cell-ref.ts';
import { sameFormula, sameNumber } from '../../workbook/same-formula.ts';
import { formulaAt, textAt, valueAt, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { describeOwnList } from '../own-list.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { findScoreSheet, resultCell, type ScoreSheet } from '../score-sheet.ts';

/** A score sheet is where results go; scores that a person typed there are read as that person's judgement. */
export const scoreSheet: Layout = {
  name: '绩效自评表',
  recognise: ({ sheet }) => {
    const found = findScoreSheet(sheet);
    if (found === undefined) return undefined;
    return {
      confidence: certaintyOf(10 + found.rows.length),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        describeOwnList(sheet, found.headerRow, found.columns, collector);
        for (const { row, name } of found.rows) {
          const judgement = readOverride(workbook, found, row, name, collector);
          collector.log.row(row, '明细');
          if (judgement === undefined) continue;
          collector.log.facts += 1;
          collector.judgements.push(judgement);
        }
        if (found.totalRow !== undefined) collector.log.row(found.totalRow, '合计');
      },
    };
  },
};

function readOverride(
  workbook: Workbook,
  found: ScoreSheet,
  row: number,
  name: string,
  collector: Collector,
): Judgement | undefined {
  const theirs = (role: 'reason' | 'evidence'): string => {
    const cell = resultCell(found, row, role);
    return cell === undefined || isOurs(workbook, found.sheet, cell) ? '' : textAt(found.sheet, row, cell.column);
  };
  const reasonCell = resultCell(found, row, 'reason');
  const evidenceCell = resultCell(found, row, 'evidence');
  const evidence = theirs('evidence');
  const remarks = {
    indicator: name,
    point: '',
    reason: theirs('reason'),
    reasonCell,
    evidence:
      evidenceCell === undefined || evidence === '' ? undefined : { name: evidence, where: '', cell: evidenceCell },
    origin: 'score-sheet',
  } as const;
  for (const role of ['score', 'deduction'] as const) {
    const cell = resultCell(found, row, role);
    if (cell === undefined || isOurs(workbook, found.sheet, cell)) continue;
    const text = textAt(found.sheet, cell.row, cell.column);
    if (text === NO_DATA || text === NOT_APPLICABLE) continue;
    const number = readCellNumber(workbook, found.sheet, cell.row, cell.column, `${name}·${role}`, collector, 'number');
    if (number === undefined) continue;
    const value = exactOf(number.decimal);
    const answer: JudgementAnswer =
      role === 'score' ? { kind: 'score', score: value } : { kind: 'deduction', deduction: value };
    const plainAnswer = typeof valueAt(found.sheet, row, cell.column) === 'number';
    return { ...remarks, asks: role, answer, cell, plainAnswer };
  }
  if (reasonCell === undefined || remarks.reason === '') return undefined;
  // Only a reason was typed beside our score.
  return { ...remarks, asks: 'score', answer: undefined, cell: reasonCell, plainAnswer: false };
}

/** True when the cell still holds what our last write-back put there, however the program that saved it since spells it. */
export function isOurs(workbook: Workbook, sheet: Sheet, cell: CellRef): boolean {
  const address = addressOf(cell);
  const last = workbook.written.find((written) => written.sheet === sheet.name && written.address === address);
  if (last === undefined) return false;
  const formula = formulaAt(sheet, cell.row, cell.column);
  if (formula !== undefined) return sameFormula(formula, last.content);
  const text = textAt(sheet, cell.row, cell.column);
  if (text === last.content) return true;
  const value = valueAt(sheet, cell.row, cell.column);
  return typeof value === 'number' && last.content !== '' && sameNumber(value, Number(last.content));
}
