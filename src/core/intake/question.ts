import type { CellRef } from '../workbook/cell-ref.ts';
import { questionKey, type QuestionKind } from '../workbook/mapping.ts';

/** Something that only a person can say: what it is about, where it stands, and what could be chosen. */
export interface Question {
  readonly about: QuestionKind;
  /** The words of the form by which the answer is found again. */
  readonly label: string;
  /** The form that the answer is for; for all forms when absent. */
  readonly form?: string;
  /** What can be chosen, likely choices first. Leaving the thing out is always possible and not among them. */
  readonly alternatives: readonly string[];
  readonly cells: readonly CellRef[];
}

/** A question with what was chosen; open when nothing was. */
export interface AskedQuestion extends Question {
  readonly chosen: string | undefined;
}

/** What became of a question. */
export type Decision<T> =
  /** Nothing usable was chosen: whoever asks reports what is unclear. */
  { readonly kind: 'open' } | { readonly kind: 'left-out' } | { readonly kind: 'chosen'; readonly means: T };

/** Each question once, with all the places that ask it. */
export function distinctQuestions(questions: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const byKey = new Map<string, AskedQuestion>();
  for (const question of questions) {
    const key = questionKey(question);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? question : { ...known, cells: [...known.cells, ...question.cells] });
  }
  return [...byKey.values()];
}
