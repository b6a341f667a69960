import { clausesOf, plainClause } from '../clauses.ts';
import { fractionOf, percentText, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Band } from './band.ts';
import type { Bands } from './bands.ts';
import { ALLOWED } from './words.ts';

const NUMBER = '-?[\\d.]+';
const END = `(${NUMBER}%)(\\(含\\))?`;
/** The dash between two ends is any of those that people type. */
const BETWEEN = new RegExp(`^${END}[-–—~至]${END}$`);
const ONE_END = new RegExp(`^${END}以([上下])$`);
const EXACTLY = new RegExp(`^=(${NUMBER}%)$`);
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
  if (range === ANY) return { fromIncluded: true, toIncluded: false, points };
  const [, low = '', lowIncluded, high = '', highIncluded] = BETWEEN.exec(range) ?? [];
  const [from, to] = [fractionOf(low), fractionOf(high)];
  if (from !== undefined && to !== undefined) {
    return { from, fromIncluded: lowIncluded !== undefined, to, toIncluded: highIncluded !== undefined, points };
  }
  const only = fractionOf(EXACTLY.exec(range)?.[1] ?? '');
  if (only !== undefined) return { from: only, fromIncluded: true, to: only, toIncluded: true, points };
  const [, text = '', included, side] = ONE_END.exec(range) ?? [];
  const end = fractionOf(text);
  if (end === undefined) return undefined;
  return side === '上'
    ? { from: end, fromIncluded: included !== undefined, toIncluded: false, points }
    : { fromIncluded: true, to: end, toIncluded: included !== undefined, points };
}
