import { halfWidth } from '../../money/decimal.ts';

/*
 * The text of the cell 参数 is a list of clauses with `；` between them. A text of the user's own in it stands in 「」 whenever it
 * could be taken for something else; inside, `」」` is one `」`.
 */

const CLAUSE_END = /[；;\n]/;
const OPEN = '「';
const CLOSE = '」';

/** The clauses of a text, trimmed, without empty ones; separators inside 「」 do not separate. */
export function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  let clause = '';
  let inside = false;
  for (const character of text) {
    // A doubled 」 closes and must open again, which the text between the two being empty does not show; so each one toggles.
    if (character === CLOSE || (character === OPEN && !inside)) inside = !inside;
    if (!inside && CLAUSE_END.test(character)) {
      clauses.push(clause);
      clause = '';
    } else clause += character;
  }
  return [...clauses, clause].map((one) => one.trim()).filter((one) => one !== '');
}

/** A clause without spaces and with half-width digits and signs, for matching numbers. */
export function plainClause(clause: string): string {
  return halfWidth(clause).replace(/\s+/g, '').replace(/[（]/g, '(').replace(/[）]/g, ')').replace(/[：]/g, ':');
}

/** A text of the user's own as a part of a clause; plain only where no number at either end can run into what stands beside it. */
export function quoted(text: string): string {
  return /^[\p{L}\p{N}、，。]+$/u.test(text) && !/^\p{N}|\p{N}$/u.test(text)
    ? text
    : `${OPEN}${text.replaceAll(CLOSE, `${CLOSE}${CLOSE}`)}${CLOSE}`;
}

/** The text that `quoted` printed. */
export function unquoted(text: string): string {
  const inner = new RegExp(`^${OPEN}([\\s\\S]*)${CLOSE}$`).exec(text.trim())?.[1];
  return inner === undefined ? text.trim() : inner.replaceAll(`${CLOSE}${CLOSE}`, CLOSE);
}

const MARKERS = Array.from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿');

/** ①, ② … ㊿; beyond, the number in brackets. */
export function marker(index: number): string {
  return MARKERS[index] ?? `(${String(index + 1)})`;
}

/** A clause without the marker before it. */
export function withoutMarker(clause: string): string {
  return clause.replace(/^(?:[①-⑳㉑-㉟㊱-㊿]|[（(]\d+[）)]|\d+[.、．])\s*/u, '');
}
