import { inlinesOf, type Inline, type ReportDocument } from '../report/document.ts';
import { sha256Hex, shortened, singleLine, withDigest } from './document-text.ts';

/** An inline that stands in a content control. */
export type Linked = Exclude<Inline, { kind: 'text' }>;

/** What Word knows a content control by. */
export interface ControlName {
  /** `w:tag`: the id, shortened when it is too long for Word. Unique in the document. */
  readonly tag: string;
  /** `w:alias`, which Word shows as the control's title: the source, never empty. */
  readonly title: string;
  /** `w:id`: unique in the document, 1 … 2^31 − 1. */
  readonly number: number;
}

/** Finds the name of a content control by the id of its phrase. */
export type Names = ReadonlyMap<string, ControlName>;

/** Word refuses longer tags and titles. */
export const NAME_LIMIT = 64;

/**
 * Names the content controls of a report. The names depend on the report alone, and an id of up to 64 characters is its own tag.
 * @param taken tags and numbers that other controls of the document have
 * @throws Error when two controls have the same id, which the report model rules out.
 */
export function nameControls(
  linked: readonly Linked[],
  taken: { readonly tags: Iterable<string>; readonly numbers: Iterable<number> } = { tags: [], numbers: [] },
): Names {
  const ids = new Set(linked.map(({ id }) => id));
  if (ids.size !== linked.length) {
    const repeated = linked.find(({ id }, at) => linked.findIndex((other) => other.id === id) !== at);
    throw new Error(`Two phrases of the report have the id "${repeated?.id ?? ''}".`);
  }
  const tags = new Set(taken.tags);
  const numbers = new Set(taken.numbers);
  const names = new Map<string, ControlName>();
  for (const { id, source } of linked) {
    const tag = freeTag(id, (candidate) => tags.has(candidate) || (candidate !== id && ids.has(candidate)));
    const number = freeNumber(id, numbers);
    tags.add(tag);
    numbers.add(number);
    names.set(id, { tag, title: shortened(singleLine(source) || tag, NAME_LIMIT), number });
  }
  return names;
}

function freeTag(id: string, taken: (candidate: string) => boolean): string {
  const line = singleLine(id);
  const plain = shortened(line, NAME_LIMIT, id);
  if (plain !== '' && !taken(plain)) return plain;
  for (let digits = 8; ; digits += 8) {
    // Beyond the length of one digest the tags could no longer differ; ids differ, so their digests do long before.
    const candidate = withDigest(line, NAME_LIMIT, id, Math.min(digits, NAME_LIMIT - 1));
    if (!taken(candidate) || digits > NAME_LIMIT) return candidate;
  }
}

/** A `w:id` that no control has: the same for the same id where it can be. */
export function freeNumber(id: string, taken: ReadonlySet<number>): number {
  let number = Number.parseInt(sha256Hex(id).slice(0, 8), 16) & 0x7fffffff;
  while (number === 0 || taken.has(number)) number = (number + 1) & 0x7fffffff;
  return number;
}

/** A name for a control that is no phrase: it has a tag of its own, and a number that no phrase has. */
export function nameMark(tag: string, title: string, names: Names): ControlName {
  const numbers = new Set([...names.values()].map(({ number }) => number));
  return { tag, title: shortened(singleLine(title) || tag, NAME_LIMIT), number: freeNumber(tag, numbers) };
}

/** Every inline that stands in a content control, in the order of the document. */
export function linkedInlines(report: ReportDocument): readonly Linked[] {
  return report.blocks.flatMap(inlinesOf).filter((inline): inline is Linked => inline.kind !== 'text');
}
