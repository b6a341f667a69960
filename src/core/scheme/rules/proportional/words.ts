import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '按比例';

export const PARAMETER_WORDS = { target: '目标', cap: '上限', floor: '下限' } as const;

export const LOWER_IS_BETTER = '越低越好';

export const ALLOWED =
  '目标、上限、下限各写一个百分数，目标大于0，下限不高于上限，上限不高于100%，例如“目标100%；上限100%；下限0%”，不写的按此例；指标值越低越好的另写“越低越好”';

export const FAULTS = {
  target: '目标应大于0',
  ends: '下限不能低于0或高于上限，上限不能高于100%',
} as const;

export const WORDS = {
  rule: (p: { target: string; cap: string; floor: string; lowerIsBetter?: true | undefined }): string =>
    `得分 = 分值 × ${quotient(p)}，最高按${percentText(p.cap)}计${p.floor === '0' ? '' : `，最低按${percentText(p.floor)}计`}`,
  substitution: (weight: string, share: string): string => `${weight} × ${share}`,
} as const;

function quotient({ target, lowerIsBetter }: { target: string; lowerIsBetter?: true | undefined }): string {
  if (lowerIsBetter) return `${percentText(target)} ÷ 指标值`;
  return target === '1' ? '指标值' : `指标值 ÷ ${percentText(target)}`;
}
