import { COLUMN_MEANINGS, LIST_COLUMNS, QUOTA_COLUMNS, READING } from '../../texts/intake-texts.ts';
import type { Sheet, Workbook } from '../../workbook/workbook.ts';
import type { Collector } from '../collector.ts';
import { findListHeader, type ListHeader } from '../../workbook/list-header.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { isStateHeader } from '../payment-states.ts';
import { QuotaList } from '../quota-list.ts';
import { QUOTA_WORDS, type QuotaRole } from '../quota-rows.ts';
import { columnRun, describeExport } from '../records.ts';
import { tableUnit } from '../table-unit.ts';

/** What only a list of quotas has beside the amounts; one of them is needed. */
const OWN_ROLES = ['document', 'id', 'batch', 'type', 'balance'] as const;
const OTHER_ROLES = ['fund', 'kind', 'project', 'unit', 'cut', 'added', 'applied', 'paid'] as const;
/** Amounts of a quota that are understood and not wanted. */
const KNOWN_AMOUNTS = /^(冻结金额|拆分金额|已拆分金额|在途金额)$/;

/** 指标: one row a budget quota, repeated for each batch of adjustments. */
export const quotas: Layout = {
  name: '指标表',
  recognise: ({ sheet }) => {
    const header = findListHeader<QuotaRole>(sheet, QUOTA_WORDS, ['amount'], ['amount', 'paid']);
    if (header === undefined) return undefined;
    const count = (roles: readonly QuotaRole[]): number =>
      roles.filter((role) => header.columns[role] !== undefined).length;
    const own = count(OWN_ROLES);
    if (own === 0) return undefined;
    return {
      confidence: certaintyOf(3 + 2 * own + count(OTHER_ROLES)),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        read(workbook, sheet, header, collector);
      },
    };
  },
};

function read(workbook: Workbook, sheet: Sheet, header: ListHeader<QuotaRole>, collector: Collector): void {
  const known = (label: string): string | undefined =>
    isStateHeader(label)
      ? COLUMN_MEANINGS.quotaState
      : KNOWN_AMOUNTS.test(label)
        ? COLUMN_MEANINGS.otherQuota
        : undefined;
  const list = { ...header, words: QUOTA_WORDS, meanings: { ...LIST_COLUMNS, ...QUOTA_COLUMNS }, known };
  describeExport(sheet, list, collector);
  const place = { sheet, headerTop: header.row, dataRow: header.row + 1, form: quotas.name };
  const unit = tableUnit(place, collector);
  if (unit === undefined) {
    collector.log.skip([columnRun(sheet, header.row, header.columns.amount ?? 0)], READING.noUnit);
    return;
  }
  new QuotaList(workbook, sheet, header, unit, quotas.name, collector).read();
}
