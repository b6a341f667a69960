import { z } from 'zod';
import type { Judgement } from '../../../ledger/judgement.ts';
import type { Trace } from '../../../ledger/trace.ts';
import { exact, sum, whole, type Exact } from '../../../money/exact.ts';
import { NOT_APPLICABLE, YES } from '../../../texts/terms.ts';
import { formulaRef } from '../../../workbook/cell-ref.ts';
import { sameLabel } from '../../../workbook/labels.ts';
import { decimal } from '../decimal.ts';
import type { AnswerFormula, Judged, JudgedKind } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { NAME, WORDS } from './words.ts';

export const checklistSchema = z.object({
  kind: z.literal('checklist'),
  items: z.array(z.object({ text: z.string(), points: decimal })),
});

export type Checklist = z.infer<typeof checklistSchema>;

/** The points of the items that are met or do not apply; missing while an item has no answer. */
export const checklist: JudgedKind<Checklist> = {
  name: NAME,
  asks: 'people',
  explain: WORDS.rule,
  points: ({ items }) => items.map((item) => ({ ...item, asks: 'answer' })),
  evaluate,
  printParameters,
  parseParameters,
};

/** One item with what was entered for it; a judgement's point is the item's text. */
interface CheckedItem {
  readonly text: string;
  readonly points: Exact;
  readonly judgement: Judgement | undefined;
}

function evaluate(rule: Checklist, _weight: Exact, answers: readonly Judgement[]): Judged {
  const items = rule.items.map(({ text, points }): CheckedItem => {
    return { text, points: exact(points), judgement: answers.find(({ point }) => sameLabel(point, text)) };
  });
  const missing = items.filter(({ judgement }) => judgement?.answer === undefined).map(({ text }) => text);
  const unmet = items.filter(isUnmet).map(({ text }) => text);
  const counted = items.map((item) => (isUnmet(item) ? whole(0) : item.points));
  const complete = missing.length === 0;
  return {
    status: complete ? 'scored' : 'missing',
    points: complete ? sum(counted) : undefined,
    missing,
    reason: unmet.length === 0 ? '' : WORDS.reason(unmet),
    cells: items.flatMap(({ judgement }) => (judgement === undefined ? [] : [judgement.cell])),
    formula: toFormula(items),
    substitution: complete ? counted.map((points) => points.toString()).join(' + ') : '',
    inputs: items.map(itemTrace),
  };
}

function isUnmet({ judgement }: CheckedItem): boolean {
  return judgement?.answer?.kind === 'not-met';
}

function itemTrace({ text, judgement }: CheckedItem): Trace {
  const kind = judgement?.answer?.kind;
  const result =
    kind === 'met' || kind === 'not-met' || kind === 'not-applicable' ? WORDS.answer[kind] : WORDS.noAnswer;
  return { label: text, rule: '', substitution: '', result, cells: judgement ? [judgement.cell] : [], inputs: [] };
}

/** Undefined when an item has no cell, or an answer is worded otherwise than the form offers, which a formula would not understand. */
function toFormula(items: readonly CheckedItem[]): AnswerFormula | undefined {
  const refs: string[] = [];
  const terms: string[] = [];
  for (const { judgement, points } of items) {
    if (!judgement?.plainAnswer) return undefined;
    const ref = formulaRef(judgement.cell);
    refs.push(`${ref}<>""`);
    terms.push(`((${ref}="${YES}")+(${ref}="${NOT_APPLICABLE}"))*${points.toString()}`);
  }
  return { test: refs.length === 1 ? (refs[0] ?? '') : `AND(${refs.join(',')})`, expression: terms.join('+') };
}
