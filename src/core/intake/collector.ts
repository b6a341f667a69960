import { finding, type Finding } from '../findings/finding.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import type { Judgement } from '../ledger/judgement.ts';
import type { Measure } from '../ledger/keys.ts';
import type { Task } from '../ledger/task.ts';
import { plainLabel } from '../workbook/labels.ts';
import { isCellError, valueAt, type Sheet } from '../workbook/workbook.ts';
import { Answers, NO_MAPPING } from './mapping.ts';
import type { PaymentList } from './payment-sums.ts';
import { TableLog } from './table-reading.ts';
import type { TitleYear } from './title-years.ts';

/** Where layouts put what they read. One amount told by two sheets is compared here; the more exact
 * one stays, of equals the first. */
export class Collector {
  readonly facts = new Map<string, Fact>();
  readonly findings: Finding[] = [];
  readonly tasks: Task[] = [];
  readonly judgements: Judgement[] = [];
  /** Month series whose sheets do not say whether they accumulate. */
  readonly series: MonthSeries[] = [];
  /** Lists of payments, until the year is known. */
  readonly payments: PaymentList[] = [];
  /** The latest year that the header or the rows of a table name, to be compared with the year evaluated. */
  readonly years: TitleYear[] = [];
  /** The measures that some expenditure table has a column for, filled in or not. */
  readonly measures = new Set<Measure>();
  /** How the table that is being read is read. */
  log = new TableLog();
  /** Project names as they were first met, by their plain label. */
  readonly #projects = new Map<string, string>();

  constructor(readonly answers: Answers = new Answers(NO_MAPPING)) {}

  get projects(): readonly string[] {
    return [...this.#projects.values()];
  }

  report(found: Finding): void {
    this.findings.push(found);
  }

  /** Reports the cells among these that show an error where a word belongs: a header, a label, a text. */
  wordErrors(sheet: Sheet, cells: readonly { readonly row: number; readonly column: number }[], header: string): void {
    for (const { row, column } of cells) {
      const value = valueAt(sheet, row, column);
      if (!isCellError(value)) continue;
      this.report(finding('cell-error', { error: value.error, header }, [{ sheet: sheet.name, row, column }]));
    }
  }

  /** The name under which a project is known: as it was first met, whatever its spaces and brackets are elsewhere. */
  project(name: string): string {
    const label = plainLabel(name);
    const known = this.#projects.get(label);
    if (known === undefined) this.#projects.set(label, name);
    return known ?? name;
  }

  fact(fact: Fact): void {
    this.log.facts += 1;
    const known = this.facts.get(fact.key);
    if (known === undefined) {
      this.facts.set(fact.key, fact);
      return;
    }
    if (agree(known, fact)) {
      if (isExacter(fact, known)) this.facts.set(fact.key, fact);
      return;
    }
    this.report(
      finding(
        'told-twice',
        {
          key: fact.key,
          first: `${plainValue(known)}${known.unit}`,
          second: `${plainValue(fact)}${fact.unit}`,
        },
        [...known.cells, ...fact.cells],
      ),
    );
  }
}

/** Amounts by month as a sheet states them, before it is clear whether they accumulate. */
export interface MonthSeries {
  /** How its table is read: whether the series is used is known only later. */
  readonly log: TableLog;
  readonly annualKey: string;
  readonly label: string;
  readonly stated: 'cumulative' | 'per-month' | undefined;
  /** One fact a month, index 0 is January; absent where the cell is empty. */
  readonly months: readonly (Fact | undefined)[];
  /** The key of the cumulative amount of a month counted from 1. */
  readonly keyOf: (month: number) => string;
}

function agree(a: Fact, b: Fact): boolean {
  if (a.value.kind === 'amount' && b.value.kind === 'amount') {
    const difference = a.value.fen > b.value.fen ? a.value.fen - b.value.fen : b.value.fen - a.value.fen;
    return 2n * difference <= a.value.quantum + b.value.quantum || difference === 0n;
  }
  return a.value.kind === b.value.kind && plainValue(a) === plainValue(b);
}

function isExacter(a: Fact, b: Fact): boolean {
  return a.value.kind === 'amount' && b.value.kind === 'amount' && a.value.quantum < b.value.quantum;
}
