import type { RefreshResult } from '../commands/refresh.ts';
import type { Link } from '../core/links/link.ts';
import { findingJson } from './json.ts';

/** The result of a refresh for scripts. The states of the links are those that were found, before anything was updated. */
export function refreshJson({ check, updated, kept, findings }: Extract<RefreshResult, { kind: 'done' }>): object {
  const of = (state: Link['state']): number => check.links.filter((link) => link.state === state).length;
  return {
    counts: {
      same: of('same'),
      dataChanged: of('data-changed'),
      textEdited: of('text-edited'),
      sourceMissing: of('source-missing'),
    },
    links: check.links.map((link) => ({
      tag: link.tag,
      index: link.index,
      id: link.id,
      kind: link.kind,
      state: link.state,
      dataChanged: link.dataChanged,
      written: link.written ?? null,
      current: link.current,
      fresh: link.fresh ?? null,
      source: link.source,
      where: { paragraph: link.paragraph, offset: link.offset },
      updated: updated.includes(link),
    })),
    deleted: check.deleted,
    unplaced: check.unplaced,
    others: check.others,
    kept,
    findings: findings.map(findingJson),
  };
}
