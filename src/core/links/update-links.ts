import { carriedData, type CarriedData, type CarriedPhrase } from './carried-data.ts';
import { linkedInlines, nameControls } from './control-names.ts';
import type { ReportDocument } from '../report/document.ts';
import type { ControlRef } from './found-control.ts';
import type { Link, LinkCheck } from './link.ts';

/** New words for one content control. */
export interface LinkChange extends ControlRef {
  /** What stands there; a control that holds anything else is left as it is. */
  readonly expected: string;
  readonly text: string;
  /** Its new name when a gap is filled; it is then no longer marked. */
  readonly becomes?: { readonly tag: string; readonly title: string };
}

/** Changes of a document, and the data that it is to carry when all of them are made. */
export interface LinkUpdate {
  readonly changes: readonly LinkChange[];
  readonly carried: CarriedData;
}

/** Which links an update takes: those whose source changed; or those that a person edited too. */
export type UpdateScope = 'changed' | 'all';

/** The links that an update of this scope would change. */
export function linksToUpdate({ links }: LinkCheck, scope: UpdateScope): readonly Link[] {
  return links.filter(({ state }) => state === 'data-changed' || (scope === 'all' && state === 'text-edited'));
}

/**
 * What is to be done so that the chosen links say what the workbook says.
 *
 * Words that were copied go together: with a chosen phrase change all that have its tag and stand as they were written, because a
 * document remembers once for each tag what was written.
 * @param chosen links of `check`; those without fresh words are passed over
 */
export function planUpdate(
  check: LinkCheck,
  chosen: readonly ControlRef[],
  carried: CarriedData | undefined,
  report: ReportDocument,
): LinkUpdate {
  const wanted = new Set(chosen.map(refKey));
  const tags = new Set(chosen.map(({ tag }) => tag));
  const taken = check.links.filter(
    (link) =>
      link.fresh !== undefined &&
      link.fresh !== link.current &&
      (wanted.has(refKey(link)) || (tags.has(link.tag) && link.state === 'data-changed')),
  );
  const changes = taken.map(({ tag, index, current, fresh = '', becomes }): LinkChange => ({
    tag,
    index,
    expected: current,
    text: fresh,
    ...(becomes === undefined ? {} : { becomes }),
  }));
  return { changes, carried: carriedAfter(check.links, new Set(taken), carried, report) };
}

/**
 * The data after the update. Facts are those of the workbook as it is now; a phrase is as it was written, or, where its words were
 * replaced or are the same anyway, as the workbook says it now. A tag of which one place still waits stays as it was written, or that
 * place would look edited.
 */
function carriedAfter(
  links: readonly Link[],
  taken: ReadonlySet<Link>,
  carried: CarriedData | undefined,
  report: ReportDocument,
): CarriedData {
  const now = carriedData(report, nameControls(linkedInlines(report)));
  const fresh = new Map(now.phrases.map((phrase) => [phrase.tag, phrase]));
  const after = new Map(carried?.phrases.map((phrase) => [phrase.tag, phrase]) ?? []);
  const changed = new Set([...taken].map(({ tag }) => tag));
  const waiting = new Set(links.filter((link) => link.state !== 'same' && !taken.has(link)).map(({ tag }) => tag));
  for (const link of links) {
    const isAdopted = taken.has(link) || (link.state === 'same' && !changed.has(link.tag) && !waiting.has(link.tag));
    if (!isAdopted) continue;
    const { tag } = taken.has(link) ? (link.becomes ?? link) : link;
    if (tag !== link.tag && !waiting.has(link.tag)) after.delete(link.tag);
    after.set(tag, fresh.get(tag) ?? phraseOf(link, tag, after.get(tag)));
  }
  const workbook = now.workbook ?? carried?.workbook;
  return {
    year: now.year,
    department: now.department,
    facts: now.facts,
    phrases: [...after.values()],
    ...(carried?.off === undefined ? {} : { off: carried.off }),
    ...(workbook === undefined ? {} : { workbook }),
  };
}

/** What is carried for a place that now has the words of another one with the same key. */
function phraseOf(
  { id, kind, fresh = '', source }: Link,
  tag: string,
  before: CarriedPhrase | undefined,
): CarriedPhrase {
  return { id: before?.id ?? id, tag, kind: before?.kind ?? kind, text: fresh, source };
}

/**
 * The data to carry when some changes were not made, because a person edited these controls meanwhile: what was written there before
 * is kept.
 */
export function carriedWithKept(
  after: CarriedData,
  before: CarriedData | undefined,
  kept: readonly ControlRef[],
): CarriedData {
  const old = new Map(before?.phrases.map((phrase) => [phrase.tag, phrase]) ?? []);
  const tags = new Set(kept.map(({ tag }) => tag));
  const phrases = after.phrases.map((phrase) => (tags.has(phrase.tag) ? (old.get(phrase.tag) ?? phrase) : phrase));
  const present = new Set(phrases.map(({ tag }) => tag));
  const lost = [...tags].flatMap((tag) => {
    const phrase = old.get(tag);
    return phrase === undefined || present.has(tag) ? [] : [phrase];
  });
  return { ...after, phrases: [...phrases, ...lost] };
}

function refKey({ tag, index }: ControlRef): string {
  return `${String(index)} ${tag}`;
}
