import type { Block, Inline } from './document.ts';

/** A heading of fixed words inside a section. */
export function subheading(number: number, text: string): Block {
  return { kind: 'heading', level: 3, number, content: [{ kind: 'text', text }] };
}

/** A paragraph for each line that says something. */
export function paragraphs(lines: readonly (readonly Inline[])[]): Block[] {
  return lines.filter((content) => content.length > 0).map((content) => ({ kind: 'paragraph', content }));
}
