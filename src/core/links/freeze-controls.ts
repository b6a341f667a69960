import type { CarriedData } from './carried-data.ts';
import type { FoundControl } from './found-control.ts';
import { CONTEXT, type FrozenControl } from './frozen.ts';
import { isSectionTag } from './section-tag.ts';

/** What is to be remembered of the controls of the report when they are taken away. Those of other people are not among them. */
export function controlsToFreeze(
  controls: readonly FoundControl[],
  paragraphs: readonly string[],
  carried: CarriedData | undefined,
): readonly FrozenControl[] {
  const tags = new Set(carried?.phrases.map(({ tag }) => tag));
  return controls
    .filter(({ tag }) => tags.has(tag) || isSectionTag(tag))
    .map(({ tag, title, paragraph, offset, text }) => {
      const line = paragraphs[paragraph] ?? '';
      const end = offset + text.length;
      return {
        tag,
        title,
        paragraph,
        offset,
        text,
        before: line.slice(Math.max(0, offset - CONTEXT), offset),
        after: line.slice(end, end + CONTEXT),
      };
    });
}

/** Those of the frozen controls that do not stand in the document: an interrupted 定稿 leaves some, an interrupted undo puts some back. */
export function missingControls(
  frozen: readonly FrozenControl[],
  controls: readonly Pick<FoundControl, 'tag' | 'text'>[],
): readonly FrozenControl[] {
  const standing = new Map<string, number>();
  const keyOf = ({ tag, text }: Pick<FoundControl, 'tag' | 'text'>): string => JSON.stringify([tag, text]);
  for (const control of controls) standing.set(keyOf(control), (standing.get(keyOf(control)) ?? 0) + 1);
  return frozen.filter((control) => {
    const count = standing.get(keyOf(control)) ?? 0;
    standing.set(keyOf(control), count - 1);
    return count <= 0;
  });
}

/** A frozen control and where its words stand now. */
export interface PlacedControl extends FrozenControl {
  readonly paragraph: number;
  readonly offset: number;
}

/** Where controls may be put back, and those whose words are gone. */
export interface FrozenPlaces {
  readonly placed: readonly PlacedControl[];
  readonly lost: readonly FrozenControl[];
}

/**
 * Finds the words of frozen controls in the document as it is now. Words stand where they stood, or where the same words have the same
 * neighbours; of several such places the nearest to where they are expected, behind those that were found before. Words without any
 * neighbour, as in a cell, stand where they are expected or in the only paragraph that is the same and is no other's. Words over
 * several paragraphs are not put back.
 */
export function placeFrozen(frozen: readonly FrozenControl[], paragraphs: readonly string[]): FrozenPlaces {
  const places = new Map<FrozenControl, Place>();
  // How far what follows has moved.
  let shift = 0;
  let last: Place = { paragraph: 0, offset: 0 };
  for (const control of frozen) {
    if (control.text === '') continue;
    const place = placeOf(control, paragraphs, control.paragraph + shift, last);
    if (place === undefined || isTaken(control, place, places)) continue;
    shift = place.paragraph - control.paragraph;
    last = place;
    places.set(control, place);
  }
  // Only when all others have their places is it known which of the paragraphs that read alike are left.
  for (const control of frozen) {
    if (places.has(control) || control.text === '' || control.before + control.after !== '') continue;
    const free = paragraphs.flatMap((text, paragraph): readonly Place[] => {
      const place = { paragraph, offset: 0 };
      return text === control.text && !isTaken(control, place, places) ? [place] : [];
    });
    if (free.length === 1 && free[0] !== undefined) places.set(control, free[0]);
  }
  return {
    placed: frozen.flatMap((control) => {
      const place = places.get(control);
      return place === undefined ? [] : [{ ...control, ...place }];
    }),
    lost: frozen.filter((control) => !places.has(control)),
  };
}

interface Place {
  readonly paragraph: number;
  readonly offset: number;
}

/** True when another control has words of this place that the two did not share before. */
function isTaken(control: FrozenControl, place: Place, places: ReadonlyMap<FrozenControl, Place>): boolean {
  for (const [other, taken] of places) {
    if (overlap(control, place, other, taken) && !overlap(control, control, other, other)) return true;
  }
  return false;
}

function overlap(one: FrozenControl, at: Place, other: FrozenControl, there: Place): boolean {
  if (at.paragraph !== there.paragraph) return false;
  return at.offset < there.offset + other.text.length && there.offset < at.offset + one.text.length;
}

function placeOf(
  { before, after, text, offset }: FrozenControl,
  paragraphs: readonly string[],
  expected: number,
  last: Place,
): Place | undefined {
  const here = paragraphs[expected] ?? '';
  const isStill =
    offset >= before.length &&
    here.startsWith(before, offset - before.length) &&
    here.startsWith(text + after, offset) &&
    (before + after !== '' || here === text);
  if (isStill) return { paragraph: expected, offset };
  if (before + after === '') return undefined;
  const whole = before + text + after;
  let nearest: Place | undefined;
  for (let paragraph = last.paragraph; paragraph < paragraphs.length; paragraph += 1) {
    const line = paragraphs[paragraph] ?? '';
    for (let at = line.indexOf(whole); at >= 0; at = line.indexOf(whole, at + 1)) {
      const found = at + before.length;
      if (paragraph === last.paragraph && found < last.offset) continue;
      const isNearer =
        nearest === undefined ||
        Math.abs(paragraph - expected) < Math.abs(nearest.paragraph - expected) ||
        (paragraph === nearest.paragraph && Math.abs(found - offset) < Math.abs(nearest.offset - offset));
      if (isNearer) nearest = { paragraph, offset: found };
    }
  }
  return nearest;
}
