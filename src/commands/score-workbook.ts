import { isUnusable, type Finding } from '../core/findings/finding.ts';
import { intake } from '../core/intake/intake.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { evaluate, type Evaluation } from '../core/scheme/evaluate.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { schemeInForce } from '../core/scheme/sheet/scheme-in-force.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';

export type ScoredWorkbook =
  | { readonly kind: 'scored'; readonly ledger: Ledger; readonly evaluation: Evaluation }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/**
 * Reads a workbook and scores it, for those who only look: nothing is written.
 * @param scheme the one that the user chose; without a choice the workbook's own stands, or the one that ships
 * @param mapping what a person decided where the tool is not sure
 */
export async function scoreWorkbook(
  spreadsheet: SpreadsheetHost,
  scheme: Scheme | undefined,
  mapping: Mapping | undefined,
): Promise<ScoredWorkbook> {
  const workbook = await spreadsheet.read();
  const { ledger, findings } = intake(workbook, { mapping });
  const inForce = schemeInForce(workbook, scheme);
  const evaluation = inForce.scheme && evaluate(inForce.scheme, ledger, inForce.places);
  const unusable = [...findings, ...inForce.findings, ...(evaluation?.findings ?? [])].filter(isUnusable);
  if (evaluation === undefined || unusable.length > 0) return { kind: 'unusable', findings: unusable };
  return { kind: 'scored', ledger, evaluation };
}
