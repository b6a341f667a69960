import { BASES, incomeKey, OTHER_INCOMES, type Basis, type Measure, type OtherIncome } from '../../ledger/keys.ts';
import type { Fact } from '../../ledger/fact.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { READING } from '../../texts/intake-texts.ts';
import { TOTAL } from '../../texts/terms.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { answeredColumns, answeredRow, incomeColumns } from '../amount-questions.ts';
import { amountRows, isFilled, type AmountRow } from '../amount-rows.ts';
import { amountColumnCount, takeAmounts, type AmountTable, type KeyedRow } from '../amount-table.ts';
import type { Collector } from '../collector.ts';
import { aspectsOf } from '../header-words.ts';
import { findAmountTable } from '../find-amount-table.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { ownFundIn } from '../own-funds.ts';
import { checkSources } from '../source-totals.ts';
import { tableLabel } from '../table-unit.ts';
import { BASIS_WORDS, TOTAL_WORDS, wordFor } from '../vocabulary.ts';

/** Tables of income: rows are sources of money, columns are measures. */
export const income: Layout = {
  name: '收入预算执行表',
  perUnit: true,
  recognise: (view) => {
    const table = findAmountTable(view, income.name, (label) => sourceOf(label) !== undefined);
    if (table === undefined) return undefined;
    const rows = amountRows(table);
    const known = rows.filter((row) => sourceOf(row.category) !== undefined).length;
    if (known === 0 || !saysIncome(table, rows)) return undefined;
    return {
      confidence: certaintyOf(2 * known + amountColumnCount(table)),
      reasons: [READING.columns, READING.words(known + amountColumnCount(table))],
      read: (workbook, collector) => {
        const answered = answeredColumns(table, incomeColumns, collector);
        const sources = new Set<IncomeSource | undefined>();
        const keyed: KeyedRow[] = [];
        let isWhole = true;
        for (const row of rows) {
          const stated = rowSource(row) ?? answeredRow(answered, row, CHOICES, rowSourceChosen, collector);
          if (stated === undefined) {
            isWhole &&= !isFilled(answered, row);
            continue;
          }
          const source = stated === TOTAL ? undefined : stated;
          sources.add(source);
          collector.log.row(row.row, source === undefined ? '合计' : '明细');
          keyed.push({
            row: row.row,
            ...(row.unit === undefined ? {} : { unit: row.unit }),
            fund: ownFundIn(row.category),
            keyOf: ({ measure }) => ({ key: incomeKey(source, measure), basis: source ?? ALL_SOURCES }),
          });
        }
        const facts = takeAmounts(workbook, answered, keyed, ({ measure }) => incomeKey(undefined, measure), collector);
        for (const measure of new Set(answered.columns.map((column) => column.measure))) {
          // With a row that is not used nothing follows from the total.
          if (isWhole) checkMeasure(measure, [...sources], facts, collector);
        }
      },
    };
  },
};

type IncomeSource = Basis | OtherIncome;
const CHOICES: readonly string[] = [TOTAL, ...BASES, ...OTHER_INCOMES];

/** The head of the rows, a row, or else the title says that the amounts are income. */
function saysIncome(table: AmountTable, rows: readonly AmountRow[]): boolean {
  const { sheet, merges, headerTop, categoryColumn } = table;
  const title = plainLabel(`${tableLabel(sheet, headerTop)}${sheet.name}`);
  return (
    merges.text(sheet, headerTop, categoryColumn).includes('收入') ||
    rows.some(({ category }) => category.includes('收入')) ||
    (title.includes('收入') && !title.includes('支出'))
  );
}

function checkMeasure(
  measure: Measure,
  sources: readonly (IncomeSource | undefined)[],
  facts: readonly Fact[],
  collector: Collector,
): void {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const rows = sources.flatMap((source) => {
    const fact = byKey.get(incomeKey(source, measure));
    return fact === undefined ? [] : [{ source, fact }];
  });
  checkSources({ rows, keyOf: (basis) => incomeKey(basis, measure) }, collector);
}

/** The source of money that a row is about, or 合计. */
function rowSource({ category, unit }: AmountRow): IncomeSource | typeof TOTAL | undefined {
  const isUnitSum = unit?.isSum === true && (category === '' || category === unit.label);
  return isUnitSum ? TOTAL : rowSourceChosen(category);
}

function rowSourceChosen(label: string): IncomeSource | typeof TOTAL | undefined {
  return TOTAL_WORDS.includes(label) ? TOTAL : sourceOf(label);
}

/** Income that is no 财政拨款 is told apart as far as the row does it. */
function sourceOf(label: string): IncomeSource | undefined {
  const said = aspectsOf(label) ?? {};
  const isOnlySource = Object.keys(said).every((name) => name === 'income' || name === 'basis' || name === 'side');
  const source = said.income ?? said.basis;
  if (isOnlySource && source !== undefined) return source;
  return wordFor(label, BASIS_WORDS) ?? wordFor(label.replace(/收入$/, ''), BASIS_WORDS);
}
