import type { Trace } from '../../core/ledger/trace.ts';
import { placesOf, type Place } from './place.ts';

/** How a result came about, as a tree to draw. */
export interface TraceView {
  readonly label: string;
  readonly rule: string;
  readonly substitution: string;
  readonly result: string;
  readonly clause?: string;
  readonly places: readonly Place[];
  readonly inputs: readonly TraceView[];
}

export function traceView({ label, rule, substitution, result, clause, cells, inputs }: Trace): TraceView {
  return {
    label,
    rule,
    substitution,
    result,
    ...(clause === undefined ? {} : { clause }),
    places: placesOf(cells),
    inputs: inputs.map(traceView),
  };
}
