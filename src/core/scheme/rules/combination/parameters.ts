import { sameLabel } from '../../../workbook/labels.ts';
import { clausesOf, quoted, unquoted } from '../clauses.ts';
import { MEASURED, measuredKind, type MeasuredRule } from '../measured-rules.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { Combination } from './combination.ts';
import { ALLOWED, MODE_WORDS, OWN_VALUE } from './words.ts';

const MODES = Object.entries(MODE_WORDS) as [Combination['mode'], string][];

/** `任一满分：〔本指标；分档；9%(含)以下得20分；9%以上得0分〕〔结转结余变动率；分档；…〕` */
export function printParameters({ mode, parts }: Combination): string {
  const list = parts.map(({ of, rule }) => {
    const kind = measuredKind(rule);
    const value = of === '' ? OWN_VALUE : of === OWN_VALUE ? `「${of}」` : quoted(of);
    return `〔${value}；${kind.name}；${kind.printParameters(rule)}〕`;
  });
  return `${MODE_WORDS[mode]}：${list.join('')}`;
}

export function parseParameters(text: string): Parsed<Combination> {
  const mode = MODES.find(([, word]) => text.trim().startsWith(word));
  if (mode === undefined) return notAllowed(text, ALLOWED);
  const parts: Combination['parts'] = [];
  for (const part of bracketed(text)) {
    const [of = '', name = '', ...rest] = clausesOf(part);
    const kind = Object.values(MEASURED).find((one) => sameLabel(one.name, name));
    if (kind === undefined) return notAllowed(part, ALLOWED);
    const read: Parsed<MeasuredRule> = kind.parseParameters(rest.join('；'));
    if (read.status === 'problem') return read;
    parts.push({ of: of === OWN_VALUE ? '' : unquoted(of), rule: read.rule });
  }
  return parts.length < 2 ? notAllowed(text, ALLOWED) : parsed({ kind: 'combination', mode: mode[0], parts });
}

/** What stands in 〔〕; brackets inside 「」 are part of a name. */
function bracketed(text: string): readonly string[] {
  const parts = text.match(/〔(?:「(?:[^」]|」」)*」|[^〕「])*〕/g) ?? [];
  return parts.map((part) => part.slice(1, -1));
}
