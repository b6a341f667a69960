import { clausesOf, quoted, unquoted } from '../clauses.ts';
import { fractionOf, percentText } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Graded } from './graded.ts';
import { ALLOWED } from './words.ts';

const GRADE = /^([\s\S]*?)\s*[:：]?\s*(-?[\d.]+[%％])(?:[（(]含[）)])?以上$/;

/** `优80%以上；良60%以上；差0%以上` */
export function printParameters({ bands }: Graded): string {
  return bands.map(({ name, from }) => `${quoted(name)}${percentText(from)}以上`).join('；');
}

export function parseParameters(text: string): Parsed<Graded> {
  const bands: Graded['bands'] = [];
  for (const clause of clausesOf(text)) {
    const [, name, percent = ''] = GRADE.exec(clause) ?? [];
    const from = fractionOf(percent);
    if (name === undefined || from === undefined) return notAllowed(clause, ALLOWED);
    bands.push({ name: unquoted(name), from });
  }
  return bands.length === 0 ? notAllowed(text, ALLOWED) : parsed({ kind: 'graded', bands });
}
