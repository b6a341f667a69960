import Docxtemplater from 'docxtemplater';
import { z } from 'zod';
import type { TemplateScope, TemplateWords } from '../../../../core/report/template/template-scope.ts';
import { parseTag } from '../../../../core/report/template/template-tag.ts';
import { element, xmlPart } from '../xml.ts';
import type { Marks } from './marks.ts';

/** More rounds than this are a mistake, or meant to stop the program. */
export const MOST_ROUNDS = 20_000;

/** The parts of a template with its loops and conditions carried out. */
export interface Expanded {
  /** In the place of the n-th of `words`, from 0, stands the mark `mark(n)`. */
  readonly parts: ReadonlyMap<string, string>;
  readonly words: readonly TemplateWords[];
  /** True when the loops went on for too long; the parts are then incomplete. */
  readonly tooLong: boolean;
}

/** Thrown when loops or conditions begin and end where nothing can be repeated as a whole. */
export class LayoutFault extends Error {
  override readonly name = 'LayoutFault';
  constructor(readonly tags: readonly string[]) {
    super(tags.join(' '));
  }
}

/**
 * Carries out the loops and conditions of a template that was found to be free of faults.
 * @param parts the parts that hold placeholders
 * @param marks what to put in the place of a value, and where nothing is left
 * @throws LayoutFault when a pair of placeholders cannot be carried out
 */
export function expandTemplate(
  parts: readonly { readonly name: string; readonly kind: string; readonly xml: string }[],
  root: TemplateScope,
  marks: Marks,
): Expanded {
  const words: TemplateWords[] = [];
  const rounds = new Rounds();
  const files = new PartFiles([
    ['[Content_Types].xml', contentTypes(parts)],
    ...parts.map(({ name, xml }) => [name, plainTexts(xml)] as const),
  ]);
  try {
    const template = new Docxtemplater(files, {
      modules: [new ValueModule((said) => marks.mark(words.push(said) - 1), marks.empty)],
      paragraphLoop: true,
      errorLogging: false,
      warnFn: () => undefined,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (scope: TemplateScope) => rounds.answer(tag, scope) }),
    });
    template.render(root);
  } catch (error) {
    throw layoutFault(error);
  }
  return {
    parts: new Map(parts.map(({ name }) => [name, files.text(name)])),
    words,
    tooLong: rounds.tooLong,
  };
}

const WORD_PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** What the library has to know the parts by: one main part, and others that it treats alike, whatever they are. */
function contentTypes(parts: readonly { readonly name: string; readonly kind: string }[]): string {
  const main = parts.find(({ kind }) => kind === 'body')?.name;
  return xmlPart(
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      // There is always a main part, also where only a header holds placeholders.
      ...[main ?? 'word/document.xml', ...parts.map(({ name }) => name).filter((name) => name !== main)].map(
        (name, index) =>
          element('Override', {
            PartName: `/${name}`,
            ContentType: `${WORD_PARTS}${index === 0 ? 'document.main+xml' : 'header+xml'}`,
          }),
      ),
    ),
  );
}

/** What the library tells of the placeholders that it cannot carry out. */
const libraryErrors = z.object({
  properties: z.object({
    errors: z.array(
      z.object({ properties: z.object({ xtag: z.string().optional() }).catch({}) }).catch({ properties: {} }),
    ),
  }),
});

/** Any other error is a mistake in the program and stays what it is. */
function layoutFault(error: unknown): unknown {
  const told = libraryErrors.safeParse(error);
  if (!told.success) return error;
  const tags = told.data.properties.errors.flatMap(({ properties }) => properties.xtag ?? []);
  return tags.length === 0 ? error : new LayoutFault([...new Set(tags)]);
}

const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]*)(?=<\/w:t>)/gu;

/** The library knows neither full-width braces nor characters that are written as numbers. */
function plainTexts(xml: string): string {
  return xml.replace(TEXT, (_, open: string, text: string) => {
    const decoded = text.replace(/&#(?:x([\da-f]+)|(\d+));/giu, (reference, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const character = String.fromCodePoint(code);
      return /[&<>\r]/u.test(character) ? reference : character;
    });
    return open + decoded.replaceAll('｛', '{').replaceAll('｝', '}');
  });
}

/** Counts the rounds of all loops together. */
class Rounds {
  tooLong = false;
  #count = 0;

  /**
   * What the library asks for a placeholder: the rounds of a loop, whether a condition holds, or words. Undefined sends it to the
   * scope outside.
   */
  answer(tag: string, scope: TemplateScope): readonly TemplateScope[] | TemplateWords | boolean | undefined {
    const { kind, name } = parseTag(tag);
    switch (kind) {
      case 'loop':
        return this.#counted(scope.rounds(name));
      case 'if':
      case 'unless': {
        const rounds = scope.rounds(name);
        const holds = scope.words(name)?.holds ?? (rounds === undefined ? undefined : rounds.length > 0);
        return holds === undefined ? undefined : this.#counted([scope]) !== undefined && holds === (kind === 'if');
      }
      case 'value':
        return scope.words(name);
      case 'close':
        return undefined;
    }
  }

  #counted(rounds: readonly TemplateScope[] | undefined): readonly TemplateScope[] | undefined {
    this.#count += rounds?.length ?? 0;
    if (this.#count > MOST_ROUNDS) this.tooLong = true;
    return rounds === undefined || !this.tooLong ? rounds : [];
  }
}

const VALUE_MODULE = 'value';
/** The library's name for its loops. */
const LOOP_MODULE = 'loop';

/** Puts a mark where a value goes; loops are the library's own, with our signs. */
class ValueModule {
  readonly name = 'ValueModule';

  /** Asked about every part before the library's own modules are. */
  readonly priority = 1;

  constructor(
    private readonly put: (words: TemplateWords) => string,
    private readonly empty: string,
  ) {}

  optionsTransformer(options: Docxtemplater.DXT.Options, { modules }: Docxtemplater): Docxtemplater.DXT.Options {
    for (const one of modules) {
      if (one.name !== 'LoopModule') continue;
      const isBegin = (content: string): boolean => ['loop', 'if', 'unless'].includes(parseTag(content).kind);
      // What ends is what was begun last: the check has seen to that. The library takes an empty name for it.
      one.prefix = {
        start: (content: string) => (isBegin(content) ? content : undefined),
        end: /^\s*[/／][^]*?()$/u,
        dash: /^$()()/u,
        inverted: () => undefined,
      };
    }
    return options;
  }

  matchers(): [string, string, Record<string, never>][] {
    const isValue = (content: string): string | undefined => (parseTag(content).kind === 'value' ? content : undefined);
    // The library takes functions too; its types do not say so.
    return [[isValue as unknown as string, VALUE_MODULE, {}]];
  }

  render(
    part: Docxtemplater.DXT.Part,
    { scopeManager }: Docxtemplater.DXT.RenderOptions,
  ): Docxtemplater.DXT.Rendered | null {
    if (part.module === LOOP_MODULE && isWithinText(part)) {
      const rounds: unknown = scopeManager.getValue(part.value, { part });
      const isNothing = rounds === false || (Array.isArray(rounds) && rounds.length === 0);
      return isNothing ? { value: this.empty, errors: [] } : null;
    }
    if (part.module !== VALUE_MODULE) return null;
    return { value: this.put(scopeManager.getValue(part.value, { part }) as TemplateWords), errors: [] };
  }
}

/** True for a loop that begins within the text of a paragraph, not around paragraphs or rows. */
function isWithinText({ subparsed = [] }: Docxtemplater.DXT.Part): boolean {
  return (subparsed.find(({ tag }) => tag !== undefined)?.tag ?? 'w:t') === 'w:t';
}

/** The parts in the shape in which the library asks for the files of a package. */
class PartFiles {
  files: Record<string, { readonly name: string; readonly asText: () => string }> = {};
  readonly #decoder = new TextDecoder();

  constructor(parts: readonly (readonly [string, string])[]) {
    for (const [name, text] of parts) this.#put(name, text);
  }

  file(name: string | RegExp, content?: string | Uint8Array): unknown {
    if (name instanceof RegExp) return Object.values(this.files).filter((file) => name.test(file.name));
    if (content === undefined) return this.files[name] ?? null;
    this.#put(name, typeof content === 'string' ? content : this.#decoder.decode(content));
    return this;
  }

  remove(name: string): void {
    this.files = Object.fromEntries(Object.entries(this.files).filter(([own]) => own !== name));
  }

  text(name: string): string {
    return this.files[name]?.asText() ?? '';
  }

  #put(name: string, text: string): void {
    this.files[name] = { name, asText: () => text };
  }
}
