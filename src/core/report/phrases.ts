import { finding, type Finding } from '../findings/finding.ts';
import { showFact, showSource, type Fact } from '../ledger/fact.ts';
import { outputKey } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { spoken } from '../ledger/spoken.ts';
import { SOURCE, TODO } from '../texts/report-texts.ts';
import { LIST_SEPARATOR, TODO_MARK } from '../texts/terms.ts';
import { showCells, type CellRef } from '../workbook/cell-ref.ts';
import { nearestNames } from '../workbook/name-index.ts';
import type { Inline } from './document.ts';
import { PhraseIds } from './phrase-ids.ts';

/** Slots of a sentence by name: phrases, fixed words, or several in a row. */
export type Slots = Readonly<Record<string, Inline | readonly Inline[] | string>>;

/** Makes the phrases of one report: each tied to its source, each with an id of its own. */
export class Phrases {
  readonly findings: Finding[] = [];
  readonly #ids = new PhraseIds();
  readonly #todos: string[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly measured: ReadonlyMap<string, Fact>,
  ) {}

  /** What is left to fill in, in the order of the report. */
  get todos(): readonly string[] {
    return this.#todos;
  }

  find(key: string): Fact | undefined {
    return this.ledger.get(key) ?? this.measured.get(key);
  }

  /** Where a fact comes from, for the name of something whose figures it is. */
  sourceOf(key: string): string {
    const fact = this.find(key);
    return fact === undefined ? SOURCE.toFill : showSource(fact);
  }

  /** Fills the slots of a sentence. @throws for a slot without a value: a mistake in the code, not in the data. */
  fill(template: string, slots: Slots): readonly Inline[] {
    return template.split(/(\{[^{}]*\})/).flatMap((part): readonly Inline[] => {
      if (!part.startsWith('{')) return part === '' ? [] : [{ kind: 'text', text: part }];
      const value = slots[part.slice(1, -1)];
      if (value === undefined) throw new Error(`no value for slot ${part}`);
      if (typeof value === 'string') return value === '' ? [] : [{ kind: 'text', text: value }];
      return 'kind' in value ? [value] : value;
    });
  }

  /** The words for a fact, or a mark that it is missing. */
  fact(key: string): Inline {
    const fact = this.find(key);
    return fact === undefined
      ? this.todo(key, TODO.fact(spoken(key)))
      : this.phrase(key, showFact(fact), showSource(fact));
  }

  /** Words that depend on several facts or on the scorecard. */
  phrase(id: string, text: string, source: string): Inline {
    return { kind: 'phrase', ...this.#ids.next(id), text, source };
  }

  todo(id: string, what: string): Inline {
    this.#todos.push(what);
    return { kind: 'todo', ...this.#ids.next(`待补充.${id}`), text: TODO_MARK(what), source: SOURCE.toFill };
  }

  /** A text typed into 基本信息 as paragraphs, or a mark that it is missing. */
  field(key: string): readonly (readonly Inline[])[] {
    const fact = this.find(key);
    if (fact?.value.kind !== 'text') return [[this.todo(key, TODO.field(key))]];
    return this.notes(key, fact.value.text, fact.cells);
  }

  /** A text typed into 基本信息 within a sentence, or a mark that it is missing. */
  word(key: string): Inline {
    const fact = this.find(key);
    return fact?.value.kind === 'text'
      ? this.phrase(key, clause(fact.value.text), showSource(fact))
      : this.todo(key, TODO.field(key));
  }

  /**
   * A person's own text, one list of inlines a paragraph. `{名称}` in it stands for the output of that name or for any fact key;
   * an unknown name is reported and marked.
   */
  notes(id: string, text: string, cells: readonly CellRef[]): readonly (readonly Inline[])[] {
    return this.typed(id, text, cells, ended);
  }

  /** As `notes`, but the lines end as they were typed, or as `finish` makes them end. */
  typed(
    id: string,
    text: string,
    cells: readonly CellRef[],
    finish: (line: string) => string = (line) => line,
  ): readonly (readonly Inline[])[] {
    const source = showCells(cells);
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => this.#note(id, finish(line), cells, source));
  }

  #note(id: string, line: string, cells: readonly CellRef[], source: string): readonly Inline[] {
    return line.split(/(\{[^{}\n]{1,60}\})/).flatMap((part): readonly Inline[] => {
      if (part === '') return [];
      if (!/^\{[^{}\n]{1,60}\}$/.test(part)) {
        if (/[{}]/.test(part)) this.findings.push(finding('brace-unclosed', { text: part }, cells));
        return [this.phrase(id, part, source)];
      }
      const name = part.slice(1, -1).trim();
      const key = this.find(outputKey(name, '实际值')) === undefined ? name : outputKey(name, '实际值');
      const fact = this.find(key);
      if (fact !== undefined) return [this.phrase(key, showFact(fact), showSource(fact))];
      if (this.#placeholders().includes(name)) return [this.todo(name, TODO.actual(name))];
      const known = nearestNames(name, this.#placeholders());
      this.findings.push(
        finding(
          'placeholder-unknown',
          { name, known: known.join(LIST_SEPARATOR) || this.#placeholders().join(LIST_SEPARATOR) },
          cells,
        ),
      );
      return [this.todo(`文中.${name}`, TODO.placeholder(name))];
    });
  }

  #placeholders(): readonly string[] {
    return this.ledger.tasks.flatMap(({ outputs }) => outputs);
  }
}

/** A sentence that ends: a full stop is added where the text has no closing mark, and in place of a mark that goes on. */
export function ended(text: string): string {
  const plain = text.trimEnd();
  if (/[。！？；：…”’）》】!?;:)]$/u.test(plain)) return plain;
  return `${plain.replace(/[，、,．]+$|(?<![\dA-Za-z])\.$/u, '')}。`;
}

/** A clause that goes on: closing marks removed, several lines made one. */
export function clause(text: string): string {
  return text
    .trim()
    .replace(/[\s。；，、.;,]+$/u, '')
    .replace(/([。；，、：.;,:]?)\s*[\r\n]+\s*/gu, (_, mark: string) => mark || '，');
}

/** A reason as it goes on after 主要原因是, without saying once more that it is one. */
export function because(text: string): string {
  return clause(text).replace(/^(?:(?:扣分|主要)*原因(?:是|为|：|:)|由于|因为|\s)+/u, '');
}

/** Items joined by a separator. */
export function joined(items: readonly (readonly Inline[])[], separator: string): readonly Inline[] {
  const between: readonly Inline[] = separator === '' ? [] : [{ kind: 'text', text: separator }];
  return items.flatMap((item, index) => (index === 0 ? item : [...between, ...item]));
}
