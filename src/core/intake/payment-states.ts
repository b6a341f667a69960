import { PAYMENT_STATES, type PaymentState } from '../texts/intake-texts.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import { EntryWords } from './entry-words.ts';
import { withoutCode } from './fund-words.ts';
import { isPrivateColumn } from './records.ts';

/*
 * What became of a payment: exports list those that were cancelled, came back or never left beside those that were made. Quotas that
 * were cancelled stand in their lists in the same way.
 */

const STATE_HEADERS =
  /^(支付|付款|(支付)?凭证|单据|业务|处理|办理|数据|记录|当前|流程|(支付)?申请|审核|审批|交易|清算|指标|预算指标)?(状态|结果)(名称)?$/;
const VOID_HEADERS = /^(是否(作废|撤销|退回|有效|已支付)|(作废|撤销|退回)(标志|标识))$/;

const WORDS: Readonly<Record<PaymentState, readonly string[]>> = {
  计入: (
    '已支付|支付成功|支付完成|已付款|付款成功|已付|已清算|清算成功|已完成|完成|办结|已办结|正常|有效|成功|交易成功|' +
    '已记账|已入账|已回单'
  ).split('|'),
  不计入: (
    '作废|已作废|撤销|已撤销|取消|已取消|注销|已注销|无效|删除|已删除|失败|支付失败|付款失败|交易失败|未支付|待支付|未付款|' +
    '待付款|未付|终止|已终止|驳回|已驳回|拒绝|已拒绝'
  ).split('|'),
  退回: '退回|已退回|支付退回|银行退回|退票|已退票|退汇|已退汇'.split('|'),
};
const STATES = Object.keys(WORDS) as PaymentState[];

/** What only a quota can be: it counts once it is in force. */
export const QUOTA_STATES: ReadonlyMap<string, PaymentState> = new Map<string, PaymentState>([
  ...'已下达|下达|可用|使用中|执行中|启用|已启用|已生效|生效|已审核|审核通过|已终审|终审|已审批|审批通过|已批复|已发布'
    .split('|')
    .map((word) => [word, '计入'] as const),
  ...'停用|已停用|草稿|未下达|未生效|未审核|未终审|已收回'.split('|').map((word) => [word, '不计入'] as const),
]);

/** The longest word of those that say a payment was not made; longer texts are none of them. */
const LONGEST = 8;

/** True for a header over what became of payments. */
export function isStateHeader(header: string): boolean {
  return STATE_HEADERS.test(header) || VOID_HEADERS.test(header);
}

function stateOf(text: string): PaymentState | undefined {
  const label = withoutCode(text);
  return STATES.find((state) => WORDS[state].includes(label));
}

/** What a column that asks 是否作废 answers. */
function voidState(header: string, text: string): PaymentState | undefined {
  const isYes = /^(是|y|yes|1|true)$/i.test(text);
  if (!isYes && !/^(否|n|no|0|false|)$/i.test(text)) return stateOf(text);
  const isMade = isYes === /有效|已支付/.test(header);
  return isMade ? '计入' : header.includes('退回') ? '退回' : '不计入';
}

/** What became of the payments of one list, by the columns that say it. */
export class PaymentStates {
  readonly #columns: readonly {
    readonly column: number;
    readonly stateOf: (row: number) => PaymentState | undefined;
  }[];
  readonly #words: EntryWords<PaymentState>[] = [];

  /**
   * @param headerRow the row that names the columns
   * @param more words of the form that say what became of a record
   * @param taken columns whose answers are read elsewhere
   */
  constructor(
    private readonly sheet: Sheet,
    private readonly headerRow: number,
    form: string,
    collector: Collector,
    private readonly more: ReadonlyMap<string, PaymentState> = new Map<string, PaymentState>(),
    taken: readonly number[] = [],
  ) {
    const headers = (sheet.rows[headerRow] ?? []).map((_, column) => plainLabel(textAt(sheet, headerRow, column)));
    const remarks = columnsOfRemarks(sheet, headerRow, headers);
    this.#columns = headers.flatMap((header, column) => {
      if (taken.includes(column)) return [];
      if (isStateHeader(header)) return [{ column, stateOf: this.#asking(column, header, form, headerRow, collector) }];
      if (!remarks.has(column)) return [];
      return [{ column, stateOf: (row: number) => stateOf(textAt(sheet, row, column)) ?? '计入' }];
    });
  }

  /** True when every word so far is understood. */
  get complete(): boolean {
    return this.#words.every(({ complete }) => complete);
  }

  /** What became of a payment, the worst that any column says, and its word; no state when a word is not understood. */
  of(row: number): { readonly state: PaymentState | undefined; readonly word: string } {
    const said = this.#columns.map(({ column, stateOf: own }) => ({
      state: own(row),
      word: this.#word(row, column),
    }));
    const worst = (['不计入', '退回', undefined] as const).flatMap(
      (state) => said.find((one) => one.state === state) ?? [],
    );
    return worst[0] ?? { state: '计入', word: '' };
  }

  /** What a column says, with its header where it only answers a question. */
  #word(row: number, column: number): string {
    const header = plainLabel(textAt(this.sheet, this.headerRow, column));
    const text = plainLabel(textAt(this.sheet, row, column));
    return VOID_HEADERS.test(header) ? `${header}：${text}` : text;
  }

  /** Reports the words that are not understood. */
  report(): void {
    for (const words of this.#words) words.report('state-unclear');
  }

  #asking(
    column: number,
    header: string,
    form: string,
    headerRow: number,
    collector: Collector,
  ): (row: number) => PaymentState | undefined {
    // Where only what went wrong is marked, nothing written says that nothing did.
    const isMarked = VOID_HEADERS.test(header) || !holdsState(this.sheet, headerRow, column, '计入', this.more);
    const meaningOf = (text: string): PaymentState | undefined => {
      if (text === '' && isMarked) return '计入';
      const state = VOID_HEADERS.test(header) ? voidState(header, text) : stateOf(text);
      return state ?? this.more.get(withoutCode(text));
    };
    const words = new EntryWords<PaymentState>(header, form, PAYMENT_STATES, meaningOf, collector, '不计入');
    this.#words.push(words);
    return (row) => words.meaning(plainLabel(textAt(this.sheet, row, column)), { sheet: this.sheet.name, row, column });
  }
}

function holdsState(
  sheet: Sheet,
  headerRow: number,
  column: number,
  state: PaymentState,
  more: ReadonlyMap<string, PaymentState>,
): boolean {
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const text = textAt(sheet, row, column);
    if ((stateOf(text) ?? more.get(withoutCode(text))) === state) return true;
  }
  return false;
}

/** Columns of other words, such as remarks, in which some payment is nevertheless marked as cancelled or returned. */
function columnsOfRemarks(sheet: Sheet, headerRow: number, headers: readonly string[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    for (const [column, value] of (sheet.rows[row] ?? []).entries()) {
      if (typeof value !== 'string' || value.length > LONGEST || !/[废销消退失败未待]/.test(value)) continue;
      if (columns.has(column) || isPrivateColumn(headers[column] ?? '')) continue;
      const state = stateOf(value);
      if (state !== undefined && state !== '计入') columns.add(column);
    }
  }
  return columns;
}
