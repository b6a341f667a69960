/*
 * The grammar of fact keys: `[收入.][口径.][类别.]计量`, parts left out where they mean the total. Keys are the field's own
 * terms because people read them: in content controls, templates and JSON.
 */

/** Where the money comes from. Left out of a key, all sources together are meant. */
export const BASES = ['财政拨款', '一般公共预算', '政府性基金', '国有资本经营', '其他资金'] as const;
export type Basis = (typeof BASES)[number];

/** The sources that make up 财政拨款. */
export const FISCAL_PARTS = ['一般公共预算', '政府性基金', '国有资本经营'] as const satisfies readonly Basis[];

/** The kinds of expenditure that forms show. */
export const CATEGORIES = ['基本支出', '人员经费', '公用经费', '项目支出'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The amounts that budget and execution sheets state. */
export const MEASURES = ['年初预算数', '全年预算数', '决算数'] as const;
export type Measure = (typeof MEASURES)[number];

/** The amounts of a month, as they stand at its end. */
export const MONTH_MEASURES = ['预算数', '累计支出数'] as const;
export type MonthMeasure = (typeof MONTH_MEASURES)[number];

/** What a row of an expenditure table is about: everything, a kind of expenditure, or one project. */
export type Subject =
  | { readonly kind: 'total' }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'project'; readonly name: string };

/** Everything that an expenditure table can have a row for. */
export function subjectsOf(projects: readonly string[]): readonly Subject[] {
  return [
    { kind: 'total' },
    ...CATEGORIES.map((category): Subject => ({ kind: 'category', category })),
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

/** `财政拨款.项目支出.决算数`, `项目.科普活动.支出率`, `决算数`. */
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
  }
}

/** `收入.财政拨款.决算数`, `收入.决算数`. */
export function incomeKey(basis: Basis | undefined, measure: Measure): string {
  return joinKey('收入', basis, measure);
}

/** `一般公共预算.3月.累计支出数`; months count from 1. */
export function monthKey(basis: Basis | undefined, month: number, measure: MonthMeasure): string {
  return joinKey(basis, `${String(month)}月`, measure);
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
