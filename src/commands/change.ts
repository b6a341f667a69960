import type { Finding } from '../core/findings/finding.ts';
import type { Scorecard } from '../core/scheme/scorecard.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { sensitivity, type AmountChange, type Sensitivity } from '../core/scheme/sensitivity.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';
import type { Command } from './command.ts';
import { scoreWorkbook } from './score-workbook.ts';

export interface ChangeContext {
  readonly spreadsheet: SpreadsheetHost;
  /** The scheme that the user chose; without a choice the workbook's own stands, or the one that ships. */
  readonly scheme: Scheme | undefined;
  /** What a person decided where the tool is not sure. */
  readonly mapping?: Mapping | undefined;
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
    const scored = await scoreWorkbook(spreadsheet, scheme, mapping);
    if (scored.kind === 'unusable') return scored;
    const { scorecard } = scored.evaluation;
    const result = sensitivity(scorecard, scored.ledger, key, wanted);
    return result.kind === 'done' ? { kind: 'done', sensitivity: result, scorecard } : result;
  },
};
