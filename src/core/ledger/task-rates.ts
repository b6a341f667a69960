import { finding, type Finding } from '../findings/finding.ts';
import { ratio, whole } from '../money/exact.ts';
import { showCount, showRate } from '../money/prose.ts';
import { TARGETS_MET, TARGETS_MET_OF } from '../texts/ledger-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { combined } from './cell-formula.ts';
import { plainValue, showFact, traceOf, type Fact } from './fact.ts';
import { directionKey, outputKey } from './keys.ts';
import { numberOf, type Ledger } from './ledger.ts';
import { quotient } from './quotient.ts';
import type { Trace } from './trace.ts';

/** The 履职方向 in the order of the tasks. */
export function directionsOf(ledger: Ledger): readonly string[] {
  return [...groupsOf(ledger).values()].map(({ direction }) => direction);
}

interface Group {
  readonly direction: string;
  readonly outputs: string[];
}

const GROUPS = new WeakMap<Ledger['tasks'], ReadonlyMap<string, Group>>();

/** The outputs of each 履职方向 by the key of its rate; tasks never change, so they are sorted once for all who ask. */
function groupsOf({ tasks }: Ledger): ReadonlyMap<string, Group> {
  const known = GROUPS.get(tasks);
  if (known !== undefined) return known;
  const groups = new Map<string, Group>();
  for (const { direction, outputs } of tasks) {
    if (direction === '') continue;
    const key = directionKey(direction);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { direction, outputs: [...outputs] });
    else group.outputs.push(...outputs);
  }
  GROUPS.set(tasks, groups);
  return groups;
}

/**
 * Adds how far each output reached its target and, for each 履职方向, the share of its targets that were reached:
 * 达到计划值的产出指标数 ÷ 设有计划值的产出指标数. A direction without any target, or with a target whose actual value is not
 * stated, gets no rate.
 */
export function deriveTasks(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { outputs } of ledger.tasks) {
    for (const output of outputs) {
      const key = outputKey(output, '完成率');
      const planned = outputKey(output, '计划值');
      const numerator = outputKey(output, '实际值');
      const spec = { key, numerator, denominator: planned, basis: planned };
      const rate = quotient(ledger, spec);
      if (rate.status === 'value') ledger.add({ ...rate.value, derivation: { kind: 'quotient', spec } });
      if (!ledger.has(planned) && ledger.has(numerator)) {
        findings.push(finding('target-unset', { output }, ledger.cells(numerator)));
      }
    }
  }
  for (const direction of directionsOf(ledger)) {
    const rate = directionRate(ledger, direction);
    if (rate === undefined) continue;
    ledger.add({ ...rate, derivation: { kind: 'targets', direction } });
    for (const { cells, ...params } of unmetTargets(ledger, directionKey(direction))) {
      findings.push(finding('target-missed', params, cells));
    }
  }
  return findings;
}

interface Target {
  readonly output: string;
  readonly planned: Fact;
  readonly actual: Fact;
  readonly met: boolean;
}

/** The targets behind a direction's rate that were not reached, for its deduction's reason. */
export function unmetTargets(
  ledger: Ledger,
  key: string,
): readonly { output: string; planned: string; actual: string; cells: readonly CellRef[] }[] {
  return (targetsOf(ledger, key) ?? [])
    .filter(({ met }) => !met)
    .map(({ output, planned, actual }) => ({
      output,
      planned: showPlain(planned),
      actual: showPlain(actual),
      cells: [...actual.cells, ...planned.cells],
    }));
}

/** The actual values that keep a direction's rate from being computed; empty when nothing of it is planned. */
export function missingTargets(ledger: Ledger, key: string): readonly string[] {
  return (groupsOf(ledger).get(key)?.outputs ?? [])
    .filter((output) => ledger.has(outputKey(output, '计划值')) && !ledger.has(outputKey(output, '实际值')))
    .map((output) => outputKey(output, '实际值'));
}

/** The targets behind the rate `key`; undefined when an actual value is missing or when it is no 履职方向's rate. */
function targetsOf(ledger: Ledger, key: string): readonly Target[] | undefined {
  const group = groupsOf(ledger).get(key);
  if (group === undefined) return undefined;
  const targets: Target[] = [];
  for (const output of group.outputs) {
    const planned = ledger.get(outputKey(output, '计划值'));
    const actual = ledger.get(outputKey(output, '实际值'));
    if (planned === undefined) continue;
    const target = numberOf(planned);
    const reached = actual === undefined ? undefined : numberOf(actual);
    if (actual === undefined || reached === undefined || target === undefined) return undefined;
    targets.push({ output, planned, actual, met: reached.compare(target) >= 0 });
  }
  return targets;
}

/** The share of a 履职方向's targets that were reached, as a fact; undefined without targets or with an actual value missing. */
export function directionRate(ledger: Ledger, direction: string): Fact | undefined {
  const targets = targetsOf(ledger, directionKey(direction));
  if (targets === undefined || targets.length === 0) return undefined;
  const met = targets.filter((target) => target.met).length;
  const rate = ratio(BigInt(met), BigInt(targets.length));
  const cells = [...targets.map(({ actual }) => actual), ...targets.map(({ planned }) => planned)].flatMap(
    (fact) => fact.cells,
  );
  const formulas = [...targets.map(({ actual }) => actual), ...targets.map(({ planned }) => planned)].flatMap(
    ({ formula }) => (formula ? [formula] : []),
  );
  const terms = targets.map(
    ({ actual, planned }) => `(${actual.formula?.expression ?? ''}>=${planned.formula?.expression ?? ''})`,
  );
  return {
    key: directionKey(direction),
    value: { kind: 'rate', rate },
    unit: '%',
    basis: TARGETS_MET,
    cells,
    ...(formulas.length === 2 * targets.length
      ? { formula: combined(`(${terms.join('+')})/${String(targets.length)}`, formulas) }
      : {}),
    trace: {
      label: directionKey(direction),
      rule: TARGETS_MET,
      substitution: TARGETS_MET_OF(met, targets.length),
      result: showRate(rate),
      cells,
      inputs: targets.map(({ output, actual, planned }): Trace => ({
        label: output,
        rule: '实际值 ÷ 计划值',
        substitution: `${plainValue(actual)} ÷ ${plainValue(planned)}`,
        result: numberOf(planned)?.equals(whole(0)) ? showFact(actual) : showRate(shareOf(actual, planned)),
        cells: [...actual.cells, ...planned.cells],
        inputs: [traceOf(actual), traceOf(planned)],
      })),
    },
  };
}

function shareOf(actual: Fact, planned: Fact): ReturnType<typeof whole> {
  return (numberOf(actual) ?? whole(0)).div(numberOf(planned) ?? whole(1));
}

/** The number itself, whatever words the department has for it. */
function showPlain(fact: Fact): string {
  return fact.value.kind === 'count' ? showCount(fact.value.count, fact.unit) : showFact(fact);
}
