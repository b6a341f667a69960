/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '按次扣分';

export const ALLOWED = '写明什么事每发生1次扣几分，例如“专项资金下达延误每发生1次扣0.5分”';

export const FAULTS = { each: '每次扣分不能低于0' } as const;

export const WORDS = {
  rule: ({ each, of }: { each: string; of: string }): string => `${of}每发生1次扣${each}分，扣完为止`,
  substitution: (weight: string, count: string, each: string): string => `${weight} − ${count} × ${each}`,
  reason: (p: { of: string; count: string }): string => `${p.of}发生${p.count}次`,
} as const;
