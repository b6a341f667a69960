import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { FISCAL_PARTS, monthKey, type Basis, type Category, type Subject } from '../ledger/keys.ts';
import { showAmount } from '../money/prose.ts';
import { PAYMENT_TRACE } from '../texts/intake-texts.ts';
import { ALL_SOURCES } from '../texts/ledger-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import type { TableLog } from './table-reading.ts';

/** One payment, as far as it is added up. */
export interface Payment {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly source: Basis | undefined;
  readonly category: Category | undefined;
  readonly project: string | undefined;
  readonly fen: bigint;
}

/** Very many payments, added up while they are read: by year × month × source × category × project. */
export class PaymentSums {
  readonly #sums = new Map<string, Payment & { readonly count: number }>();
  fen = 0n;

  /** @param cells the column of amounts */
  constructor(readonly cells: CellRef) {}

  add(payment: Payment, count = 1): void {
    const { year, month, source, category, project, fen } = payment;
    const key = `${String(year)}|${String(month)}|${source ?? ''}|${category ?? ''}|${project ?? ''}`;
    const known = this.#sums.get(key);
    this.#sums.set(key, { ...payment, fen: (known?.fen ?? 0n) + fen, count: (known?.count ?? 0) + count });
    this.fen += fen;
  }

  /** Adds what other sums hold. */
  addAll(other: PaymentSums): void {
    for (const sum of other.#sums.values()) this.add(sum, sum.count);
  }

  values(): readonly (Payment & { readonly count: number })[] {
    return [...this.#sums.values()];
  }
}

/** A list of payments once it is read; which year it is about is known only when everything is. */
export interface PaymentList {
  readonly sums: PaymentSums;
  /** The step in which the list states its amounts, in 分. */
  readonly quantum: bigint;
  /** Every payment says whose money it is. */
  readonly byFund: boolean;
  /** Every payment says what kind of expenditure it is, or its project. */
  readonly byKind: boolean;
  readonly log: TableLog;
}

/**
 * Turns the payments of the year into cumulative amounts by month, for all money and for each source, in total, by kind and by
 * project. Payments of other years are left out and said so.
 */
export function resolvePayments(collector: Collector): void {
  for (const list of collector.payments) {
    const all = list.sums.values();
    const year = yearOf(collector, all, list.sums.cells);
    if (year === undefined) continue;
    const others = all.filter((sum) => sum.year !== year);
    if (others.length > 0) {
      const fen = others.reduce((sum, other) => sum + other.fen, 0n);
      const count = others.reduce((sum, other) => sum + other.count, 0);
      const params = { year: String(year), count: String(count), amount: showAmount(fen, '元') };
      collector.report(finding('payments-other-year', params, [list.sums.cells]));
    }
    const own = all.filter((sum) => sum.year === year);
    const first = own.reduce((least, { month }) => Math.min(least, month), 12);
    if (first > 1) {
      collector.report(finding('payments-start-late', { month: `${String(first)}月` }, [list.sums.cells]));
    }
    // The facts belong to the table that the payments were read from.
    collector.log = list.log;
    for (const fact of cumulative(own, list)) collector.fact(fact);
  }
}

/** The year evaluated, or else the only year there is. */
function yearOf(collector: Collector, sums: readonly Payment[], cells: CellRef): number | undefined {
  const stated = collector.facts.get('评价年度')?.value;
  const years = [...new Set(sums.map(({ year }) => year))].sort((a, b) => a - b);
  if (years.length === 0) return undefined;
  if (stated?.kind === 'text') return Number(stated.text);
  if (years.length === 1) return years[0];
  collector.report(finding('payments-year-unclear', { years: years.join('、') }, [cells]));
  return undefined;
}

interface Series {
  readonly basis: Basis | undefined;
  readonly subject: Subject;
  /** By month, index 0 is January. */
  readonly fen: bigint[];
  readonly count: number[];
}

function cumulative(sums: readonly (Payment & { count: number })[], list: PaymentList): readonly Fact[] {
  const series = new Map<string, Series>();
  for (const sum of sums) {
    for (const basis of basesOf(sum, list)) {
      for (const subject of subjectsOf(sum, list)) {
        const key = monthKey(basis, 1, '累计支出数', subject);
        const own = series.get(key) ?? {
          basis,
          subject,
          fen: Array<bigint>(12).fill(0n),
          count: Array<number>(12).fill(0),
        };
        series.set(key, own);
        own.fen[sum.month - 1] = (own.fen[sum.month - 1] ?? 0n) + sum.fen;
        own.count[sum.month - 1] = (own.count[sum.month - 1] ?? 0) + sum.count;
      }
    }
  }
  const last = sums.reduce((most, { month }) => Math.max(most, month), 1);
  return [...series.values()].flatMap((own) => running(own, last, list));
}

/** Running totals from January to the last month of the list. */
function running(
  { basis, subject, fen, count }: Series,
  last: number,
  { sums, quantum }: PaymentList,
): readonly Fact[] {
  const facts: Fact[] = [];
  let total = 0n;
  let payments = 0;
  for (let month = 1; month <= last; month++) {
    total += fen[month - 1] ?? 0n;
    payments += count[month - 1] ?? 0;
    const key = monthKey(basis, month, '累计支出数', subject);
    facts.push({
      key,
      // In 元 every payment is exact; in larger units each is rounded.
      value: { kind: 'amount', fen: total, quantum: quantum > 1n ? quantum * BigInt(Math.max(1, payments)) : 1n },
      unit: '元',
      basis: basis ?? ALL_SOURCES,
      cells: [sums.cells],
      trace: {
        label: key,
        rule: PAYMENT_TRACE.rule(month),
        substitution: PAYMENT_TRACE.count(payments),
        result: showAmount(total, '元'),
        cells: [sums.cells],
        inputs: [],
      },
    });
  }
  return facts;
}

function basesOf({ source }: Payment, { byFund }: PaymentList): readonly (Basis | undefined)[] {
  if (!byFund || source === undefined) return [undefined];
  const isFiscal = FISCAL_PARTS.some((part) => part === source);
  return [undefined, source, ...(isFiscal ? (['财政拨款'] as const) : [])];
}

function subjectsOf({ category, project }: Payment, { byKind }: PaymentList): readonly Subject[] {
  const subjects: Subject[] = [{ kind: 'total' }];
  if (!byKind) return subjects;
  if (category !== undefined) subjects.push({ kind: 'category', category });
  if (category === '人员经费' || category === '公用经费') subjects.push({ kind: 'category', category: '基本支出' });
  if (project !== undefined) subjects.push({ kind: 'project', name: project });
  return subjects;
}
