import Fraction from 'fraction.js';

/** An exact rational number; rates, scores and counts are of this type, so nothing is lost before printing. */
export type Exact = Fraction;

/** `numerator ÷ denominator`. @throws when the denominator is 0; callers decide what 0/0 means before they divide. */
export function ratio(numerator: bigint, denominator: bigint): Exact {
  return new Fraction(numerator, denominator);
}

/** The exact value of a whole number. */
export function whole(value: bigint | number): Exact {
  return new Fraction(BigInt(value));
}

/** The exact value of a decimal text such as `0.5`, as written in a scheme. @throws on anything else. */
export function exact(text: string): Exact {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a decimal: ${text}`);
  return new Fraction(text);
}

/** `numerator ÷ denominator`, rounded half away from zero (四舍五入) to a whole number. The denominator is positive. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The value rounded half up to a number of decimal places, still exact. */
export function rounded(value: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places);
  return new Fraction(roundHalfUp(value.s * value.n * scale, value.d), scale);
}

/** The decimal text with exactly `places` decimals, rounded half up once: `fixed(1/3, 2)` is `0.33`. Never `-0.00`. */
export function fixed(value: Exact, places: number): string {
  const units = roundHalfUp(value.s * value.n * 10n ** BigInt(places), value.d);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Like `fixed`, without trailing zeros: `99.0` prints `99`. */
export function trimmed(value: Exact, places: number): string {
  return fixed(value, places)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** The double nearest to an exact value, for a spreadsheet cell. Only hosts' cells hold doubles; nothing is computed from it. */
export function asDouble(value: Exact): number {
  return value.valueOf();
}

export function minimum(a: Exact, b: Exact): Exact {
  return a.compare(b) <= 0 ? a : b;
}

export function maximum(a: Exact, b: Exact): Exact {
  return a.compare(b) >= 0 ? a : b;
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.add(value), whole(0));
}
