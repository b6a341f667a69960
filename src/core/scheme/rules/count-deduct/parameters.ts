import { clausesOf, quoted, unquoted } from '../clauses.ts';
import { fractionOf, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { CountDeduct } from './count-deduct.ts';
import { ALLOWED } from './words.ts';

const COUNT = /^([\s\S]*?)\s*每(?:发生|出现)?\s*(?:1|１|一)?\s*[次项例个]\s*扣\s*(-?[\d.]+)\s*分(?:[，,]\s*扣完为止)?$/;

/** `专项资金下达延误每发生1次扣0.5分` */
export function printParameters({ each, of }: CountDeduct): string {
  return `${quoted(of)}每发生1次扣${each}分`;
}

export function parseParameters(text: string): Parsed<CountDeduct> {
  const clauses = clausesOf(text);
  const [, of, each = ''] = COUNT.exec(clauses[0] ?? '') ?? [];
  if (of === undefined || fractionOf(`${each}%`) === undefined || clauses.length > 1) {
    return notAllowed(clauses[1] ?? text, ALLOWED);
  }
  return parsed({ kind: 'count-deduct', each: shortest(each), of: unquoted(of) });
}
