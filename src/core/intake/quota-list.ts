import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { expenditureKey, type StatedMeasure } from '../ledger/keys.ts';
import { fenPer, type AmountUnit } from '../money/amount.ts';
import { showAmount } from '../money/prose.ts';
import { LIST_NAMES, QUOTA_CHOICES, QUOTA_MEANINGS, QUOTA_TRACE, READING, RECORDS } from '../texts/intake-texts.ts';
import { ALL_SOURCES } from '../texts/ledger-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import type { ListHeader } from '../workbook/list-header.ts';
import { quotaMeaning, type QuotaMeaning } from './quota-meaning.ts';
import { QuotaRows, type ListedQuota, type QuotaRole } from './quota-rows.ts';
import { RecordSubjects } from './record-subjects.ts';
import { bySubject, type RecordKinds } from './record-sums.ts';
import { RecordUnits } from './record-units.ts';
import type { RecordList } from './record-years.ts';
import { columnRun, reportListTotal, titleYear } from './records.ts';
import { tableLabel } from './table-unit.ts';

/** The amounts of one quota by measure; the first is what it amounts to. Undefined ones are not known. */
type QuotaAmounts = readonly (readonly [StatedMeasure, bigint | undefined])[];
const UNKNOWN: QuotaAmounts = (['全年预算数', '年初预算数', '追加数', '追减数'] as const).map((measure) => [
  measure,
  undefined,
]);

/** Adds up the quotas of one list; what is not known of one is not known of any sum that it belongs to. */
export class QuotaList {
  readonly #rows: QuotaRows;
  readonly #subjects: RecordSubjects;
  readonly #sums = new RecordUnits();
  readonly #repeated = new Set<ListedQuota>();

  constructor(
    workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly header: ListHeader<QuotaRole>,
    private readonly unit: AmountUnit,
    private readonly form: string,
    private readonly collector: Collector,
  ) {
    this.#rows = new QuotaRows(workbook, sheet, header, unit, form, collector);
    this.#subjects = new RecordSubjects(sheet, header.columns, form, collector);
  }

  read(): void {
    this.#rows.read();
    this.#findTwins();
    for (const quota of this.#quotas()) this.#add(quota);
    const kinds = this.#subjects.report();
    this.#reportTotal();
    this.collector.measures.add('全年预算数');
    if (this.#rows.byType) this.collector.measures.add('年初预算数');
    if (this.#rows.haveYears && this.#rows.haveStates) this.collector.lists.push(this.#list(kinds));
  }

  /** Rows that nothing tells apart: one quota exported twice, or two quotas? */
  #findTwins(): void {
    const twins = new Map<string, ListedQuota[]>();
    for (const row of this.#rows.list) {
      const same = twins.get(row.twin);
      if (same === undefined) twins.set(row.twin, [row]);
      else same.push(row);
    }
    for (const same of twins.values()) {
      if (same.length < 2 || same.some(({ amount }) => amount === undefined)) continue;
      this.#reportRepeated(same);
      for (const row of same) this.#repeated.add(row);
    }
  }

  /** The rows of each quota: a quota has several only where it was adjusted in batches. */
  #quotas(): readonly (readonly ListedQuota[])[] {
    if (this.header.columns.batch === undefined) return this.#rows.list.map((row) => [row]);
    const groups = new Map<string, ListedQuota[]>();
    for (const row of this.#rows.list) {
      const group = groups.get(row.identity);
      if (group === undefined) groups.set(row.identity, [row]);
      else group.push(row);
    }
    return [...groups.values()].flatMap((group) =>
      group.every(({ batch }) => batch === '') ? group.map((row) => [row]) : [group],
    );
  }

  #add(quota: readonly ListedQuota[]): void {
    const [first] = quota;
    if (first === undefined) return;
    const subject = this.#subjects.of(first.row);
    const column = this.header.columns.year ?? this.header.columns.amount ?? 0;
    const place = { sheet: this.sheet.name, row: first.row, column };
    const sums = this.#sums.of(this.#subjects.unitOf(first.row));
    sums.add(first.year, subject, this.#amountsOf(quota, first), place);
  }

  #amountsOf(quota: readonly ListedQuota[], { type }: ListedQuota): QuotaAmounts {
    const cells = quota.map(({ row }) => this.#rows.amountCell(row));
    if (quota.some((row) => this.#repeated.has(row))) {
      this.collector.log.skip(cells, READING.unclearQuota);
      return UNKNOWN;
    }
    const meaning = this.#meaningOf(quota);
    switch (meaning.kind) {
      case 'unread':
        return UNKNOWN;
      case 'repeated':
        this.#reportRepeated(quota);
        break;
      case 'unclear': {
        const told = (['before', 'after', 'each'] as const).flatMap((reading) => {
          const fen = meaning.readings[reading];
          return fen === undefined ? [] : [QUOTA_MEANINGS[reading](showAmount(fen, '元'))];
        });
        this.#reportUnclear(quota, told);
        break;
      }
      case 'known': {
        const { original, cut, added, final } = meaning;
        // 追减 of a positive amount: what was taken off, or what was left?
        // An amount below zero that calls itself the beginning of the year is a change.
        if (type === '年初' && original < 0n) {
          this.#reportUnclear(quota, [QUOTA_MEANINGS.initial, QUOTA_MEANINGS.cut]);
          break;
        }
        if (type === '追减' && original > 0n) {
          this.#reportUnclear(quota, [QUOTA_MEANINGS.cut, QUOTA_MEANINGS.left]);
          break;
        }
        const up = (type === '追加' && original > 0n ? original : 0n) + added;
        const down = (type !== '年初' && original < 0n ? -original : 0n) + cut;
        const { columns } = this.header;
        return [
          ['全年预算数', final],
          ...(type === '年初' ? ([['年初预算数', original]] as const) : []),
          ...(up !== 0n || columns.added !== undefined ? ([['追加数', up]] as const) : []),
          ...(down !== 0n || columns.cut !== undefined ? ([['追减数', down]] as const) : []),
        ];
      }
    }
    this.collector.log.skip(cells, READING.unclearQuota);
    return UNKNOWN;
  }

  /** What the rows of a quota amount to; where neither the header nor the numbers say it, a person may. */
  #meaningOf(quota: readonly ListedQuota[]): QuotaMeaning {
    const { amountHeader: label } = this.#rows;
    const meaning = quotaMeaning(quota, readingIn(label));
    if (meaning.kind !== 'unclear') return meaning;
    const cells = quota.map(({ row }) => this.#rows.amountCell(row));
    const question = { about: '列', label, form: this.form, alternatives: QUOTA_CHOICES, cells } as const;
    const decision = this.collector.ask(question, readingIn);
    return decision.kind === 'chosen' ? quotaMeaning(quota, decision.means) : meaning;
  }

  #reportRepeated(quota: readonly ListedQuota[]): void {
    const cells = quota.map(({ row }) => this.#rows.amountCell(row));
    this.collector.report(finding('records-repeated', { what: LIST_NAMES.quotas }, cells));
  }

  #reportUnclear(quota: readonly ListedQuota[], alternatives: readonly string[]): void {
    const cells = quota.map(({ row }) => this.#rows.amountCell(row));
    const params = {
      header: this.#rows.amountHeader,
      form: this.form,
      alternatives: alternatives.join(LIST_SEPARATOR),
    };
    this.collector.report(finding('meaning-unclear', params, cells));
  }

  #reportTotal(): void {
    const { list, total } = this.#rows;
    const amounts = list.flatMap(({ amount }) => amount ?? []);
    if (total === undefined || amounts.length < list.length) return;
    const sum = amounts.reduce((fen, amount) => fen + amount, 0n);
    // The list may add up all its rows, or those alone that are in force.
    if (!this.#rows.haveStates || total.fen === sum + this.#rows.cancelledFen) return;
    reportListTotal(total, sum, columnRun(this.sheet, this.header.row, total.cell.column), this.collector);
  }

  /** The facts of the year, once it is known. */
  #list(kinds: RecordKinds): RecordList {
    const { collector, sheet, header } = this;
    const { log } = collector;
    const cells = columnRun(sheet, header.row, header.columns.amount ?? 0);
    const units = [columnRun(sheet, header.row, header.columns.unit ?? 0)];
    const sums = this.#sums.used(tableLabel(sheet, header.row), this.form, units, collector);
    const list = { titleYear: titleYear(sheet, header.row), name: LIST_NAMES.quotas, record: RECORDS.quota, cells };
    return {
      annualKey: expenditureKey(undefined, { kind: 'total' }, '全年预算数'),
      total: sums.isWhole ? { fen: sums.fen, quantum: fenPer(this.unit) / 100n } : undefined,
      cells,
      resolve: (whole) => {
        const own = sums.resolve(list, whole);
        if (own === undefined) return;
        // The facts belong to the table that the quotas were read from.
        whole.log = log;
        for (const { basis, subject, slots } of bySubject(own.values(), kinds, (name) => whole.project(name))) {
          for (const [measure, sum] of slots) {
            if (!sum.isWhole || (measure !== '全年预算数' && !this.#rows.byType)) continue;
            whole.fact(this.#fact(expenditureKey(basis, subject, measure), basis ?? ALL_SOURCES, measure, sum));
          }
        }
      },
    };
  }

  #fact(key: string, basis: string, measure: string, { fen, count }: { fen: bigint; count: number }): Fact {
    const cells = [columnRun(this.sheet, this.header.row, this.header.columns.amount ?? 0)];
    const step = fenPer(this.unit) / 100n;
    return {
      key,
      // In 元 every quota is exact; in larger units each is rounded.
      value: { kind: 'amount', fen, quantum: step > 1n ? step * BigInt(Math.max(1, count)) : 1n },
      unit: '元',
      basis,
      cells,
      trace: {
        label: key,
        rule: QUOTA_TRACE.rule(measure),
        substitution: QUOTA_TRACE.count(count),
        result: showAmount(fen, '元'),
        cells,
        inputs: [],
      },
    };
  }
}

/** Whether a header or a choice says that the amount is the one before the adjustments or after them. */
function readingIn(words: string): 'before' | 'after' | undefined {
  if (words.includes('调整前')) return 'before';
  return words.includes('调整后') ? 'after' : undefined;
}
