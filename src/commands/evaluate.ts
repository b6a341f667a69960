import { finding, type Finding } from '../core/findings/finding.ts';
import type { Intake } from '../core/intake/intake.ts';
import type { Fact } from '../core/ledger/fact.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { draftReport } from '../core/report/draft.ts';
import type { SchemeInForce } from '../core/scheme/sheet/scheme-in-force.ts';
import type { Scorecard } from '../core/scheme/scorecard.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import { UNTIMED } from '../core/workbook/stopwatch.ts';
import { planWriteBack } from '../core/writeback/plan.ts';
import { rememberingMapping } from '../core/writeback/remember-mapping.ts';
import type { DocumentHost } from '../hosts/ports/document-host.ts';
import type { TemplateHost } from '../hosts/ports/template-host.ts';
import type { Command } from './command.ts';
import { fillTemplate } from './fill-template.ts';
import { scoreWorkbook, type ScoreContext } from './score-workbook.ts';

export interface EvaluateContext extends ScoreContext {
  /** Write the scores back into the workbook; what a person decided is remembered there. */
  readonly writeBack: boolean;
  /** Where to draft the report; absent when none is wanted. */
  readonly document?: DocumentHost;
  /** A bureau's own template to fill instead of drafting the whole report. */
  readonly template?: TemplateHost;
}

/** What an evaluation found; without a scorecard when the workbook or the template cannot be used, and then nothing was written. */
export type EvaluateResult =
  | {
      readonly kind: 'done';
      readonly ledger: Ledger;
      readonly sheets: Intake['sheets'];
      readonly scorecard: Scorecard;
      readonly schemeOrigin: SchemeInForce['origin'];
      /** The facts of the ledger and the rates that the indicators looked at. */
      readonly facts: readonly Fact[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unusable'; readonly which: 'workbook' | 'template'; readonly findings: readonly Finding[] };

/** Reads the workbook, scores it under the scheme, writes the scores back and drafts the report. */
export const evaluate: Command<EvaluateContext, EvaluateResult> = {
  id: 'evaluate',
  label: COMMANDS.evaluate.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, scheme, writeBack, document, template, mapping, stopwatch = UNTIMED }) => {
    const scored = await scoreWorkbook({ spreadsheet, scheme, mapping, stopwatch });
    if (scored.kind === 'unusable') return { ...scored, which: 'workbook' };
    const { workbook, ledger, sheets, schemeOrigin, evaluation } = scored;
    const findings: Finding[] = [...scored.findings];
    const { scorecard } = evaluation;
    const heading = { year: ledger.text('评价年度') ?? '', department: ledger.text('部门名称') ?? '' };
    // Both results are complete before either is handed over, so that a failure leaves neither.
    const target = writeBack ? planWriteBack(workbook, scorecard, heading) : undefined;
    const draft = document === undefined ? undefined : draftReport(ledger, scorecard, evaluation.facts);
    findings.push(...(target?.findings ?? []), ...(draft?.findings ?? []));
    if (template !== undefined) {
      const filled = await fillTemplate(template, ledger, scorecard, evaluation.facts);
      if (filled.kind === 'refused') return { ...filled, kind: 'unusable', which: 'template' };
      findings.push(...filled.findings);
    }
    if (target !== undefined) {
      const plan = rememberingMapping(target.plan, workbook, mapping);
      const { kept } = await stopwatch.time('write', () => spreadsheet.write(plan));
      if (kept.length > 0) findings.push(finding('cell-changed-meanwhile', { count: String(kept.length) }, kept));
    }
    if (draft !== undefined) await document?.draft(draft.document);
    const facts = [...ledger.facts(), ...evaluation.facts];
    return { kind: 'done', ledger, sheets, scorecard, schemeOrigin, facts, findings };
  },
};
