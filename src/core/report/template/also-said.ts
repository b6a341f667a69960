import type { Inline, ReportDocument } from '../document.ts';
import { inlinesOf } from '../document.ts';
import type { TemplateContent } from './template-content.ts';
import type { TemplateLoop, TemplateScope } from './template-scope.ts';

/** The mark in front of the key of something that is left to fill in; see `Phrases.todo`. */
const TODO_PREFIX = '待补充.';

/**
 * A draft with what a filled template says beyond it, as one paragraph more: a document made from a template is compared with
 * that.
 * @param ids the ids of the phrases that the document carries
 * @param content what templates are filled with now; asked for only when the draft lacks a phrase
 */
export function alsoSaid(
  report: ReportDocument,
  ids: readonly string[],
  content: () => TemplateContent,
): ReportDocument {
  const drafted = new Set(
    report.blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'text' ? [] : [keyOf(inline)])),
  );
  const names = new Set(ids.map(nameOf).filter((name) => !drafted.has(name)));
  if (names.size === 0) return report;
  const said = new Map<string, Inline>();
  const take = (scope: TemplateScope, name: string): void => {
    for (const inline of scope.words(name)?.lines.flat() ?? []) {
      if (inline.kind === 'text') continue;
      const key = keyOf(inline);
      if (names.has(nameOf(key)) && !drafted.has(key) && !said.has(key)) said.set(key, { ...inline, id: key });
    }
  };
  const { root, loops } = content();
  for (const name of names) take(root, name);
  for (const scope of roundsOf(root, loops)) for (const field of scope.fields) take(scope.round, field);
  return { ...report, blocks: [...report.blocks, { kind: 'paragraph', content: [...said.values()] }] };
}

function keyOf({ id, key = id }: Exclude<Inline, { kind: 'text' }>): string {
  return key;
}

/** The name that an id is of: without the number of its place, and without the mark of what is missing. */
function nameOf(id: string): string {
  const key = id.replace(/#\d+$/u, '');
  return key.startsWith(TODO_PREFIX) ? key.slice(TODO_PREFIX.length) : key;
}

function* roundsOf(
  scope: TemplateScope,
  loops: readonly TemplateLoop[],
): Generator<{ readonly round: TemplateScope; readonly fields: readonly string[] }> {
  for (const { name, fields, loops: inner } of loops) {
    for (const round of scope.rounds(name) ?? []) {
      yield { round, fields };
      yield* roundsOf(round, inner);
    }
  }
}
