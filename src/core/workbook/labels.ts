import { halfWidth } from '../money/decimal.ts';

/** A label as it is compared: half-width, without any space, brackets half-width. */
export function plainLabel(text: string): string {
  return halfWidth(text)
    .replace(/[（〔【]/g, '(')
    .replace(/[）〕】]/g, ')')
    .replace(/[：]/g, ':')
    .replace(/[“”"'‘’]/g, '')
    .replace(/\s+/g, '');
}

/** A row label without what only orders or introduces it: `其中:`, `一、`, `(一)`, `1.`, a trailing colon. */
export function rowLabel(text: string): string {
  let label = plainLabel(text);
  for (;;) {
    const next = label
      .replace(/^其中:?/, '')
      .replace(/^[一二三四五六七八九十]+、/, '')
      .replace(/^\([一二三四五六七八九十\d]+\)/, '')
      .replace(/^\d+[.、](?!\d)/, '')
      .replace(/:$/, '');
    if (next === label) return label;
    label = next;
  }
}

/** A name as it was typed, without what only orders or introduces it. */
export function withoutOrdinal(text: string): string {
  return text
    .trim()
    .replace(/^其中\s*[:：]?\s*/, '')
    .replace(/^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d+[.．、](?!\d))\s*/, '');
}

/** The known names nearest to a mistyped one, best first; empty when none is near. */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const wanted = Array.from(plainLabel(name));
  return known
    .map((candidate) => ({ candidate, distance: editDistance(wanted, Array.from(plainLabel(candidate))) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** True for a word with one letter too many, too few or wrong, or with its letters in another order. */
export function isMisspelt(label: string, word: string): boolean {
  if (label === word || word.length < 3) return false;
  const [own, wanted] = [Array.from(label), Array.from(word)];
  if (Math.abs(own.length - wanted.length) > 1) return false;
  return editDistance(own, wanted) === 1 || own.toSorted().join('') === wanted.toSorted().join('');
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let previous = b.map((_, index) => index + 1);
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    let diagonal = i;
    let left = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = previous[j] ?? 0;
      const cost = a[i] === b[j] ? diagonal : 1 + Math.min(diagonal, left, above);
      row.push(cost);
      diagonal = above;
      left = cost;
    }
    previous = row;
  }
  return previous.at(-1) ?? a.length;
}

/** True when two labels mean the same: equal but for spaces, width and brackets. */
export function sameLabel(a: string, b: string): boolean {
  return plainLabel(a) === plainLabel(b);
}
