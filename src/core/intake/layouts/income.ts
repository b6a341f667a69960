import { BASES, incomeKey, type Basis } from '../../ledger/keys.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { READING } from '../../texts/intake-texts.ts';
import { TOTAL } from '../../texts/terms.ts';
import { answeredColumns, answeredRow, incomeColumns } from '../amount-questions.ts';
import { amountRows } from '../amount-rows.ts';
import { findAmountTable, takeAmounts, type KeyedRow } from '../amount-table.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { BASIS_WORDS, TOTAL_WORDS, wordFor } from '../vocabulary.ts';

/** Tables of income: rows are sources of money, columns are measures. */
export const income: Layout = {
  name: '收入预算执行表',
  perUnit: true,
  recognise: ({ sheet }) => {
    const table = findAmountTable(sheet, income.name, (label) => sourceOf(label) !== undefined);
    if (table === undefined) return undefined;
    const rows = amountRows(table);
    const known = rows.filter((row) => sourceOf(row.category) !== undefined).length;
    const headed = table.merges.text(sheet, table.headerTop, table.categoryColumn).includes('收入');
    if (known === 0 || (!headed && !rows.some((row) => row.category.includes('收入')))) return undefined;
    return {
      confidence: certaintyOf(2 * known + table.columns.length),
      reasons: [READING.columns, READING.words(known + table.columns.length)],
      read: (workbook, collector) => {
        const answered = answeredColumns(table, incomeColumns, collector);
        const keyed: KeyedRow[] = [];
        for (const row of rows) {
          const stated = rowSource(row.category) ?? answeredRow(answered, row, [TOTAL, ...BASES], rowSource, collector);
          if (stated === undefined) continue;
          const source = stated === TOTAL ? undefined : stated;
          collector.log.row(row.row, source === undefined ? '合计' : '明细');
          keyed.push({
            row: row.row,
            keyOf: ({ measure }) => ({ key: incomeKey(source, measure), basis: source ?? ALL_SOURCES }),
          });
        }
        takeAmounts(workbook, answered, keyed, ({ measure }) => incomeKey(undefined, measure), collector);
      },
    };
  },
};

/** The source of money that a row is about, or 合计. */
function rowSource(label: string): Basis | typeof TOTAL | undefined {
  return TOTAL_WORDS.includes(label) ? TOTAL : sourceOf(label);
}

function sourceOf(label: string): Basis | undefined {
  return wordFor(label, BASIS_WORDS) ?? wordFor(label.replace(/收入$/, ''), BASIS_WORDS);
}
