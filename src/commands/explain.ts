import type { Finding } from '../core/findings/finding.ts';
import { traceOf } from '../core/ledger/fact.ts';
import type { Trace } from '../core/ledger/trace.ts';
import type { IndicatorResult, Scorecard } from '../core/scheme/scorecard.ts';
import { whatIf, type WhatIf } from '../core/scheme/what-if/what-if.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import { sameLabel } from '../core/workbook/labels.ts';
import { nearestNames } from '../core/workbook/name-index.ts';
import type { Command } from './command.ts';
import { scoreWorkbook, type ScoreContext } from './score-workbook.ts';

export interface ExplainContext extends ScoreContext {
  /** The indicator's name, or the key of a fact. */
  readonly name: string;
}

export type ExplainResult =
  | {
      readonly kind: 'done';
      readonly trace: Trace;
      /** What became of the indicator; undefined when the name is that of a fact. */
      readonly result: IndicatorResult | undefined;
      /** What would raise its score; undefined when the name is that of a fact. */
      readonly whatIf: WhatIf | undefined;
      readonly scorecard: Scorecard;
    }
  /** No indicator or fact has the name; the nearest known ones, or all indicators. */
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** How one score or figure came about: rule, values, cells and clause, as a tree. */
export const explain: Command<ExplainContext, ExplainResult> = {
  id: 'explain',
  label: COMMANDS.explain.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, mapping, scheme, name }) => {
    const scored = await scoreWorkbook({ spreadsheet, scheme, mapping });
    if (scored.kind === 'unusable') return scored;
    const { ledger, evaluation } = scored;
    const { scorecard } = evaluation;
    const { results } = scorecard;
    const result = results.find(({ indicator }) => sameLabel(indicator.name, name));
    if (result !== undefined) {
      return { kind: 'done', trace: result.trace, result, whatIf: whatIf(scorecard, ledger)(result), scorecard };
    }
    const facts = [...ledger.facts(), ...evaluation.facts];
    const fact = facts.find(({ key }) => key === name);
    if (fact !== undefined)
      return { kind: 'done', trace: traceOf(fact), result: undefined, whatIf: undefined, scorecard };
    const indicators = results.map(({ indicator }) => indicator.name);
    const near = nearestNames(name, [...indicators, ...facts.map(({ key }) => key)]);
    return { kind: 'unknown', known: near.length > 0 ? near : indicators };
  },
};
