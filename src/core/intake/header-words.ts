import { merged, type Aspects } from './aspects.ts';
import { withoutUnit } from './unit.ts';
import type { Basis, Category, Item, OtherIncome, StatedMeasure } from '../ledger/keys.ts';

/*
 * The words that titles, headers and row labels are made of, as plain labels (see labels.ts), and what each says. A label is
 * understood only when words cover it from end to end; one letter left over and its meaning is not known.
 */

const of = <T>(words: readonly string[], aspects: T): readonly (readonly [string, T])[] =>
  words.map((word) => [word, aspects] as const);

const basis = (name: Basis, words: readonly string[]) => of<Aspects>(words, { basis: name });
const category = (name: Category, words: readonly string[]) =>
  of<Aspects>(words, { side: 'expenditure', subject: { kind: 'category', category: name } });
const item = (name: Item, words: readonly string[]) =>
  of<Aspects>(words, { side: 'expenditure', subject: { kind: 'item', item: name } });
const income = (name: OtherIncome, words: readonly string[]) => of<Aspects>(words, { side: 'income', income: name });
const measure = (name: StatedMeasure, words: readonly string[]) => of<Aspects>(words, { measure: name });

const NEUTRAL: Aspects = {};

/** Words that decide nothing by themselves. */
const FILLERS = [
  '合计',
  '总计',
  '小计',
  '金额',
  '数额',
  '数',
  '本年',
  '当年',
  '本年度',
  '其中',
  '部门',
  '单位',
  '情况',
  '总表',
  '表',
  '明细',
  '预算财政拨款',
  '资金',
  ':',
  '、',
  '和',
  '及',
];

export const HEADER_WORDS: ReadonlyMap<string, Aspects> = new Map<string, Aspects>([
  ...of(FILLERS, NEUTRAL),
  ...of<Aspects>(['收入', '本年收入', '收入合计', '本年收入合计'], { side: 'income' }),
  ...of<Aspects>(['支出', '本年支出', '支出合计', '本年支出合计'], { side: 'expenditure' }),
  ...basis('财政拨款', ['财政拨款', '财政拨款资金', '财政资金']),
  ...of<Aspects>(['财政拨款收入'], { side: 'income', basis: '财政拨款' }),
  ...basis('一般公共预算', ['一般公共预算', '一般公共预算拨款', '一般公共预算财政拨款', '一般公共预算资金']),
  ...of<Aspects>(['一般公共预算财政拨款收入', '一般公共预算拨款收入', '一般公共预算收入'], {
    side: 'income',
    basis: '一般公共预算',
  }),
  ...basis('政府性基金', [
    '政府性基金',
    '政府性基金预算',
    '政府性基金预算财政拨款',
    '政府性基金财政拨款',
    '政府性基金预算拨款',
    '政府性基金预算资金',
  ]),
  ...of<Aspects>(['政府性基金预算财政拨款收入', '政府性基金预算拨款收入', '政府性基金收入'], {
    side: 'income',
    basis: '政府性基金',
  }),
  ...basis('国有资本经营', [
    '国有资本经营',
    '国有资本经营预算',
    '国有资本经营预算财政拨款',
    '国有资本经营财政拨款',
    '国有资本经营预算拨款',
    '国有资本经营预算资金',
    '国有资本',
  ]),
  ...of<Aspects>(['国有资本经营预算财政拨款收入', '国有资本经营预算拨款收入', '国有资本经营收入'], {
    side: 'income',
    basis: '国有资本经营',
  }),
  ...basis('其他资金', [
    '其他资金',
    '非财政拨款',
    '单位资金',
    '自有资金',
    '单位自有资金',
    '财政专户',
    '财政专户资金',
    '财政专户管理资金',
  ]),
  ...of<Aspects>(['单位资金收入', '财政专户管理资金收入', '财政专户资金收入'], { side: 'income', basis: '其他资金' }),
  ...income('上级补助收入', ['上级补助收入', '上级补助']),
  ...income('事业收入', ['事业收入', '事业单位事业收入']),
  ...income('经营收入', ['经营收入', '事业单位经营收入']),
  ...income('附属单位上缴收入', ['附属单位上缴收入', '附属单位上缴', '附属单位缴款']),
  ...income('其他收入', ['其他收入']),
  ...category('基本支出', ['基本支出']),
  ...category('人员经费', ['人员经费', '人员支出']),
  ...category('公用经费', ['公用经费', '日常公用经费', '公用支出']),
  ...category('项目支出', ['项目支出']),
  ...category('上缴上级支出', ['上缴上级支出', '上缴上级单位支出']),
  ...category('经营支出', ['经营支出', '事业单位经营支出']),
  ...category('对附属单位补助支出', ['对附属单位补助支出', '对附属单位补助']),
  ...item('三公经费', ['三公经费', '三公']),
  ...item('因公出国(境)费', ['因公出国(境)费', '因公出国(境)费用', '因公出国(境)', '因公出国费']),
  ...item('公务用车购置及运行费', [
    '公务用车购置及运行费',
    '公务用车购置及运行维护费',
    '公务用车购置和运行费',
    '公务用车费',
    '公务用车购置及运行',
  ]),
  ...item('公务用车购置费', ['公务用车购置费', '公务用车购置']),
  ...item('公务用车运行费', [
    '公务用车运行费',
    '公务用车运行维护费',
    '公务用车运行',
    '公务用车维护费',
    '公务用车运行维护',
  ]),
  ...item('公务接待费', ['公务接待费', '公务接待']),
  ...of<Aspects>(['因公出国(境)团组数', '因公出国(境)团组数(个)'], { count: '因公出国(境)团组数' }),
  ...of<Aspects>(['因公出国(境)人次数', '因公出国(境)人次数(人)'], { count: '因公出国(境)人次数' }),
  ...of<Aspects>(['公务用车购置数', '公务用车购置数(辆)'], { count: '公务用车购置数' }),
  ...of<Aspects>(['公务用车保有量', '公务用车保有量(辆)'], { count: '公务用车保有量' }),
  ...of<Aspects>(['国内公务接待批次', '国内公务接待批次(个)'], { count: '国内公务接待批次' }),
  ...of<Aspects>(['国内公务接待人次', '国内公务接待人次(人)'], { count: '国内公务接待人次' }),
  ...item('政府采购货物', ['政府采购货物支出', '政府采购货物']),
  ...item('政府采购工程', ['政府采购工程支出', '政府采购工程']),
  ...item('政府采购服务', ['政府采购服务支出', '政府采购服务']),
  ...item('机关运行经费', ['机关运行经费']),
  ...item('会议费', ['会议费']),
  ...item('培训费', ['培训费']),
  ...item('政府采购', ['政府采购', '政府采购支出', '采购']),
  ...measure('年初预算数', [
    '年初预算数',
    '年初预算',
    '年初批复数',
    '年初部门预算',
    '批复预算数',
    '年初安排数',
    '预算安排数',
  ]),
  ...measure('全年预算数', [
    '全年预算数',
    '全年预算',
    '调整后预算数',
    '调整后预算',
    '调整后的预算',
    '调整后的预算数',
    '年度预算数',
    '调整预算数',
  ]),
  ...measure('决算数', [
    '决算数',
    '决算',
    '全年执行数',
    '预算执行数',
    '执行数',
    '实际支出数',
    '实际执行数',
    '统计数',
    '实际支出',
  ]),
  ...measure('上年预算数', ['上年预算数', '上年年初预算数', '上年预算']),
  ...measure('上年决算数', ['上年决算数', '上年执行数', '上年决算', '上年实际支出数']),
  ...of<Aspects>(['预算数', '预算', '本年预算数', '本年预算'], { budget: true }),
  ...of<Aspects>(['年初结转和结余', '年初结转结余', '上年结转和结余', '上年结转结余', '年初结转', '上年结转'], {
    stock: '结转结余',
    stockMeasure: '年初数',
  }),
  ...of<Aspects>(['年末结转和结余', '年末结转结余', '结转下年', '年终结转结余', '年末结转'], {
    stock: '结转结余',
    stockMeasure: '年末数',
  }),
  ...of<Aspects>(['年初财政拨款结转和结余'], { basis: '财政拨款', stock: '结转结余', stockMeasure: '年初数' }),
  ...of<Aspects>(['年末财政拨款结转和结余'], { basis: '财政拨款', stock: '结转结余', stockMeasure: '年末数' }),
  ...of<Aspects>(['使用非财政拨款结余', '使用非财政拨款结余(含专用结余)', '使用非财政拨款结余和专用结余'], {
    side: 'income',
    subject: { kind: 'line', line: '使用非财政拨款结余' },
  }),
  ...of<Aspects>(['结余分配'], { side: 'expenditure', subject: { kind: 'line', line: '结余分配' } }),
  ...of<Aspects>(['经济分类支出合计'], { side: 'expenditure' }),
  ...of<Aspects>(['收入总计'], { side: 'income', subject: { kind: 'line', line: '收入总计' } }),
  ...of<Aspects>(['支出总计'], { side: 'expenditure', subject: { kind: 'line', line: '支出总计' } }),
]);

/** No word is longer. */
const LONGEST = 24;

/**
 * What a label says when known words cover all of it: the longest word at each place counts. A year or a unit in it decides
 * nothing here; whoever compares years reads them apart.
 * @param words what words mean, for forms that have words of their own
 * @returns undefined when a part of the label is not known, or its words contradict each other
 */
export function aspectsOf(label: string, words: ReadonlyMap<string, Aspects> = HEADER_WORDS): Aspects | undefined {
  const rest = withoutUnit(label).replace(/20\d{2}年度?/g, '');
  let said: Aspects = {};
  for (let at = 0; at < rest.length;) {
    let found: string | undefined;
    for (let length = Math.min(LONGEST, rest.length - at); length > 0 && found === undefined; length--) {
      const word = rest.slice(at, at + length);
      if (words.has(word)) found = word;
    }
    if (found === undefined) return undefined;
    const next = merged(said, words.get(found) ?? {});
    if (next === undefined) return undefined;
    said = next;
    at += found.length;
  }
  return said;
}
