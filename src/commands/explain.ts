import { isUnusable, type Finding } from '../core/findings/finding.ts';
import { intake } from '../core/intake/intake.ts';
import { traceOf } from '../core/ledger/fact.ts';
import type { Trace } from '../core/ledger/trace.ts';
import { evaluate as evaluateScheme } from '../core/scheme/evaluate.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import { nearestNames, sameLabel } from '../core/workbook/labels.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';
import type { Command } from './command.ts';

export interface ExplainContext {
  readonly spreadsheet: SpreadsheetHost;
  /** What a person decided where the tool is not sure. */
  readonly mapping?: Mapping | undefined;
  readonly scheme: Scheme;
  /** The indicator's name, or the key of a fact. */
  readonly name: string;
}

export type ExplainResult =
  | { readonly kind: 'done'; readonly trace: Trace }
  /** No indicator or fact has the name; the nearest known ones, or all indicators. */
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** How one score or figure came about: rule, values, cells and clause, as a tree. */
export const explain: Command<ExplainContext, ExplainResult> = {
  id: 'explain',
  label: COMMANDS.explain.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, mapping, scheme, name }) => {
    const { ledger, findings } = intake(await spreadsheet.read(), { mapping });
    const evaluation = evaluateScheme(scheme, ledger);
    const unusable = [...findings, ...evaluation.findings].filter(isUnusable);
    if (unusable.length > 0) return { kind: 'unusable', findings: unusable };
    const { results } = evaluation.scorecard;
    const result = results.find(({ indicator }) => sameLabel(indicator.name, name));
    if (result !== undefined) return { kind: 'done', trace: result.trace };
    const facts = [...ledger.facts(), ...evaluation.facts];
    const fact = facts.find(({ key }) => key === name);
    if (fact !== undefined) return { kind: 'done', trace: traceOf(fact) };
    const indicators = results.map(({ indicator }) => indicator.name);
    const near = nearestNames(name, [...indicators, ...facts.map(({ key }) => key)]);
    return { kind: 'unknown', known: near.length > 0 ? near : indicators };
  },
};
