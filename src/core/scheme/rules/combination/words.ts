/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '组合';

export const MODE_WORDS = { any: '任一满分', max: '取高分', min: '取低分' } as const;

/** How the indicator's own value is called among the parts. */
export const OWN_VALUE = '本指标';

export const ALLOWED =
  '先写“任一满分”“取高分”或“取低分”，再把各部分写在〔〕里：指标值的名称（或“本指标”）、评分方式、参数，例如“任一满分：〔本指标；分档；9%(含)以下得20分；9%以上得0分〕〔结转结余变动率；分档；-30%(含)以下得20分；-30%以上得0分〕”';

const MODE_RULES = {
  any: '任一项达到满分即得满分，都达不到的不得分',
  max: '取各项中的高分',
  min: '取各项中的低分',
} as const;

const named = (of: string): string => (of === '' ? OWN_VALUE : of);

export const WORDS = {
  rule: (mode: keyof typeof MODE_WORDS, parts: readonly { of: string; rule: string }[]): string =>
    `${MODE_RULES[mode]}：${parts.map(({ of, rule }) => `【${named(of)}】${rule}`).join('；')}`,
  substitution: (
    mode: keyof typeof MODE_WORDS,
    parts: readonly { of: string; points: string; how: string }[],
  ): string =>
    `${MODE_WORDS[mode]}：${parts.map(({ of, points, how }) => `${named(of)}得${points}分（${how}）`).join('；')}`,
} as const;
