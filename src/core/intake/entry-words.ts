import { finding } from '../findings/finding.ts';
import { READING } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import { tellable } from './tellable.ts';

/**
 * What the entries of one column of a long list mean, such as 资金性质: each word is looked up once, however many rows have it, and
 * asked about when it is not known.
 */
export class EntryWords<T extends string> {
  readonly #known = new Map<string, T | undefined>();
  readonly #strange = new Map<string, CellRef>();
  #leftOut = false;

  /**
   * @param what what people call the column
   * @param meanings what an entry can be chosen to mean
   * @param meaningOf what an entry means; undefined when it is not known
   * @param notUsed what an entry means that a person chose not to use, where that is a meaning
   */
  constructor(
    private readonly what: string,
    private readonly form: string,
    private readonly meanings: readonly T[],
    private readonly meaningOf: (text: string) => T | undefined,
    private readonly collector: Collector,
    private readonly notUsed?: T,
  ) {}

  /** True when every entry so far means something. */
  get complete(): boolean {
    return this.#strange.size === 0 && !this.#leftOut;
  }

  meaning(text: string, cell: CellRef): T | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const meaning = this.meaningOf(text) ?? this.#asked(text, cell);
    this.#known.set(text, meaning);
    return meaning;
  }

  /** Reports the entries that mean nothing known. @param code what follows from that */
  report(code: 'entry-unclear' | 'state-unclear' = 'entry-unclear'): void {
    if (this.#strange.size === 0) return;
    const found = [...this.#strange.keys()].map((text) => tellable(text) || READING.noLabel).join(LIST_SEPARATOR);
    this.collector.report(finding(code, { what: this.what, found }, [...this.#strange.values()]));
  }

  #asked(text: string, cell: CellRef): T | undefined {
    const { meanings } = this;
    const decision =
      // An entry that could be an account or an identity is not written into a question.
      text === '' || tellable(text) !== text
        ? ({ kind: 'open' } as const)
        : this.collector.ask(
            { about: '行', label: text, form: this.form, alternatives: meanings, cells: [cell] },
            (choice) => meanings.find((meaning) => meaning === choice),
          );
    switch (decision.kind) {
      case 'chosen':
        return decision.means;
      case 'left-out':
        this.#leftOut ||= this.notUsed === undefined;
        return this.notUsed;
      case 'open':
        this.#strange.set(text, cell);
        return undefined;
    }
  }
}
