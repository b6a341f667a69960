import type { ReportDocument } from '../report/document.ts';
import type { CarriedData, CarriedPhrase } from './carried-data.ts';
import { carriedData } from './carried-data.ts';
import { linkedInlines, nameControls, NAME_LIMIT } from './control-names.ts';
import { shortened, singleLine } from './document-text.ts';
import { numbered, type FoundControl } from './found-control.ts';
import type { Link, LinkCheck, LinkState } from './link.ts';
import { isSectionTag } from './section-tag.ts';

/** The mark in front of the key of something that is left to fill in; see `Phrases.todo`. */
const TODO_PREFIX = '待补充.';

/**
 * Compares the phrases of a document with the report as the workbook would give it now.
 * @param controls the content controls of the document, in its order
 * @param carried what the document says was written; undefined when it lost that
 * @param report the report drafted anew, with the same sections left out as `carried.off`
 */
export function checkLinks(
  controls: readonly FoundControl[],
  carried: CarriedData | undefined,
  report: ReportDocument,
): LinkCheck {
  const written = new Map(carried?.phrases.map((phrase) => [phrase.tag, phrase]) ?? []);
  const fresh = new FreshPhrases(report);
  const ours = numbered(controls).filter(({ tag }) => written.has(tag) || fresh.has(tag));
  const links = ours.map((control): Link => {
    const before = written.get(control.tag);
    const { phrase, becomes } = fresh.of(control.tag, before);
    const current = control.text;
    const isChanged = phrase !== undefined && before !== undefined && phrase.text !== before.text;
    const id = before?.id ?? phrase?.id ?? control.tag;
    return {
      tag: control.tag,
      index: control.index,
      id,
      key: keyOf(id),
      kind: before?.kind ?? phrase?.kind ?? 'phrase',
      state: stateOf(before?.text, current, phrase?.text),
      dataChanged: isChanged && current !== phrase.text,
      written: before?.text,
      current,
      fresh: phrase?.text,
      source: phrase?.source ?? before?.source ?? control.title,
      paragraph: control.paragraph,
      offset: control.offset,
      locked: control.locked,
      ...(becomes === undefined ? {} : { becomes }),
    };
  });
  const standing = new Set(ours.map(({ tag }) => tag));
  const filled = new Set(links.flatMap(({ becomes }) => (becomes === undefined ? [] : [becomes.tag])));
  return {
    links,
    deleted: [...written.keys()].filter((tag) => !standing.has(tag)),
    unplaced: fresh.tags.filter((tag) => !standing.has(tag) && !filled.has(tag) && !written.has(tag)).length,
    others: controls.filter(({ tag }) => !standing.has(tag) && !isSectionTag(tag)).length,
  };
}

/** Text that stands as the workbook has it is right, whoever wrote it. */
function stateOf(written: string | undefined, current: string, fresh: string | undefined): LinkState {
  if (fresh === undefined) return 'source-missing';
  if (current === fresh) return 'same';
  return current === written ? 'data-changed' : 'text-edited';
}

/** The name without the number that tells its places in the report apart. */
function keyOf(id: string): string {
  return id.replace(/#\d+$/, '');
}

/** The phrases of a new draft by the tags that a document may know them by. */
class FreshPhrases {
  readonly #byTag: ReadonlyMap<string, CarriedPhrase>;
  /** The one text of a key, or undefined when its places differ. */
  readonly #byKey = new Map<string, CarriedPhrase | undefined>();
  readonly tags: readonly string[];

  constructor(report: ReportDocument) {
    const { phrases } = carriedData(report, nameControls(linkedInlines(report)));
    this.#byTag = new Map(phrases.map((phrase) => [phrase.tag, phrase]));
    this.tags = [...this.#byTag.keys()];
    for (const phrase of phrases) {
      const key = keyOf(phrase.id);
      const before = this.#byKey.get(key);
      if (!this.#byKey.has(key)) this.#byKey.set(key, phrase);
      else if (before?.text !== phrase.text) this.#byKey.set(key, undefined);
    }
  }

  has(tag: string): boolean {
    return this.#byTag.has(tag);
  }

  /** What now stands for a tag: the phrase itself; a phrase of the same key in another place; or what fills the gap. */
  of(
    tag: string,
    before: CarriedPhrase | undefined,
  ): { readonly phrase?: CarriedPhrase; readonly becomes?: NonNullable<Link['becomes']> } {
    const same = this.#byTag.get(tag);
    if (same !== undefined) return { phrase: same };
    const id = before?.id ?? tag;
    const elsewhere = this.#byKey.get(keyOf(id));
    if (elsewhere !== undefined) return { phrase: elsewhere };
    if (before?.kind !== 'todo' || !id.startsWith(TODO_PREFIX)) return {};
    const filledId = id.slice(TODO_PREFIX.length);
    const filled =
      [...this.#byTag.values()].find((phrase) => phrase.id === filledId) ?? this.#byKey.get(keyOf(filledId));
    if (filled?.kind !== 'phrase') return {};
    return { phrase: filled, becomes: { tag: filled.tag, title: titleOf(filled) } };
  }
}

/** The title of a phrase's control; see `nameControls`. */
function titleOf({ source, tag }: CarriedPhrase): string {
  return shortened(singleLine(source) || tag, NAME_LIMIT);
}
