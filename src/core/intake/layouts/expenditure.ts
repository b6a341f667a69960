import { finding } from '../../findings/finding.ts';
import { CATEGORIES, expenditureKey, OTHER_CATEGORIES, type Subject } from '../../ledger/keys.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { READING } from '../../texts/intake-texts.ts';
import { TOTAL } from '../../texts/terms.ts';
import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import { amountRows, isFilled, isTyped, type AmountRow } from '../amount-rows.ts';
import { findAmountTable, takeAmounts, type AmountColumn, type AmountTable, type KeyedRow } from '../amount-table.ts';
import { answeredColumns, answeredRow, expenditureColumns } from '../amount-questions.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { tableLabel } from '../table-unit.ts';
import { CATEGORY_WORDS, PROJECT_HEADERS, TOTAL_WORDS, wordFor } from '../vocabulary.ts';

/**
 * Budget and execution tables of expenditure: rows are 基本支出, 项目支出, projects and totals; columns are measures, each
 * perhaps split by source of money.
 */
export const expenditure: Layout = {
  name: '支出预算执行表',
  perUnit: true,
  recognise: ({ sheet }) => {
    const found = findAmountTable(sheet, expenditure.name, (label) => wordFor(label, CATEGORY_WORDS) !== undefined);
    if (found === undefined) return undefined;
    const rows = amountRows(found);
    const known = rows.filter(({ category }) => wordFor(category, CATEGORY_WORDS) !== undefined).length;
    const onlyUnits = found.unitColumn === found.categoryColumn && isAboutExpenditure(found);
    if (known === 0 && found.projectColumn === undefined && !onlyUnits && !isOfTotals(found, rows)) return undefined;
    const onlyProjects = known === 0 && found.projectColumn === found.categoryColumn;
    return {
      confidence: certaintyOf(2 * known + found.columns.length),
      reasons: [READING.columns, READING.words(known + found.columns.length)],
      read: (workbook, collector) => {
        const table = answeredColumns(found, expenditureColumns, collector);
        for (const { measure } of table.columns) collector.measures.add(measure);
        const keyed: KeyedRow[] = [];
        const projects = new Set<string>();
        let inProjects = false;
        let unit = '';
        for (const row of rows) {
          const own = unitOf(row);
          inProjects &&= own === unit;
          unit = own;
          const stated: Subject | undefined =
            (onlyUnits ? unitTotal(row) : onlyProjects ? projectOf(row) : subjectOf(row, inProjects)) ??
            answeredRow(table, row, SUBJECTS, (choice) => subjectChosen(choice, row), collector);
          if (stated === undefined) continue;
          if (isRemark(table, row, stated) || isSpare(table, row, stated)) continue;
          const subject: Subject =
            stated.kind === 'project' ? { kind: 'project', name: collector.project(stated.name) } : stated;
          collector.log.row(row.row, subject.kind === 'total' ? '合计' : '明细');
          if (subject.kind !== 'project') inProjects = subject.kind === 'category' && subject.category === '项目支出';
          if (subject.kind === 'project') {
            const name = `${unit}|${subject.name}`;
            if (projects.has(name)) {
              const cell = { sheet: sheet.name, row: row.row, column: table.projectColumn ?? table.categoryColumn };
              collector.report(finding('project-repeated', { project: subject.name }, [cell]));
              continue;
            }
            projects.add(name);
          }
          keyed.push({
            row: row.row,
            ...(row.unit === undefined ? {} : { unit: row.unit }),
            keyOf: ({ basis, measure }) => ({
              key: expenditureKey(basis, subject, measure),
              basis: basis ?? ALL_SOURCES,
            }),
          });
        }
        const keyOf = ({ basis, measure }: AmountColumn): string => expenditureKey(basis, { kind: 'total' }, measure);
        takeAmounts(workbook, table, keyed, keyOf, collector);
      },
    };
  },
};

/** What a row can be chosen to be about: all of the expenditure, one of its kinds, or a project of its own name. */
const A_PROJECT = PROJECT_HEADERS[0] ?? '';
const SUBJECTS: readonly string[] = [TOTAL, ...CATEGORIES, ...OTHER_CATEGORIES, A_PROJECT];

function subjectChosen(choice: string, { name, project }: AmountRow): Subject | undefined {
  if (choice === TOTAL) return { kind: 'total' };
  if (choice === A_PROJECT) return { kind: 'project', name: project || name };
  const category = [...CATEGORIES, ...OTHER_CATEGORIES].find((known) => known === choice);
  return category === undefined ? undefined : { kind: 'category', category };
}

/** A name without amounts is a note or a signature, unless the row says itself that it is a project. */
function isRemark(table: AmountTable, row: AmountRow, subject: Subject): boolean {
  if (subject.kind !== 'project' || isFilled(table, row)) return false;
  return row.project === '' || wordFor(row.category, CATEGORY_WORDS) !== '项目支出';
}

/** A row kept ready for a further project: no name yet, and nothing typed. */
function isSpare(table: AmountTable, row: AmountRow, subject: Subject): boolean {
  const isNameless = subject.kind === 'category' && subject.category === '项目支出' && row.project === '';
  return isNameless && table.projectColumn !== undefined && !isTyped(table, row);
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
