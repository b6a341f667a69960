import { sectionRange, type SectionRange } from '../../core/links/section-range.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { HostFailure } from '../ports/host-failure.ts';
import type { InsertPlace } from '../ports/live-document.ts';
import { readDocument } from '../files/docx/read-document.ts';
import { writeDocx } from '../files/docx/write-docx.ts';
import type { WordState } from './read-state.ts';

/** A report that is about to be put into a document, and what the document should look like afterwards. */
export interface Insertion {
  /** The report as a file. */
  readonly base64: string;
  readonly place: InsertPlace;
  /** Where the section stands that is replaced. */
  readonly section: SectionRange | undefined;
  readonly before: WordState;
  /** The paragraphs that are put in, those that stay, and those that go; without the empty ones. */
  readonly fresh: readonly string[];
  readonly staying: readonly string[];
  /** A table comes first: Word puts an empty paragraph before it. */
  readonly startsWithTable: boolean;
}

/** Gets a report ready for a place. @throws HostFailure `section-missing` */
export async function prepareInsertion(
  report: ReportDocument,
  place: InsertPlace,
  before: WordState,
): Promise<Insertion> {
  const bytes = await writeDocx(report);
  const { paragraphs, controls } = before.found;
  const section = place.kind === 'section' ? sectionRange(controls, place.section) : undefined;
  if (place.kind === 'section' && section === undefined) throw new HostFailure('section-missing', place.section);
  const [first] = report.blocks;
  return {
    base64: base64Of(bytes),
    place,
    section,
    before,
    fresh: filled((await readDocument(bytes)).paragraphs),
    staying: filled(stayingOf(paragraphs, place, section)),
    startsWithTable: first?.kind === 'table' && first.title.length === 0 && first.unit === '',
  };
}

function stayingOf(
  paragraphs: readonly string[],
  place: InsertPlace,
  section: SectionRange | undefined,
): readonly string[] {
  if (place.kind === 'whole') return [];
  if (section === undefined) return paragraphs;
  return paragraphs.filter((_, at) => at < section.from || (section.to !== undefined && at >= section.to));
}

/** How a document stands to an insertion. */
export type InsertionState =
  /** All of it is there, and what it replaces is gone. */
  | 'done'
  /** None of it is there. */
  | 'not-done'
  /** Some of both, and nothing else: it may be put back as it was. */
  | 'half'
  /** Something that a person wrote meanwhile stands there too. */
  | 'unclear';

/** Judges by the paragraphs that are not empty. */
export function insertionState({ fresh, staying, before }: Insertion, paragraphs: readonly string[]): InsertionState {
  const now = filled(paragraphs);
  const old = filled(before.found.paragraphs);
  if (now.length === fresh.length + staying.length && isWithin(now, fresh, staying)) return 'done';
  if (isSame(now, old) || !now.some((text) => fresh.includes(text) && !old.includes(text))) return 'not-done';
  return now.every((text) => fresh.includes(text) || old.includes(text)) ? 'half' : 'unclear';
}

/** The whole is one list put into another in one piece. */
function isWithin(whole: readonly string[], piece: readonly string[], rest: readonly string[]): boolean {
  for (let at = 0; at <= rest.length; at += 1) {
    if (isSame(whole, [...rest.slice(0, at), ...piece, ...rest.slice(at)])) return true;
  }
  return false;
}

/** Paragraphs that hold anything. */
export function filled(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.filter((text) => text.trim() !== '');
}

/** True for lists of the same texts. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

/** In pieces: a call has a limited number of arguments. */
const PIECE = 0x8000;

/** The bytes as Base64 text. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
