import { finding } from '../findings/finding.ts';
import { stateAmount, type AmountUnit } from '../money/amount.ts';
import { showAmount } from '../money/prose.ts';
import { REFUND_CHOICES } from '../texts/intake-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { readCellNumber } from './amounts.ts';
import type { Collector } from './collector.ts';
import { isPrivateColumn, totalIn } from './records.ts';
import { unitInHeader } from './unit.ts';

const REFUND_HEADERS =
  /^(已|累计|实际|其中:?)?(支付)?(退款|退回|退付|退库|冲销|冲减|红冲|收回)(支付)?(金额|额|数)?(\([^()]*\))?$/;

/** True for a header over refunds that stand beside the payments. */
export function isRefundHeader(header: string): boolean {
  return REFUND_HEADERS.test(header) && !isPrivateColumn(header);
}

/**
 * Refunds in a column of their own beside the payments. Whether the amounts beside them are those before the refund, only a person can
 * say; a column without an amount says nothing.
 */
export class RefundColumn {
  readonly #fen = new Map<number, bigint>();
  /** True when it is known what the refunds do to the payments. */
  readonly isClear: boolean = true;
  readonly #isTakenOff: boolean = false;

  constructor(
    workbook: Workbook,
    sheet: Sheet,
    headerRow: number,
    unit: AmountUnit,
    form: string,
    collector: Collector,
  ) {
    const headers = (sheet.rows[headerRow] ?? []).map((_, column) => plainLabel(textAt(sheet, headerRow, column)));
    const column = headers.findIndex(isRefundHeader);
    const header = headers[column];
    if (header === undefined) return;
    const stated = unitInHeader(header);
    const own = typeof stated === 'string' ? stated : unit;
    const cells: CellRef[] = [];
    for (let row = headerRow + 1; row < sheet.rows.length; row++) {
      if (textAt(sheet, row, column) === '' || totalIn(sheet, row) !== undefined) continue;
      const before = collector.findings.length;
      const number = readCellNumber(workbook, sheet, row, column, header, collector);
      if (collector.findings.length > before) this.isClear = false;
      const { fen } = number === undefined ? { fen: 0n } : stateAmount(number.decimal, own);
      if (number === undefined || fen === 0n) continue;
      this.#fen.set(row, fen < 0n ? -fen : fen);
      cells.push(number.cell);
    }
    if (cells.length === 0) return;
    const decision = collector.ask(
      { about: '列', label: header, form, alternatives: REFUND_CHOICES, cells },
      (choice) => REFUND_CHOICES.find((known) => known === choice),
    );
    if (decision.kind === 'chosen') this.#isTakenOff = decision.means === REFUND_CHOICES[0];
    if (decision.kind !== 'open') return;
    this.isClear = false;
    const params = { header, count: String(cells.length), amount: showAmount(this.#sum, '元') };
    collector.report(finding('refund-column-unclear', params, cells));
  }

  /** What has to be taken off the amount of a row, in 分. */
  of(row: number): bigint {
    return this.#isTakenOff ? (this.#fen.get(row) ?? 0n) : 0n;
  }

  get #sum(): bigint {
    return [...this.#fen.values()].reduce((sum, fen) => sum + fen, 0n);
  }
}
