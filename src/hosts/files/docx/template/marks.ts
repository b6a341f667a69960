import type { Inline } from '../../../../core/report/document.ts';
import { PhraseIds } from '../../../../core/report/phrase-ids.ts';
import type { TemplateWords } from '../../../../core/report/template/template-scope.ts';

/** A mark for the place of a value in XML: a processing instruction, which no text of a document can hold. */
export class Marks {
  readonly #target: string;

  /** @param parts the parts that get marks: the name of the instruction is one that none of them has */
  constructor(parts: Iterable<string>) {
    const all = [...parts];
    let target = 'value';
    while (all.some((xml) => xml.includes(`<?${target}`))) target += '_';
    this.#target = target;
  }

  mark(index: number): string {
    return `<?${this.#target} ${String(index)}?>`;
  }

  /** Stands within a paragraph where a loop or condition left nothing. */
  get empty(): string {
    return `<?${this.#target} -?>`;
  }

  /** The indexes of the marks in a text, in their order, and the texts between them: one more than marks. */
  split(text: string): { readonly between: readonly string[]; readonly indexes: readonly number[] } {
    const pieces = text.split(new RegExp(`<\\?${this.#target} (\\d+)\\?>`, 'u'));
    return {
      between: pieces.filter((_, at) => at % 2 === 0),
      indexes: pieces.filter((_, at) => at % 2 === 1).map(Number),
    };
  }

  /** Where marks of both kinds begin in a text. */
  starts(text: string): readonly number[] {
    return [...text.matchAll(new RegExp(`<\\?${this.#target} (?:\\d+|-)\\?>`, 'gu'))].map(({ index }) => index);
  }

  withoutEmpty(text: string): string {
    return text.replaceAll(this.empty, '');
  }
}

/** What stands at a mark, with ids of its own: one list of inlines a line. */
export type Lines = readonly (readonly Inline[])[];

/** Gives ids to the words of a document in the order in which they stand in it, as the draft does. */
export function identified(
  parts: Iterable<string>,
  marks: Marks,
  words: readonly TemplateWords[],
): ReadonlyMap<number, Lines> {
  const ids = new PhraseIds();
  const found = new Map<number, Lines>();
  for (const xml of parts) {
    for (const index of marks.split(xml).indexes) {
      const lines = words[index]?.lines ?? [];
      found.set(
        index,
        lines.map((line) =>
          line.map((inline) => {
            if (inline.kind === 'text') return inline;
            const { kind, text, source } = inline;
            return { kind, ...ids.next(inline.key ?? inline.id), text, source };
          }),
        ),
      );
    }
  }
  return found;
}
