import { finding } from '../../findings/finding.ts';
import { fenPer, stateAmount, type AmountUnit } from '../../money/amount.ts';
import { readNumber } from '../../money/decimal.ts';
import { COLUMN_MEANINGS, LIST_COLUMNS, LIST_NAMES, READING, RECORDS } from '../../texts/intake-texts.ts';
import { plainLabel } from '../../workbook/labels.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { formulaAt, isCellError, textAt, valueAt, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { holdsAmount, readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { findListHeader, type ListHeader } from '../../workbook/list-header.ts';
import { yearMonthOf } from '../dates.ts';
import { isBlankRow, isNoteRow } from '../sheet-rows.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { isStateHeader, PaymentStates } from '../payment-states.ts';
import { MarkedRefunds } from '../marked-refunds.ts';
import { isRefundHeader, RefundColumn } from '../refund-column.ts';
import { paymentList } from '../payment-sums.ts';
import { RecordSubjects, SUBJECT_WORDS } from '../record-subjects.ts';
import { RecordUnits } from '../record-units.ts';
import { RepeatedPayments } from '../repeated-payments.ts';
import { columnRun, describeExport, reportListTotal, titleYear, totalIn } from '../records.ts';
import { UnpaidPayments } from '../unpaid-payments.ts';
import { tellable } from '../tellable.ts';
import { tableLabel, tableUnit } from '../table-unit.ts';

const WORDS = {
  date: ['实际支付日期', '支付日期', '凭证日期', '付款日期', '实际清算日期', '清算日期', '申请日期', '记账日期'],
  amount: ['实际支付金额', '支付金额', '付款金额', '凭证金额', '支出金额', '支付申请金额', '金额'],
  ...SUBJECT_WORDS,
} as const;
type Role = keyof typeof WORDS;

/** Amounts that describe the same payment at an earlier stage. */
const EARLIER = /^(支付申请金额|申请金额|支付金额|凭证金额|金额|合同金额)$/;

/** 支付明细, 支付凭证: one row a payment, refunds negative. */
export const payments: Layout = {
  name: '支付明细表',
  recognise: ({ sheet }) => {
    const header = findListHeader<Role>(sheet, WORDS, ['date', 'amount'], ['date', 'amount']);
    if (header === undefined) return undefined;
    const others = (['fund', 'kind', 'project', 'unit'] as const).filter((role) => header.columns[role] !== undefined);
    // A date and an amount alone can be anything.
    if (others.length === 0 && !/支付|付款/.test(textAt(sheet, header.row, header.columns.amount ?? 0)))
      return undefined;
    return {
      confidence: certaintyOf(6 + others.length),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        read(workbook, sheet, header, collector);
      },
    };
  },
};

function read(workbook: Workbook, sheet: Sheet, header: ListHeader<Role>, collector: Collector): void {
  const known = (label: string): string | undefined =>
    isStateHeader(label)
      ? COLUMN_MEANINGS.state
      : isRefundHeader(label)
        ? COLUMN_MEANINGS.refund
        : EARLIER.test(label)
          ? COLUMN_MEANINGS.earlier
          : undefined;
  const list = { ...header, words: WORDS, meanings: LIST_COLUMNS, known };
  describeExport(sheet, list, collector);
  const place = { sheet, headerTop: header.row, dataRow: header.row + 1, form: payments.name };
  const unit = tableUnit(place, collector);
  if (unit === undefined) {
    collector.log.skip([columnRun(sheet, header.row, header.columns.amount ?? 0)], READING.noUnit);
    return;
  }
  new PaymentReader(workbook, sheet, header, unit, collector).read();
}

/** Goes through the payments of one list. */
class PaymentReader {
  readonly #date: number;
  readonly #amount: number;
  readonly #cells: CellRef;
  readonly #sums = new RecordUnits();
  readonly #subjects: RecordSubjects;
  readonly #states: PaymentStates;
  readonly #unpaid = new UnpaidPayments();
  readonly #refundColumn: RefundColumn;
  readonly #refunds: MarkedRefunds;
  readonly #repeated: RepeatedPayments;
  readonly #undated: CellRef[] = [];
  readonly #blank: CellRef[] = [];
  #unread = 0;
  /** What the column of refunds takes off the payments that count, in 分. */
  #takenOff = 0n;
  #total: { readonly fen: bigint; readonly cell: CellRef } | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly header: ListHeader<Role>,
    private readonly unit: AmountUnit,
    private readonly collector: Collector,
  ) {
    const { date = 0, amount = 0 } = header.columns;
    this.#date = date;
    this.#amount = amount;
    this.#cells = columnRun(sheet, header.row, amount);
    this.#subjects = new RecordSubjects(sheet, header.columns, payments.name, collector);
    this.#states = new PaymentStates(sheet, header.row, payments.name, collector);
    this.#refundColumn = new RefundColumn(workbook, sheet, header.row, unit, payments.name, collector);
    const taken = new Set(Object.values<number | undefined>(header.columns).flatMap((column) => column ?? []));
    this.#repeated = new RepeatedPayments(sheet, header.row, collector);
    this.#refunds = new MarkedRefunds(sheet, header.row, taken, payments.name, collector);
  }

  read(): void {
    const { sheet, header, collector } = this;
    for (let row = header.row + 1; row < sheet.rows.length; row++) {
      if (isBlankRow(sheet, row)) continue;
      if (isNoteRow(sheet, row) && !holdsAmount(sheet, row, this.#amount)) collector.log.row(row, '注');
      else this.#row(row);
    }
    this.#unpaid.resolve(collector);
    this.#refunds.resolve();
    this.#repeated.report();
    const kinds = this.#subjects.report();
    this.#states.report();
    this.#reportTotal();
    if (!this.#isWhole()) return;
    const { unit = this.#amount } = header.columns;
    const units = [columnRun(sheet, header.row, unit)];
    collector.lists.push(
      paymentList({
        sums: this.#sums.used(tableLabel(sheet, header.row), payments.name, units, collector),
        quantum: fenPer(this.unit) / 100n,
        titleYear: titleYear(sheet, header.row),
        name: LIST_NAMES.payments,
        record: RECORDS.payment,
        cells: this.#cells,
        log: collector.log,
        ...kinds,
      }),
    );
  }

  #row(row: number): void {
    const { sheet, workbook, collector } = this;
    const cell = { sheet: sheet.name, row, column: this.#amount };
    const dayCell = { ...cell, column: this.#date };
    const day = yearMonthOf(valueAt(sheet, row, this.#date), workbook);
    if (!this.#isFilled(row)) {
      // Without a day it is a line of words.
      if (day !== undefined) this.#blank.push(cell);
      collector.log.row(row, day === undefined ? '注' : '未采用');
      return;
    }
    if (day === undefined && isWords(valueAt(sheet, row, this.#amount))) {
      collector.log.row(row, '注');
      return;
    }
    const name = plainLabel(textAt(sheet, this.header.row, this.#amount));
    const number = readCellNumber(workbook, sheet, row, this.#amount, name, collector);
    if (number === undefined) {
      this.#unread += 1;
      collector.log.row(row, '未采用');
      return;
    }
    const { fen: stated } = stateAmount(number.decimal, this.unit);
    const takenOff = this.#refundColumn.of(row);
    const fen = stated - takenOff;
    const total = totalIn(sheet, row);
    if (total !== undefined) {
      collector.log.row(row, '合计');
      if (total === 'all') this.#total = { fen: stated, cell };
      return;
    }
    this.#takenOff += takenOff;
    const { state, word } = this.#states.of(row);
    const countAs = (own: bigint): void => {
      if (day === undefined) this.#undated.push(dayCell);
      else {
        const sums = this.#sums.of(this.#subjects.unitOf(row));
        sums.add(day.year, this.#subjects.of(row), [[String(day.month), own]], dayCell);
        this.#unpaid.counted(own, cell);
      }
    };
    const count = (): void => {
      this.#repeated.add(row, cell);
      if (!this.#refunds.take(row, fen, cell, countAs)) countAs(fen);
    };
    collector.log.row(row, day !== undefined && state === '计入' ? '明细' : '未采用');
    switch (state) {
      case '计入':
        count();
        break;
      case '退回':
        this.#unpaid.returned({ word, fen, cell }, count);
        break;
      case '不计入':
        this.#unpaid.leaveOut({ word, fen, cell });
        break;
      case undefined:
        // Its words are told at the end; until then nothing is known of any sum.
        break;
    }
  }

  /** True when the amount's cell has something in it. */
  #isFilled(row: number): boolean {
    const value = valueAt(this.sheet, row, this.#amount);
    if (formulaAt(this.sheet, row, this.#amount) !== undefined) return true;
    return value !== null && (typeof value !== 'string' || readNumber(value).kind !== 'blank');
  }

  #reportTotal(): void {
    if (this.#total === undefined || this.#undated.length + this.#unread > 0 || !this.#isClear) return;
    // The list may add up all its rows as they stand, or those alone that were paid.
    const refunds = this.#refunds.difference + this.#takenOff;
    const asListed = [this.#unpaid.fen, refunds, this.#unpaid.fen + refunds].map((more) => this.#sums.fen + more);
    if (asListed.includes(this.#total.fen)) return;
    reportListTotal(this.#total, this.#sums.fen, this.#cells, this.collector);
  }

  /** Reports what keeps the list from being added up: one payment missing makes every later month wrong, so none is told. */
  #isWhole(): boolean {
    const { collector, sheet } = this;
    const [first] = this.#undated;
    if (first !== undefined) {
      const found = tellable(textAt(sheet, first.row, first.column)) || READING.noLabel;
      collector.report(finding('date-unclear', { found }, this.#undated));
    }
    if (this.#blank.length > 0) {
      const header = plainLabel(textAt(sheet, this.header.row, this.#amount));
      collector.report(finding('amount-blank', { header }, this.#blank));
    }
    if (first !== undefined) collector.log.skip([this.#cells], READING.undated);
    else if (this.#unread + this.#blank.length > 0) collector.log.skip([this.#cells], READING.unreadAmount);
    else if (!this.#states.complete) collector.log.skip([this.#cells], READING.unclearState);
    else if (!this.#isClear) collector.log.skip([this.#cells], READING.unclearRefund);
    else if (!this.#repeated.areClear) collector.log.skip([this.#cells], READING.repeated);
    else return true;
    return false;
  }

  /** True when it is known of every row whether it counts, and as what. */
  get #isClear(): boolean {
    return this.#states.complete && this.#refunds.isClear && this.#refundColumn.isClear;
  }
}

function isWords(value: ReturnType<typeof valueAt>): boolean {
  return typeof value === 'string' && !isCellError(value) && !/[\d０-９]/.test(value);
}
