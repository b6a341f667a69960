import { finding, type Finding } from '../findings/finding.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import type { Judgement } from '../ledger/judgement.ts';
import type { Measure } from '../ledger/keys.ts';
import type { Task } from '../ledger/task.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { isCellError, valueAt, type Sheet } from '../workbook/workbook.ts';
import { NO_MAPPING, NOT_USED } from '../workbook/mapping.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { Answers } from './answers.ts';
import type { AskedQuestion, Decision, Question } from './question.ts';
import type { RecordList } from './record-years.ts';
import { masked } from './masked.ts';
import { TableLog } from './table-reading.ts';
import type { TitleYear } from './title-years.ts';
import type { UnitMode } from './table-unit.ts';

/** Where layouts put what they read. One amount told by two sheets is compared here; the more exact
 * one stays, of equals the first. */
export class Collector {
  readonly facts = new Map<string, Fact>();
  readonly findings: Finding[] = [];
  readonly tasks: Task[] = [];
  readonly judgements: Judgement[] = [];
  /** Month series whose sheets do not say whether they accumulate. */
  readonly series: MonthSeries[] = [];
  /** Lists of records, until the year is known. */
  readonly lists: RecordList[] = [];
  /** The latest year that the header or the rows of a table name, to be compared with the year evaluated. */
  readonly years: TitleYear[] = [];
  /** What a person was or has to be asked. */
  readonly questions: AskedQuestion[] = [];
  /** The measures that some expenditure table has a column for, filled in or not. */
  readonly measures = new Set<Measure>();
  /** How the table that is being read is read. */
  log = new TableLog();
  /** Project names as they were first met, by their plain label. */
  readonly #projects = new Map<string, string>();
  /** The names in which something was masked, each told once. */
  readonly #masked = new Set<string>();

  constructor(
    readonly answers: Answers = new Answers(NO_MAPPING),
    /** What happens to a table that does not state its unit. */
    readonly unitMode: UnitMode = { kind: 'stated' },
    private readonly whole?: Collector,
  ) {}

  get projects(): readonly string[] {
    return [...this.#projects.values()];
  }

  /** A collector for one table, which may be thrown away; `absorb` takes over what it holds. */
  forTable(unitMode: UnitMode): Collector {
    return new Collector(this.answers, unitMode, this);
  }

  /** Takes over what was read from one table. */
  absorb(table: Collector): void {
    this.takeNames(table);
    this.absorbRemarks(table);
    append(this.tasks, table.tasks);
    append(this.judgements, table.judgements);
    append(this.series, table.series);
    append(this.lists, table.lists);
    for (const fact of table.facts.values()) this.#compared(fact);
  }

  /** Takes over what was found in a table whose amounts are not used. */
  absorbRemarks(table: Collector): void {
    append(this.findings, table.findings);
    append(this.questions, table.questions);
    for (const measure of table.measures) this.measures.add(measure);
  }

  /** Takes over the names of a table's projects, so that tables read after it use the same. */
  takeNames(table: Collector): void {
    for (const name of table.#projects.values()) this.project(name);
  }

  /** True when this table or an earlier one told the fact. */
  tells(key: string): boolean {
    return this.facts.has(key) || this.whole?.tells(key) === true;
  }

  /**
   * Asks what only a person can say. The answer counts when it can be understood here; otherwise that is reported, and the
   * question stays open.
   */
  ask<T>(question: Question, understand: (choice: string) => T | undefined): Decision<T> {
    const { about, form, alternatives, cells } = question;
    const label = masked(question.label);
    const choice = this.answers.find(about, label, form);
    const means = choice === undefined || choice === NOT_USED ? undefined : understand(choice);
    const isUsable = choice === NOT_USED || means !== undefined;
    this.questions.push({ ...question, label, chosen: isUsable ? choice : undefined });
    if (choice === NOT_USED) return { kind: 'left-out' };
    if (means !== undefined) return { kind: 'chosen', means };
    if (choice !== undefined) {
      const allowed = [...alternatives, NOT_USED].join(LIST_SEPARATOR);
      this.report(finding('choice-unusable', { about, label, choice, allowed }, cells));
    }
    return { kind: 'open' };
  }

  /** Takes a finding; numbers of persons and accounts in it are masked. */
  report(found: Finding): void {
    const params = Object.entries<string>(found.params).map(([name, text]) => [name, masked(text)]);
    this.findings.push({ ...found, params: Object.fromEntries(params) as never });
  }

  /** Reports the cells among these that show an error where a word belongs: a header, a label, a text. */
  wordErrors(sheet: Sheet, cells: readonly { readonly row: number; readonly column: number }[], header: string): void {
    for (const { row, column } of cells) {
      const value = valueAt(sheet, row, column);
      if (!isCellError(value)) continue;
      this.report(finding('cell-error', { error: value.error, header }, [{ sheet: sheet.name, row, column }]));
    }
  }

  /** A name for keys and outputs: numbers of persons and accounts in it are masked, and that is told. */
  named(text: string, cells: readonly CellRef[] = []): string {
    const name = masked(text);
    if (name !== text && !this.#masked.has(name)) {
      this.#masked.add(name);
      this.report(finding('name-masked', { name }, cells));
    }
    return name;
  }

  /**
   * The name under which a project is known: as it was first met, whatever its spaces and brackets are elsewhere.
   * @param cells where it stands, if that is known
   */
  project(text: string, cells: readonly CellRef[] = []): string {
    const name = this.named(text, cells);
    const label = plainLabel(name);
    const known = this.#projects.get(label);
    if (known !== undefined) return known;
    const first = this.whole?.projectNamed(label) ?? name;
    this.#projects.set(label, first);
    return first;
  }

  private projectNamed(label: string): string | undefined {
    return this.#projects.get(label);
  }

  fact(fact: Fact): void {
    this.log.facts += 1;
    this.#compared(fact);
  }

  #compared(fact: Fact): void {
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
  /** Where the series is named, if not beside its months. */
  readonly head?: CellRef;
  /** What the table states as the total of the months. */
  readonly total?: Fact;
  readonly stated: 'cumulative' | 'per-month' | undefined;
  /** One fact a month, index 0 is January; absent where the cell is empty. */
  readonly months: readonly (Fact | undefined)[];
  /** The key of the cumulative amount of a month counted from 1. */
  readonly keyOf: (month: number) => string;
}

/** One by one: a call takes only so many arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
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
