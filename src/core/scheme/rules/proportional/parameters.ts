import { clausesOf, plainClause } from '../clauses.ts';
import { fractionOf, percentText } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Proportional } from './proportional.ts';
import { ALLOWED, LOWER_IS_BETTER, PARAMETER_WORDS } from './words.ts';

const FIELDS = Object.entries(PARAMETER_WORDS) as [keyof typeof PARAMETER_WORDS, string][];

/** `目标100%；上限100%；下限0%`, and `越低越好` where low is good. */
export function printParameters(rule: Proportional): string {
  const ends = FIELDS.map(([field, word]) => `${word}${percentText(rule[field])}`);
  return [...ends, ...(rule.lowerIsBetter ? [LOWER_IS_BETTER] : [])].join('；');
}

export function parseParameters(text: string): Parsed<Proportional> {
  const rule: Proportional = { kind: 'proportional', target: '1', cap: '1', floor: '0' };
  for (const clause of clausesOf(text)) {
    const plain = plainClause(clause).replace(/[:=]/, '');
    if (plain === LOWER_IS_BETTER) {
      rule.lowerIsBetter = true;
      continue;
    }
    const found = FIELDS.find(([, word]) => plain.startsWith(word));
    const value = found && fractionOf(plain.slice(found[1].length));
    if (found === undefined || value === undefined) return notAllowed(clause, ALLOWED);
    rule[found[0]] = value;
  }
  return parsed(rule);
}
