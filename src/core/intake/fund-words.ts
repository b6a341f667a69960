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

function withoutCode(text: string): string {
  return plainLabel(text).replace(/^\(?\d+\)?[-_.—|]?/, '');
}
