import { finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import { REFUND_MEANINGS } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import { tellable } from './tellable.ts';
import { isPrivateColumn } from './records.ts';

/*
 * Refunds that a word tells and not the sign: 凭证类型 退款凭证, 是否退款 是, or a remark.
 */

/** Headers over the kind of a record: there a refund is a record of its own. */
const TYPE_HEADERS = /^(支付|付款|(支付)?凭证|业务|单据|交易|支付业务|资金|记录)?(类型|种类)(名称)?$/;
/** Headers that ask whether there was a refund: the row may be the refund or the payment that came back. */
const FLAG_HEADERS = /^(是否(为|有|已)?(退款|退付|退库|冲销|红冲|冲正)|(退款|退付|冲销|红冲|冲正)(标志|标识))$/;
const REFUND_WORDS = /退款|退付|退库|收回|红冲|冲销|冲正|红字/;
const NO_REFUND = /[非未不无]/;
const YES = /^(是|有|y|yes|1|true|√)$/i;
/** Longer texts tell a story; a word that marks a refund is short. */
const LONGEST = 6;

interface Mark {
  /** True when the word says that the record itself is a refund. */
  readonly isSure: boolean;
  readonly word: string;
}

interface MarkedRefund extends Mark {
  readonly fen: bigint;
  readonly cell: CellRef;
  /** Takes the amount into the sums. */
  readonly count: (fen: bigint) => void;
}

/** The payments of one list that are marked as refunds. */
export class MarkedRefunds {
  readonly #columns: readonly { readonly column: number; readonly markOf: (text: string) => Mark | undefined }[];
  readonly #positive: MarkedRefund[] = [];
  #hasNegative = false;
  /** Positive payments that count, and negative ones: a refund that is there twice is not taken off twice. */
  readonly #negative = new Set<bigint>();
  /** False while it is not known what some marked payment is. */
  isClear = true;
  /** What the refunds make the sums less than the list itself, in 分. */
  difference = 0n;

  /** @param taken the columns that have a meaning of their own */
  constructor(
    private readonly sheet: Sheet,
    headerRow: number,
    taken: ReadonlySet<number>,
    private readonly form: string,
    private readonly collector: Collector,
  ) {
    const headers = (sheet.rows[headerRow] ?? []).map((_, column) => plainLabel(textAt(sheet, headerRow, column)));
    this.#columns = headers.flatMap((header, column) => {
      if (taken.has(column) || isPrivateColumn(header)) return [];
      if (FLAG_HEADERS.test(header)) return [{ column, markOf: (text: string) => flagged(header, text) }];
      const isSure = TYPE_HEADERS.test(header);
      return [{ column, markOf: (text: string) => marked(text, isSure) }];
    });
  }

  /** @returns false when the row is no refund, or one whose amount already is below zero. */
  take(row: number, fen: bigint, cell: CellRef, count: (fen: bigint) => void): boolean {
    const marks = this.#columns.flatMap(({ column, markOf }) => {
      const value = this.sheet.rows[row]?.[column];
      // Lists are very long: most cells are told apart without making a label of them.
      if (value === null || value === undefined || (typeof value === 'string' && value.length > LONGEST + 6)) return [];
      return markOf(plainLabel(textAt(this.sheet, row, column))) ?? [];
    });
    const mark = marks.find(({ isSure }) => isSure) ?? marks[0];
    if (fen < 0n) {
      if (mark !== undefined) this.#hasNegative = true;
      else this.#negative.add(fen);
    }
    if (mark === undefined || fen <= 0n) return false;
    this.#positive.push({ ...mark, fen, cell, count });
    return true;
  }

  /** Settles what the marked payments are: sure only where each record is a refund by its kind and no sign says it as well. */
  resolve(): void {
    const all = this.#positive;
    if (all.length === 0) return;
    const isSure = !this.#hasNegative && all.every((refund) => refund.isSure && !this.#negative.has(-refund.fen));
    if (isSure) {
      for (const refund of all) this.#takeOff(refund);
      this.collector.report(finding('refunds-taken-off', ...told(all)));
      return;
    }
    const words = new Set(all.map(({ word }) => word));
    const unclear = [...words].flatMap((word) => {
      const own = all.filter((refund) => refund.word === word);
      return this.#isAnswered(word, own) ? [] : own;
    });
    if (unclear.length === 0) return;
    this.isClear = false;
    this.collector.report(finding('refund-unclear', ...told(unclear)));
  }

  #isAnswered(word: string, refunds: readonly MarkedRefund[]): boolean {
    const { collector, form } = this;
    const cells = refunds.map(({ cell }) => cell);
    const question = { about: '行', label: word, form, alternatives: REFUND_MEANINGS, cells } as const;
    const decision = collector.ask(question, (choice) => REFUND_MEANINGS.find((known) => known === choice));
    switch (decision.kind) {
      case 'open':
        return false;
      case 'left-out':
        for (const { fen } of refunds) this.difference += fen;
        return true;
      case 'chosen':
        for (const refund of refunds) {
          if (decision.means === '计入') refund.count(refund.fen);
          else this.#takeOff(refund);
        }
        return true;
    }
  }

  #takeOff({ fen, count }: MarkedRefund): void {
    this.difference += 2n * fen;
    count(-fen);
  }
}

function marked(text: string, isSure: boolean): Mark | undefined {
  if (text.length > (isSure ? LONGEST + 6 : LONGEST) || !REFUND_WORDS.test(text) || NO_REFUND.test(text))
    return undefined;
  return { isSure, word: text };
}

function flagged(header: string, text: string): Mark | undefined {
  if (YES.test(text)) return { isSure: false, word: `${header}：${text}` };
  return marked(text, false);
}

function told(
  refunds: readonly MarkedRefund[],
): [{ words: string; count: string; amount: string }, readonly CellRef[]] {
  const words = [...new Set(refunds.map(({ word }) => tellable(word)))].join(LIST_SEPARATOR);
  const fen = refunds.reduce((sum, refund) => sum + refund.fen, 0n);
  const params = { words, count: String(refunds.length), amount: showAmount(fen, '元') };
  return [params, refunds.map(({ cell }) => cell)];
}
