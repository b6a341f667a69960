import { z } from 'zod';
import type { Block, Inline, ReportDocument } from '../src/core/report/document.ts';
import data from './template-blocks.json' with { type: 'json' };

/*
 * The template that shows how: a report in the layout of our own, whose words are placeholders, loops and conditions. The words
 * are our own; nothing is taken from a bureau's form.
 */
const lines = z.array(z.string());
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['attachment-label', 'title', 'paragraph', 'signature']), lines }),
  z.object({ kind: z.literal('heading'), level: z.literal([1, 2, 3]), number: z.number(), lines }),
  z.object({
    kind: z.literal('table'),
    title: z.string(),
    unit: z.string(),
    /** Header, alignment, share of the width. */
    columns: z.array(z.tuple([z.string(), z.enum(['left', 'center', 'right']), z.number()])),
    rows: z.array(lines),
  }),
]);

const words = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'text', text }]);

function blockOf(one: z.infer<typeof block>): Block {
  switch (one.kind) {
    case 'title':
    case 'signature':
      return { kind: one.kind, lines: one.lines.map(words) };
    case 'heading':
      return { kind: 'heading', level: one.level, number: one.number, content: one.lines.flatMap(words) };
    case 'table':
      return {
        ...one,
        title: words(one.title),
        columns: one.columns.map(([header, align, width]) => ({ header, align, width })),
        rows: one.rows.map((row) => row.map(words)),
      };
    case 'attachment-label':
    case 'paragraph':
      return { kind: one.kind, content: one.lines.flatMap(words) };
  }
}

/** The template as a report that is still all placeholders. */
export function templateReport(): ReportDocument {
  return {
    title: data.title,
    department: '',
    year: '',
    blocks: z.array(block).parse(data.blocks).map(blockOf),
    facts: [],
  };
}
