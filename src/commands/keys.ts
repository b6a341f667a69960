import type { Finding } from '../core/findings/finding.ts';
import { templateKeys, type TemplateKey } from '../core/report/template-keys.ts';
import { loopKeys, type LoopKey } from '../core/report/template/loop-keys.ts';
import { templateContent } from '../core/report/template/template-content.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Command } from './command.ts';
import { scoreWorkbook, type ScoreContext } from './score-workbook.ts';

export type KeysResult =
  | { readonly kind: 'done'; readonly keys: readonly TemplateKey[]; readonly loops: readonly LoopKey[] }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/**
 * Every name that a template or a task's text may use, with its value and source under the workbook and its scheme, and the
 * loops of templates.
 */
export const keys: Command<ScoreContext, KeysResult> = {
  id: 'keys',
  label: COMMANDS.keys.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async (context) => {
    const scored = await scoreWorkbook(context);
    if (scored.kind === 'unusable') return scored;
    const { scorecard, facts } = scored.evaluation;
    return {
      kind: 'done',
      keys: templateKeys(scored.ledger, scorecard, facts),
      loops: loopKeys(templateContent(scored.ledger, scorecard, facts)),
    };
  },
};
