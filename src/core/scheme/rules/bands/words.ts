import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '分档';

export const ALLOWED =
  '按档写明范围和得分，各档相接，不重不漏，端点包含在内的注“(含)”，例如“90%(含)以上得5分；80%(含)–90%得4分；80%以下得0分”，相等的写“=0%得3分”';

interface BandWords {
  from?: string | undefined;
  fromIncluded: boolean;
  to?: string | undefined;
  toIncluded: boolean;
  points: string;
}

export const FAULTS = {
  negative: '各档得分不能低于0',
  empty: (band: string): string => `“${band}”的范围是空的`,
  overlap: (one: string, other: string): string => `“${one}”和“${other}”有重叠`,
  gap: (one: string, other: string): string => `“${one}”和“${other}”之间有空当`,
  openBelow: (end: string, included: boolean): string =>
    `${percentText(end)}${included ? '（含）' : ''}以下没有对应的档`,
  openAbove: (end: string, included: boolean): string =>
    `${percentText(end)}${included ? '（含）' : ''}以上没有对应的档`,
} as const;

export const WORDS = {
  rule: ({ bands }: { bands: readonly BandWords[] }): string => bands.map(bandWords).join('；'),
  band: bandWords,
} as const;

function bandWords({ from, fromIncluded, to, toIncluded, points }: BandWords): string {
  if (from !== undefined && from === to && fromIncluded && toIncluded) return `等于${percentText(from)}得${points}分`;
  const low = from === undefined ? '' : `${percentText(from)}${fromIncluded ? '（含）' : ''}以上`;
  const high = to === undefined ? '' : `${percentText(to)}${toIncluded ? '（含）' : ''}以下`;
  return `${[low, high].filter((part) => part !== '').join('、') || '任何值'}得${points}分`;
}
