import { finding } from '../findings/finding.ts';
import { LIST_NAMES } from '../texts/intake-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';

/** Headers over the number of a payment or its voucher; numbers of accounts, documents and projects say nothing of one. */
const NUMBER_HEADERS =
  /^(支付|付款|实际支付)?(凭证|单据|申请|支付申请|支付令|指令|流水|交易|业务|回单|记账|明细|支付|付款)?(凭证)?(编号|号码?|主键|流水号|ID)$/i;
/** Columns that count the rows: they differ though the payment is the same. */
const ROW_NUMBERS = /^(序号|行号|行次)$/;

/** Payments of one list that carry the same number and that no other column tells apart: perhaps one that was exported twice. */
export class RepeatedPayments {
  readonly #number: number | undefined;
  readonly #compared: readonly number[];
  readonly #byNumber = new Map<string, CellRef[]>();
  #areUnclear = false;

  constructor(
    private readonly sheet: Sheet,
    headerRow: number,
    private readonly collector: Collector,
  ) {
    const headers = (sheet.rows[headerRow] ?? []).map((_, column) => plainLabel(textAt(sheet, headerRow, column)));
    const number = headers.findIndex((header) => NUMBER_HEADERS.test(header) && !ROW_NUMBERS.test(header));
    this.#number = number < 0 ? undefined : number;
    // Two payees make two payments of one voucher; their accounts are compared here and never told.
    this.#compared = headers.flatMap((header, column) => (ROW_NUMBERS.test(header) ? [] : [column]));
  }

  /** False when payments are repeated, so that nobody knows how often they count. */
  get areClear(): boolean {
    return !this.#areUnclear;
  }

  add(row: number, cell: CellRef): void {
    if (this.#number === undefined) return;
    const number = textAt(this.sheet, row, this.#number);
    if (number === '') return;
    const same = this.#byNumber.get(number);
    if (same === undefined) this.#byNumber.set(number, [cell]);
    else same.push(cell);
  }

  /** Reports the payments that are repeated. Called once, when all rows are read. */
  report(): void {
    for (const cells of this.#byNumber.values()) {
      if (cells.length < 2) continue;
      const twins = new Map<string, CellRef[]>();
      for (const cell of cells) {
        const texts = this.#compared.map((column) => textAt(this.sheet, cell.row, column)).join('|');
        const known = twins.get(texts);
        if (known === undefined) twins.set(texts, [cell]);
        else known.push(cell);
      }
      for (const same of twins.values()) {
        if (same.length < 2) continue;
        this.#areUnclear = true;
        this.collector.report(finding('records-repeated', { what: LIST_NAMES.payments }, same));
      }
    }
  }
}
