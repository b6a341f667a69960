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

/** What a person chose. */
export interface ScoreChoices {
  /** The scheme that the user chose; without a choice the workbook's own stands, or the one that ships. */
  readonly scheme: Scheme | undefined;
  /** What a person decided where the tool is not sure. */
  readonly mapping?: Mapping | undefined;
  readonly stopwatch?: Stopwatch | undefined;
}

export interface ScoreContext extends ScoreChoices {
  readonly spreadsheet: SpreadsheetHost;
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

/** A workbook as read and scored, whether it can be used or not. */
export interface Scoring {
  readonly intake: Intake;
  readonly inForce: SchemeInForce;
  /** Undefined when the workbook's own scheme cannot be used. */
  readonly evaluation: Evaluation | undefined;
  /** What reading, the scheme and scoring have to tell, in this order. */
  readonly findings: readonly Finding[];
  /** Those after which nothing may be computed or written. */
  readonly unusable: readonly Finding[];
}

/** Reads a workbook and scores it; nothing is written. */
export async function scoreWorkbook({ spreadsheet, ...choices }: ScoreContext): Promise<ScoredWorkbook> {
  const workbook = await spreadsheet.read(choices.stopwatch ?? UNTIMED);
  const { intake: read, inForce, evaluation, findings, unusable } = scoringOf(workbook, choices);
  if (evaluation === undefined || unusable.length > 0) return { kind: 'unusable', findings: unusable };
  const { ledger, sheets } = read;
  return { kind: 'scored', workbook, ledger, sheets, schemeOrigin: inForce.origin, evaluation, findings };
}

/** Scores a workbook that was read. */
export function scoringOf(workbook: Workbook, { scheme, mapping, stopwatch = UNTIMED }: ScoreChoices): Scoring {
  const read = intake(workbook, { mapping, stopwatch });
  const inForce = schemeInForce(workbook, scheme);
  const evaluation = inForce.scheme && evaluate(inForce.scheme, read.ledger, inForce.places);
  const findings = [...read.findings, ...inForce.findings, ...(evaluation?.findings ?? [])];
  return { intake: read, inForce, evaluation, findings, unusable: findings.filter(isUnusable) };
}
