import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '评定等次';

export const ALLOWED = '从高到低写各等次的名称和达到分值的比例，例如“优80%以上；良60%以上；差0%以上”';

export const FAULTS = { order: '各等次应从高到低排列' } as const;

export const WORDS = {
  rule: ({ bands }: { bands: readonly { name: string; from: string }[] }): string =>
    `按完成质量自评：${bands.map(({ name, from }) => `${name}不低于分值的${percentText(from)}`).join('，')}；扣分须说明原因`,
  substitution: (score: string, grade: string): string => `填报得分${score}，等次：${grade}`,
} as const;
