import { finding, type Finding } from '../../../../core/findings/finding.ts';
import type { Inline, ReportDocument } from '../../../../core/report/document.ts';
import { checkTemplate } from '../../../../core/report/template/check-template.ts';
import type { TemplateContent } from '../../../../core/report/template/template-content.ts';
import type { TemplateFind } from '../../../../core/report/template/template-place.ts';
import { TEMPLATE } from '../../../../core/texts/report-template-texts.ts';
import { LIST_SEPARATOR, todoWords } from '../../../../core/texts/terms.ts';
import type { TemplateHost, TemplateOutcome } from '../../../ports/template-host.ts';
import { carriedData } from '../../../../core/links/carried-data.ts';
import { linkedInlines, nameControls } from '../../../../core/links/control-names.ts';
import { expandTemplate, LayoutFault, MOST_ROUNDS, type Expanded } from './expand-template.ts';
import { findTags } from './find-tags.ts';
import { identified, Marks } from './marks.ts';
import { putWords } from './put-words.ts';
import { TemplatePackage, type TextPart } from './template-package.ts';

interface FoundPart extends TextPart {
  readonly finds: readonly TemplateFind[];
}

/** A template as a .docx file in memory. */
export class TemplateFile implements TemplateHost {
  #bytes: Uint8Array | undefined;

  private constructor(
    private readonly contents: TemplatePackage,
    private readonly parts: readonly FoundPart[],
  ) {}

  /** @throws UnusableFile when the file is no .docx document, has a password, is damaged or too large */
  static async open(bytes: Uint8Array): Promise<TemplateFile> {
    const contents = await TemplatePackage.open(bytes);
    const parts = contents.texts().map((part) => ({ ...part, finds: findTags(part.xml, part.kind) }));
    return new TemplateFile(
      contents,
      parts.filter(({ finds }) => finds.length > 0),
    );
  }

  async fill(content: TemplateContent): Promise<TemplateOutcome> {
    const faults = this.#faults(content);
    if (faults.length > 0) return { kind: 'refused', findings: faults };
    const marks = new Marks(this.parts.map(({ xml }) => xml));
    const expanded = this.#expanded(content, marks);
    if (expanded instanceof LayoutFault) {
      const tags = expanded.tags.map((tag) => `{${tag}}`).join(LIST_SEPARATOR);
      return { kind: 'refused', findings: [finding('template-layout', { tags })] };
    }
    if (expanded.tooLong) {
      return { kind: 'refused', findings: [finding('template-too-long', { limit: String(MOST_ROUNDS) })] };
    }
    const lines = identified(expanded.parts.values(), marks, expanded.words);
    const report = reportOf(content, [...lines.values()].flat(2));
    const linked = linkedInlines(report);
    const names = nameControls(linked, controlsIn(expanded.parts.values()));
    const texts = [...expanded.parts].map(([name, xml]) => [name, putWords(xml, name, marks, lines, names)] as const);
    this.#bytes = await this.contents.filled(new Map(texts), carriedData(report, names));
    return { kind: 'filled', todos: linked.flatMap(({ kind, text }) => (kind === 'todo' ? [todoWords(text)] : [])) };
  }

  /**
   * The filled file.
   * @throws Error when it was not filled yet.
   */
  bytes(): Uint8Array {
    if (this.#bytes === undefined) throw new Error('The template was not filled.');
    return this.#bytes;
  }

  #faults(content: TemplateContent): readonly Finding[] {
    if (this.parts.length === 0) return [finding('template-blank', { example: TEMPLATE.example })];
    return checkTemplate(
      this.parts.map(({ finds }) => finds),
      content,
    );
  }

  #expanded(content: TemplateContent, marks: Marks): Expanded | LayoutFault {
    try {
      return expandTemplate(this.parts, content.root, marks);
    } catch (error) {
      if (error instanceof LayoutFault) return error;
      throw error;
    }
  }
}

/** What the file carries, in the shape of a report: its words are those of the template. */
function reportOf({ title, department, year, facts }: TemplateContent, content: readonly Inline[]): ReportDocument {
  return { title, department, year, facts, blocks: [{ kind: 'paragraph', content }] };
}

/** The tags and numbers of the content controls that the template has of its own. */
function controlsIn(parts: Iterable<string>): {
  readonly tags: readonly string[];
  readonly numbers: readonly number[];
} {
  const all = [...parts].join('');
  const values = (name: string): readonly string[] =>
    [...all.matchAll(new RegExp(`<w:${name} w:val="([^"]*)"`, 'gu'))].map(([, value = '']) => value);
  return { tags: values('tag'), numbers: values('id').map(Number) };
}
