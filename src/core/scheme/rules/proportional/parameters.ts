import { clausesOf, plainClause } from '../clauses.ts';
import { fractionOf, percentText } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Proportional } from './proportional.ts';
import { ALLOWED, PARAMETER_WORDS } from './words.ts';

const FIELDS = Object.entries(PARAMETER_WORDS) as [keyof typeof PARAMETER_WORDS, string][];

/** `目标100%；上限100%；下限0%` */
export function printParameters(rule: Proportional): string {
  return FIELDS.map(([field, word]) => `${word}${percentText(rule[field])}`).join('；');
}

export function parseParameters(text: string): Parsed<Proportional> {
  const rule: Proportional = { kind: 'proportional', target: '1', cap: '1', floor: '0' };
  for (const clause of clausesOf(text)) {
    const plain = plainClause(clause).replace(/[:=]/, '');
    const found = FIELDS.find(([, word]) => plain.startsWith(word));
    const value = found && fractionOf(plain.slice(found[1].length));
    if (found === undefined || value === undefined) return notAllowed(clause, ALLOWED);
    rule[found[0]] = value;
  }
  return Number(rule.target) === 0 ? notAllowed(text, ALLOWED) : parsed(rule);
}
