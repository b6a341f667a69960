import { finding, type Finding } from '../findings/finding.ts';
import { derive } from '../ledger/derive.ts';
import { deriveTasks } from '../ledger/task-rates.ts';
import { Ledger } from '../ledger/ledger.ts';
import { reconcile } from '../ledger/reconcile.ts';
import { readNumber } from '../money/decimal.ts';
import { textAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { NEEDED_TABLES } from '../texts/terms.ts';
import { Collector } from './collector.ts';
import type { Recognition } from './layout.ts';
import { expenditure } from './layouts/expenditure.ts';
import { income } from './layouts/income.ts';
import { months } from './layouts/months.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import { implausibleMagnitudes } from './magnitudes.ts';
import { unmatchedProjects } from './project-names.ts';
import { resolveMonths } from './month-series.ts';

/** What a workbook says: the facts, how each sheet was read, and what a person should know. */
export interface Intake {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  readonly sheets: readonly { readonly name: string; readonly form: string | undefined }[];
}

/** The forms whose titles name the year of their amounts, and how many rows a title takes. */
const AMOUNT_FORMS: readonly string[] = [expenditure.name, income.name, months.name];
const TITLE_ROWS = 3;

/**
 * Reads every visible sheet by its contents, joins what they say into one ledger, derives what follows and reconciles it.
 * Never throws: what cannot be read is a finding.
 */
export function intake(workbook: Workbook): Intake {
  const collector = new Collector();
  const sheets: { name: string; form: string | undefined }[] = [];
  for (const sheet of workbook.sheets) {
    if (isEmpty(sheet)) continue;
    if (sheet.hidden) {
      collector.report(finding('sheet-hidden', { sheet: sheet.name }, [{ sheet: sheet.name, row: 0, column: 0 }]));
      continue;
    }
    const best = recognise(sheet);
    sheets.push({ name: sheet.name, form: best?.form });
    if (best === undefined) {
      // A sheet of words only, such as filling instructions, has nothing to lose.
      if (!holdsNumber(sheet)) continue;
      collector.report(
        finding('sheet-unrecognised', { sheet: sheet.name }, [{ sheet: sheet.name, row: 0, column: 0 }]),
      );
    } else {
      best.recognition.read(workbook, collector);
    }
  }
  resolveMonths(collector);
  const ledger = new Ledger(collector.tasks, collector.judgements, collector.projects);
  for (const fact of collector.facts.values()) ledger.add(fact);
  // Derived totals are reconciled too: a total that no sheet states must still agree with those that are stated.
  derive(ledger);
  const findings = [
    ...collector.findings,
    ...missingTables(collector, sheets),
    ...otherYears(workbook, sheets, ledger.text('评价年度')),
    ...implausibleMagnitudes(ledger),
    ...unmatchedProjects(collector),
    ...reconcile(ledger),
  ];
  findings.push(...deriveTasks(ledger));
  return { ledger, findings, sheets };
}

/** A self-evaluation cannot do without a budget and an executed amount; which of them no sheet has a column for. */
function missingTables(collector: Collector, sheets: Intake['sheets']): readonly Finding[] {
  const names = sheets.map(({ name }) => name).join('、');
  const { measures } = collector;
  if (sheets.every(({ form }) => form === undefined)) return [finding('no-known-sheet', { sheets: names })];
  const findings: Finding[] = [];
  if (!measures.has('决算数')) findings.push(finding('table-missing', { what: NEEDED_TABLES.executed, sheets: names }));
  if (!measures.has('年初预算数') && !measures.has('全年预算数')) {
    findings.push(finding('table-missing', { what: NEEDED_TABLES.budget, sheets: names }));
  }
  return findings;
}

function recognise(sheet: Sheet): { readonly form: string; readonly recognition: Recognition } | undefined {
  let best: { form: string; recognition: Recognition } | undefined;
  for (const layout of LAYOUTS) {
    const recognition = layout.recognise(sheet);
    if (recognition !== undefined && recognition.score > (best?.recognition.score ?? 0)) {
      best = { form: layout.name, recognition };
    }
  }
  return best;
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

/** Titles that name another year than the one evaluated: last year's sheet, or last year's title. */
function otherYears(workbook: Workbook, sheets: Intake['sheets'], year: string | undefined): readonly Finding[] {
  const wanted = /\d{4}/.exec(year ?? '')?.[0];
  if (wanted === undefined) return [];
  const findings: Finding[] = [];
  for (const sheet of workbook.sheets) {
    if (!AMOUNT_FORMS.includes(sheets.find(({ name }) => name === sheet.name)?.form ?? '')) continue;
    for (let row = 0; row < Math.min(TITLE_ROWS, sheet.rows.length); row++) {
      for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
        const other = /(20\d{2})年/.exec(textAt(sheet, row, column))?.[1];
        if (other === undefined || other === wanted) continue;
        findings.push(finding('year-differs', { year: wanted, other }, [{ sheet: sheet.name, row, column }]));
      }
    }
  }
  return findings;
}
