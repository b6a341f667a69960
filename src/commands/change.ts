import type { Finding } from '../core/findings/finding.ts';
import type { Scorecard } from '../core/scheme/scorecard.ts';
import { sensitivity, type AmountChange, type Sensitivity } from '../core/scheme/sensitivity.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Command } from './command.ts';
import { scoreWorkbook, type ScoreContext } from './score-workbook.ts';

export interface ChangeContext extends ScoreContext {
  /** The key of the amount to change. */
  readonly key: string;
  readonly change: AmountChange;
}

export type ChangeResult =
  | {
      readonly kind: 'done';
      readonly sensitivity: Extract<Sensitivity, { kind: 'done' }>;
      readonly scorecard: Scorecard;
    }
  | Exclude<Sensitivity, { kind: 'done' }>
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** Which points move when one amount changes; nothing is written. */
export const change: Command<ChangeContext, ChangeResult> = {
  id: 'change',
  label: COMMANDS.change.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, scheme, mapping, key, change: wanted }) => {
    const scored = await scoreWorkbook({ spreadsheet, scheme, mapping });
    if (scored.kind === 'unusable') return scored;
    const { scorecard } = scored.evaluation;
    const result = sensitivity(scorecard, scored.ledger, key, wanted);
    return result.kind === 'done' ? { kind: 'done', sensitivity: result, scorecard } : result;
  },
};
