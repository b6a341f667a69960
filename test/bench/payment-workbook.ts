import { columnName } from '../../src/core/workbook/cell-ref.ts';
import { zip } from '../hosts/files/xlsx/support/packages.ts';

/** The columns of a list of payments as a budget system exports it. */
const HEADERS = [
  ...['序号', '凭证号', '凭证日期', '支付金额', '资金性质', '支出功能分类', '功能分类名称', '部门经济分类'],
  ...['项目编码', '项目名称', '支出类别', '支付方式', '用途', '预算单位', '收款人全称', '收款人账号', '收款人开户行'],
  ...['结算方式', '经办人', '备注'],
];
const FUNDS = ['一般公共预算资金', '政府性基金预算资金', '财政专户管理资金', '单位资金'];
const FUNCTIONS = [
  ['2060101', '行政运行'],
  ['2060702', '科普活动'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2210201', '住房公积金'],
] as const;
const KINDS = ['人员类项目', '公用经费项目', '特定目标类项目'];
const PURPOSES = ['办公用品', '会议场地费', '差旅费', '印刷费', '讲课费', '设备维护费'];

/** What the entries mean in keys of facts. */
const BASES: Readonly<Record<string, readonly string[]>> = {
  一般公共预算资金: ['一般公共预算.', '财政拨款.'],
  政府性基金预算资金: ['政府性基金.', '财政拨款.'],
  财政专户管理资金: ['其他资金.'],
  单位资金: ['其他资金.'],
};
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  人员类项目: ['人员经费.', '基本支出.'],
  公用经费项目: ['公用经费.', '基本支出.'],
  特定目标类项目: ['项目支出.'],
};

/** A generated list of payments and what it adds up to. */
export interface PaymentWorkbook {
  readonly bytes: Uint8Array;
  /** The sum in 分, as the appended 合计 states it. */
  readonly total: bigint;
  /** Cumulative amounts by key, in 分: of all money and of each source, in total, of each kind and of each project. */
  readonly facts: ReadonlyMap<string, bigint>;
}

/**
 * A list of payments of one year with a budget beside it: texts are shared, dates are texts like `20231215`, every fiftieth payment
 * is a refund with a negative amount, and a 合计 row ends the list. The same number of rows gives the same file.
 * @param rows payments, without header and 合计
 * @param amountOf what the cell of an amount holds; other than the amount itself in files that are wrong
 */
export async function paymentWorkbook(
  rows: number,
  amountOf: (amount: bigint, index: number) => string | bigint = (amount) => amount,
): Promise<PaymentWorkbook> {
  const strings = new SharedStrings();
  const sums = new MonthSums();
  const pieces: string[] = [strings.row(1, ['2023年支付明细', '单位：元']), strings.row(2, HEADERS)];
  let total = 0n;
  for (let index = 0; index < rows; index += 1) {
    const amount = BigInt(((index * 7919) % 5_000_000) + 1) * (index % 50 === 49 ? -1n : 1n);
    total += amount;
    const payment = paymentOf(index, amount);
    sums.add(payment);
    pieces.push(strings.row(index + 3, cellsOf(payment, amountOf(amount, index))));
  }
  const sum: (string | bigint)[] = HEADERS.map(() => '');
  sum.splice(0, 1, '合计');
  sum.splice(3, 1, total);
  pieces.push(strings.row(rows + 3, sum));
  const budget = [
    ['2023年支出表', '', '单位：元'],
    ['项目', '年初预算数', '决算数'],
    ['基本支出', 2n * total, total],
    ['合计', 2n * total, total],
  ].map((cells, row) => strings.row(row + 1, cells));
  const about = [
    ['填报项', '内容'],
    ['部门名称', '某某协会'],
    ['评价年度', '2023'],
  ].map((cells, row) => strings.row(row + 1, cells));
  const sheets = { 支付明细: pieces.join(''), 支出: budget.join(''), 基本信息: about.join('') };
  return { bytes: await packed(sheets, strings.texts), total, facts: sums.cumulative() };
}

/** The texts of all sheets, each once. */
class SharedStrings {
  readonly #numbers = new Map<string, number>();

  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  row(row: number, cells: readonly (string | bigint)[]): string {
    const xml = cells.map((cell, column) => {
      const address = `${columnName(column)}${String(row)}`;
      return typeof cell === 'string'
        ? `<c r="${address}" s="1" t="s"><v>${String(this.#number(cell))}</v></c>`
        : `<c r="${address}" s="2"><v>${yuan(cell)}</v></c>`;
    });
    return `<row r="${String(row)}" spans="1:${String(cells.length)}">${xml.join('')}</row>`;
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Adds up payments by month and by what keys tell apart. */
class MonthSums {
  readonly #sums = new Map<string, bigint[]>();

  add({ month, fund, kind, project, amount }: Payment): void {
    const subjects = ['', ...(SUBJECTS[kind] ?? []), ...(kind === '特定目标类项目' ? [`项目.${project}.`] : [])];
    for (const basis of ['', ...(BASES[fund] ?? [])]) {
      for (const subject of subjects) {
        const months = this.#sums.get(basis + subject) ?? Array<bigint>(12).fill(0n);
        months[month - 1] = (months[month - 1] ?? 0n) + amount;
        this.#sums.set(basis + subject, months);
      }
    }
  }

  cumulative(): ReadonlyMap<string, bigint> {
    const facts = new Map<string, bigint>();
    for (const [what, months] of this.#sums) {
      let sum = 0n;
      for (const [index, amount] of months.entries()) {
        sum += amount;
        facts.set(`${what}${String(index + 1)}月.累计支出数`, sum);
      }
    }
    return facts;
  }
}

interface Payment {
  readonly index: number;
  readonly month: number;
  readonly fund: string;
  readonly kind: string;
  readonly project: string;
  readonly amount: bigint;
}

function pick<T>(list: readonly T[], index: number, step: number): T {
  return list[Math.floor(index / step) % list.length] as T;
}

function paymentOf(index: number, amount: bigint): Payment {
  return {
    index,
    month: (index % 12) + 1,
    fund: pick(FUNDS, index, 1),
    kind: pick(KINDS, index, 2),
    project: `第${String(index % 120)}号活动项目`,
    amount,
  };
}

function cellsOf({ index, month, fund, kind, project, amount }: Payment, shown: string | bigint): (string | bigint)[] {
  const [code, name] = pick(FUNCTIONS, index, 3);
  const day = `2023${two(month)}${two((index % 28) + 1)}`;
  const payee = index % 3000;
  return [
    BigInt(index + 1) * 100n,
    `支付${day}${String(index).padStart(6, '0')}`,
    day,
    shown,
    fund,
    code,
    name,
    `302${two((index % 30) + 1)}`,
    `44010023${String(index % 120).padStart(4, '0')}`,
    project,
    kind,
    '授权支付',
    pick(PURPOSES, index, 5),
    '某某协会本级',
    `示例供应商${String(payee)}有限公司`,
    `0000${String(payee).padStart(12, '0')}`,
    `示例银行第${String(payee % 40)}支行`,
    '转账',
    `经办${String(index % 9)}`,
    amount < 0n ? '退回' : '正常',
  ];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** An amount in 分 as 元 with two decimals. */
export function yuan(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function packed(sheets: Readonly<Record<string, string>>, strings: readonly string[]): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const sheet = (index: number): string => `worksheets/sheet${String(index + 1)}.xml`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const relationship = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${String(id)}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const listed = names.map((name, index) => {
    const id = String(index + 1);
    return `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`;
  });
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `${override('workbook.xml', 'sheet.main')}${names.map((_, index) => override(sheet(index), 'worksheet')).join('')}` +
        `${override('sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    ['xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">` +
        names.map((_, index) => relationship(index + 1, 'worksheet', sheet(index))).join('') +
        `${relationship(names.length + 1, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ...Object.values(sheets).map((rows, index): [string, string] => [
      `xl/${sheet(index)}`,
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ]),
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
  ];
  return zip(parts);
}
