import { plainLabel } from './labels.ts';

/** What a person can be asked about a workbook. */
export const QUESTION_KINDS = ['表式', '列', '行', '单位', '月份', '单位关系'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The choice that leaves something out. */
export const NOT_USED = '不采用';

/**
 * What a person decided where the tool was not sure. It goes by the words of the form, never by addresses, so that it holds when
 * rows and columns move and for next year's file.
 */
export interface Answer {
  readonly about: QuestionKind;
  /** The words that the question is about: a column's header, a row's label, a table's title. Years in it do not matter. */
  readonly label: string;
  /** Only for tables of this form, when given. */
  readonly form?: string;
  /** What was chosen: for columns and rows the parts of a key such as `一般公共预算.决算数`; a form's name; a unit; or `不采用`. */
  readonly means: string;
}

/** Everything that people decided about a workbook. */
export interface Mapping {
  readonly answers: readonly Answer[];
}

export const NO_MAPPING: Mapping = { answers: [] };

/** One string per question: labels are compared without years, spaces and width. */
export function questionKey({ about, label, form }: Omit<Answer, 'means'>): string {
  return `${about}|${form ?? ''}|${plainLabel(label).replace(/(19|20)\d{2}(年度?|-(?=\d))?/g, '')}`;
}

/** Both mappings in one; where both answer a question, the later one does. */
export function joinedMappings(earlier: Mapping, later: Mapping): Mapping {
  const answers = new Map<string, Answer>();
  for (const answer of [...earlier.answers, ...later.answers]) answers.set(questionKey(answer), answer);
  return { answers: [...answers.values()] };
}

/** True when both mappings answer every question alike. */
export function sameMappings(a: Mapping, b: Mapping): boolean {
  const shown = ({ answers }: Mapping): string =>
    answers
      .map((answer) => `${questionKey(answer)}=${answer.means}`)
      .sort()
      .join('\n');
  return shown(a) === shown(b);
}
