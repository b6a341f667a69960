/*
 * The grammar of fact keys: `[收入.][口径.][类别.]计量`, parts left out where they mean the total. Keys are the field's own
 * terms because people read them: in content controls, templates and JSON.
 */

/** Where the money comes from. Left out of a key, all sources together are meant. */
export const BASES = ['财政拨款', '一般公共预算', '政府性基金', '国有资本经营', '其他资金'] as const;
export type Basis = (typeof BASES)[number];

/** The sources that make up 财政拨款. */
export const FISCAL_PARTS = ['一般公共预算', '政府性基金', '国有资本经营'] as const satisfies readonly Basis[];

/** Income that is no 财政拨款, as forms tell it apart. All of it together is the basis 其他资金. */
export const OTHER_INCOMES = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'] as const;
export type OtherIncome = (typeof OTHER_INCOMES)[number];

/** The kinds of expenditure that every department has. */
export const CATEGORIES = ['基本支出', '人员经费', '公用经费', '项目支出'] as const;
/** The kinds that only some have; with 基本支出 and 项目支出 they make up 本年支出合计. */
export const OTHER_CATEGORIES = ['上缴上级支出', '经营支出', '对附属单位补助支出'] as const;
export type Category = (typeof CATEGORIES)[number] | (typeof OTHER_CATEGORIES)[number];

/** The amounts that budget and execution sheets state for the year. */
export const MEASURES = ['年初预算数', '全年预算数', '决算数'] as const;
/** The same amounts of the year before, where a form has them beside the year's. */
export const PRIOR_MEASURES = ['上年预算数', '上年决算数'] as const;
/** What was changed in the budget during the year. 预算调整数 is the sum of what was added, cut and moved, each as a positive amount. */
export const ADJUSTMENTS = ['追加数', '追减数', '预算调整数'] as const;
export type Measure = (typeof MEASURES)[number];
export type StatedMeasure = Measure | (typeof PRIOR_MEASURES)[number] | (typeof ADJUSTMENTS)[number];

/** 三公经费 and its kinds. */
export const THREE_EXPENSES = [
  '三公经费',
  '因公出国(境)费',
  '公务用车购置及运行费',
  '公务用车购置费',
  '公务用车运行费',
  '公务接待费',
] as const;

/** Kinds of money that are limited or watched by themselves, across 基本支出 and 项目支出. */
export const ITEMS = [
  ...THREE_EXPENSES,
  '机关运行经费',
  '会议费',
  '培训费',
  '政府采购',
  '政府采购货物',
  '政府采购工程',
  '政府采购服务',
  '重点项目支出',
] as const;
export type Item = (typeof ITEMS)[number];

/** What stands beside the year's income and expenditure so that both sides of a form balance. */
export const BALANCE_LINES = ['使用非财政拨款结余', '结余分配', '收入总计', '支出总计'] as const;
export type BalanceLine = (typeof BALANCE_LINES)[number];

/** What a department owns or carries over, as it stands on a day. */
export const STOCKS = ['结转结余', '资产总计', '固定资产', '在用固定资产'] as const;
export type Stock = (typeof STOCKS)[number];
export const STOCK_MEASURES = ['年初数', '年末数'] as const;
export type StockMeasure = (typeof STOCK_MEASURES)[number];

/** Counts that forms state beside the amounts; each is a key by itself. */
export const COUNTS = [
  '因公出国(境)团组数',
  '因公出国(境)人次数',
  '公务用车购置数',
  '公务用车保有量',
  '国内公务接待批次',
  '国内公务接待人次',
] as const;
export type Count = (typeof COUNTS)[number];

/** Groups of staff that rates need, under `人员.`; a department's own groups stand beside them. */
export const STAFF_GROUPS = ['编制', '在职'] as const;

/** The two classifications of expenditure by code: 支出功能分类 (类/款/项: 3, 5, 7 digits) and 经济分类 (类/款: 3, 5 digits). */
export const CLASSIFICATIONS = ['功能分类', '经济分类'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** The amounts of a month, as they stand at its end. */
export const MONTH_MEASURES = ['预算数', '累计支出数'] as const;
export type MonthMeasure = (typeof MONTH_MEASURES)[number];

/** What an amount of expenditure is about. */
export type Subject =
  | { readonly kind: 'total' }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'project'; readonly name: string }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'class'; readonly classification: Classification; readonly code: string }
  | { readonly kind: 'line'; readonly line: BalanceLine };

/** The subjects whose amounts make up all expenditure, for every measure and source of money. */
export function subjectsOf(projects: readonly string[]): readonly Subject[] {
  return [
    { kind: 'total' },
    ...[...CATEGORIES, ...OTHER_CATEGORIES].map((category): Subject => ({ kind: 'category', category })),
    ...projects.map((name): Subject => ({ kind: 'project', name })),
  ];
}

const DOT = '．';

/** A name as part of a key; a full stop inside it would be read as a separator. */
export function keyPart(name: string): string {
  return name.trim().replaceAll('.', DOT);
}

function joinKey(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('.');
}

/** `财政拨款.项目支出.决算数`, `项目.科普活动.支出率`, `三公经费.决算数`, `功能分类.2060702.决算数`, `决算数`. */
export function expenditureKey(basis: Basis | undefined, subject: Subject, measure: string): string {
  return joinKey(basis, subjectPart(subject), measure);
}

function subjectPart(subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'total':
      return undefined;
    case 'category':
      return subject.category;
    case 'project':
      return `项目.${keyPart(subject.name)}`;
    case 'item':
      return subject.item;
    case 'class':
      return `${subject.classification}.${subject.code}`;
    case 'line':
      return subject.line;
  }
}

/** `收入.财政拨款.决算数`, `收入.事业收入.决算数`, `收入.决算数`. */
export function incomeKey(source: Basis | OtherIncome | undefined, measure: StatedMeasure): string {
  return joinKey('收入', source, measure);
}

/** `一般公共预算.3月.累计支出数`, `一般公共预算.项目支出.3月.累计支出数`; months count from 1. */
export function monthKey(
  basis: Basis | undefined,
  month: number,
  measure: MonthMeasure,
  subject: Subject = { kind: 'total' },
): string {
  return joinKey(basis, subjectPart(subject), `${String(month)}月`, measure);
}

/** `结转结余.年末数`, `财政拨款.结转结余.年初数`, `在用固定资产.年末数` */
export function stockKey(basis: Basis | undefined, stock: Stock, measure: StockMeasure): string {
  return joinKey(basis, stock, measure);
}

/** `产出.科普志愿服务活动.实际值` */
export function outputKey(name: string, measure: '计划值' | '实际值' | '完成率'): string {
  return joinKey('产出', keyPart(name), measure);
}

/** `任务.服务科技工作者.完成率` */
export function directionKey(direction: string): string {
  return joinKey('任务', keyPart(direction), '完成率');
}

/** `人员.公务员` */
export function staffKey(group: string): string {
  return joinKey('人员', keyPart(group));
}

/** Keys for a person, those that differ only by month joined: `一般公共预算.1月至12月.累计支出数`. */
export function condensedKeys(keys: readonly string[]): readonly string[] {
  const groups = new Map<string, { readonly key: string; readonly months: number[] }>();
  for (const key of keys) {
    const month = /(?:^|\.)(\d{1,2})月\./.exec(key)?.[1];
    const pattern = month === undefined ? key : key.replace(`${month}月.`, '*月.');
    const group = groups.get(pattern) ?? { key, months: [] };
    groups.set(pattern, group);
    if (month !== undefined) group.months.push(Number(month));
  }
  return [...groups].flatMap(([pattern, { key, months }]) => {
    const first = months[0];
    const last = months.at(-1);
    if (first === undefined || last === undefined || first === last) return [key];
    const isRun = months.every((month, index) => month === first + index);
    if (isRun) return [pattern.replace('*月.', `${String(first)}月至${String(last)}月.`)];
    return months.map((month) => pattern.replace('*月.', `${String(month)}月.`));
  });
}
