import { exact, type Exact } from '../../../money/exact.ts';
import { FAULTS, WORDS } from './words.ts';

/** A range of values with its points; an absent end is open. */
export interface Band {
  readonly from?: string | undefined;
  readonly fromIncluded: boolean;
  readonly to?: string | undefined;
  readonly toIncluded: boolean;
  readonly points: string;
}

export function holds({ from, fromIncluded, to, toIncluded }: Band, value: Exact): boolean {
  const low = from === undefined ? 1 : value.compare(exact(from));
  const high = to === undefined ? -1 : value.compare(exact(to));
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
}

/** From the lowest to the highest. */
export function inOrder<B extends Band>(bands: readonly B[]): readonly B[] {
  return [...bands].sort((a, b) => compareEnds(lower(a), lower(b)) || compareEnds(upper(a), upper(b)));
}

/** What keeps bands from holding every value exactly once, in words that name the place; empty when nothing does. */
export function bandFaults(bands: readonly Band[]): readonly string[] {
  const empty = bands.filter((band) => compareEnds(lower(band), upper(band)) >= 0);
  if (empty.length > 0) return empty.map((band) => FAULTS.empty(WORDS.band(band)));
  const ordered = inOrder(bands);
  const [first] = ordered;
  const faults: string[] = [];
  if (first?.from !== undefined) faults.push(FAULTS.openBelow(first.from, !first.fromIncluded));
  for (const [index, band] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined) {
      if (band.to !== undefined) faults.push(FAULTS.openAbove(band.to, !band.toIncluded));
      continue;
    }
    const between = compareEnds(upper(band), lower(next));
    if (between > 0) faults.push(FAULTS.overlap(WORDS.band(band), WORDS.band(next)));
    if (between < 0) faults.push(FAULTS.gap(WORDS.band(band), WORDS.band(next)));
  }
  return faults;
}

/** A cut of the number line just before or just after a number, or at one of its ends. */
type Cut = { readonly at: Exact; readonly side: 0 | 1 } | 'lowest' | 'highest';

function lower({ from, fromIncluded }: Band): Cut {
  return from === undefined ? 'lowest' : { at: exact(from), side: fromIncluded ? 0 : 1 };
}

function upper({ to, toIncluded }: Band): Cut {
  return to === undefined ? 'highest' : { at: exact(to), side: toIncluded ? 1 : 0 };
}

function compareEnds(a: Cut, b: Cut): number {
  if (typeof a === 'string' || typeof b === 'string') return rank(a) - rank(b);
  return a.at.compare(b.at) || a.side - b.side;
}

function rank(cut: Cut): number {
  return cut === 'lowest' ? -1 : cut === 'highest' ? 1 : 0;
}
