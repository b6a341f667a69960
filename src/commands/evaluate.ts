import { isUnusable, type Finding } from '../core/findings/finding.ts';
import { intake, type Intake } from '../core/intake/intake.ts';
import type { Fact } from '../core/ledger/fact.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { draftReport } from '../core/report/draft.ts';
import { evaluate as evaluateScheme } from '../core/scheme/evaluate.ts';
import { schemeInForce, type SchemeInForce } from '../core/scheme/sheet/scheme-in-force.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import type { Scorecard } from '../core/scheme/scorecard.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Workbook } from '../core/workbook/workbook.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import { UNTIMED, type Stopwatch } from '../core/workbook/stopwatch.ts';
import { planWriteBack } from '../core/writeback/plan.ts';
import { rememberingMapping } from '../core/writeback/remember-mapping.ts';
import type { DocumentHost } from '../hosts/ports/document-host.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';
import type { Command } from './command.ts';

export interface EvaluateContext {
  readonly spreadsheet: SpreadsheetHost;
  /** The scheme that the user chose; without a choice the workbook's own stands, or the one that ships. */
  readonly scheme: Scheme | undefined;
  /** Write the scores back into the workbook. */
  readonly writeBack: boolean;
  /** Where to draft the report; absent when none is wanted. */
  readonly document?: DocumentHost;
  /** What a person decided where the tool is not sure; remembered in the workbook that is written. */
  readonly mapping?: Mapping | undefined;
  readonly stopwatch?: Stopwatch | undefined;
}

/** What an evaluation found; without a scorecard when the workbook cannot be used, and then nothing was written. */
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
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** Reads the workbook, scores it under the scheme, writes the scores back and drafts the report. */
export const evaluate: Command<EvaluateContext, EvaluateResult> = {
  id: 'evaluate',
  label: COMMANDS.evaluate.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, scheme, writeBack, document, mapping, stopwatch = UNTIMED }) => {
    const workbook: Workbook = await spreadsheet.read(stopwatch);
    const { ledger, sheets, findings } = intake(workbook, { mapping, stopwatch });
    const inForce = schemeInForce(workbook, scheme);
    const evaluation = inForce.scheme && evaluateScheme(inForce.scheme, ledger, inForce.places);
    const all: Finding[] = [...findings, ...inForce.findings, ...(evaluation?.findings ?? [])];
    const unusable = all.filter(isUnusable);
    if (evaluation === undefined || unusable.length > 0) return { kind: 'unusable', findings: unusable };
    const { scorecard } = evaluation;
    const heading = { year: ledger.text('评价年度') ?? '', department: ledger.text('部门名称') ?? '' };
    // Both results are complete before either is handed over, so that a failure leaves neither.
    const target = writeBack ? planWriteBack(workbook, scorecard, heading) : undefined;
    const draft = document === undefined ? undefined : draftReport(ledger, scorecard, evaluation.facts);
    all.push(...(target?.findings ?? []), ...(draft?.findings ?? []));
    if (target !== undefined) {
      const plan = rememberingMapping(target.plan, workbook, mapping);
      await stopwatch.time('write', () => spreadsheet.write(plan));
    }
    if (draft !== undefined) await document?.draft(draft.document);
    const facts = [...ledger.facts(), ...evaluation.facts];
    return { kind: 'done', ledger, sheets, scorecard, schemeOrigin: inForce.origin, facts, findings: all };
  },
};
