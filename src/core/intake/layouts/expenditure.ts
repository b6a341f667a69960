import { finding } from '../../findings/finding.ts';
import {
  BASES,
  CATEGORIES,
  expenditureKey,
  MEASURES,
  OTHER_CATEGORIES,
  type Basis,
  type Measure,
  type Subject,
} from '../../ledger/keys.ts';
import type { Fact } from '../../ledger/fact.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { READING } from '../../texts/intake-texts.ts';
import { TOTAL } from '../../texts/terms.ts';
import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import { amountRows, isFilled, isTyped, type AmountRow } from '../amount-rows.ts';
import { amountColumnCount, takeAmounts, type AmountColumn, type AmountTable, type KeyedRow } from '../amount-table.ts';
import { answeredColumns, answeredRow, expenditureColumns } from '../amount-questions.ts';
import { findAmountTable } from '../find-amount-table.ts';
import { isWithin } from '../aspects.ts';
import { aspectsOf } from '../header-words.ts';
import { ownFundIn } from '../own-funds.ts';
import { isPageSum, reportPageSums } from '../page-sums.ts';
import type { Collector } from '../collector.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { checkSources } from '../source-totals.ts';
import { tableLabel } from '../table-unit.ts';
import { CATEGORY_WORDS, PROJECT_HEADERS, TOTAL_WORDS, wordFor } from '../vocabulary.ts';

/**
 * Budget and execution tables of expenditure: rows are 基本支出, 项目支出, projects and totals; columns are measures, each
 * perhaps split by source of money.
 */
export const expenditure: Layout = {
  name: '支出预算执行表',
  perUnit: true,
  recognise: (view) => {
    const { sheet } = view;
    const found = findAmountTable(view, expenditure.name, (label) => wordFor(label, CATEGORY_WORDS) !== undefined);
    if (found === undefined) return undefined;
    const rows = amountRows(found);
    const known = rows.filter(({ category }) => wordFor(category, CATEGORY_WORDS) !== undefined).length;
    const onlyUnits = found.unitColumn === found.categoryColumn && isAboutExpenditure(found);
    if (known === 0 && found.projectColumn === undefined && !onlyUnits && !isOfTotals(found, rows)) return undefined;
    const onlyProjects = known === 0 && found.projectColumn === found.categoryColumn;
    return {
      confidence: certaintyOf(2 * known + amountColumnCount(found)),
      reasons: [READING.columns, READING.words(known + amountColumnCount(found))],
      read: (workbook, collector) => {
        const table = answeredColumns(found, expenditureColumns, collector);
        for (const { measure } of table.columns) collector.measures.add(measure);
        const keyed: KeyedRow[] = [];
        const projects = new Set<string>();
        const sources = new Set<Basis>();
        const pages: number[] = [];
        const parts = { projects: [] as number[], kinds: [] as number[] };
        let inProjects = false;
        /** What the row before was about: everything, or a part of it. */
        let last: 'total' | 'part' = 'total';
        let unit = '';
        const nameCell = (row: number): CellRef => ({
          sheet: sheet.name,
          row,
          column: table.projectColumn ?? table.categoryColumn,
        });
        for (const row of rows) {
          if (isPageSum(row.category) || isPageSum(rowLabel(row.project))) {
            collector.log.row(row.row, '合计');
            pages.push(row.row);
            continue;
          }
          const own = unitOf(row);
          inProjects &&= own === unit;
          if (own !== unit) last = 'total';
          unit = own;
          const source = sourceOf(row);
          const stated: RowSubject | undefined =
            (source !== undefined
              ? sourceTotal(source, onlyProjects ? 'part' : last)
              : onlyUnits
                ? unitTotal(row)
                : onlyProjects
                  ? projectOf(row)
                  : subjectOf(row, inProjects)) ??
            answeredRow(table, row, CHOICES, (choice) => subjectChosen(choice, row), collector);
          if (stated === undefined) continue;
          if (isRemark(table, row, stated) || isSpare(table, row, stated)) continue;
          const subject: RowSubject =
            stated.kind === 'project'
              ? { kind: 'project', name: collector.project(stated.name, [nameCell(row.row)]) }
              : stated;
          collector.log.row(row.row, subject.kind === 'total' ? '合计' : '明细');
          last = subject.kind === 'total' || subject.kind === 'source' ? 'total' : 'part';
          if (subject.kind === 'source') sources.add(subject.basis);
          if (subject.kind === 'project') parts.projects.push(row.row);
          else if (isWholeKind(subject)) parts.kinds.push(row.row);
          if (subject.kind !== 'project') inProjects = subject.kind === 'category' && subject.category === '项目支出';
          if (subject.kind === 'project') {
            const name = `${unit}|${subject.name}`;
            if (projects.has(name)) {
              collector.report(finding('project-repeated', { project: subject.name }, [nameCell(row.row)]));
              continue;
            }
            projects.add(name);
          }
          keyed.push({
            row: row.row,
            ...(row.unit === undefined ? {} : { unit: row.unit }),
            fund: subject.kind === 'source' ? ownFundIn(row.category) : undefined,
            keyOf: ({ basis, measure }) => statedBy(subject, basis, measure),
          });
        }
        const keyOf = ({ basis, measure }: AmountColumn): string => expenditureKey(basis, { kind: 'total' }, measure);
        const facts = takeAmounts(workbook, table, keyed, keyOf, collector);
        if (sources.size > 1) checkSourceTotals(sources, facts, collector);
        const paged = { sheet, labelColumn: table.categoryColumn, columns: table.columns, pages };
        reportPageSums(workbook, { ...paged, parts: Object.values(parts) }, collector);
      },
    };
  },
};

/** What a row can be chosen to be about: all of the expenditure, one of its kinds, or a project of its own name. */
const A_PROJECT = PROJECT_HEADERS[0] ?? '';
const CHOICES: readonly string[] = [TOTAL, ...CATEGORIES, ...OTHER_CATEGORIES, A_PROJECT, ...BASES];

/** What a row is about; a source of money is all that was spent of it. */
type RowSubject = Subject | { readonly kind: 'source'; readonly basis: Basis };

function subjectChosen(choice: string, { name, project }: AmountRow): RowSubject | undefined {
  const basis = BASES.find((known) => known === choice);
  if (basis !== undefined) return { kind: 'source', basis };
  if (choice === TOTAL) return { kind: 'total' };
  if (choice === A_PROJECT) return { kind: 'project', name: project || name };
  const category = [...CATEGORIES, ...OTHER_CATEGORIES].find((known) => known === choice);
  return category === undefined ? undefined : { kind: 'category', category };
}

/** A name without amounts is a note or a signature, unless the row says itself that it is a project. */
function isRemark(table: AmountTable, row: AmountRow, subject: RowSubject): boolean {
  if (subject.kind !== 'project' || isFilled(table, row)) return false;
  return row.project === '' || wordFor(row.category, CATEGORY_WORDS) !== '项目支出';
}

/** A row kept ready for a further project: no name yet, and nothing typed. */
function isSpare(table: AmountTable, row: AmountRow, subject: RowSubject): boolean {
  const isNameless = subject.kind === 'category' && subject.category === '项目支出' && row.project === '';
  return isNameless && table.projectColumn !== undefined && !isTyped(table, row);
}

/** The source of money that a row names, and nothing else. */
function sourceOf({ category, project }: AmountRow): Basis | undefined {
  const { basis, side, ...more } = (project === '' ? aspectsOf(category) : undefined) ?? {};
  return side === 'income' || Object.keys(more).length > 0 ? undefined : basis;
}

/**
 * What was spent of a source, where the row stands beside totals. Under a kind of expenditure or among projects it may be all of it, a
 * part of the kind, or a project of that name: a person has to say.
 */
function sourceTotal(basis: Basis, last: 'total' | 'part'): RowSubject | undefined {
  return last === 'total' ? { kind: 'source', basis } : undefined;
}

/** What was spent of each source makes up everything that was spent. */
function checkSourceTotals(sources: ReadonlySet<Basis>, facts: readonly Fact[], collector: Collector): void {
  for (const measure of MEASURES) {
    const keyOf = (basis: Basis | undefined): string => expenditureKey(basis, { kind: 'total' }, measure);
    const rows = [undefined, ...sources].flatMap((source) => {
      const fact = facts.find(({ key }) => key === keyOf(source));
      return fact === undefined ? [] : [{ source, fact }];
    });
    checkSources({ rows, keyOf }, collector);
  }
}

/** A kind of expenditure that is no part of another. */
function isWholeKind(subject: RowSubject): boolean {
  return subject.kind === 'category' && subject.category !== '人员经费' && subject.category !== '公用经费';
}

/** What a cell states; undefined when its row and its column are about different money. */
function statedBy(
  subject: RowSubject,
  basis: Basis | undefined,
  measure: Measure,
): { readonly key: string; readonly basis: string } | undefined {
  if (subject.kind !== 'source') return { key: expenditureKey(basis, subject, measure), basis: basis ?? ALL_SOURCES };
  const own = isWithin(subject.basis, basis) ? subject.basis : isWithin(basis, subject.basis) ? basis : undefined;
  return own === undefined ? undefined : { key: expenditureKey(own, { kind: 'total' }, measure), basis: own };
}

function unitOf({ unit }: AmountRow): string {
  return unit?.unit.kind === 'unit' ? unit.unit.name : '';
}

/** Where the rows are units and nothing else, each states its total. */
function unitTotal({ unit }: AmountRow): Subject | undefined {
  return unit === undefined ? undefined : { kind: 'total' };
}

/** Units with nothing but the total of each. */
function isOfTotals(table: AmountTable, rows: readonly AmountRow[]): boolean {
  const filled = rows.filter((row) => isFilled(table, row));
  const areTotals = filled.every(({ category, unit }) => unit !== undefined && TOTAL_WORDS.includes(category));
  return areTotals && filled.length > 0 && isAboutExpenditure(table);
}

/** A table of units says what its amounts are only in its title. */
function isAboutExpenditure({ sheet, headerTop }: AmountTable): boolean {
  const title = plainLabel(`${tableLabel(sheet, headerTop)}${sheet.name}`);
  return /支出|预算执行/.test(title) && !title.includes('收入');
}

function subjectOf(row: AmountRow, inProjects: boolean): Subject | undefined {
  if (isUnitSum(row)) return { kind: 'total' };
  if (TOTAL_WORDS.includes(row.category)) return { kind: 'total' };
  const category = wordFor(row.category, CATEGORY_WORDS);
  const project = isSubtotal(row.project) ? '' : row.project;
  if (category === '项目支出' && project !== '') return { kind: 'project', name: project };
  if (category !== undefined) return { kind: 'category', category };
  if (project !== '' && (row.category === '' || inProjects)) return { kind: 'project', name: project };
  if (inProjects && row.category !== '' && !isSubtotal(row.category)) return { kind: 'project', name: row.name };
  return undefined;
}

/** The sum of a unit, or of all of them, that says nothing else: 部门合计. */
function isUnitSum({ unit, category, project }: AmountRow): boolean {
  if (unit?.isSum !== true || (project !== '' && project !== category)) return false;
  return category === '' || category === unit.label || TOTAL_WORDS.includes(category);
}

/** `小计`, `项目支出小计`, `合计`: a total among the names of projects. */
function isSubtotal(name: string): boolean {
  const label = rowLabel(name);
  return /^(项目)?(支出)?小计$/.test(label) || label === '项目支出合计' || TOTAL_WORDS.includes(label);
}

/** In a list of projects every row is a project, and its total is that of 项目支出, not of everything. */
function projectOf(row: AmountRow): Subject | undefined {
  if (isUnitSum(row)) return { kind: 'category', category: '项目支出' };
  if (row.category === '') return undefined;
  return isSubtotal(row.category) ? { kind: 'category', category: '项目支出' } : { kind: 'project', name: row.name };
}
