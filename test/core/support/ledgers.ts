import { sumOfCells } from '../../../src/core/ledger/cell-formula.ts';
import { derive } from '../../../src/core/ledger/derive.ts';
import type { Fact, FactValue } from '../../../src/core/ledger/fact.ts';
import type { Judgement, JudgementAnswer } from '../../../src/core/ledger/judgement.ts';
import { Ledger } from '../../../src/core/ledger/ledger.ts';
import type { Task } from '../../../src/core/ledger/task.ts';
import { fenPer, stateAmount, type AmountUnit } from '../../../src/core/money/amount.ts';
import { exactOf, readNumber } from '../../../src/core/money/decimal.ts';
import { exact } from '../../../src/core/money/exact.ts';
import type { CellRef } from '../../../src/core/workbook/cell-ref.ts';

/** What a ledger knows, as people write it: `240.27万元`, `98.2%`, `664个`, or plain words. */
export type Stated = Readonly<Record<string, string>>;

export interface LedgerInput {
  readonly facts?: Stated;
  /** The row of the first fact, counted from 0. */
  readonly firstRow?: number;
  readonly projects?: readonly string[];
  readonly tasks?: readonly Task[];
  readonly judgements?: readonly Judgement[];
}

/** A ledger whose facts stand below each other in column B of the sheet 数据. */
export function ledgerOf({
  facts = {},
  firstRow = 0,
  projects = [],
  tasks = [],
  judgements = [],
}: LedgerInput): Ledger {
  const ledger = new Ledger(tasks, judgements, projects);
  Object.entries(facts).forEach(([key, text], row) => {
    ledger.add(factOf(key, text, { sheet: '数据', row: firstRow + row, column: 1 }));
  });
  return ledger;
}

/** The same with everything that follows from the stated facts. */
export function derivedLedger(input: LedgerInput): Ledger {
  const ledger = ledgerOf(input);
  derive(ledger);
  return ledger;
}

/** One fact from the words a person would write. */
export function factOf(key: string, text: string, cell: CellRef = { sheet: '数据', row: 0, column: 1 }): Fact {
  const match = /^(-?[\d.,]+)(元|千元|万元|百万元|亿元|%|\p{L}{0,3})$/u.exec(text);
  const reading = match?.[1] === undefined ? undefined : readNumber(match[1]);
  const unit = match?.[2] ?? '';
  const base = { key, basis: '', cells: [cell] };
  if (reading?.kind !== 'number') return { ...base, unit: '', value: { kind: 'text', text } };
  if (unit === '') return { ...base, unit: '', value: { kind: 'text', text } };
  if (unit === '%') {
    const rate = exactOf(reading.decimal).div(100);
    return { ...base, unit, value: { kind: 'rate', rate }, formula: sumOfCells([cell], 1) };
  }
  if (unit.endsWith('元')) {
    const { fen, quantum } = stateAmount(reading.decimal, unit as AmountUnit);
    const formula = sumOfCells([cell], Number(fenPer(unit as AmountUnit) / 100n));
    return { ...base, unit: '元', value: { kind: 'amount', fen, quantum }, formula };
  }
  const value: FactValue = { kind: 'count', count: exactOf(reading.decimal), wording: '' };
  return { ...base, unit, value, formula: sumOfCells([cell], 1) };
}

/** A task of a direction with its outputs; the figures are facts of their own. */
export function taskOf(direction: string, title: string, outputs: readonly string[], narrative = ''): Task {
  const cell = { sheet: '工作任务', row: 2, column: 2 };
  return { direction, title, titleCell: cell, narrative, narrativeCell: { ...cell, column: 3 }, outputs };
}

let rows = 0;

/** What a person entered, with evidence unless said otherwise: `得分4.5`, `扣0.5`, `2次`, `是`, `否`, `不适用`, or nothing. */
export function judgementOf(
  indicator: string,
  answer: string,
  {
    point = '',
    reason = '',
    evidence = '会议纪要',
    where = '',
    origin = 'judgement-sheet',
    asks,
  }: Partial<Omit<Judgement, 'evidence'>> & { readonly evidence?: string; readonly where?: string } = {},
): Judgement {
  rows += 1;
  const cell = { sheet: origin === 'score-sheet' ? '评分表' : '自评打分', row: rows, column: 3 };
  const given = answerOf(answer);
  return {
    indicator,
    point,
    asks: asks ?? askedFor(given),
    answer: given,
    reason,
    reasonCell: reason === '' ? undefined : { ...cell, column: 4 },
    evidence: evidence === '' && where === '' ? undefined : { name: evidence, where, cell: { ...cell, column: 5 } },
    cell,
    origin,
    plainAnswer: true,
  };
}

function answerOf(text: string): Judgement['answer'] {
  if (text === '是') return { kind: 'met' };
  if (text === '否') return { kind: 'not-met' };
  if (text === '不适用') return { kind: 'not-applicable' };
  const number = /-?\d+(?:\.\d+)?/.exec(text)?.[0];
  if (number === undefined) return undefined;
  if (text.startsWith('扣')) return { kind: 'deduction', deduction: exact(number) };
  if (text.endsWith('次')) return { kind: 'count', count: exact(number) };
  return { kind: 'score', score: exact(number) };
}

/** Twelve month-end payments and budgets of 一般公共预算, in 元. */
export function monthFacts(paid: readonly (string | undefined)[], budgets: readonly (string | undefined)[]): Stated {
  const facts: Record<string, string> = {};
  paid.forEach((amount, index) => {
    if (amount !== undefined) facts[`一般公共预算.${String(index + 1)}月.累计支出数`] = `${amount}元`;
  });
  budgets.forEach((amount, index) => {
    if (amount !== undefined) facts[`一般公共预算.${String(index + 1)}月.预算数`] = `${amount}元`;
  });
  return facts;
}

/** The sheet 数据 as a spreadsheet holds it: the number of each fact in column B, a percentage as its share of one. */
export function dataSheet(facts: Stated): (string | number)[][] {
  return Object.entries(facts).map(([key, text]) => {
    const number = Number.parseFloat(text.replaceAll(',', ''));
    return [key, Number.isNaN(number) ? text : text.endsWith('%') ? number / 100 : number];
  });
}

/** What a row must have asked for to be answered like that; an empty one asks for a score. */
function askedFor(answer: JudgementAnswer | undefined): Judgement['asks'] {
  switch (answer?.kind) {
    case undefined:
    case 'score':
      return 'score';
    case 'deduction':
    case 'count':
      return answer.kind;
    case 'met':
    case 'not-met':
    case 'not-applicable':
      return 'answer';
  }
}
