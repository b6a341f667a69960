import { questionKey, type Answer, type Mapping, type QuestionKind } from '../workbook/mapping.ts';

/** Looks up what a person decided; the answer for one form goes before the answer for all. */
export class Answers {
  readonly #byQuestion: ReadonlyMap<string, Answer>;

  constructor(mapping: Mapping) {
    this.#byQuestion = new Map(mapping.answers.map((answer) => [questionKey(answer), answer]));
  }

  find(about: QuestionKind, label: string, form?: string): string | undefined {
    const forThisForm = form === undefined ? undefined : this.#byQuestion.get(questionKey({ about, label, form }));
    return (forThisForm ?? this.#byQuestion.get(questionKey({ about, label })))?.means;
  }
}
