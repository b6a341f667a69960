/*
 * Words of scoring rules, traces and reasons. Rates in rules are decimal texts (1 is 100%); they are printed in percent here.
 */

/** `0.9` → `90%`, without floating point. */
export function percentText(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(2).replace(/0+$/, '');
  return `${decimal.startsWith('-') ? '-' : ''}${digits}${rest === '' ? '' : `.${rest}`}%`;
}

interface BandWords {
  from?: string | undefined;
  fromIncluded: boolean;
  to?: string | undefined;
  toIncluded: boolean;
  points: string;
}

export const RULE_WORDS = {
  proportional: ({ target, cap }: { target: string; cap: string }): string =>
    `得分 = 分值 × 指标值${target === '1' ? '' : ` ÷ ${percentText(target)}`}，最高按${percentText(cap)}计`,
  perPoint: (rule: { direction: 'over' | 'under'; threshold: string; step: string; deduct: string }): string =>
    `${rule.direction === 'over' ? '超过' : '低于'}${percentText(rule.threshold)}的，每${percentText(rule.step)}扣${rule.deduct}分，扣完为止`,
  bands: ({ bands }: { bands: readonly BandWords[] }): string => bands.map(bandWords).join('；'),
  checklist: ({ items }: { items: readonly { text: string; points: string }[] }): string =>
    items.map(({ text, points }) => `${text}（${points}分）`).join('；'),
  countDeduct: ({ each, of }: { each: string; of: string }): string => `${of}每发生1次扣${each}分，扣完为止`,
  graded: ({ bands }: { bands: readonly { name: string; from: string }[] }): string =>
    `按完成质量自评：${bands.map(({ name, from }) => `${name}不低于分值的${percentText(from)}`).join('，')}；扣分须说明原因`,
} as const;

export function bandWords({ from, fromIncluded, to, toIncluded, points }: BandWords): string {
  const low = from === undefined ? '' : `${percentText(from)}${fromIncluded ? '（含）' : ''}以上`;
  const high = to === undefined ? '' : `${percentText(to)}${toIncluded ? '（含）' : ''}以下`;
  return `${[low, high].filter((part) => part !== '').join('、')}得${points}分`;
}

/** A rule with its values put in. */
export const SUBSTITUTIONS = {
  proportional: (weight: string, share: string): string => `${weight} × ${share}`,
  perPoint: (direction: 'over' | 'under', beyond: string, steps: string, deduct: string): string =>
    `${direction === 'over' ? '超出' : '低于'}${beyond}，计${steps}档，每档扣${deduct}分`,
  count: (weight: string, count: string, each: string): string => `${weight} − ${count} × ${each}`,
  graded: (score: string, grade: string): string => `填报得分${score}，等次：${grade}`,
} as const;

export const PEOPLE_SCORE = '填报得分';
export const ITEM_ANSWER = { met: '是', 'not-met': '否', 'not-applicable': '不适用' } as const;
export const NO_ANSWER = '未填写';

/** Reasons for deductions that the figures give. `subject` is the numerator's name without key separators. */
export const REASONS = {
  ratio: (p: { above: string; aboveAmount: string; below: string; belowAmount: string; rate: string }): string =>
    `${p.above}${p.aboveAmount}，${p.below}${p.belowAmount}，两者之比为${p.rate}`,
  unspent: (p: {
    above: string;
    aboveAmount: string;
    below: string;
    belowAmount: string;
    gap: string;
    name: string;
    rate: string;
  }): string => `${p.above}${p.aboveAmount}，比${p.below}${p.belowAmount}少${p.gap}，${p.name}为${p.rate}`,
  average: (p: { behind: string; rate: string }): string =>
    `全年有${p.behind}个月的月末累计执行率低于序时进度，年度平均水平为${p.rate}`,
  averageAll: (p: { rate: string }): string => `各月末累计执行率均低于序时进度，年度平均水平为${p.rate}`,
  slowest: (p: { month: string; rate: string; schedule: string }): string =>
    `其中${p.month}月末差距最大，累计执行率${p.rate}，序时进度${p.schedule}`,
  targets: (outputs: readonly { output: string; planned: string; actual: string }[]): string =>
    outputs.map(({ output, planned, actual }) => `“${output}”计划${planned}、实际${actual}`).join('，') +
    '，未达到计划值',
  rate: (p: { name: string; rate: string }): string => `${p.name}为${p.rate}`,
  items: (items: readonly string[]): string => `${items.map((item) => `“${item}”`).join('、')}未达到要求`,
  count: (p: { of: string; count: string }): string => `${p.of}发生${p.count}次`,
} as const;
