import { z } from 'zod';
import { plainLabel } from '../workbook/labels.ts';

/** What a person can be asked about. */
export const QUESTIONS = ['表式', '列', '行', '单位', '月份', '单位关系'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The meaning that leaves something out. */
export const NOT_USED = '不采用';

/**
 * What a person decided where the tool was not sure. It goes by the words of the form, never by addresses, so that it holds for next
 * year's file.
 */
export interface Answer {
  readonly about: Question;
  /** The words that the question is about: a column's header, a row's label, a table's title. Years in it do not matter. */
  readonly label: string;
  /** Only for this form, when given. */
  readonly form?: string | undefined;
  /** What it means: for columns and rows the parts of a key such as `一般公共预算.决算数`, or `不采用`; a form's name; a unit; `累计` or `当月`. */
  readonly means: string;
}

export interface Mapping {
  readonly version: 1;
  readonly answers: readonly Answer[];
}

export const mappingSchema = z.object({
  version: z.literal(1),
  answers: z.array(
    z.object({
      about: z.enum(QUESTIONS),
      label: z.string().min(1),
      form: z.string().optional(),
      means: z.string().min(1),
    }),
  ),
});

export const NO_MAPPING: Mapping = { version: 1, answers: [] };

/** Looks up what a person decided; the answer for one form goes before the answer for all. */
export class Answers {
  readonly #byLabel = new Map<string, string>();

  constructor(mapping: Mapping) {
    for (const { about, label, form, means } of mapping.answers) {
      this.#byLabel.set(keyOf(about, label, form), means);
    }
  }

  find(about: Question, label: string, form?: string): string | undefined {
    return this.#byLabel.get(keyOf(about, label, form)) ?? this.#byLabel.get(keyOf(about, label, undefined));
  }
}

/** Labels are compared without years, spaces and width. */
function keyOf(about: Question, label: string, form: string | undefined): string {
  return `${about}|${form ?? ''}|${plainLabel(label).replace(/20\d{2}年度?/g, '')}`;
}
