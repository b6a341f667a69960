import { isUnusable, type Finding } from '../core/findings/finding.ts';
import { intake, type Intake } from '../core/intake/intake.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { evaluate, type Evaluation } from '../core/scheme/evaluate.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { schemeInForce, type SchemeInForce } from '../core/scheme/sheet/scheme-in-force.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import { UNTIMED, type Stopwatch } from '../core/workbook/stopwatch.ts';
import type { Workbook } from '../core/workbook/workbook.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';

export interface ScoreContext {
  readonly spreadsheet: SpreadsheetHost;
  /** The scheme that the user chose; without a choice the workbook's own stands, or the one that ships. */
  readonly scheme: Scheme | undefined;
  /** What a person decided where the tool is not sure. */
  readonly mapping?: Mapping | undefined;
  readonly stopwatch?: Stopwatch | undefined;
}

export type ScoredWorkbook =
  | {
      readonly kind: 'scored';
      readonly workbook: Workbook;
      readonly ledger: Ledger;
      readonly sheets: Intake['sheets'];
      readonly schemeOrigin: SchemeInForce['origin'];
      readonly evaluation: Evaluation;
      /** What reading, the scheme and scoring have to tell, in this order. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** Reads a workbook and scores it; nothing is written. */
export async function scoreWorkbook(context: ScoreContext): Promise<ScoredWorkbook> {
  const { spreadsheet, scheme, mapping, stopwatch = UNTIMED } = context;
  const workbook = await spreadsheet.read(stopwatch);
  const { ledger, sheets, findings: read } = intake(workbook, { mapping, stopwatch });
  const inForce = schemeInForce(workbook, scheme);
  const evaluation = inForce.scheme && evaluate(inForce.scheme, ledger, inForce.places);
  const findings = [...read, ...inForce.findings, ...(evaluation?.findings ?? [])];
  const unusable = findings.filter(isUnusable);
  if (evaluation === undefined || unusable.length > 0) return { kind: 'unusable', findings: unusable };
  return { kind: 'scored', workbook, ledger, sheets, schemeOrigin: inForce.origin, evaluation, findings };
}
