import { chineseNumber } from '../../money/prose.ts';
import type { Scored } from '../scored.ts';
import { TEMPLATE } from '../../texts/report-template-texts.ts';
import { looseName } from './template-tag.ts';
import { said, type TemplateLoop, type TemplateScope, type TemplateWords } from './template-scope.ts';

/** What the words of a loop's fields are made with. */
export type Speaker = Scored;

/** A loop over items of one kind. */
export interface Loop<Item> extends TemplateLoop {
  readonly rounds: (items: readonly Item[], speaker: Speaker) => readonly TemplateScope[];
}

interface Definition<Item> {
  readonly name: string;
  readonly fields: Readonly<Record<string, (item: Item, speaker: Speaker) => TemplateWords>>;
  readonly inside?: readonly Inside<Item>[];
}

/** A loop inside a loop, for the item that the round of the outer one is about. */
export interface Inside<Item> {
  readonly loop: TemplateLoop;
  readonly rounds: (item: Item, speaker: Speaker) => readonly TemplateScope[];
}

export function inside<Item, Part>(
  loop: Loop<Part>,
  partsOf: (item: Item, speaker: Speaker) => readonly Part[],
): Inside<Item> {
  return { loop, rounds: (item, speaker) => loop.rounds(partsOf(item, speaker), speaker) };
}

/** How far a loop has come, which every loop can tell. */
const PROGRESS: Readonly<Record<string, (index: number, count: number) => TemplateWords>> = {
  [TEMPLATE.progress.number]: (index) => said({ kind: 'text', text: String(index + 1) }, true),
  [TEMPLATE.progress.numeral]: (index) =>
    said({ kind: 'text', text: index < 99 ? chineseNumber(index + 1) : String(index + 1) }, true),
  [TEMPLATE.progress.first]: (index) => yes(index === 0),
  [TEMPLATE.progress.last]: (index, count) => yes(index === count - 1),
};

function yes(holds: boolean): TemplateWords {
  return said({ kind: 'text', text: holds ? TEMPLATE.yes : TEMPLATE.no }, holds);
}

/** Makes a loop from its fields; what tells how far it has come is added. */
export function defineLoop<Item>({ name, fields, inside: inner = [] }: Definition<Item>): Loop<Item> {
  const scope = (item: Item, index: number, count: number, speaker: Speaker): TemplateScope => ({
    words: (asked) => {
      const field = looseName(asked);
      // Own properties only: a template may ask for any name.
      if (Object.hasOwn(PROGRESS, field)) return PROGRESS[field]?.(index, count);
      return Object.hasOwn(fields, field) ? fields[field]?.(item, speaker) : undefined;
    },
    rounds: (asked) => inner.find(({ loop }) => loop.name === looseName(asked))?.rounds(item, speaker),
  });
  return {
    name,
    fields: [...Object.keys(fields), ...Object.keys(PROGRESS)],
    loops: inner.map(({ loop }) => loop),
    rounds: (items, speaker) => items.map((item, index) => scope(item, index, items.length, speaker)),
  };
}
