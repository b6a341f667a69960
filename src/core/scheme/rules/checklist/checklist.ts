import { z } from 'zod';
import { words } from '../../text.ts';
import type { Judgement } from '../../../ledger/judgement.ts';
import type { Trace } from '../../../ledger/trace.ts';
import { exact, maximum, sum, whole, type Exact } from '../../../money/exact.ts';
import { NO, NOT_APPLICABLE, YES } from '../../../texts/terms.ts';
import { formulaRef } from '../../../workbook/cell-ref.ts';
import { sameLabel } from '../../../workbook/labels.ts';
import { decimal } from '../decimal.ts';
import type { AnswerFormula, Judged, JudgedKind, RuleTrace } from '../rule-kind.ts';
import { parseParameters, printParameters } from './parameters.ts';
import { ALLOWED, FAULTS, NAME, WORDS } from './words.ts';

export const checklistSchema = z
  .object({
    kind: z.literal('checklist'),
    items: z.array(z.object({ text: words, points: decimal })).min(1),
    /** Whether each item that is met earns its points, or each that is not costs them, down to 0. */
    counts: z.literal('down').optional(),
  })
  .refine(({ items }) => items.every(({ points }) => Number(points) >= 0), { error: FAULTS.negative })
  .refine(({ items }) => items.every(({ text }, at) => !items.slice(0, at).some((one) => sameLabel(one.text, text))), {
    error: FAULTS.twice,
  });

export type Checklist = z.infer<typeof checklistSchema>;

/**
 * The points of the items that are met or do not apply, or full marks less the points of those that are not; missing while an
 * item has no answer.
 */
export const checklist: JudgedKind<Checklist> = {
  name: NAME,
  allowed: ALLOWED,
  namesPoints: () => true,
  most: ({ items, counts }) => (counts === 'down' ? undefined : sum(items.map(({ points }) => exact(points)))),
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

function evaluate(rule: Checklist, weight: Exact, answers: readonly Judgement[]): Judged {
  const items = rule.items.map(({ text, points }): CheckedItem => {
    return { text, points: exact(points), judgement: answers.find(({ point }) => sameLabel(point, text)) };
  });
  const missing = items.filter(({ judgement }) => judgement?.answer === undefined).map(({ text }) => text);
  const unmet = items.filter(isUnmet).map(({ text }) => text);
  const { points, substitution } = rule.counts === 'down' ? countedDown(items, weight) : countedUp(items);
  const complete = missing.length === 0;
  return {
    status: complete ? 'scored' : 'missing',
    points: complete ? points : undefined,
    missing,
    reason: unmet.length === 0 ? '' : WORDS.reason(unmet),
    cells: items.flatMap(({ judgement }) => (judgement === undefined ? [] : [judgement.cell])),
    formula: toFormula(rule, weight, items),
    substitution: complete ? substitution : '',
    inputs: items.map(itemTrace),
  };
}

function countedUp(items: readonly CheckedItem[]): RuleTrace {
  const counted = items.map((item) => (isUnmet(item) ? whole(0) : item.points));
  return { points: sum(counted), substitution: counted.map((points) => points.toString()).join(' + ') };
}

function countedDown(items: readonly CheckedItem[], weight: Exact): RuleTrace {
  const lost = items.filter(isUnmet).map(({ points }) => points);
  return {
    points: maximum(whole(0), weight.sub(sum(lost))),
    substitution: [weight, ...lost].map((points) => points.toString()).join(' − '),
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
function toFormula(rule: Checklist, weight: Exact, items: readonly CheckedItem[]): AnswerFormula | undefined {
  const down = rule.counts === 'down';
  const refs: string[] = [];
  const terms: string[] = [];
  for (const { judgement, points } of items) {
    if (!judgement?.plainAnswer) return undefined;
    const ref = formulaRef(judgement.cell);
    refs.push(`${ref}<>""`);
    const counted = down ? `(${ref}="${NO}")` : `((${ref}="${YES}")+(${ref}="${NOT_APPLICABLE}"))`;
    terms.push(`${counted}*${points.toString()}`);
  }
  return {
    test: refs.length === 1 ? (refs[0] ?? '') : `AND(${refs.join(',')})`,
    expression: down ? `MAX(0,${weight.toString()}-${terms.join('-')})` : terms.join('+'),
  };
}
