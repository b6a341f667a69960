import { finding, type Finding } from '../findings/finding.ts';
import { derive } from '../ledger/derive.ts';
import { deriveTasks } from '../ledger/task-rates.ts';
import { Ledger } from '../ledger/ledger.ts';
import { reconcile } from '../ledger/reconcile.ts';
import { readNumber } from '../money/decimal.ts';
import { READING } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR, NEEDED_TABLES } from '../texts/terms.ts';
import type { CellRange } from '../workbook/cell-ref.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { Collector } from './collector.ts';
import { gridOf } from './grid-table.ts';
import { MARGIN, SURE, type Recognition, type TableView } from './layout.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import { implausibleMagnitudes } from './magnitudes.ts';
import { Answers, NO_MAPPING, NOT_USED, type Mapping } from './mapping.ts';
import { unmatchedProjects } from './project-names.ts';
import { resolveMonths } from './month-series.ts';
import { resolvePayments } from './payment-sums.ts';
import { regionsOf, type Region } from './regions.ts';
import { TableLog, type TableReading } from './table-reading.ts';
import { titleYears } from './title-years.ts';

/** What a workbook says: the facts, how each sheet was read, and what a person should know. */
export interface Intake {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetReading[];
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
 * @param mapping what people decided where the tool was not sure
 */
export function intake(workbook: Workbook, mapping: Mapping = NO_MAPPING): Intake {
  const collector = new Collector(new Answers(mapping));
  const read: (Omit<SheetReading, 'tables'> & { readonly tables: readonly (() => TableReading)[] })[] = [];
  const looked: string[] = [];
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
    read.push({ name: sheet.name, ...readTables(workbook, sheet, collector) });
  }
  resolveMonths(collector);
  resolvePayments(collector);
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
    ...reconcile(ledger),
  ];
  findings.push(...deriveTasks(ledger));
  return { ledger, findings, sheets };
}

/** Reads the tables of a sheet, each by the layout that is surest of it. @returns how each was read, once all is known */
function readTables(
  workbook: Workbook,
  sheet: Sheet,
  collector: Collector,
): { readonly tables: readonly (() => TableReading)[]; readonly passed: SheetReading['passed'] } {
  const passed: SheetReading['passed'][number][] = [];
  const readings: (() => TableReading)[] = [];
  for (const { view, found } of regionsOf(sheet).flatMap((region) => recogniseIn(region, collector.answers))) {
    if (found.kind === 'one') {
      const log = new TableLog();
      collector.log = log;
      found.recognition.read(workbook, collector);
      const { form } = found;
      const { confidence, reasons } = found.recognition;
      readings.push(() => log.reading({ form, range: tableRange(view, log), confidence, reasons }));
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

type Recognised =
  | { readonly kind: 'one'; readonly form: string; readonly recognition: Recognition }
  | { readonly kind: 'several'; readonly forms: readonly string[] }
  | { readonly kind: 'none' };

/** The form of a table with all its blocks; when it is no known one, each block may be a table of its own. */
function recogniseIn(region: Region, answers: Answers): readonly { view: TableView; found: Recognised }[] {
  const view = viewOf(region);
  const found = recognise(view, answers);
  if (found.kind !== 'none' || region.blocks.length === 0) return [{ view, found }];
  return region.blocks.map(viewOf).map((block) => ({ view: block, found: recognise(block, answers) }));
}

function viewOf(region: Region): TableView {
  const parts = region.blocks.length === 0 ? [region] : region.blocks;
  const grids = parts.flatMap((part) => gridOf(part) ?? []);
  return { ...region, grid: grids[0], grids };
}

/** The form that a person said it is, or else the surest one. */
function recognise(view: TableView, answers: Answers): Recognised {
  const said = answers.find('表式', view.grid?.title ?? view.sheet.name) ?? answers.find('表式', view.sheet.name);
  if (said === NOT_USED) return { kind: 'none' };
  const candidates = LAYOUTS.flatMap((layout) => {
    if (view.blocks.length > 0 && layout.readsBlocks !== true) return [];
    const recognition = said === undefined || said === layout.name ? layout.recognise(view) : undefined;
    return recognition === undefined ? [] : [{ form: layout.name, recognition }];
  }).sort((a, b) => b.recognition.confidence - a.recognition.confidence);
  const [best] = candidates;
  if (best === undefined) return { kind: 'none' };
  if (said !== undefined) return { kind: 'one', ...best };
  const { confidence } = best.recognition;
  const rivals = candidates.filter(({ recognition }) => confidence - recognition.confidence < MARGIN);
  if (confidence >= SURE && rivals.length === 1) return { kind: 'one', ...best };
  return { kind: 'several', forms: rivals.map(({ form }) => form) };
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => row.every((value) => value === null || value === ''));
}

function holdsNumber(sheet: Sheet): boolean {
  return sheet.rows.some((row) =>
    row.some(
      (value) => typeof value === 'number' || (typeof value === 'string' && readNumber(value).kind === 'number'),
    ),
  );
}
