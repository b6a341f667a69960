import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '按百分点扣分';

export const PARAMETER_WORDS = {
  direction: { over: '超过', under: '低于' },
  partSteps: { ignored: '不计', 'as-whole': '按1个计', 'pro-rata': '按比例' },
} as const;

export const ALLOWED =
  '写明界限、每几个百分点扣几分、不足1个百分点怎么计（不计、按1个计、按比例），例如“超过100%的部分，每1个百分点扣0.5分；不足1个百分点：不计”';

interface RuleWords {
  direction: keyof typeof PARAMETER_WORDS.direction;
  threshold: string;
  step: string;
  deduct: string;
  partSteps: keyof typeof PARAMETER_WORDS.partSteps;
}

export const FAULTS = { step: '每档的百分点应大于0', deduct: '每档扣分不能低于0' } as const;

export const WORDS = {
  rule: (rule: RuleWords): string => {
    const points = `${percentText(rule.step).replace('%', '')}个百分点`;
    const beyond = `${PARAMETER_WORDS.direction[rule.direction]}${percentText(rule.threshold)}的`;
    return `${beyond}，每${points}扣${rule.deduct}分，不足${points}${PARAMETER_WORDS.partSteps[rule.partSteps]}，扣完为止`;
  },
  substitution: (direction: RuleWords['direction'], beyond: string, steps: string, deduct: string): string =>
    `${direction === 'over' ? '超出' : '低于'}${beyond}，计${steps}档，每档扣${deduct}分`,
} as const;
