import { finding } from '../findings/finding.ts';
import { BASES, MEASURES } from '../ledger/keys.ts';
import { COLUMN_MEANINGS, READING } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR, NO_LABEL } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import type { AmountRow } from './amount-rows.ts';
import type { AmountColumn, AmountTable, UnknownColumn } from './amount-table.ts';
import { holdsAmount } from './amounts.ts';
import type { Aspects } from './aspects.ts';
import type { Collector } from './collector.ts';
import { yearsInHeader } from './dates.ts';
import { aspectsOf } from './header-words.ts';
import { unitInHeader } from './unit.ts';

/*
 * What only a person can say about a table of amounts: what a column of numbers or a row means.
 */

/** What a column can be chosen to mean, and how a choice is understood. */
export interface ColumnChoices {
  readonly alternatives: readonly string[];
  readonly understand: (choice: string) => Pick<AmountColumn, 'measure' | 'basis'> | undefined;
}

/** A measure, of all money or of one source. */
export const expenditureColumns: ColumnChoices = {
  alternatives: MEASURES.flatMap((measure) => [measure, ...BASES.map((basis) => `${basis}.${measure}`)]),
  understand: measureChosen,
};

/** The rows of an income table say whose money it is. */
export const incomeColumns: ColumnChoices = {
  alternatives: MEASURES,
  understand: (choice) => {
    const chosen = measureChosen(choice);
    return chosen?.basis === undefined ? chosen : undefined;
  },
};

/** The parts of a key, as a person chose them. */
export function aspectsChosen(choice: string): Aspects | undefined {
  const said = aspectsOf(plainLabel(choice).replaceAll('.', ''));
  return said === undefined || Object.keys(said).length === 0 ? undefined : said;
}

function measureChosen(choice: string): ReturnType<ColumnChoices['understand']> {
  const { measure, basis, ...more } = aspectsChosen(choice) ?? {};
  const known = MEASURES.find((candidate) => candidate === measure);
  return known === undefined || Object.keys(more).length > 0 ? undefined : { measure: known, basis };
}

/** The table with the columns whose meaning a person chose; the columns that nothing will use are reported. */
export function answeredColumns(
  table: AmountTable,
  { alternatives, understand }: ColumnChoices,
  collector: Collector,
): AmountTable {
  const { sheet, form, headerTop, dataRow } = table;
  const columns = [...table.columns];
  const unknown: UnknownColumn[] = [];
  const leftOut: UnknownColumn[] = [];
  for (const one of table.unknown) {
    const { column, header } = one;
    const cells = [{ sheet: sheet.name, row: headerTop, column }];
    const question = { about: '列', label: header, form, alternatives, cells } as const;
    // A column without a header can only be asked about by its place, which the next file need not have.
    const decision = header === '' ? ({ kind: 'open' } as const) : collector.ask(question, understand);
    if (decision.kind === 'chosen') {
      columns.push({ column, header, unit: unitInHeader(header), ...decision.means });
    } else if (decision.kind === 'left-out') {
      leftOut.push(one);
    } else {
      unknown.push(one);
      collector.report(finding('column-unknown', { header }, cells));
      for (let row = dataRow; row < sheet.rows.length; row++) {
        if (!holdsAmount(sheet, row, column)) continue;
        collector.log.skip([{ sheet: sheet.name, row, column }], COLUMN_MEANINGS.unknown);
      }
    }
  }
  reportOtherYears({ ...table, columns }, collector);
  return { ...table, columns: columns.sort((a, b) => a.column - b.column), unknown, leftOut };
}

/** Reports columns of other years, unless one of the year says the same. */
function reportOtherYears(table: AmountTable, collector: Collector): void {
  const { sheet, headerTop, columns, otherYears, year, isYearStated } = table;
  const place = ({ column }: AmountColumn): CellRef => ({ sheet: sheet.name, row: headerTop, column });
  if (year === 'unclear') {
    const headers = otherYears.map(({ header }) => `“${header}”`).join(LIST_SEPARATOR);
    collector.report(finding('columns-year-unclear', { headers }, otherYears.map(place)));
    return;
  }
  if (!isYearStated && otherYears.length > 0) {
    const dated = [...columns, ...otherYears].filter(({ header }) => yearsInHeader(header).length > 0);
    const cells = dated.map(place).sort((a, b) => a.column - b.column);
    collector.report(finding('column-year-assumed', { year: String(year ?? '') }, cells));
  }
  for (const other of otherYears) {
    const has = columns.some(
      ({ measure, basis, header }) =>
        measure === other.measure && basis === other.basis && isYearAlone(header) === isYearAlone(other.header),
    );
    const params = { header: other.header, year: String(year ?? '') };
    if (!has) collector.report(finding('column-other-year', params, [place(other)]));
  }
}

/** True for a column that only its year parts from the others under one head: under 决算数, `2022年` is beside `2023年`, not beside 合计. */
function isYearAlone(header: string): boolean {
  return /^(20\d\d|\d\d|二[〇○零].{2})年?度?$/.test(header.split('·').at(-1) ?? '');
}

/**
 * What a person chose a row to be about whose label says nothing known; reported while nothing is chosen.
 * @returns undefined for a row that is not used, or that holds no amounts
 */
export function answeredRow<T>(
  table: AmountTable,
  { row, category, project }: AmountRow,
  alternatives: readonly string[],
  understand: (choice: string) => T | undefined,
  collector: Collector,
): T | undefined {
  const { sheet, form } = table;
  const amounts = table.columns.filter(({ column }) => holdsAmount(sheet, row, column));
  if (amounts.length === 0) return undefined;
  const label = category || project;
  const cells = [{ sheet: sheet.name, row, column: table.categoryColumn }];
  const decision =
    label === ''
      ? ({ kind: 'open' } as const)
      : collector.ask({ about: '行', label, form, alternatives, cells }, understand);
  if (decision.kind === 'chosen') return decision.means;
  collector.log.row(row, '未采用');
  const skipped = amounts.map(({ column }) => ({ sheet: sheet.name, row, column }));
  collector.log.skip(skipped, decision.kind === 'open' ? READING.unknownRow : READING.notUsed);
  if (decision.kind === 'open') collector.report(finding('row-unknown', { label: label || NO_LABEL }, cells));
  return undefined;
}
