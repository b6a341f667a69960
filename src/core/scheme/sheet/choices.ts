import { CHECKED, EACH_WORDS, NOT_APPLICABLE_WORDS } from '../../texts/scheme-sheet-texts.ts';
import type { Indicator } from '../scheme.ts';

/*
 * What the cells of a choice may hold, and what each word means. An empty cell means the first.
 */

export const CHECKED_WORDS: ReadonlyMap<string, boolean> = new Map([
  [CHECKED.no, false],
  [CHECKED.yes, true],
]);

/** What stands under the header 是否核对. */
export const CHECKED_ALIASES: ReadonlyMap<string, boolean> = new Map([
  ['否', false],
  ['是', true],
]);

export const EACH_CHOICES: ReadonlyMap<string, Indicator['each']> = byWord(EACH_WORDS);

export const NOT_APPLICABLE_CHOICES: ReadonlyMap<string, Indicator['notApplicable']> = byWord(NOT_APPLICABLE_WORDS);

/** The choices by their words, in the order of the list. */
function byWord<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map((Object.entries(words) as [T, string][]).map(([choice, word]) => [word, choice]));
}

/** The word for a choice. */
export function wordOf<T>(choices: ReadonlyMap<string, T>, chosen: T): string {
  return [...choices].find(([, choice]) => choice === chosen)?.[0] ?? '';
}
