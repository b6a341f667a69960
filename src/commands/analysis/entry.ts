import { resultCell, type ScoreSheet } from '../../core/intake/score-sheet.ts';
import { isOurs } from '../../core/intake/layouts/score-sheet.ts';
import type { Judgement, JudgementAnswer } from '../../core/ledger/judgement.ts';
import { trimmed } from '../../core/money/exact.ts';
import { JUDGEMENT_ANSWERS } from '../../core/texts/terms.ts';
import type { CellRef } from '../../core/workbook/cell-ref.ts';
import { sameLabel } from '../../core/workbook/labels.ts';
import { textAt, type Workbook } from '../../core/workbook/workbook.ts';

/** The cells that one answer of a person fills; those that the sheet has no column for are left out. */
export interface EntryCells {
  readonly answer: CellRef;
  readonly reason?: CellRef;
  readonly evidence?: CellRef;
  readonly where?: CellRef;
}

/** What a person says: texts as they stand in the cells. */
export interface EntryTexts {
  readonly answer: string;
  readonly reason: string;
  readonly evidence: string;
  readonly where: string;
}

/** One answer that a person gives or may give, and where the workbook keeps it. */
export interface EntryView extends EntryTexts {
  /** What is judged; empty for the indicator as a whole. */
  readonly point: string;
  readonly asks: Judgement['asks'];
  /** A row of 自评打分, or the score sheet, where a number stands against the one that the rule gives. */
  readonly origin: Judgement['origin'];
  readonly cells: EntryCells;
}

/** The rows of 自评打分 that ask about an indicator. */
export function entriesOf(judgements: readonly Judgement[], name: string): readonly EntryView[] {
  return judgements
    .filter(({ origin, indicator }) => origin === 'judgement-sheet' && sameLabel(indicator, name))
    .map(({ point, asks, answer, reason, evidence, origin, cell, reasonCell, evidenceCell, whereCell }) => ({
      point,
      asks,
      origin,
      answer: answer === undefined ? '' : answerText(answer),
      reason,
      evidence: evidence?.name ?? '',
      where: evidence?.where ?? '',
      cells: cellsOf(cell, reasonCell, evidenceCell, whereCell),
    }));
}

/** The row of the score sheet where a person may put a score of their own; undefined where there is no such sheet or row. */
export function overrideEntry(
  workbook: Workbook,
  scoreSheet: ScoreSheet | undefined,
  judgements: readonly Judgement[],
  name: string,
): EntryView | undefined {
  const row = scoreSheet?.rows.find((one) => sameLabel(one.name, name))?.row;
  if (scoreSheet === undefined || row === undefined) return undefined;
  const cell = resultCell(scoreSheet, row, 'score');
  if (cell === undefined) return undefined;
  const typed = (role: 'reason' | 'evidence'): string => {
    const at = resultCell(scoreSheet, row, role);
    return at === undefined || isOurs(workbook, scoreSheet.sheet, at)
      ? ''
      : textAt(scoreSheet.sheet, at.row, at.column);
  };
  const stated = judgements.find(
    ({ origin, indicator, asks }) => origin === 'score-sheet' && asks === 'score' && sameLabel(indicator, name),
  );
  return {
    point: '',
    asks: 'score',
    origin: 'score-sheet',
    answer: stated?.answer === undefined ? '' : answerText(stated.answer),
    reason: typed('reason'),
    evidence: typed('evidence'),
    where: '',
    cells: cellsOf(cell, resultCell(scoreSheet, row, 'reason'), resultCell(scoreSheet, row, 'evidence'), undefined),
  };
}

function cellsOf(
  answer: CellRef,
  reason: CellRef | undefined,
  evidence: CellRef | undefined,
  where: CellRef | undefined,
): EntryCells {
  return {
    answer,
    ...(reason === undefined ? {} : { reason }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(where === undefined ? {} : { where }),
  };
}

function answerText(answer: JudgementAnswer): string {
  switch (answer.kind) {
    case 'score':
      return trimmed(answer.score, 4);
    case 'deduction':
      return trimmed(answer.deduction, 4);
    case 'count':
      return trimmed(answer.count, 4);
    case 'met':
    case 'not-met':
    case 'not-applicable':
      return JUDGEMENT_ANSWERS[answer.kind][0] ?? '';
  }
}
