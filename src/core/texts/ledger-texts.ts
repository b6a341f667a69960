/** Words of traces and bases that the ledger composes. */
export const ZERO_DENOMINATOR = (above: string, below: string): string => `“${above}”和“${below}”均为0`;
export const SHARE_BASIS = (total: string): string => `占${total}`;
export const DERIVED_SUM = (parts: readonly string[]): string => parts.join(' + ');
export const DERIVED_DIFFERENCE = (whole: string, part: string): string => `${whole} − ${part}`;
export const ALL_SOURCES = '合计';
export const MONTH_SERIES = (basis: string): string => (basis === '' ? '月度支出' : `${basis}月度支出`);

export const SERIES_TOTAL = (series: string): string => `“${series}”的合计`;
export const ALL_MONTHS = '各月之和';
export const LAST_MONTH = '最后一个月的数';

/** The four ways to define the average execution rate, as printed beside it. */
export const AVERAGE_RULES = {
  'capped-against-schedule': '各月末累计执行率与序时进度之比（超过100%按100%计）的平均值',
  'mean-against-mean-schedule': '各月末累计执行率的平均值 ÷ 序时进度平均值',
  'quarter-ends': '各季末累计执行率与序时进度（25%、50%、75%、100%）之比的平均值',
  'against-peers': '各月末累计执行率的平均值 ÷ 同级平均执行率',
} as const;
export const MONTH_RATE = (month: number): string => `${String(month)}月末累计执行率`;
export const MEAN_RATE = '各月末累计执行率的平均值';
export const MEAN_SCHEDULE = '序时进度平均值';
export const AVERAGE_BASIS = (basis: string, rule: string): string => `${basis}；${rule}`;
export const MODE_NAMES = { cumulative: '累计数', 'per-month': '当月数' } as const;
export const MODE_REASONS = {
  'last-is-year': '12月的数等于全年决算数',
  'sum-is-year': '各月之和等于全年决算数',
  'last-is-total': '最后一个月的数等于合计行',
  'sum-is-total': '各月之和等于合计行',
  falls: '后面的月份小于前面的月份',
} as const;
export const TARGETS_MET = '达到计划值的产出指标数 ÷ 设有计划值的产出指标数';
export const TARGETS_MET_OF = (met: number, all: number): string => `${String(met)} ÷ ${String(all)}`;
/** 支付进度率: what a month's progress is held against. */
export const ELAPSED_SCHEDULE = '序时进度';
export const PROGRESS_RULE = (month: number, schedule: string): string => `${MONTH_RATE(month)} ÷ ${schedule}`;
export const PROGRESS_BASIS = (money: string, rule: string, share: string): string => `${money}；${rule}（${share}）`;
export const CHANGE_RULE = (current: string, previous: string): string => `(${current} − ${previous}) ÷ ${previous}`;

/** How parts of keys are said in a sentence. */
export const SPOKEN = {
  staff: (group: string): string => `${group}人数`,
  output: (name: string, measure: string): string => `“${name}”${measure}`,
  task: (direction: string, measure: string): string => `${direction}任务${measure}`,
  project: (name: string): string => `${name}${projectWord(name)}`,
  income: (source: string): string => (source.endsWith('收入') ? source : `${source}收入`),
} as const;

/** Endings of names that say already that they are projects, or money for something. */
const PROJECT_ENDINGS = ['项目', '工程', '经费', '专项', '资金', '补助', '补贴', '费用'];

/** `项目` after the name of a project, unless the name ends in such a word itself. */
export function projectWord(name: string): string {
  return PROJECT_ENDINGS.some((ending) => name.endsWith(ending)) ? '' : '项目';
}
