import { z } from 'zod';
import { maximum, minimum, rounded, whole, type Exact } from '../../money/exact.ts';
import { showRate } from '../../money/prose.ts';
import { TREATMENT_WORDS as WORDS } from '../../texts/scheme-texts.ts';
import { clausesOf, plainClause } from './clauses.ts';
import type { MeasuredKind } from './rule-kind.ts';
import type { Parsed } from './parsed.ts';

/*
 * What is done to a value before its rule looks at it. Tables differ, so each rule says it; without a word the exact value counts.
 */

const treatmentSchema = z.object({
  /** Decimals of the percentage, 四舍五入: 2 makes 98.345% 98.35%. */
  places: z.number().int().min(0).max(6).optional(),
  /** A value above 100% counts as 100%, or counts as it is and is reported. */
  aboveFull: z.enum(['capped', 'flagged']).optional(),
  /** A value below 0 counts as 0, or counts as it is and is reported. */
  negative: z.enum(['zero', 'flagged']).optional(),
});

export type Treatment = z.infer<typeof treatmentSchema>;

/** What every rule over a value may say about it. */
export const treatmentShape = { value: treatmentSchema.optional() };

interface Treated {
  readonly value?: Treatment | undefined;
}

/** The value that the rule looks at. */
export function treatedValue(rule: Treated, value: Exact): Exact {
  const treatment = rule.value ?? {};
  const short = treatment.places === undefined ? value : rounded(value, treatment.places + 2);
  const capped = treatment.aboveFull === 'capped' ? minimum(short, whole(1)) : short;
  return treatment.negative === 'zero' ? maximum(capped, whole(0)) : capped;
}

/** What of a value is to be reported to people. */
export function flagsOf({ value: treatment }: Treated, value: Exact): readonly ('above-full' | 'negative')[] {
  if (treatment?.aboveFull === 'flagged' && value.compare(1) > 0) return ['above-full'];
  return treatment?.negative === 'flagged' && value.compare(0) < 0 ? ['negative'] : [];
}

/** The same as a spreadsheet expression. */
function treatedFormula({ value: treatment = {} }: Treated, value: string): string {
  const short = treatment.places === undefined ? value : `ROUND(${value},${String(treatment.places + 2)})`;
  const capped = treatment.aboveFull === 'capped' ? `MIN(1,${short})` : short;
  return treatment.negative === 'zero' ? `MAX(0,${capped})` : capped;
}

/** A kind of rule over values as it is used: it sees the treated value, and its parameters say the treatment. */
export function withTreatment<R extends Treated>(kind: MeasuredKind<R>): MeasuredKind<R> {
  return {
    ...kind,
    allowed: `${kind.allowed}。${WORDS.allowed}`,
    explain: (rule) => [kind.explain(rule), ...printed(rule)].join('；'),
    evaluate: (rule, weight, value) => {
      const seen = treatedValue(rule, value);
      const scored = kind.evaluate(rule, weight, seen);
      return scored === undefined || seen.equals(value)
        ? scored
        : { ...scored, substitution: WORDS.substitution(showRate(value), showRate(seen), scored.substitution) };
    },
    toFormula: (rule, weight, value) => kind.toFormula(rule, weight, treatedFormula(rule, value)),
    printParameters: (rule) => [kind.printParameters(rule), ...printed(rule)].join('；'),
    parseParameters: (text) => {
      const own: string[] = [];
      const treatment: Treatment = {};
      for (const clause of clausesOf(text)) if (!read(clause, treatment)) own.push(clause);
      const rest = kind.parseParameters(own.join('；'));
      return rest.status === 'problem'
        ? { ...rest, allowed: `${rest.allowed}。${WORDS.allowed}` }
        : (withValue(rest, treatment) satisfies Parsed<R>);
    },
  };
}

function withValue<R extends Treated>(rest: { status: 'rule'; rule: R }, treatment: Treatment): Parsed<R> {
  return Object.keys(treatment).length === 0 ? rest : { ...rest, rule: { ...rest.rule, value: treatment } };
}

function printed({ value: { places, aboveFull, negative } = {} }: Treated): readonly string[] {
  return [
    ...(places === undefined ? [] : [WORDS.places(String(places))]),
    ...(aboveFull === undefined ? [] : [WORDS.aboveFull[aboveFull]]),
    ...(negative === undefined ? [] : [WORDS.negative[negative]]),
  ];
}

/** Reads a clause into the treatment; false when it is about something else. */
function read(clause: string, into: Treatment): boolean {
  const plain = plainClause(clause);
  for (let places = 0; places <= 6; places++) {
    if (plain !== plainClause(WORDS.places(String(places)))) continue;
    into.places = places;
    return true;
  }
  for (const choice of ['capped', 'flagged'] as const) {
    if (plain !== WORDS.aboveFull[choice]) continue;
    into.aboveFull = choice;
    return true;
  }
  for (const choice of ['zero', 'flagged'] as const) {
    if (plain !== WORDS.negative[choice]) continue;
    into.negative = choice;
    return true;
  }
  return false;
}
