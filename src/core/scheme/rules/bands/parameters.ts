import { clausesOf, plainClause } from '../clauses.ts';
import { fractionOf, percentText, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Band, Bands } from './bands.ts';
import { ALLOWED } from './words.ts';

const NUMBER = '-?[\\d.]+';
const END = `(${NUMBER}%)(\\(含\\))?`;
/** The range of a band, by how it is written. The dash between two ends is any of those that people type. */
const RANGES: readonly { readonly pattern: RegExp; readonly ends: readonly ('from' | 'to' | 'both')[] }[] = [
  { pattern: new RegExp(`^${END}[-–—~至]${END}$`), ends: ['from', 'to'] },
  { pattern: new RegExp(`^${END}以上$`), ends: ['from'] },
  { pattern: new RegExp(`^${END}以下$`), ends: ['to'] },
  { pattern: new RegExp(`^=(${NUMBER}%)()$`), ends: ['both'] },
];
const ANY = '其他';

/** `90%(含)以上得5分；80%(含)–90%得4分；=0%得3分；其他得0分` */
export function printParameters({ bands }: Bands): string {
  return bands.map((band) => `${printRange(band)}得${band.points}分`).join('；');
}

function printRange({ from, fromIncluded, to, toIncluded }: Band): string {
  const end = (at: string, included: boolean): string => `${percentText(at)}${included ? '(含)' : ''}`;
  if (from !== undefined && to !== undefined) {
    return from === to && fromIncluded && toIncluded
      ? `=${percentText(from)}`
      : `${end(from, fromIncluded)}–${end(to, toIncluded)}`;
  }
  if (from !== undefined) return `${end(from, fromIncluded)}以上`;
  return to === undefined ? ANY : `${end(to, toIncluded)}以下`;
}

export function parseParameters(text: string): Parsed<Bands> {
  const bands: Band[] = [];
  for (const clause of clausesOf(text)) {
    const [, range = '', points = ''] = new RegExp(`^(.+?)得(${NUMBER})分$`).exec(plainClause(clause)) ?? [];
    const band = fractionOf(`${points}%`) === undefined ? undefined : bandOf(range, shortest(points));
    if (band === undefined) return notAllowed(clause, ALLOWED);
    bands.push(band);
  }
  return bands.length === 0 ? notAllowed(text, ALLOWED) : parsed({ kind: 'bands', bands });
}

function bandOf(range: string, points: string): Band | undefined {
  const open = { fromIncluded: true, toIncluded: false, points };
  if (range === ANY) return open;
  for (const { pattern, ends } of RANGES) {
    const match = pattern.exec(range);
    if (match === null) continue;
    const at = (end: number): string | undefined => fractionOf(match[1 + 2 * end] ?? '');
    const included = (end: number): boolean => match[2 + 2 * end] !== undefined;
    const [first, second] = [at(0), at(1)];
    if (first === undefined || (ends.length === 2 && second === undefined)) return undefined;
    switch (ends[0]) {
      case 'both':
        return { ...open, from: first, to: first, toIncluded: true };
      case 'to':
        return { ...open, to: first, toIncluded: included(0) };
      default:
        return second === undefined
          ? { ...open, from: first, fromIncluded: included(0) }
          : { from: first, fromIncluded: included(0), to: second, toIncluded: included(1), points };
    }
  }
  return undefined;
}
