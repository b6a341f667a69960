/** Beyond this many steps nothing is looked for: 10 兆元 in 分, more than any department has. */
export const FARTHEST = 10n ** 17n;

/**
 * The smallest whole change, at least 1, that reaches something which every larger change reaches too: doubled until one does, then
 * halved between, so that a change of n steps takes about 2 log₂ n looks.
 * @param most the largest change that can be made
 */
export function smallest(reaches: (change: bigint) => boolean, most = FARTHEST): bigint | undefined {
  if (most < 1n) return undefined;
  let short = 0n;
  let far = 1n;
  while (!reaches(far)) {
    if (far >= most) return undefined;
    short = far;
    far = far * 2n < most ? far * 2n : most;
  }
  while (far - short > 1n) {
    const middle = (short + far) / 2n;
    if (reaches(middle)) far = middle;
    else short = middle;
  }
  return far;
}
