import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '按比例';

export const PARAMETER_WORDS = { target: '目标', cap: '上限', floor: '下限' } as const;

export const ALLOWED = '目标、上限、下限三项各写一个百分数，例如“目标100%；上限100%；下限0%”；不写的按此例';

export const ZERO_TARGET = '目标不能为0';

export const WORDS = {
  rule: ({ target, cap }: { target: string; cap: string }): string =>
    `得分 = 分值 × 指标值${target === '1' ? '' : ` ÷ ${percentText(target)}`}，最高按${percentText(cap)}计`,
  substitution: (weight: string, share: string): string => `${weight} × ${share}`,
} as const;
