import type { Basis, Category } from '../ledger/keys.ts';
import { plainLabel } from '../workbook/labels.ts';

/*
 * How the integrated budget system calls the nature of money and the kinds of its projects. An entry may begin with its code:
 * `111-一般公共预算资金`.
 */

const FUNDS: ReadonlyMap<string, Basis> = new Map<string, Basis>([
  ...['一般公共预算资金', '一般公共预算', '一般公共预算财政拨款', '一般公共预算拨款', '公共财政预算资金'].map(
    (word) => [word, '一般公共预算'] as const,
  ),
  ...['政府性基金预算资金', '政府性基金预算', '政府性基金', '政府性基金资金', '政府性基金预算财政拨款'].map(
    (word) => [word, '政府性基金'] as const,
  ),
  ...['国有资本经营预算资金', '国有资本经营预算', '国有资本经营预算财政拨款'].map(
    (word) => [word, '国有资本经营'] as const,
  ),
  // Whatever is no 财政拨款 is 其他资金, under whichever name.
  ...[
    '财政专户管理资金',
    '财政专户管理资金收入',
    '单位资金',
    '其他资金',
    '自有资金',
    '事业收入资金',
    '事业收入',
    '事业单位经营收入资金',
    '上级补助收入资金',
    '上级补助收入',
    '附属单位上缴收入资金',
    '其他收入资金',
    '其他收入',
    '非财政拨款',
  ].map((word) => [word, '其他资金'] as const),
]);

const KINDS: ReadonlyMap<string, Category> = new Map<string, Category>([
  ['基本支出', '基本支出'],
  ['人员经费', '人员经费'],
  ['人员类', '人员经费'],
  ['人员类项目', '人员经费'],
  ['人员支出', '人员经费'],
  ['公用经费', '公用经费'],
  ['公用经费类', '公用经费'],
  ['日常公用经费', '公用经费'],
  ['公用经费项目', '公用经费'],
  ['项目支出', '项目支出'],
  ['其他运转类', '项目支出'],
  ['其他运转类项目', '项目支出'],
  ['特定目标类', '项目支出'],
  ['特定目标类项目', '项目支出'],
]);

/** The source of money that a 资金性质 names; undefined when it is not known. */
export function fundOf(text: string): Basis | undefined {
  return FUNDS.get(withoutCode(text));
}

/** The kind of expenditure that a 支出类别 or 项目类别 names; undefined when it is not known. */
export function kindOf(text: string): Category | undefined {
  return KINDS.get(withoutCode(text));
}

/** Whether a quota was there at the beginning of the year, or came or went later. */
export const QUOTA_TYPES = ['年初', '追加', '追减'] as const;
export type QuotaType = (typeof QUOTA_TYPES)[number];

const TYPE_WORDS: ReadonlyMap<string, QuotaType> = new Map<string, QuotaType>([
  ...['年初', '年初预算', '年初预算指标', '年初指标', '年初批复', '年初批复指标', '年初部门预算', '年初安排'].map(
    (word) => [word, '年初'] as const,
  ),
  ...['追加', '追加预算', '追加指标', '预算追加', '年中追加', '调增', '调增指标'].map(
    (word) => [word, '追加'] as const,
  ),
  ...[
    '追减',
    '追减预算',
    '追减指标',
    '预算追减',
    '年中追减',
    '调减',
    '调减指标',
    '收回',
    '财政收回',
    '收回指标',
    '核减',
  ].map((word) => [word, '追减'] as const),
]);

/** What a 指标类型 names; undefined when it is not known: whether 结转 counts as budget differs from place to place. */
export function quotaTypeOf(text: string): QuotaType | undefined {
  return TYPE_WORDS.get(withoutCode(text));
}

/** Names under which systems keep what belongs to 基本支出, though everything there is called a project. */
const BASIC_NAMES =
  /工资|津贴|补贴|奖金|绩效奖|养老保险|职业年金|医疗保险|公积金|社会保障缴费|离退休|退休费|抚恤|遗属|公务交通|公用经费|福利费|工会经费|基本支出/;

/** True for the name of a project that is more likely a part of 基本支出; without a 支出类别 nobody can tell. */
export function soundsBasic(name: string): boolean {
  return BASIC_NAMES.test(plainLabel(name));
}

/** An entry without the code that systems put before it: `1-已支付`. */
export function withoutCode(text: string): string {
  return plainLabel(text).replace(/^\(?\d+\)?[-_.—|]?/, '');
}
