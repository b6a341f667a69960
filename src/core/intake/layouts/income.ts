import { incomeKey, type Basis } from '../../ledger/keys.ts';
import { ALL_SOURCES } from '../../texts/ledger-texts.ts';
import { READING } from '../../texts/intake-texts.ts';
import { amountRows, findAmountTable, reportUnknownRow, takeAmounts, type KeyedRow } from '../amount-table.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { BASIS_WORDS, TOTAL_WORDS, wordFor } from '../vocabulary.ts';

/** Tables of income: rows are sources of money, columns are measures. */
export const income: Layout = {
  name: '收入预算执行表',
  recognise: ({ sheet }) => {
    const table = findAmountTable(sheet, (label) => sourceOf(label) !== undefined);
    if (table === undefined) return undefined;
    const rows = amountRows(table);
    const known = rows.filter((row) => sourceOf(row.category) !== undefined).length;
    const headed = table.merges.text(sheet, table.headerTop, table.categoryColumn).includes('收入');
    if (known === 0 || (!headed && !rows.some((row) => row.category.includes('收入')))) return undefined;
    return {
      confidence: certaintyOf(2 * known + table.columns.length),
      reasons: [READING.columns, READING.words(known + table.columns.length)],
      read: (workbook, collector) => {
        const keyed: KeyedRow[] = [];
        for (const row of rows) {
          const source = TOTAL_WORDS.includes(row.category) ? undefined : (sourceOf(row.category) ?? 'unknown');
          if (source === 'unknown') {
            reportUnknownRow(table, row, collector);
            continue;
          }
          collector.log.row(row.row, source === undefined ? '合计' : '明细');
          keyed.push({
            row: row.row,
            keyOf: ({ measure }) => ({ key: incomeKey(source, measure), basis: source ?? ALL_SOURCES }),
          });
        }
        takeAmounts(workbook, table, keyed, ({ measure }) => incomeKey(undefined, measure), collector);
      },
    };
  },
};

function sourceOf(label: string): Basis | undefined {
  return wordFor(label, BASIS_WORDS) ?? wordFor(label.replace(/收入$/, ''), BASIS_WORDS);
}
