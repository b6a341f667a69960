import { directionsOf } from '../ledger/task-rates.ts';
import { keyPart } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fixed, exact, ratio, whole, type Exact } from '../money/exact.ts';
import type { Indicator, MeasureSpec, Scheme } from './scheme.ts';

const SLOT = '{方向}';

/**
 * The indicators in force for a department: one that stands for every 履职方向 becomes as many as the department has, and its
 * weight is divided among them to the scheme's precision. Without any direction it stays as it is, and lacks its data.
 */
export function indicatorsFor(scheme: Scheme, ledger: Ledger): readonly Indicator[] {
  const directions = directionsOf(ledger);
  return scheme.indicators.flatMap((indicator) => {
    if (!indicator.perDirection || directions.length === 0) return [withoutSlot(indicator)];
    const weights = divided(exact(indicator.weight), directions.length, scheme.precision);
    return directions.map((direction, index) => {
      const weight = fixed(weights[index] ?? whole(0), scheme.precision);
      return { ...filled(indicator, direction), weight };
    });
  });
}

/** Parts as equal as the precision allows that add up exactly; the first get what is left over. */
export function divided(weight: Exact, parts: number, places: number): readonly Exact[] {
  const scale = 10n ** BigInt(places);
  const units = (weight.s * weight.n * scale) / weight.d;
  const share = units / BigInt(parts);
  const rest = units % BigInt(parts);
  const list = Array.from({ length: parts }, (_, index) => ratio(share + (BigInt(index) < rest ? 1n : 0n), scale));
  const lost = weight.sub(ratio(units, scale));
  return list.map((part, index) => (index === 0 ? part.add(lost) : part));
}

function filled(indicator: Indicator, direction: string): Indicator {
  const fill = (text: string): string => text.replaceAll(SLOT, () => direction);
  const put = (text: string): string => text.replaceAll(SLOT, () => keyPart(direction));
  const { measure, rule } = indicator;
  return {
    ...indicator,
    path: indicator.path.map(fill),
    name: fill(indicator.name),
    problem: fill(indicator.problem),
    improvement: fill(indicator.improvement),
    ...(measure === undefined ? {} : { measure: textsOf(measure, put) }),
    ...(rule.kind === 'combination'
      ? // Names of indicators hold the direction as it is, keys of facts as a part of a key.
        {
          rule: {
            ...rule,
            parts: rule.parts.map((part) => ({ ...part, of: (part.of.includes('.') ? put : fill)(part.of) })),
          },
        }
      : {}),
  };
}

/** A measure with every text of it replaced; only texts that hold names can hold a slot. */
function textsOf(measure: MeasureSpec, put: (text: string) => string): MeasureSpec {
  const entries = Object.entries(measure).map(([field, of]) => [field, typeof of === 'string' ? put(of) : of] as const);
  return Object.fromEntries(entries) as MeasureSpec;
}

function withoutSlot(indicator: Indicator): Indicator {
  return indicator.perDirection ? filled(indicator, '履职方向') : indicator;
}
