import { condensed } from '../findings/condense.ts';
import { finding, type Finding } from '../findings/finding.ts';
import { derive } from '../ledger/derive.ts';
import { deriveTasks } from '../ledger/task-rates.ts';
import { Ledger } from '../ledger/ledger.ts';
import { reconcile } from '../ledger/reconcile.ts';
import { readNumber } from '../money/decimal.ts';
import { READING } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR, NEEDED_TABLES } from '../texts/terms.ts';
import type { CellRange } from '../workbook/cell-ref.ts';
import { joinedMappings, NO_MAPPING, type Mapping } from '../workbook/mapping.ts';
import { UNTIMED, type Stopwatch } from '../workbook/stopwatch.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { Answers } from './answers.ts';
import { Collector } from './collector.ts';
import { gridOf } from './grid-table.ts';
import { MARGIN, SURE, type Recognition, type TableView } from './layout.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import { implausibleMagnitudes } from './magnitudes.ts';
import { unmatchedProjects } from './project-names.ts';
import { distinctQuestions, type AskedQuestion } from './question.ts';
import { resolveMonths } from './month-series.ts';
import { regionsOf, type Region } from './regions.ts';
import { isCounted } from './counts.ts';
import { DeferredTable, readDeferred } from './deferred-tables.ts';
import type { TableLog, TableReading } from './table-reading.ts';
import { absorbTables, type ReadTable } from './unit-tables.ts';
import { tableLabel } from './table-unit.ts';
import { workbookYear } from './table-year.ts';
import { titleYears } from './title-years.ts';

/** What a workbook says: the facts, how each sheet was read, and what a person should know. */
export interface Intake {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetReading[];
  /** What a person was or has to be asked, each question once. */
  readonly questions: readonly AskedQuestion[];
}

/** What a run may bring. */
export interface IntakeOptions {
  /** What people decided where the tool was not sure; it goes before what the workbook itself remembers. */
  readonly mapping?: Mapping | undefined;
  /** Told how the time is spent. */
  readonly stopwatch?: Stopwatch | undefined;
}

/** What became of one sheet. */
export interface SheetReading {
  readonly name: string;
  /** The tables that were recognised, from top to bottom. */
  readonly tables: readonly TableReading[];
  /** What was passed over, and why: the whole sheet, or a part of it. */
  readonly passed: readonly { readonly range?: CellRange; readonly reason: string }[];
}

/**
 * Reads every visible sheet by its contents, joins what they say into one ledger, derives what follows and reconciles it.
 * Never throws: what cannot be read is a finding.
 */
export function intake(workbook: Workbook, { mapping = NO_MAPPING, stopwatch = UNTIMED }: IntakeOptions = {}): Intake {
  return stopwatch.time('facts', () => takeIn(workbook, mapping, stopwatch));
}

function takeIn(workbook: Workbook, mapping: Mapping, stopwatch: Stopwatch): Intake {
  const collector = new Collector(new Answers(joinedMappings(workbook.mapping ?? NO_MAPPING, mapping)));
  const deferred: DeferredTable[] = [];
  const told: ReadTable[] = [];
  const read: (Omit<SheetReading, 'tables'> & { readonly tables: readonly (() => TableReading)[] })[] = [];
  const looked: string[] = [];
  const year = workbookYear(workbook);
  for (const sheet of workbook.sheets) {
    if (isEmpty(sheet)) {
      read.push({ name: sheet.name, tables: [], passed: [{ reason: READING.empty }] });
      continue;
    }
    if (sheet.hidden) {
      read.push({ name: sheet.name, tables: [], passed: [{ reason: READING.hidden }] });
      collector.report(finding('sheet-hidden', { sheet: sheet.name }, [{ sheet: sheet.name, row: 0, column: 0 }]));
      continue;
    }
    looked.push(sheet.name);
    read.push({ name: sheet.name, ...readTables(workbook, sheet, year, collector, deferred, told, stopwatch) });
  }
  absorbTables(told, collector);
  readDeferred(deferred, workbook, collector);
  resolveMonths(collector);
  for (const list of collector.lists) list.resolve(collector);
  // Only now is it known how many facts each table gave.
  const sheets = read.map((sheet) => ({ ...sheet, tables: sheet.tables.map((reading) => reading()) }));
  const ledger = new Ledger(collector.tasks, collector.judgements, collector.projects);
  for (const fact of collector.facts.values()) ledger.add(fact);
  // Derived totals are reconciled too: a total that no sheet states must still agree with those that are stated.
  derive(ledger);
  const findings = [
    ...collector.findings,
    ...missingTables(collector, sheets, looked),
    ...titleYears(workbook, sheets, collector.years, ledger.text('评价年度')),
    ...implausibleMagnitudes(ledger),
    ...unmatchedProjects(collector),
    ...untold(reconcile(ledger), collector.findings),
  ];
  findings.push(...deriveTasks(ledger));
  return { ledger, findings: condensed(findings), sheets, questions: distinctQuestions(collector.questions) };
}

/** What the ledger finds, but for totals whose table already told that they are not the sum of its rows. */
function untold(found: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const totals = new Set(told.flatMap((one) => (one.code === 'parts-differ' ? [one.params.totalName] : [])));
  return found.filter((one) => one.code !== 'part-missing' || !totals.has(one.params.totalName));
}

/** Reads the tables of a sheet, each by the layout that is surest of it. @returns how each was read, once all is known */
function readTables(
  workbook: Workbook,
  sheet: Sheet,
  year: number | undefined,
  collector: Collector,
  deferred: DeferredTable[],
  told: ReadTable[],
  stopwatch: Stopwatch,
): { readonly tables: readonly (() => TableReading)[]; readonly passed: SheetReading['passed'] } {
  const passed: SheetReading['passed'][number][] = [];
  const readings: (() => TableReading)[] = [];
  const tables = stopwatch.time('recognise', () =>
    regionsOf(sheet).flatMap((region) => recogniseIn(region, sheet, year, collector)),
  );
  for (const { view, found } of tables) {
    if (found.kind === 'one') {
      const { form, recognition, perUnit } = found;
      const { confidence, reasons } = recognition;
      const table = new DeferredTable(recognition.read, view);
      const own = table.tryOut(workbook, collector);
      if (own === undefined) deferred.push(table);
      else {
        collector.takeNames(own);
        const { top, left } = tableRange(view, own.log);
        const place = { sheet: sheet.name, row: top, column: left };
        told.push({ form, sheet: sheet.name, place, table: own, perUnit: perUnit === true });
      }
      readings.push(() => table.log.reading({ form, range: tableRange(view, table.log), confidence, reasons }));
    } else if (found.kind === 'left-out') {
      passed.push({ range: view.range, reason: READING.notUsed });
    } else if (!holdsNumber(view.sheet)) {
      // Words only, such as filling instructions, have nothing to lose.
      passed.push({ range: view.range, reason: READING.notWords });
    } else {
      const reason =
        found.kind === 'none' ? READING.unrecognised : READING.severalForms(found.forms.join(LIST_SEPARATOR));
      passed.push({ range: view.range, reason });
      const place = { sheet: sheet.name, row: view.range.top, column: view.range.left };
      collector.report(
        found.kind === 'none'
          ? finding('sheet-unrecognised', { sheet: sheet.name }, [place])
          : finding('form-unclear', { sheet: sheet.name, forms: found.forms.join(LIST_SEPARATOR) }, [place]),
      );
    }
  }
  return { tables: readings, passed };
}

/** From the first row of the header to the last row of the table. */
function tableRange({ grid, range }: TableView, { headerRows, lastRow }: TableLog): CellRange {
  return { ...range, top: headerRows?.top ?? grid?.headerTop ?? range.top, bottom: lastRow ?? range.bottom };
}

/** A self-evaluation cannot do without a budget and an executed amount; which of them no sheet has a column for. */
function missingTables(collector: Collector, sheets: Intake['sheets'], looked: readonly string[]): readonly Finding[] {
  const names = looked.join(LIST_SEPARATOR);
  const { measures } = collector;
  if (sheets.every(({ tables }) => tables.length === 0)) return [finding('no-known-sheet', { sheets: names })];
  const findings: Finding[] = [];
  if (!measures.has('决算数')) findings.push(finding('table-missing', { what: NEEDED_TABLES.executed, sheets: names }));
  if (!measures.has('年初预算数') && !measures.has('全年预算数')) {
    findings.push(finding('table-missing', { what: NEEDED_TABLES.budget, sheets: names }));
  }
  return findings;
}

/** A form that a table may be. */
interface Candidate {
  readonly form: string;
  readonly recognition: Recognition;
  readonly perUnit: true | undefined;
}

type Recognised =
  | ({ readonly kind: 'one' } & Candidate)
  | { readonly kind: 'several'; readonly forms: readonly string[] }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'none' };

/** The form of a table with all its blocks; when it is no known one, each block may be a table of its own. */
function recogniseIn(
  region: Region,
  sheet: Sheet,
  year: number | undefined,
  collector: Collector,
): readonly { readonly view: TableView; readonly found: Recognised }[] {
  const whole = viewOf(region, year);
  const isKnown = region.blocks.length === 0 || candidatesFor(whole).length > 0;
  const views = isKnown ? [whole] : region.blocks.map((block) => viewOf(block, year));
  return views.map((view) => ({ view, found: recognise(view, sheet, collector) }));
}

function viewOf(region: Region, year: number | undefined): TableView {
  const parts = region.blocks.length === 0 ? [region] : region.blocks;
  const grids = parts.flatMap((part) => gridOf(part, year) ?? []);
  return { ...region, grid: grids[0], grids, year };
}

/** The forms that a table can be, the surest first. */
function candidatesFor(view: TableView): readonly Candidate[] {
  return LAYOUTS.flatMap((layout): readonly Candidate[] => {
    if (view.blocks.length > 0 && layout.readsBlocks !== true) return [];
    const recognition = layout.recognise(view);
    return recognition === undefined ? [] : [{ form: layout.name, recognition, perUnit: layout.perUnit }];
  }).sort((a, b) => b.recognition.confidence - a.recognition.confidence);
}

/** The surest form of a table; where it is not sure, what a person chose. */
function recognise(view: TableView, sheet: Sheet, collector: Collector): Recognised {
  const candidates = candidatesFor(view);
  const [best] = candidates;
  const confidence = best?.recognition.confidence ?? 0;
  const rivals = candidates.filter(({ recognition }) => confidence - recognition.confidence < MARGIN);
  if (best !== undefined && confidence >= SURE && rivals.length === 1) return { kind: 'one', ...best };
  if (best === undefined && !holdsNumber(view.sheet)) return { kind: 'none' };
  const { top, left } = view.range;
  const forms = rivals.map(({ form }) => form);
  const question = {
    about: '表式',
    label: tableLabel(view.sheet, view.grid?.headerTop ?? top),
    alternatives: candidates.map(({ form }) => form),
    cells: [{ sheet: sheet.name, row: top, column: left }],
  } as const;
  const decision = collector.ask(question, (choice) => candidates.find(({ form }) => form === choice));
  switch (decision.kind) {
    case 'chosen':
      return { kind: 'one', ...decision.means };
    case 'left-out':
      return { kind: 'left-out' };
    case 'open':
      return best === undefined ? { kind: 'none' } : { kind: 'several', forms };
  }
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => row.every((value) => value === null || value === ''));
}

/** Formulas count as numbers: they may only lack a stored result. */
function holdsNumber({ rows, formulas }: Sheet): boolean {
  return rows.some((row, at) =>
    row.some(
      (value, column) =>
        (formulas.size > 0 && formulas.has(`${String(at)},${String(column)}`)) ||
        typeof value === 'number' ||
        isCounted(value) ||
        (typeof value === 'string' && readNumber(value).kind === 'number'),
    ),
  );
}
