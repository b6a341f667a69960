import { showAmount } from '../money/prose.ts';
import { stateAmount, type AmountUnit } from '../money/amount.ts';
import { LIST_NAMES, READING, RECORDS } from '../texts/intake-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { finding } from '../findings/finding.ts';
import { holdsAmount, readCellNumber } from './amounts.ts';
import type { Collector } from './collector.ts';
import type { ListHeader } from '../workbook/list-header.ts';
import { EntryWords } from './entry-words.ts';
import { QUOTA_TYPES, quotaTypeOf, type QuotaType } from './fund-words.ts';
import { PaymentStates, QUOTA_STATES } from './payment-states.ts';
import { isBlankRow, isNoteRow } from './sheet-rows.ts';
import type { QuotaRow } from './quota-meaning.ts';
import { SUBJECT_WORDS } from './record-subjects.ts';
import { isPrivateColumn, totalIn } from './records.ts';
import { tellable } from './tellable.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';

/** How exports call the columns of a list of quotas. */
export const QUOTA_WORDS = {
  amount: ['指标金额', '调整前指标金额', '调整后指标金额', '指标总额', '指标总金额', '指标额度', '下达金额', '总金额'],
  cut: ['调减(追减)金额', '调减金额', '追减金额', '调减(追减)数', '调减数', '追减数'],
  added: ['调增(追加)金额', '调增金额', '追加金额', '调增(追加)数', '调增数', '追加数'],
  balance: ['指标余额', '可用余额', '可用金额', '指标可用余额', '可用指标金额'],
  applied: ['已申请支付金额', '已申请金额'],
  paid: ['已支付金额', '累计支付金额', '已用金额', '已使用金额', '实际支付金额', '支付金额'],
  document: ['指标文号', '本级指标文号', '文号', '指标文标题', '上级指标文号'],
  id: ['指标主键', '指标编号', '指标编码', '指标代码', '指标ID', '指标唯一标识'],
  batch: ['调整批次号', '调整批次'],
  type: ['指标类型', '指标类型名称', '指标类别'],
  year: ['预算年度', '业务年度', '年度'],
  deleted: ['是否删除', '是否作废'],
  ...SUBJECT_WORDS,
} as const;
export type QuotaRole = keyof typeof QUOTA_WORDS;
type AmountRole = 'amount' | 'cut' | 'added' | 'balance' | 'applied' | 'paid';

/** Columns that do not tell which quota a row is: amounts, when, why, in which order, and the keys of single rows. */
const NOT_IDENTITY =
  /日期|时间|说明|备注|摘要|用途|原因|序号|主键|流水|ID$|编号$|批次|是否(删除|作废)|(金额|余额|额度|数)(\([^()]*\))?$/;
const YES = /^(1|是|已删除|已作废|Y|TRUE)$/i;

/** A row of the list with what it takes to put it to its quota. */
export interface ListedQuota extends QuotaRow {
  readonly type: QuotaType | undefined;
  readonly year: number | undefined;
  /** Equal for the rows of one quota. */
  readonly identity: string;
  /** Equal for two rows that nothing tells apart. */
  readonly twin: string;
}

/** Reads the rows of a list of quotas. */
export class QuotaRows {
  #list: ListedQuota[] = [];
  /** The appended 合计, if it can be read. */
  total: { readonly fen: bigint; readonly cell: CellRef } | undefined;
  readonly amountHeader: string;
  readonly #types: EntryWords<QuotaType>;
  readonly #strangeYears = new Map<string, CellRef>();
  readonly #blank: CellRef[] = [];
  readonly #states: PaymentStates;
  readonly #cancelled: { readonly word: string; readonly fen: bigint; readonly cell: CellRef }[] = [];
  /** The columns that tell one quota from another, and those that tell one row from another. */
  readonly #identity: readonly number[];
  readonly #told: readonly number[];

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly header: ListHeader<QuotaRole>,
    private readonly unit: AmountUnit,
    form: string,
    private readonly collector: Collector,
  ) {
    this.#types = new EntryWords(LIST_NAMES.type, form, QUOTA_TYPES, quotaTypeOf, collector);
    this.amountHeader = this.#headerOf(header.columns.amount ?? 0);
    const { deleted } = header.columns;
    const read = deleted === undefined ? [] : [deleted];
    this.#states = new PaymentStates(sheet, header.row, form, collector, QUOTA_STATES, read);
    const told = Array.from({ length: sheet.rows[header.row]?.length ?? 0 }, (_, column) => column).filter(
      (column) => !isPrivateColumn(this.#headerOf(column)),
    );
    this.#identity = told.filter((column) => {
      const label = this.#headerOf(column);
      return label !== '' && !NOT_IDENTITY.test(label);
    });
    this.#told = told.filter((column) => !/序号|流水/.test(this.#headerOf(column)));
  }

  read(): void {
    for (let row = this.header.row + 1; row < this.sheet.rows.length; row++) {
      if (isBlankRow(this.sheet, row)) continue;
      this.#row(row);
    }
    // Some lists write what was cut as amounts below zero.
    const cuts = this.#list.flatMap(({ cut }) => cut ?? []);
    if (cuts.every((cut) => cut <= 0n)) {
      this.#list = this.#list.map((row) => ({ ...row, cut: row.cut === undefined ? undefined : -row.cut }));
    }
    this.#report();
  }

  get list(): readonly ListedQuota[] {
    return this.#list;
  }

  amountCell(row: number): CellRef {
    return { sheet: this.sheet.name, row, column: this.header.columns.amount ?? 0 };
  }

  /** True when every row says whether it was there at the beginning of the year or came later. */
  get byType(): boolean {
    return this.header.columns.type !== undefined && this.#types.complete;
  }

  /** False when a row does not say its year though there is a column for it. */
  get haveYears(): boolean {
    return this.#strangeYears.size === 0;
  }

  /** False when nobody knows of some row whether it is in force. */
  get haveStates(): boolean {
    return this.#states.complete;
  }

  /** What the quotas that were cancelled amount to, in 分. */
  get cancelledFen(): bigint {
    return this.#cancelled.reduce((sum, { fen }) => sum + fen, 0n);
  }

  #row(row: number): void {
    const { sheet, collector } = this;
    if (isNoteRow(sheet, row) && !holdsAmount(sheet, row, this.header.columns.amount ?? 0)) {
      collector.log.row(row, '注');
      return;
    }
    const total = totalIn(sheet, row);
    if (total !== undefined) {
      collector.log.row(row, '合计');
      const fen = this.#fenAt(row, 'amount');
      if (total === 'all' && typeof fen === 'bigint') this.total = { fen, cell: this.amountCell(row) };
    } else if (YES.test(this.#text(row, 'deleted'))) {
      collector.log.row(row, '未采用');
      collector.log.skip([this.amountCell(row)], READING.deleted);
    } else {
      this.#inForce(row);
    }
  }

  /** A quota that was cancelled is told; one of which nobody knows whether it is in force leaves the list without sums. */
  #inForce(row: number): void {
    const { collector } = this;
    const { state, word } = this.#states.of(row);
    if (state === '计入') {
      this.#quota(row);
      return;
    }
    collector.log.row(row, '未采用');
    const fen = state === undefined ? undefined : this.#fenAt(row, 'amount');
    if (typeof fen === 'bigint') this.#cancelled.push({ word, fen, cell: this.amountCell(row) });
  }

  #quota(row: number): void {
    const { collector } = this;
    const texts = this.#texts(row, this.#identity);
    const amount = this.#fenAt(row, 'amount');
    if (amount === 'blank') {
      if (texts.filter((text) => text !== '').length < 2) {
        collector.log.row(row, '注');
        return;
      }
      this.#blank.push(this.amountCell(row));
    }
    collector.log.row(row, typeof amount === 'bigint' ? '明细' : '未采用');
    const [cut, added] = [this.#adjustment(row, 'cut'), this.#adjustment(row, 'added')];
    const balance = this.#fenAt(row, 'balance');
    const used = [this.#fenAt(row, 'applied'), this.#fenAt(row, 'paid')];
    this.#list.push({
      row,
      batch: this.#text(row, 'batch'),
      amount: typeof amount === 'bigint' ? amount : undefined,
      cut,
      added,
      accounted: used.flatMap((fen) => (typeof fen === 'bigint' && typeof balance === 'bigint' ? [fen + balance] : [])),
      type: this.#type(row),
      year: this.#year(row),
      identity: texts.join('|'),
      twin: this.#texts(row, this.#told).join('|'),
    });
  }

  /** An adjustment that is not stated is none. */
  #adjustment(row: number, role: 'cut' | 'added'): bigint | undefined {
    const fen = this.#fenAt(row, role);
    if (fen === 'blank') return 0n;
    return fen === 'unread' ? undefined : fen;
  }

  #fenAt(row: number, role: AmountRole): bigint | 'blank' | 'unread' {
    const column = this.header.columns[role];
    if (column === undefined) return 'blank';
    const { workbook, sheet, collector } = this;
    const before = collector.findings.length;
    const label = this.#headerOf(column);
    const number = readCellNumber(workbook, sheet, row, column, label, collector);
    if (number !== undefined) return stateAmount(number.decimal, this.unit).fen;
    return collector.findings.length > before ? 'unread' : 'blank';
  }

  #headerOf(column: number): string {
    return plainLabel(textAt(this.sheet, this.header.row, column));
  }

  #texts(row: number, columns: readonly number[]): readonly string[] {
    return columns.map((column) => plainLabel(textAt(this.sheet, row, column)));
  }

  #text(row: number, role: QuotaRole): string {
    const column = this.header.columns[role];
    return column === undefined ? '' : plainLabel(textAt(this.sheet, row, column));
  }

  #type(row: number): QuotaType | undefined {
    const { type: column } = this.header.columns;
    if (column === undefined) return undefined;
    return this.#types.meaning(textAt(this.sheet, row, column), { sheet: this.sheet.name, row, column });
  }

  #year(row: number): number | undefined {
    const { year: column } = this.header.columns;
    if (column === undefined) return undefined;
    const text = this.#text(row, 'year');
    const year = /^(20\d{2})年?度?$/.exec(text)?.[1];
    if (year !== undefined) return Number(year);
    if (!this.#strangeYears.has(text)) this.#strangeYears.set(text, { sheet: this.sheet.name, row, column });
    return undefined;
  }

  #report(): void {
    const { collector } = this;
    this.#types.report();
    this.#states.report();
    this.#reportCancelled();
    if (this.#strangeYears.size > 0) {
      const found = [...this.#strangeYears.keys()].map((text) => tellable(text) || READING.noLabel);
      const params = { what: LIST_NAMES.year, found: found.join(LIST_SEPARATOR) };
      collector.report(finding('entry-unclear', params, [...this.#strangeYears.values()]));
    }
    if (this.#blank.length > 0) collector.report(finding('amount-blank', { header: this.amountHeader }, this.#blank));
  }

  #reportCancelled(): void {
    if (this.#cancelled.length === 0) return;
    const cells = this.#cancelled.map(({ cell }) => cell);
    const states = [...new Set(this.#cancelled.map(({ word }) => tellable(word)))].join(LIST_SEPARATOR);
    const amount = showAmount(this.cancelledFen, '元');
    const params = { what: RECORDS.quota, states, count: String(cells.length), amount };
    this.collector.report(finding('payments-left-out', params, cells));
    this.collector.log.skip(cells, READING.cancelled);
  }
}
