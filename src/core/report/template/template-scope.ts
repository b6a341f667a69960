import type { Inline } from '../document.ts';

/** What a name stands for in one place of a template. */
export interface TemplateWords {
  /**
   * One list of inlines a line; several lines are several paragraphs. Ids are given anew where the words are put: what they say
   * is `key`, or `id` where there is none.
   */
  readonly lines: readonly (readonly Inline[])[];
  /** Whether a condition on the name holds: there is something, and it is not 0. */
  readonly holds: boolean;
}

/** What names stand for: in the whole template, or in one round of a loop. */
export interface TemplateScope {
  /** Undefined for what is no name here. */
  words(name: string): TemplateWords | undefined;
  /** The rounds of a loop; undefined for what is no loop here. */
  rounds(loop: string): readonly TemplateScope[] | undefined;
}

/** A loop, whatever the workbook holds: its name, what may stand inside it, and the loops inside it. */
export interface TemplateLoop {
  readonly name: string;
  readonly fields: readonly string[];
  readonly loops: readonly TemplateLoop[];
}

/** One inline as the words for a name. */
export function said(inline: Inline, holds = inline.kind === 'phrase'): TemplateWords {
  return { lines: [[inline]], holds };
}

/** Inlines in a row as the words for a name. */
export function sentence(content: readonly Inline[], holds = content.length > 0): TemplateWords {
  return { lines: [content], holds };
}
