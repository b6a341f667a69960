import { halfWidth } from '../money/decimal.ts';
import { editDistance } from './edit-distance.ts';

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

/** True for a word with one letter too many, too few or wrong, or with its letters in another order. */
export function isMisspelt(label: string, word: string): boolean {
  if (label === word || word.length < 3) return false;
  const [own, wanted] = [Array.from(label), Array.from(word)];
  if (Math.abs(own.length - wanted.length) > 1) return false;
  return editDistance(own, wanted) === 1 || own.toSorted().join('') === wanted.toSorted().join('');
}

/** True when two labels mean the same: equal but for spaces, width and brackets. */
export function sameLabel(a: string, b: string): boolean {
  return plainLabel(a) === plainLabel(b);
}

/** Things by their names, those of the same label together. */
export function groupedByLabel<T>(list: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const label = plainLabel(nameOf(one));
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [one]);
    else group.push(one);
  }
  return groups;
}
