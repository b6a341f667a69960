import { percentText } from '../decimal.ts';

/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '分档';

export const ALLOWED =
  '按档写明范围和得分，端点包含在内的注“(含)”，例如“90%(含)以上得5分；80%(含)–90%得4分；80%以下得0分”，相等的写“=0%得3分”';

interface BandWords {
  from?: string | undefined;
  fromIncluded: boolean;
  to?: string | undefined;
  toIncluded: boolean;
  points: string;
}

export const WORDS = {
  rule: ({ bands }: { bands: readonly BandWords[] }): string => bands.map(bandWords).join('；'),
  band: bandWords,
} as const;

function bandWords({ from, fromIncluded, to, toIncluded, points }: BandWords): string {
  const low = from === undefined ? '' : `${percentText(from)}${fromIncluded ? '（含）' : ''}以上`;
  const high = to === undefined ? '' : `${percentText(to)}${toIncluded ? '（含）' : ''}以下`;
  return `${[low, high].filter((part) => part !== '').join('、')}得${points}分`;
}
