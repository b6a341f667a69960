/*
 * Words of scoring and of reasons. Each rule keeps its own words in its folder, so that adding a rule touches one folder.
 */

/** What an indicator for each is called where there is none. */
export const EACH_OF = { direction: '履职方向', project: '项目' } as const;

export const PEOPLE_SCORE = '填报得分';

/** 佐证材料 as one text. */
export const EVIDENCE = {
  one: (name: string, where: string): string => (name === '' ? where : where === '' ? name : `${name}（${where}）`),
  separator: '；',
} as const;

/** Reasons for deductions that the figures give. `subject` is the numerator's name without key separators. */
export const REASONS = {
  ratio: (p: { above: string; aboveAmount: string; below: string; belowAmount: string; rate: string }): string =>
    `${p.above}${p.aboveAmount}，为${p.below}${p.belowAmount}的${p.rate}`,
  unspent: (p: {
    above: string;
    aboveAmount: string;
    below: string;
    belowAmount: string;
    gap: string;
    name: string;
    rate: string;
  }): string => `${p.above}${p.aboveAmount}，比${p.below}${p.belowAmount}少${p.gap}，${p.name}为${p.rate}`,
  change: (p: { after: string; afterAmount: string; before: string; beforeAmount: string; growth: string }): string =>
    `${p.after}${p.afterAmount}，比${p.before}${p.beforeAmount}${p.growth}`,
  progress: (p: { money: string; month: string; rate: string; schedule: string; share: string }): string =>
    `${p.money}${p.month}月末累计执行率${p.rate}，${p.schedule}为${p.share}`,
  average: (p: { behind: string; rate: string }): string =>
    `全年有${p.behind}个月的月末累计执行率低于序时进度，年度平均水平为${p.rate}`,
  averageAll: (p: { rate: string }): string => `各月末累计执行率均低于序时进度，年度平均水平为${p.rate}`,
  slowest: (p: { month: string; rate: string; schedule: string }): string =>
    `其中${p.month}月末差距最大，累计执行率${p.rate}，序时进度${p.schedule}`,
  targets: (outputs: readonly { output: string; planned: string; actual: string }[]): string =>
    outputs.map(({ output, planned, actual }) => `“${output}”计划${planned}、实际${actual}`).join('，') +
    '，未达到计划值',
  rate: (p: { name: string; rate: string }): string => `${p.name}为${p.rate}`,
  computed: (p: { name: string; rate: string; basis: string }): string => `${p.name}为${p.rate}（口径：${p.basis}）`,
} as const;

/** What is done to a value before its rule looks at it, in words that the column 参数 understands. */
export const TREATMENT_WORDS = {
  places: (places: string): string => `指标值保留${places}位小数`,
  aboveFull: { capped: '超过100%按100%计', flagged: '超过100%时提示核对' },
  negative: { zero: '负数按0计', flagged: '负数时提示核对' },
  substitution: (value: string, seen: string, rest: string): string => `指标值${value}按${seen}计，${rest}`,
  allowed: '可另写“指标值保留2位小数”“超过100%按100%计”“超过100%时提示核对”“负数按0计”“负数时提示核对”',
} as const;

/** Points of a rule scaled to a weight that took over others. */
export const SCALED = (substitution: string, own: string, inForce: string): string =>
  `${substitution}；分值${own}分摊后为${inForce}，按比例折算`;
