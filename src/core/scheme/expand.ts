import { finding, type Finding } from '../findings/finding.ts';
import { directionsOf } from '../ledger/task-rates.ts';
import { keyPart } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fixed, exact, ratio, whole, type Exact } from '../money/exact.ts';
import { EACH_OF } from '../texts/scheme-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { SLOTS } from './slots.ts';
import type { Indicator, MeasureSpec, Scheme } from './scheme.ts';

/**
 * The indicators in force for a department: one that stands for every 履职方向 or every project becomes as many as the department
 * has, and its weight is divided among them to the scheme's precision. Without any direction it stays as it is, and lacks its data.
 *
 * An indicator that names `{项目}` without standing for each is about the project of the workbook, where it has only one, as the
 * form for a project's self-evaluation is for one. Where there are several it stays as it is: its points are those of one project.
 */
export function indicatorsFor(scheme: Scheme, ledger: Ledger): readonly Indicator[] {
  const directions = directionsOf(ledger);
  const { projects } = ledger;
  const [only = ''] = projects;
  return scheme.indicators.flatMap((indicator) => {
    switch (indicator.each) {
      case 'direction':
        return divide(forOnly(indicator), directions, scheme.precision);
      case 'project':
        return divide(indicator, projects, scheme.precision);
      case 'none':
        return [forOnly(indicator)];
    }
  });

  function forOnly(indicator: Indicator): Indicator {
    return projects.length === 1 ? filled(indicator, SLOTS.project, only) : indicator;
  }
}

function divide(indicator: Indicator, names: readonly string[], precision: number): readonly Indicator[] {
  if (indicator.each === 'none') return [indicator];
  const slot = SLOTS[indicator.each];
  if (names.length === 0) return [filled(indicator, slot, EACH_OF[indicator.each])];
  const weights = divided(exact(indicator.weight), names.length, precision);
  return names.map((name, index) => {
    const weight = fixed(weights[index] ?? whole(0), precision);
    return { ...filled(indicator, slot, name), weight };
  });
}

/** Says of every indicator that is about one project that it is not clear which, and of every one for each that there is none. */
export function projectsUnclear(scheme: Scheme, { projects }: Ledger): readonly Finding[] {
  return scheme.indicators
    .filter(({ each }) => (each === 'project' ? projects.length === 0 : projects.length !== 1))
    .filter(({ name, path, measure, rule }) => JSON.stringify([name, path, measure, rule]).includes(SLOTS.project))
    .map(({ name }) =>
      finding('project-unclear', {
        indicator: name,
        count: String(projects.length),
        projects: projects.join(LIST_SEPARATOR),
      }),
    );
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

/** An indicator with a name in the place of a slot; in keys it is a part of the key. */
function filled(indicator: Indicator, slot: string, name: string): Indicator {
  const fill = (text: string): string => text.replaceAll(slot, () => name);
  const put = (text: string): string => text.replaceAll(slot, () => keyPart(name));
  const { measure, rule } = indicator;
  return {
    ...indicator,
    path: indicator.path.map(fill),
    name: fill(indicator.name),
    problem: fill(indicator.problem),
    improvement: fill(indicator.improvement),
    ...(measure === undefined ? {} : { measure: textsOf(measure, put) }),
    ...(rule.kind === 'combination'
      ? // Names of indicators hold the name as it is, keys of facts as a part of a key.
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
