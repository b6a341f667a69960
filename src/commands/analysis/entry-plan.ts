import { exactOf, readNumber } from '../../core/money/decimal.ts';
import { exact, whole, type Exact } from '../../core/money/exact.ts';
import { ENTRY_FAULTS } from '../../core/texts/pane-texts.ts';
import type { CellRef } from '../../core/workbook/cell-ref.ts';
import type { CellContent, SheetWrites, WritePlan } from '../../core/workbook/write-plan.ts';
import type { EntryTexts, EntryView } from './entry.ts';

export type EntryPlan =
  | { readonly kind: 'plan'; readonly plan: WritePlan }
  /** What is wrong with the answer, for a person. */
  | { readonly kind: 'fault'; readonly message: string };

/**
 * The cells that a person's answer changes. A number lies between 0 and the most that the indicator gives; an empty answer takes
 * back what was answered.
 * @param most the indicator's weight as a decimal text
 */
export function planEntry(entry: EntryView, texts: EntryTexts, most: string): EntryPlan {
  const answer = contentOf(entry, texts.answer.trim(), most);
  if (answer.kind === 'fault') return answer;
  const { cells } = entry;
  const writes: [CellRef | undefined, CellContent, boolean][] = [
    [cells.answer, answer.content, texts.answer.trim() !== entry.answer],
    ...(['reason', 'evidence', 'where'] as const).map((role): [CellRef | undefined, CellContent, boolean] => [
      cells[role],
      words(texts[role].trim()),
      texts[role].trim() !== entry[role],
    ]),
  ];
  const changes = writes.flatMap(([cell, content, isNew]): SheetWrites[] =>
    cell === undefined || !isNew
      ? []
      : [{ sheet: cell.sheet, cells: [{ row: cell.row, column: cell.column, content, byPerson: true }] }],
  );
  return { kind: 'plan', plan: { changes, newSheets: [] } };
}

function words(text: string): CellContent {
  return text === '' ? { kind: 'empty' } : { kind: 'text', value: text };
}

type Content =
  { readonly kind: 'content'; readonly content: CellContent } | Extract<EntryPlan, { readonly kind: 'fault' }>;

function contentOf({ asks }: EntryView, text: string, most: string): Content {
  if (text === '') return { kind: 'content', content: { kind: 'empty' } };
  if (asks === 'answer') return { kind: 'content', content: { kind: 'text', value: text } };
  const reading = readNumber(text);
  if (reading.kind !== 'number') return { kind: 'fault', message: ENTRY_FAULTS.number(text) };
  const value = exactOf(reading.decimal);
  const message = faultOf(asks, value, most);
  if (message !== undefined) return { kind: 'fault', message };
  return { kind: 'content', content: { kind: 'number', value: value.valueOf() } };
}

function faultOf(asks: 'score' | 'deduction' | 'count', value: Exact, most: string): string | undefined {
  if (asks === 'count') {
    const isCount = value.compare(whole(0)) >= 0 && value.d === 1n;
    return isCount ? undefined : ENTRY_FAULTS.count;
  }
  const isWithin = value.compare(whole(0)) >= 0 && value.compare(exact(most)) <= 0;
  return isWithin ? undefined : ENTRY_FAULTS.range(most);
}
