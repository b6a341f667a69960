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

/** What a generated list of payments adds up to. */
export interface PaymentWorkbook {
  readonly bytes: Uint8Array;
  /** The sum in 分, as the appended 合计 states it. */
  readonly total: bigint;
}

/**
 * A list of payments of one year: texts are shared, dates are texts like `20231215`, every fiftieth payment is a refund
 * with a negative amount, and a 合计 row ends the list. The same number of rows gives the same file.
 * @param rows payments, without header and 合计
 */
export async function paymentWorkbook(rows: number): Promise<PaymentWorkbook> {
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const line = (row: number, cells: readonly (string | bigint)[]): string => {
    const xml = cells.map((cell, column) => {
      const address = `${columnName(column)}${String(row)}`;
      return typeof cell === 'string'
        ? `<c r="${address}" s="1" t="s"><v>${String(shared(cell))}</v></c>`
        : `<c r="${address}" s="2"><v>${yuan(cell)}</v></c>`;
    });
    return `<row r="${String(row)}" spans="1:${String(cells.length)}">${xml.join('')}</row>`;
  };
  let total = 0n;
  const pieces: string[] = [line(1, HEADERS)];
  for (let index = 0; index < rows; index += 1) {
    const amount = BigInt(((index * 7919) % 5_000_000) + 1) * (index % 50 === 49 ? -1n : 1n);
    total += amount;
    pieces.push(line(index + 2, payment(index, amount)));
  }
  const sum: (string | bigint)[] = HEADERS.map(() => '');
  sum.splice(0, 1, '合计');
  sum.splice(3, 1, total);
  pieces.push(line(rows + 2, sum));
  return { bytes: await packed(pieces.join(''), [...strings.keys()]), total };
}

function payment(index: number, amount: bigint): (string | bigint)[] {
  const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(index / step) % list.length] as T;
  const [code, name] = pick(FUNCTIONS, 3);
  const project = index % 120;
  const day = `2023${two((index % 12) + 1)}${two((index % 28) + 1)}`;
  const payee = index % 3000;
  return [
    BigInt(index + 1) * 100n,
    `支付${day}${String(index).padStart(6, '0')}`,
    day,
    amount,
    pick(FUNDS, 1),
    code,
    name,
    `302${two((index % 30) + 1)}`,
    `44010023${String(project).padStart(4, '0')}`,
    `第${String(project)}号活动项目`,
    pick(KINDS, 2),
    '授权支付',
    pick(PURPOSES, 5),
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

function yuan(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function packed(rows: string, strings: readonly string[]): Promise<Uint8Array> {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const relationship = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${String(id)}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}` +
      `${override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="支付明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, 'worksheet', 'worksheets/sheet1.xml')}` +
      `${relationship(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  return zip(Object.entries(parts));
}
