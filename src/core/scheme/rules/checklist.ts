import type { Judgement } from '../../ledger/judgement.ts';
import { NOT_APPLICABLE, YES } from '../../texts/terms.ts';
import { exact, sum, whole, type Exact } from '../../money/exact.ts';
import { formulaRef } from '../../workbook/cell-ref.ts';
import type { RuleOf } from '../scheme.ts';
import type { RuleTrace } from './rule-trace.ts';

/** One item of a checklist with what was entered for it. */
export interface CheckedItem {
  readonly text: string;
  readonly points: Exact;
  readonly judgement: Judgement | undefined;
}

/** Pairs the items with the judgements on them; a judgement's point is the item's text. */
export function checkedItems(
  rule: RuleOf<'checklist'>,
  judgements: readonly Judgement[],
  samePoint: (a: string, b: string) => boolean,
): readonly CheckedItem[] {
  return rule.items.map(({ text, points }) => ({
    text,
    points: exact(points),
    judgement: judgements.find(({ point }) => samePoint(point, text)),
  }));
}

/** The points of the items that are met or do not apply; undefined while an item has no answer. */
export function scoreChecklist(items: readonly CheckedItem[]): RuleTrace | undefined {
  if (items.some(({ judgement }) => judgement?.answer === undefined)) return undefined;
  const counted = items.map(({ judgement, points }) => (judgement?.answer?.kind === 'not-met' ? whole(0) : points));
  return { points: sum(counted), substitution: counted.map((points) => points.toString()).join(' + ') };
}

/** The items that cost points. */
export function unmetItems(items: readonly CheckedItem[]): readonly CheckedItem[] {
  return items.filter(({ judgement }) => judgement?.answer?.kind === 'not-met');
}

/**
 * The same as a spreadsheet expression over the answers' cells, with the test that none is empty. Undefined when an item has no
 * cell, or an answer is worded otherwise than the form offers, which the formula would not understand.
 */
export function checklistFormula(items: readonly CheckedItem[]): { test: string; expression: string } | undefined {
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
