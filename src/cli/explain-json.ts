import type { ExplainResult } from '../commands/explain.ts';
import type { Trace } from '../core/ledger/trace.ts';
import { showCell } from '../core/workbook/cell-ref.ts';
import { indicatorJson } from './json.ts';
import { whatIfJson } from './what-if-json.ts';

/**
 * How a score or a figure came about, for scripts and the pane: the trace as a tree, and for an indicator what became of it, as
 * in the list of an evaluation, and what would raise its score. All numbers are texts.
 */
export function explanationJson({
  trace,
  result,
  whatIf,
  scorecard,
}: Extract<ExplainResult, { kind: 'done' }>): unknown {
  return {
    name: trace.label,
    indicator: result === undefined ? null : indicatorJson(result, scorecard),
    trace: traceJson(trace),
    whatIf: result === undefined || whatIf === undefined ? null : whatIfJson(whatIf, result, scorecard),
  };
}

function traceJson({ label, rule, substitution, result, cells, clause, inputs }: Trace): unknown {
  return {
    label,
    rule,
    substitution,
    result,
    cells: cells.map(showCell),
    clause: clause ?? null,
    inputs: inputs.map(traceJson),
  };
}
