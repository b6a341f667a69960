import { finding, type Finding } from '../findings/finding.ts';
import { isOurs } from '../intake/layouts/score-sheet.ts';
import { MergeIndex } from '../workbook/merge-index.ts';
import { findScoreSheet, RESULT_ROLES, type ResultRole, type ScoreSheet } from '../intake/score-sheet.ts';
import { decimalOfDouble, exactOf, readNumber } from '../money/decimal.ts';
import { exact, type Exact } from '../money/exact.ts';
import type { IndicatorResult, Scorecard } from '../scheme/scorecard.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { ROLE_NAMES } from '../texts/writeback-texts.ts';
import { addressOf, cellKey } from '../workbook/cell-ref.ts';
import { groupedByLabel, plainLabel } from '../workbook/labels.ts';
import { NameIndex } from '../workbook/name-index.ts';
import { formulaAt, textAt, valueAt, type Workbook } from '../workbook/workbook.ts';
import type { CellContent, CellLook, CellWrite, WritePlan } from '../workbook/write-plan.ts';
import { isOwnWeight, ownWeights, type OwnWeight } from './own-weights.ts';
import { newScoreSheet, type SheetHeading } from './new-score-sheet.ts';
import {
  deductionContent,
  fixedTotal,
  mayBeLeftOut,
  scoreContent,
  totalContent,
  valueContent,
  type RowRefs,
} from './result-cells.ts';

export interface WriteBack {
  readonly plan: WritePlan;
  readonly findings: readonly Finding[];
}

const LOOKS: Readonly<Record<ResultRole, CellLook>> = {
  value: 'rate',
  score: 'score',
  deduction: 'score',
  reason: 'text',
};

/**
 * Where the results go: into the result columns of the workbook's own score sheet, or onto a new sheet. Only cells that are
 * empty or still hold what the last write-back left are written.
 */
export function planWriteBack(workbook: Workbook, scorecard: Scorecard, heading: SheetHeading): WriteBack {
  const existing = workbook.sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => findScoreSheet(sheet) ?? [])[0];
  if (existing === undefined) {
    const names = workbook.sheets.map(({ name }) => name);
    return { plan: { changes: [], newSheets: [newScoreSheet(scorecard, heading, names)] }, findings: [] };
  }
  return fill(workbook, existing, scorecard);
}

function fill(workbook: Workbook, target: ScoreSheet, scorecard: Scorecard): WriteBack {
  const findings: Finding[] = [];
  const cells: CellWrite[] = [];
  const merges = new MergeIndex(target.sheet);
  const matched: { row: number; result: IndicatorResult; isOwn: boolean }[] = [];
  const met = new Set<IndicatorResult>();
  const byLabel = groupedByLabel(scorecard.results, ({ indicator }) => indicator.name);
  const index = new NameIndex(scorecard.results.map(({ indicator }) => indicator.name));
  for (const { row, name } of target.rows) {
    const cell = { sheet: target.sheet.name, row, column: target.columns.indicator ?? 0 };
    const named = byLabel.get(plainLabel(name)) ?? [];
    const result = named.find((candidate) => !met.has(candidate));
    if (named.length === 0) {
      const params = { name, known: index.nearest(name).join(LIST_SEPARATOR) };
      findings.push(finding('indicator-unknown', params, [cell]));
    } else if (result === undefined) {
      findings.push(finding('indicator-repeated', { indicator: name, sheet: target.sheet.name }, [cell]));
    } else {
      met.add(result);
      const isOwn = isOwnWeight(workbook, target, row, scorecard);
      if (isOwn || weightAgrees(target, row, result, findings)) matched.push({ row, result, isOwn });
    }
  }
  const rowOf = new Map(matched.map(({ result, row }) => [result, row]));
  const weightOf = ownWeights(target, scorecard, (result) => {
    const [row, column] = [rowOf.get(result), target.columns.value];
    if (row === undefined || column === undefined || !isFree(workbook, target, merges, row, 'value')) return undefined;
    return addressOf({ row, column });
  });
  for (const { row, result, isOwn } of matched) {
    const weight = isOwn ? weightOf(row, result) : undefined;
    if (weight !== undefined) cells.push(weight.write);
    cells.push(...fillRow(workbook, target, merges, row, result, weight, scorecard, findings));
  }
  const absent = scorecard.results.filter((result) => !met.has(result));
  if (absent.length > 0) {
    const names = absent.map(({ indicator }) => indicator.name).join(LIST_SEPARATOR);
    findings.push(finding('indicator-not-in-sheet', { indicator: names, sheet: target.sheet.name }));
  }
  if (matched.length === scorecard.results.length && matched.length === target.rows.length) {
    cells.push(...fillTotal(workbook, target, merges, matched, scorecard));
  }
  return {
    plan: { changes: cells.length === 0 ? [] : [{ sheet: target.sheet.name, cells }], newSheets: [] },
    findings,
  };
}

/** The weight that the sheet states, as a number or as text. */
function statedWeight(target: ScoreSheet, row: number): Exact | undefined {
  const value = valueAt(target.sheet, row, target.columns.weight ?? 0);
  if (typeof value === 'number') return exactOf(decimalOfDouble(value));
  const reading = typeof value === 'string' ? readNumber(value) : undefined;
  return reading?.kind === 'number' ? exactOf(reading.decimal) : undefined;
}

/** The sheet may state the scheme's weight, or the one in force once others gave theirs. */
function weightAgrees(target: ScoreSheet, row: number, result: IndicatorResult, findings: Finding[]): boolean {
  const column = target.columns.weight ?? 0;
  const stated = statedWeight(target, row);
  if (stated !== undefined && [result.weight, exact(result.indicator.weight)].some((one) => one.equals(stated))) {
    return true;
  }
  findings.push(
    finding(
      'weight-in-sheet-differs',
      {
        indicator: result.indicator.name,
        stated: textAt(target.sheet, row, column),
        weight: result.indicator.weight,
      },
      [{ sheet: target.sheet.name, row, column }],
    ),
  );
  return false;
}

function fillRow(
  workbook: Workbook,
  target: ScoreSheet,
  merges: MergeIndex,
  row: number,
  result: IndicatorResult,
  own: OwnWeight | undefined,
  scorecard: Scorecard,
  findings: Finding[],
): readonly CellWrite[] {
  const free = (role: ResultRole): boolean => isFree(workbook, target, merges, row, role);
  const ref = (column: number | undefined): string | undefined =>
    column === undefined ? undefined : addressOf({ row, column });
  const { columns } = target;
  const weightIsNumber =
    typeof valueAt(target.sheet, row, columns.weight ?? 0) === 'number' &&
    statedWeight(target, row)?.equals(result.weight) === true;
  const refs: RowRefs = {
    value: free('value') && result.value !== undefined ? ref(columns.value) : undefined,
    weight: own?.ref ?? (weightIsNumber ? ref(columns.weight) : undefined),
    varying: own?.varying,
    score: agrees(workbook, target, merges, row, 'score', result.score) ? ref(columns.score) : undefined,
  };
  const said = columns.reason === undefined ? '' : textAt(target.sheet, row, columns.reason);
  const contents: Readonly<Record<ResultRole, CellContent | undefined>> = {
    value: valueContent(result),
    score: scoreContent(result, refs),
    deduction: deductionContent(result, refs, scorecard.scheme.precision),
    // An earlier reason of ours must not outlive the deduction it was for.
    reason: reasonContent(result.reason, said),
  };
  return RESULT_ROLES.flatMap((role): readonly CellWrite[] => {
    const column = columns[role];
    const content = contents[role];
    if (column === undefined || content === undefined) return [];
    if (free(role)) return [{ row, column, content, look: LOOKS[role] }];
    const kept = textAt(target.sheet, row, column);
    const cell = { sheet: target.sheet.name, row, column };
    const contradicts =
      role === 'value'
        ? kept !== contentText(content)
        : role === 'deduction' && !agrees(workbook, target, merges, row, role, result.deduction);
    const isOverride = result.overridden && result.cells.some((own) => cellKey(own) === cellKey(cell));
    if (kept !== '' && contradicts && !isOverride) {
      const params = { indicator: result.indicator.name, column: ROLE_NAMES[role], kept };
      findings.push(finding('cell-kept', params, [cell]));
    }
    return [];
  });
}

function fillTotal(
  workbook: Workbook,
  target: ScoreSheet,
  merges: MergeIndex,
  filled: readonly { row: number; result: IndicatorResult }[],
  scorecard: Scorecard,
): readonly CellWrite[] {
  const row = target.totalRow;
  if (row === undefined) return [];
  const totals = { score: scorecard.total.score, deduction: scorecard.total.deduction };
  return (['score', 'deduction'] as const).flatMap((role): readonly CellWrite[] => {
    const column = target.columns[role];
    if (column === undefined || !isFree(workbook, target, merges, row, role)) return [];
    const refs = filled.map((entry) => addressOf({ row: entry.row, column }));
    const live = filled.every((entry) => agrees(workbook, target, merges, entry.row, role, entry.result[role]));
    const content = live ? totalContent(refs, totals[role], mayBeLeftOut(scorecard)) : fixedTotal(totals[role]);
    return [{ row, column, content, look: 'total-score' }];
  });
}

/** True for a cell that is empty or holds what we wrote last, and that no merged range hides. */
function isFree(workbook: Workbook, target: ScoreSheet, merges: MergeIndex, row: number, role: ResultRole): boolean {
  const column = target.columns[role];
  if (column === undefined) return false;
  const range = merges.range(row, column);
  if (range !== undefined && (range.top !== row || range.left !== column)) return false;
  const { sheet } = target;
  const empty =
    formulaAt(sheet, row, column) === undefined && [null, ''].includes(valueAt(sheet, row, column) as string | null);
  return empty || isOurs(workbook, sheet, { sheet: sheet.name, row, column });
}

/**
 * True when formulas may refer to a cell: it will hold what the core computed, or a person typed the same number. Text that looks
 * like a number, or a score finer than the scheme's, would make a spreadsheet compute something else.
 */
function agrees(
  workbook: Workbook,
  target: ScoreSheet,
  merges: MergeIndex,
  row: number,
  role: ResultRole,
  wanted: Exact | undefined,
): boolean {
  if (isFree(workbook, target, merges, row, role)) return true;
  const held = valueAt(target.sheet, row, target.columns[role] ?? 0);
  return typeof held === 'number' && wanted !== undefined && exactOf(decimalOfDouble(held)).equals(wanted);
}

function reasonContent(reason: string, said: string): CellContent | undefined {
  if (reason !== '') return { kind: 'text', value: reason };
  return said === '' ? undefined : { kind: 'empty' };
}

function contentText(content: CellContent): string {
  switch (content.kind) {
    case 'empty':
      return '';
    case 'formula':
      return String(content.result);
    case 'number':
    case 'text':
      return String(content.value);
  }
}
