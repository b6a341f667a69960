import { trimmed, exact, type Exact } from '../../money/exact.ts';

/** One word of a formula as it was typed. */
export type Word =
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: Exact }
  | { readonly kind: 'function'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string };

const SAME_SYMBOL: Readonly<Record<string, string>> = {
  '×': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '＋': '+',
  '－': '-',
  '−': '-',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '％': '%',
};
const BREAK = /[-+*/(),%\s「」]/;
/** A bracketed part inside a name, as in 因公出国(境)费: more of the name must follow it. */
const INNER_BRACKET = /^\([^-+*/(),%\s「」]+\)(?=[^-+*/(),%\s「」])/;

/**
 * The words of a formula. Keys are what stands between operators; one that holds an operator itself, or a space, stands in 「」.
 * Full-width signs mean the same as plain ones.
 */
export function wordsOf(formula: string): readonly Word[] {
  const plain = Array.from(formula, (character) => SAME_SYMBOL[character] ?? character).join('');
  const words: Word[] = [];
  let at = 0;
  while (at < plain.length) {
    const rest = plain.slice(at);
    const quoted = /^「([^」]+)」/.exec(rest);
    const number = /^\d+(?:\.\d+)?%?(?=[-+*/(),\s]|$)/.exec(rest)?.[0];
    if (quoted?.[1] !== undefined) {
      // Inside 「」 a name stands as it was typed.
      words.push({ kind: 'key', text: formula.slice(at + 1, at + 1 + quoted[1].length).trim() });
      at += quoted[0].length;
    } else if (number !== undefined) {
      words.push({ kind: 'number', ...readNumber(number) });
      at += number.length;
    } else if (BREAK.test(rest.charAt(0))) {
      if (rest.charAt(0).trim() !== '') words.push({ kind: 'symbol', text: rest.charAt(0) });
      at += 1;
    } else {
      const text = nameAt(rest);
      const isFunction = /^\s*\(/.test(rest.slice(text.length));
      words.push({ kind: isFunction ? 'function' : 'key', text });
      at += text.length;
    }
  }
  return words;
}

function nameAt(rest: string): string {
  let end = 0;
  while (end < rest.length) {
    const bracket = end > 0 ? INNER_BRACKET.exec(rest.slice(end))?.[0] : undefined;
    if (bracket !== undefined) end += bracket.length;
    else if (BREAK.test(rest.charAt(end))) break;
    else end += 1;
  }
  return rest.slice(0, end);
}

function readNumber(text: string): { text: string; number: Exact } {
  if (!text.endsWith('%')) return { text, number: exact(text) };
  const number = exact(text.slice(0, -1)).div(100);
  return { text: trimmed(number, 20), number };
}
