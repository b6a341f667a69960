import { editDistance } from '../workbook/edit-distance.ts';
import type { Aspects } from './aspects.ts';
import { aspectsOf } from './header-words.ts';

/** In shorter words one letter makes another word: 年初 and 年末. */
const SHORTEST = 4;

/**
 * True when a label is one slip of the keyboard away from a word that says something: a letter too many, one missing, a wrong one, or
 * two in the wrong order. Such a label is asked about even where one of its parts says that nobody needs it.
 */
export function isMistyped(label: string, words: ReadonlyMap<string, Aspects>): boolean {
  if (aspectsOf(label, words) !== undefined) return false;
  const letters = Array.from(label.replace(/\([^()]*\)$/, ''));
  for (const [word, aspects] of words) {
    if (word.length < SHORTEST || Math.abs(word.length - letters.length) > 1) continue;
    if (Object.keys(aspects).length === 0) continue;
    const known = Array.from(word);
    if (editDistance(letters, known) === 1 || isTransposed(letters, known)) return true;
  }
  return false;
}

function isTransposed(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((letter, index) => letter !== b[index]);
  return (
    a.length === b.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2).join() === b.slice(at + 2).join()
  );
}
