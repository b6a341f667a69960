import type { ChangedValue } from '../../ledger/changed-ledger.ts';
import type { Fact } from '../../ledger/fact.ts';
import { ratio } from '../../money/exact.ts';

/** A fact's number in whole steps: 分 for an amount, for a count the last decimal that it is stated in. */
export interface InputNumber {
  readonly steps: bigint;
  /** The fact's value with another number of steps. */
  valueAt(steps: bigint): ChangedValue;
}

/** Undefined for rates and texts, and for a count that is no decimal. */
export function inputNumber({ value }: Fact): InputNumber | undefined {
  switch (value.kind) {
    case 'amount':
      return { steps: value.fen, valueAt: (fen) => ({ ...value, fen }) };
    case 'count': {
      const { s, n, d } = value.count;
      const scale = decimalScale(d);
      if (scale === undefined) return undefined;
      return { steps: (s * n * scale) / d, valueAt: (steps) => ({ ...value, count: ratio(steps, scale) }) };
    }
    case 'rate':
    case 'text':
      return undefined;
  }
}

/** The smallest power of ten that a denominator divides; undefined for one that no decimal has. */
function decimalScale(denominator: bigint): bigint | undefined {
  for (let scale = 1n; scale <= 10n ** 12n; scale *= 10n) if (scale % denominator === 0n) return scale;
  return undefined;
}
