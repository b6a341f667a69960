import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { expenditureKey, monthKey } from '../ledger/keys.ts';
import { showAmount } from '../money/prose.ts';
import { PAYMENT_TRACE } from '../texts/intake-texts.ts';
import { ALL_SOURCES } from '../texts/ledger-texts.ts';
import type { Collector } from './collector.ts';
import { bySubject, type RecordKinds, type SubjectSums } from './record-sums.ts';
import type { RecordList, RecordYears, YearlyList } from './record-years.ts';
import type { TableLog } from './table-reading.ts';

/** What a list of payments says once it is read. */
export interface Payments extends RecordKinds, YearlyList {
  readonly sums: RecordYears;
  /** The step in which the list states its amounts, in 分. */
  readonly quantum: bigint;
  readonly log: TableLog;
}

/**
 * The list of payments that turns into cumulative amounts by month, for all money and for each source, in total, by kind and by
 * project.
 */
export function paymentList(payments: Payments): RecordList {
  const { sums, quantum, cells } = payments;
  return {
    annualKey: expenditureKey(undefined, { kind: 'total' }, '决算数'),
    total: { fen: sums.fen, quantum },
    cells,
    resolve: (collector) => {
      resolvePayments(payments, collector);
    },
  };
}

function resolvePayments(list: Payments, collector: Collector): void {
  const sums = list.sums.resolve(list, collector);
  if (sums === undefined) return;
  const groups = bySubject(sums.values(), list, (name) => collector.project(name));
  const months = groups.flatMap(({ slots }) => [...slots.keys()].map(Number));
  const first = months.reduce((least, month) => Math.min(least, month), 12);
  const last = months.reduce((most, month) => Math.max(most, month), 1);
  if (groups.length > 0 && first > 1) {
    collector.report(finding('payments-start-late', { month: `${String(first)}月` }, [list.cells]));
  }
  // The facts belong to the table that the payments were read from.
  collector.log = list.log;
  for (const group of groups) for (const fact of running(group, last, list)) collector.fact(fact);
}

/** Running totals from January to the last month of the list. */
function running({ basis, subject, slots }: SubjectSums, last: number, { cells, quantum }: Payments): readonly Fact[] {
  const facts: Fact[] = [];
  let total = 0n;
  let payments = 0;
  for (let month = 1; month <= last; month++) {
    const own = slots.get(String(month));
    total += own?.fen ?? 0n;
    payments += own?.count ?? 0;
    const key = monthKey(basis, month, '累计支出数', subject);
    facts.push({
      key,
      // In 元 every payment is exact; in larger units each is rounded.
      value: { kind: 'amount', fen: total, quantum: quantum > 1n ? quantum * BigInt(Math.max(1, payments)) : 1n },
      unit: '元',
      basis: basis ?? ALL_SOURCES,
      cells: [cells],
      trace: {
        label: key,
        rule: PAYMENT_TRACE.rule(month),
        substitution: PAYMENT_TRACE.count(payments),
        result: showAmount(total, '元'),
        cells: [cells],
        inputs: [],
      },
    });
  }
  return facts;
}
