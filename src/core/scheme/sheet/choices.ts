import { CHECKED, NOT_APPLICABLE_WORDS, PER_DIRECTION } from '../../texts/scheme-sheet-texts.ts';
import type { Indicator } from '../scheme.ts';

/*
 * What the cells of a choice may hold, and what each word means. An empty cell means the first.
 */

export const CHECKED_WORDS: ReadonlyMap<string, boolean> = new Map([
  [CHECKED.no, false],
  [CHECKED.yes, true],
]);

export const DIRECTION_WORDS: ReadonlyMap<string, boolean> = new Map([
  [PER_DIRECTION.no, false],
  [PER_DIRECTION.yes, true],
]);

export const NOT_APPLICABLE_CHOICES: ReadonlyMap<string, Indicator['notApplicable']> = new Map(
  (Object.entries(NOT_APPLICABLE_WORDS) as [Indicator['notApplicable'], string][]).map(([choice, word]) => [
    word,
    choice,
  ]),
);

/** The word for a choice. */
export function wordOf<T>(choices: ReadonlyMap<string, T>, chosen: T): string {
  return [...choices].find(([, choice]) => choice === chosen)?.[0] ?? '';
}
