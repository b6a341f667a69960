import { inlinesOf, type Inline, type ReportDocument } from '../../../src/core/report/document.ts';
import { draftReport, type Draft, type DraftOptions } from '../../../src/core/report/draft.ts';
import { deriveTasks } from '../../../src/core/ledger/task-rates.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { Scheme } from '../../../src/core/scheme/scheme.ts';
import { derivedLedger, type LedgerInput } from './ledgers.ts';

export { inlinesOf };

/** The report of what a ledger was told, under a scheme. */
export function drafted(input: LedgerInput, scheme: Scheme, options?: DraftOptions): Draft {
  const ledger = derivedLedger(input);
  deriveTasks(ledger);
  const { scorecard, facts } = evaluate(scheme, ledger);
  return draftReport(ledger, scorecard, facts, options);
}

export function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

/** The report as a person reads it, a line a block; tables left out. */
export function linesOf({ blocks }: ReportDocument): readonly string[] {
  return blocks.filter(({ kind }) => kind !== 'table').map((block) => textOf(inlinesOf(block)));
}

/** The lines under a heading up to the next one of the same level or above. */
export function sectionOf({ blocks }: ReportDocument, title: string): readonly string[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && textOf(block.content) === title);
  const head = blocks[at];
  if (head?.kind !== 'heading') throw new Error(`no heading ${title}`);
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(
    (block) => block.kind === 'signature' || (block.kind === 'heading' && block.level <= head.level),
  );
  return rest.slice(0, end < 0 ? undefined : end).map((block) => textOf(inlinesOf(block)));
}
