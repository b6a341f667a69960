import { combined } from './cell-formula.ts';
import { plainValue, traceOf, type Fact } from './fact.ts';

/** An amount that follows from stated ones. */
export interface DerivedAmount {
  readonly key: string;
  readonly basis: string;
  /** The amounts it is made of, in order. */
  readonly parts: readonly Fact[];
  readonly operation: 'sum' | 'difference';
  /** The rule in words and with the values put in. */
  readonly rule: string;
  readonly substitution: string;
}

/**
 * The sum of the parts, or the first less the others, as a fact with its trace; known as exactly as all parts together, and with a
 * formula when every part has one.
 */
export function derivedAmount({ key, basis, parts, operation, rule, substitution }: DerivedAmount): Fact {
  let fen = 0n;
  let quantum = 0n;
  for (const [index, { value }] of parts.entries()) {
    if (value.kind !== 'amount') throw new Error(`${key} is made of amounts only`);
    fen += operation === 'difference' && index > 0 ? -value.fen : value.fen;
    quantum += value.quantum;
  }
  const cells = parts.flatMap((part) => part.cells);
  const formulas = parts.flatMap(({ formula }) => (formula ? [formula] : []));
  const sign = operation === 'sum' ? '+' : '-';
  const fact: Fact = {
    key,
    value: { kind: 'amount', fen, quantum },
    unit: '元',
    basis,
    cells,
    ...(formulas.length === parts.length
      ? { formula: combined(`(${formulas.map(({ expression }) => expression).join(sign)})`, formulas) }
      : {}),
  };
  const trace = { label: key, rule, substitution, result: plainValue(fact), cells, inputs: parts.map(traceOf) };
  return { ...fact, trace };
}
