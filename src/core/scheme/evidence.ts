import { finding, type Finding } from '../findings/finding.ts';
import type { Evidence, Judgement } from '../ledger/judgement.ts';
import { EVIDENCE } from '../texts/scheme-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { isReason } from './reasons.ts';
import { isJudgedRule } from './rules/rules.ts';
import type { IndicatorResult } from './scorecard.ts';

/** The 佐证材料 that the answers to an indicator name, each once; a dash or 无 names none. */
export function evidenceOf(judgements: readonly Judgement[]): readonly Evidence[] {
  const list = new Map<string, Evidence>();
  for (const { evidence } of judgements) {
    if (evidence === undefined || !(isReason(evidence.name) || isReason(evidence.where))) continue;
    const key = `${evidence.name}\n${evidence.where}`;
    if (!list.has(key)) list.set(key, evidence);
  }
  return [...list.values()];
}

/** Evidence as one text: `会议纪要（档案室）；采购台账`. */
export function showEvidence(list: readonly Evidence[]): string {
  return list.map(({ name, where }) => EVIDENCE.one(name, where)).join(EVIDENCE.separator);
}

/** The indicators that people scored without naming any 佐证材料, in one finding with the cells of their answers. */
export function missingEvidence(results: readonly IndicatorResult[]): readonly Finding[] {
  const bare = results.filter(
    (result) =>
      isPeoples(result) && (result.status === 'scored' || result.status === 'manual') && result.evidence.length === 0,
  );
  if (bare.length === 0) return [];
  const indicators = bare.map(({ indicator }) => indicator.name).join(LIST_SEPARATOR);
  return [
    finding(
      'evidence-missing',
      { indicators, count: String(bare.length) },
      bare.flatMap(({ cells }) => cells),
    ),
  ];
}

/** True for a score that rests on what a person says: an answer, or a number typed over the one that the figures give. */
function isPeoples({ indicator, overridden, trace }: IndicatorResult): boolean {
  if (isJudgedRule(indicator.rule)) return true;
  return overridden && trace.inputs[0]?.result !== trace.result;
}
