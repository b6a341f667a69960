import { CATEGORIES, OTHER_CATEGORIES } from '../ledger/keys.ts';
import { AMOUNT_UNITS } from '../money/amount.ts';
import { PAYMENT_STATES, QUOTA_CHOICES } from '../texts/intake-texts.ts';
import { MODE_NAMES } from '../texts/ledger-texts.ts';
import { MAPPING_CHOICES, MAPPING_FAULTS, MAPPING_FIELDS, MAPPING_NOTE } from '../texts/mapping-texts.ts';
import { LIST_SEPARATOR, TOTAL } from '../texts/terms.ts';
import { showCells } from '../workbook/cell-ref.ts';
import {
  NOT_USED,
  QUESTION_KINDS,
  questionKey,
  type Answer,
  type Mapping,
  type QuestionKind,
} from '../workbook/mapping.ts';
import { aspectsChosen } from './amount-questions.ts';
import { QUOTA_TYPES } from './fund-words.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import type { AskedQuestion } from './question.ts';
import { PROJECT_HEADERS } from './vocabulary.ts';

/** The largest mapping file, in characters: thousands of questions fit. */
export const MAX_MAPPING_TEXT = 1_000_000;
const MAX_QUESTIONS = 10_000;
const MAX_TEXT = 1000;
/** How many places a question names; more would hide the question. */
const MAX_PLACES = 20;

const F = MAPPING_FIELDS;
const FILE_KEYS: readonly string[] = [F.note, F.version, F.questions];
const QUESTION_KEYS: readonly string[] = [F.about, F.label, F.form, F.place, F.alternatives, F.choice];

/** A mapping file as read: what was chosen, or every mistake as a line for people. */
export type MappingReading =
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * The text of a mapping file: the questions of a workbook with what was chosen, then the answers that were given before and that
 * this workbook does not ask for.
 */
export function mappingFileText(questions: readonly AskedQuestion[], given: Mapping): string {
  const asked = new Set(questions.map(questionKey));
  const entries = [
    ...questions.map(({ about, label, form, alternatives, cells, chosen }) => ({
      [F.about]: about,
      [F.label]: label,
      ...(form === undefined ? {} : { [F.form]: form }),
      [F.place]: showCells(cells.slice(0, MAX_PLACES)),
      [F.alternatives]: [...alternatives, NOT_USED],
      [F.choice]: chosen ?? null,
    })),
    ...given.answers
      .filter((answer) => !asked.has(questionKey(answer)))
      .map(({ about, label, form, means }) => ({
        [F.about]: about,
        [F.label]: label,
        ...(form === undefined ? {} : { [F.form]: form }),
        [F.choice]: means,
      })),
  ];
  return `${JSON.stringify({ [F.note]: MAPPING_NOTE, [F.version]: 1, [F.questions]: entries }, null, 2)}\n`;
}

/** Reads the text of a mapping file. Never throws; a file with any mistake gives nothing but its mistakes. */
export function readMappingFile(text: string): MappingReading {
  const problems: string[] = [];
  const answers = new Map<string, { readonly answer: Answer; readonly place: string }>();
  for (const [index, entry] of entriesOf(text, problems).entries()) {
    const place = MAPPING_FAULTS.place(index + 1);
    const answer = answerOf(entry, place, problems);
    if (answer === undefined) continue;
    const key = questionKey(answer);
    const known = answers.get(key);
    if (known !== undefined && known.answer.means !== answer.means) {
      problems.push(MAPPING_FAULTS.twice(place, known.place));
    }
    answers.set(key, { answer, place });
  }
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'mapping', mapping: { answers: [...answers.values()].map(({ answer }) => answer) } };
}

function entriesOf(text: string, problems: string[]): readonly unknown[] {
  if (text.length > MAX_MAPPING_TEXT) {
    problems.push(MAPPING_FAULTS.tooLarge('1MB'));
    return [];
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    problems.push(MAPPING_FAULTS.notJson);
    return [];
  }
  if (!isRecord(data)) {
    problems.push(MAPPING_FAULTS.notObject(FILE_KEYS));
    return [];
  }
  reportUnknownKeys(data, FILE_KEYS, '', problems);
  if (data[F.version] !== 1) problems.push(MAPPING_FAULTS.version(shown(data[F.version])));
  const entries = data[F.questions];
  if (!Array.isArray(entries)) {
    problems.push(MAPPING_FAULTS.notList);
    return [];
  }
  if (entries.length > MAX_QUESTIONS) {
    problems.push(MAPPING_FAULTS.tooMany(String(MAX_QUESTIONS)));
    return [];
  }
  return entries as readonly unknown[];
}

/** What an entry says; undefined when it is still open or wrong. */
function answerOf(entry: unknown, place: string, problems: string[]): Answer | undefined {
  if (!isRecord(entry)) {
    problems.push(`${place}：${MAPPING_FAULTS.notObject(QUESTION_KEYS)}`);
    return undefined;
  }
  const before = problems.length;
  reportUnknownKeys(entry, QUESTION_KEYS, place, problems);
  const about = QUESTION_KINDS.find((kind) => kind === entry[F.about]);
  if (about === undefined) problems.push(MAPPING_FAULTS.about(place, shown(entry[F.about]), QUESTION_KINDS));
  const label = textOf(entry, F.label, place, problems);
  const form = entry[F.form] === undefined ? undefined : textOf(entry, F.form, place, problems);
  const choice = entry[F.choice] === null ? undefined : textOf(entry, F.choice, place, problems);
  if (about === undefined || label === undefined || choice === undefined || problems.length > before) return undefined;
  const listed = wordsOf(entry[F.alternatives]);
  const allowed = ALLOWED[about];
  if (choice !== NOT_USED && !allowed.accepts(choice)) {
    problems.push(MAPPING_FAULTS.choice(place, cut(choice), listed.length > 0 ? listed : allowed.words));
    return undefined;
  }
  return { about, label, ...(form === undefined ? {} : { form }), means: choice };
}

interface Allowed {
  readonly accepts: (choice: string) => boolean;
  /** The same for people. */
  readonly words: string;
}

function oneOf(words: readonly string[]): Allowed {
  return { accepts: (choice) => words.includes(choice), words: words.join(LIST_SEPARATOR) };
}

const A_ROW: readonly string[] = [
  TOTAL,
  ...CATEGORIES,
  ...OTHER_CATEGORIES,
  ...PROJECT_HEADERS,
  ...PAYMENT_STATES,
  ...QUOTA_TYPES,
];
const A_COLUMN: readonly string[] = QUOTA_CHOICES;

/** What can be chosen for each kind of question; what of it fits a question is known when it is asked. */
const ALLOWED: Readonly<Record<QuestionKind, Allowed>> = {
  表式: oneOf(LAYOUTS.map(({ name }) => name)),
  列: {
    accepts: (choice) => A_COLUMN.includes(choice) || aspectsChosen(choice) !== undefined,
    words: MAPPING_CHOICES.key,
  },
  行: {
    accepts: (choice) => A_ROW.includes(choice) || aspectsChosen(choice) !== undefined,
    words: MAPPING_CHOICES.row,
  },
  单位: oneOf(AMOUNT_UNITS),
  月份: oneOf(Object.values(MODE_NAMES)),
  单位关系: { accepts: () => true, words: MAPPING_CHOICES.offices },
};

function reportUnknownKeys(
  data: Readonly<Record<string, unknown>>,
  known: readonly string[],
  place: string,
  problems: string[],
): void {
  const unknown = Object.keys(data).filter((key) => !known.includes(key));
  if (unknown.length > 0) problems.push(MAPPING_FAULTS.unknownKeys(place, unknown.map(cut), known));
}

function textOf(
  data: Readonly<Record<string, unknown>>,
  field: string,
  place: string,
  problems: string[],
): string | undefined {
  const value = data[field];
  if (typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT) return value;
  problems.push(MAPPING_FAULTS.text(place, field, shown(value)));
  return undefined;
}

/** The alternatives that an entry lists, for people. */
function wordsOf(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value
    .flatMap((one) => (typeof one === 'string' ? [cut(one)] : []))
    .slice(0, 50)
    .join(LIST_SEPARATOR);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? MAPPING_FAULTS.nothing : cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
