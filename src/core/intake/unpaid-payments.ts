import { finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import { READING, RECORDS } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import { tellable } from './tellable.ts';

interface Unpaid {
  /** The state as the list has it. */
  readonly word: string;
  readonly fen: bigint;
  readonly cell: CellRef;
}

/** The payments of a list that were not made, or came back: what is left out of the sums, and what it amounts to. */
export class UnpaidPayments {
  readonly #leftOut: Unpaid[] = [];
  readonly #returned: Unpaid[] = [];
  /** Negative rows marked as returned: the refund itself, unless its payment is left out as well. */
  readonly #refunds: (Unpaid & { readonly count: () => void })[] = [];
  /** Negative payments that count, by amount. */
  readonly #negative = new Map<bigint, CellRef[]>();

  leaveOut(unpaid: Unpaid): void {
    this.#leftOut.push(unpaid);
  }

  /** @param count takes the row into the sums after all */
  returned(unpaid: Unpaid, count: () => void): void {
    if (unpaid.fen < 0n) this.#refunds.push({ ...unpaid, count });
    else this.#returned.push(unpaid);
  }

  counted(fen: bigint, cell: CellRef): void {
    if (fen < 0n) this.#negative.set(fen, [...(this.#negative.get(fen) ?? []), cell]);
  }

  /** What is left out, in 分. */
  get fen(): bigint {
    return [...this.#leftOut, ...this.#returned].reduce((sum, { fen }) => sum + fen, 0n);
  }

  /** Settles which refunds count, and tells what is left out. Called once, when all rows are read. */
  resolve(collector: Collector): void {
    const open = [...this.#returned];
    for (const refund of this.#refunds) {
      const at = open.findIndex(({ fen }) => fen === -refund.fen);
      if (at < 0) refund.count();
      else {
        open.splice(at, 1);
        this.#leftOut.push(refund);
      }
    }
    const all = [...this.#leftOut, ...this.#returned].sort((a, b) => a.cell.row - b.cell.row);
    if (all.length === 0) return;
    const cells = all.map(({ cell }) => cell);
    const states = [...new Set(all.map(({ word }) => tellable(word)))].join(LIST_SEPARATOR);
    const params = { what: RECORDS.payment, states, count: String(all.length), amount: showAmount(this.fen, '元') };
    collector.report(finding('payments-left-out', params, cells));
    collector.log.skip(cells, READING.notPaid);
    this.#reportTwice(open, collector);
  }

  /** A payment that came back is left out; where its refund is a row of its own too, it is taken off twice. */
  #reportTwice(returned: readonly Unpaid[], collector: Collector): void {
    const twice = returned.filter(({ fen }) => this.#negative.has(-fen));
    if (twice.length === 0) return;
    const amount = showAmount(
      twice.reduce((sum, { fen }) => sum + fen, 0n),
      '元',
    );
    const cells = twice.flatMap(({ fen, cell }) => [cell, ...(this.#negative.get(-fen) ?? [])]);
    collector.report(finding('returns-unclear', { count: String(twice.length), amount }, cells));
  }
}
