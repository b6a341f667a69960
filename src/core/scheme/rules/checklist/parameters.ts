import { clausesOf, marker, quoted, unquoted, withoutMarker } from '../clauses.ts';
import { fractionOf, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Checklist } from './checklist.ts';
import { ALLOWED, DEDUCTS } from './words.ts';

const ITEM = /^([\s\S]*?)\s*[（(]\s*(扣?)\s*(-?[\d.]+)\s*分\s*[）)]$/;

/** `①制度健全（2分）；②执行有效（1分）`; where what is not met costs points, `（扣2分）` */
export function printParameters({ items, counts }: Checklist): string {
  const sign = counts === 'down' ? DEDUCTS : '';
  return items.map(({ text, points }, at) => `${marker(at)}${quoted(text)}（${sign}${points}分）`).join('；');
}

export function parseParameters(text: string): Parsed<Checklist> {
  const items: Checklist['items'] = [];
  const signs = new Set<string>();
  for (const clause of clausesOf(text)) {
    const [, words, sign = '', points = ''] = ITEM.exec(withoutMarker(clause)) ?? [];
    if (words === undefined || fractionOf(`${points}%`) === undefined) return notAllowed(clause, ALLOWED);
    signs.add(sign);
    if (signs.size > 1) return notAllowed(clause, ALLOWED);
    items.push({ text: unquoted(words), points: shortest(points) });
  }
  return items.length === 0
    ? notAllowed(text, ALLOWED)
    : parsed(signs.has(DEDUCTS) ? { kind: 'checklist', items, counts: 'down' } : { kind: 'checklist', items });
}
