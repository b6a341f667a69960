import { clausesOf, marker, quoted, unquoted, withoutMarker } from '../clauses.ts';
import { fractionOf, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Checklist } from './checklist.ts';
import { ALLOWED } from './words.ts';

const ITEM = /^([\s\S]*?)\s*[（(]\s*(-?[\d.]+)\s*分\s*[）)]$/;

/** `①制度健全（2分）；②执行有效（1分）` */
export function printParameters({ items }: Checklist): string {
  return items.map(({ text, points }, index) => `${marker(index)}${quoted(text)}（${points}分）`).join('；');
}

export function parseParameters(text: string): Parsed<Checklist> {
  const items: Checklist['items'] = [];
  for (const clause of clausesOf(text)) {
    const [, words, points = ''] = ITEM.exec(withoutMarker(clause)) ?? [];
    if (words === undefined || fractionOf(`${points}%`) === undefined) return notAllowed(clause, ALLOWED);
    items.push({ text: unquoted(words), points: shortest(points) });
  }
  return items.length === 0 ? notAllowed(text, ALLOWED) : parsed({ kind: 'checklist', items });
}
