import { finding, type Finding } from '../../findings/finding.ts';
import { TEMPLATE } from '../../texts/report-template-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { NameIndex } from '../../workbook/name-index.ts';
import type { TemplateContent } from './template-content.ts';
import { showPlace, type TemplateFind } from './template-place.ts';
import type { TemplateLoop } from './template-scope.ts';
import { looseName, parseTag, type TemplateTag } from './template-tag.ts';

type Found = Extract<TemplateFind, { kind: 'tag' }>;

/** A loop or condition that is open. */
interface Open {
  readonly tag: TemplateTag;
  readonly found: Found;
  /** The loop, if it is one and is known. */
  readonly loop: TemplateLoop | undefined;
}

/** Everything that is wrong with the placeholders of a template, part by part, in reading order; nothing when it can be filled. */
export function checkTemplate(
  parts: readonly (readonly TemplateFind[])[],
  content: TemplateContent,
): readonly Finding[] {
  const checker = new Checker(content);
  for (const part of parts) checker.check(part);
  return checker.findings;
}

class Checker {
  readonly findings: Finding[] = [];
  #open: Open[] = [];
  readonly #names: NameIndex;

  constructor(private readonly content: TemplateContent) {
    this.#names = new NameIndex(content.names);
  }

  check(finds: readonly TemplateFind[]): void {
    for (const find of finds) {
      if (find.kind === 'tag') this.#tag(find);
      else this.findings.push(finding(BRACES[find.kind], { text: find.text, place: showPlace(find.place) }));
    }
    for (const { found } of this.#open) {
      this.findings.push(finding('template-unclosed', { ...told(found), end: this.#endOf(found) }));
    }
    this.#open = [];
  }

  #tag(found: Found): void {
    const tag = parseTag(found.content);
    if (tag.kind === 'close') this.#close(tag, found);
    else if (tag.name === '') this.findings.push(finding('template-empty', { place: showPlace(found.place) }));
    else if (tag.kind === 'loop') this.#loop(tag, found);
    else {
      const isKnown = this.#has(tag.name) || (tag.kind !== 'value' && this.#loopNamed(tag.name) !== undefined);
      if (!isKnown) this.#unknown(tag, found);
      if (tag.kind !== 'value') this.#open.push({ tag, found, loop: undefined });
    }
  }

  #loop(tag: TemplateTag, found: Found): void {
    const loop = this.#loopNamed(tag.name);
    if (loop === undefined) this.#unknown(tag, found);
    else if (this.#open.some((open) => open.loop?.name === loop.name)) {
      this.findings.push(finding('template-loop-in-itself', { ...told(found), loop: loop.name }));
    }
    this.#open.push({ tag, found, loop });
  }

  #close(tag: TemplateTag, found: Found): void {
    const open = this.#open.at(-1);
    const fits = (one: Open): boolean => tag.name === '' || looseName(one.tag.name) === looseName(tag.name);
    if (open === undefined) this.findings.push(finding('template-unopened', told(found)));
    else if (fits(open)) {
      this.#open.pop();
      if (!canPair(open.found.within, found.within)) {
        this.findings.push(finding('template-across', { ...told(open.found), end: braced(found.content) }));
      }
    } else if (this.#open.some(fits)) {
      // What was begun inside and not ended is told where it was begun.
      while (this.#open.length > 0) {
        const last = this.#open.pop();
        if (last === undefined || fits(last)) break;
        this.findings.push(finding('template-unclosed', { ...told(last.found), end: this.#endOf(last.found) }));
      }
    } else {
      this.findings.push(
        finding('template-mismatch', {
          ...told(found),
          opened: braced(open.found.content),
          end: this.#endOf(open.found),
        }),
      );
    }
  }

  /** Loops that are open, the innermost first. */
  #loops(): readonly TemplateLoop[] {
    return this.#open.flatMap(({ loop }) => (loop === undefined ? [] : [loop])).reverse();
  }

  #has(name: string): boolean {
    return (
      this.#loops().some(({ fields }) => fields.includes(looseName(name))) ||
      this.content.root.words(name) !== undefined
    );
  }

  #loopNamed(name: string): TemplateLoop | undefined {
    const within = this.#loops().flatMap(({ loops }) => loops);
    return [...within, ...this.content.loops].find((loop) => looseName(loop.name) === looseName(name));
  }

  #unknown({ kind, name }: TemplateTag, found: Found): void {
    if (kind === 'value' && this.#loopNamed(name) !== undefined) {
      this.findings.push(finding('template-loop-as-value', told(found)));
      return;
    }
    if (kind === 'loop' && this.#has(name)) {
      this.findings.push(finding('template-value-as-loop', { ...told(found), name, known: this.#allLoops() }));
      return;
    }
    const owners = everyLoop(this.content.loops).filter(({ fields, loops }) =>
      kind === 'loop' ? loops.some((loop) => loop.name === looseName(name)) : fields.includes(looseName(name)),
    );
    if (owners.length > 0) {
      const loops = [...new Set(owners.map((owner) => `{#${owner.name}}`))].join(LIST_SEPARATOR);
      this.findings.push(finding('template-outside-loop', { ...told(found), loops }));
      return;
    }
    const near = kind === 'loop' ? this.#nearLoops(name) : this.#nearNames(name);
    this.findings.push(
      kind === 'loop'
        ? finding('template-loop-unknown', { ...told(found), known: near })
        : finding('template-name-unknown', { ...told(found), known: near }),
    );
  }

  #nearNames(name: string): string {
    const inside = this.#loops().flatMap(({ fields }) => fields);
    const near = [...new NameIndex(inside).nearest(name), ...this.#names.nearest(name)];
    return [...new Set(near)].map((one) => `{${one}}`).join(LIST_SEPARATOR);
  }

  #nearLoops(name: string): string {
    const all = everyLoop(this.content.loops).map((loop) => loop.name);
    const near = new NameIndex([...new Set(all)]).nearest(name);
    return near.length === 0 ? this.#allLoops() : near.map((one) => `{#${one}}`).join(LIST_SEPARATOR);
  }

  /** The sections of the draft are many: they are told as one. */
  #allLoops(): string {
    const named = this.content.loops.filter((loop) => loop.name in TEMPLATE.loops).map((loop) => `{#${loop.name}}`);
    return [...named, TEMPLATE.sections].join(LIST_SEPARATOR);
  }

  #endOf({ content }: Found): string {
    return braced(`/${parseTag(content).name}`);
  }
}

const BRACES = { opening: 'template-brace-open', closing: 'template-brace-close' } as const;

function told(found: Found): { readonly tag: string; readonly place: string } {
  return { tag: braced(found.content), place: showPlace(found.place) };
}

function braced(content: string): string {
  return `{${content.trim()}}`;
}

/** Every loop once for each place where it may begin. */
function everyLoop(loops: readonly TemplateLoop[]): readonly TemplateLoop[] {
  return loops.flatMap((loop) => [loop, ...everyLoop(loop.loops)]);
}

/**
 * Whether what stands between two placeholders can be repeated or left out as a whole: they stand in one paragraph, or in
 * paragraphs side by side in the same cell or text, or in rows of the same table.
 */
function canPair(open: readonly string[], close: readonly string[]): boolean {
  const at = open.findIndex((one, index) => one !== close[index]);
  if (at === -1) return open.length === close.length;
  const kinds = [open[at], close[at]].map((one) => one?.split('#')[0]);
  return kinds.every((kind) => kind === 'p') || kinds.every((kind) => kind === 'tr' || kind === 'tc');
}
