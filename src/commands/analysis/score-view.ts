import { findScoreSheet } from '../../core/intake/score-sheet.ts';
import { showFact } from '../../core/ledger/fact.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { asDouble, fixed, sum, trimmed, whole, type Exact } from '../../core/money/exact.ts';
import { PACKS } from '../../core/scheme/packs/packs.ts';
import { isJudgedRule } from '../../core/scheme/rules/rules.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { isCounted, type IndicatorResult, type IndicatorStatus, type Scorecard } from '../../core/scheme/scorecard.ts';
import type { SchemeInForce } from '../../core/scheme/sheet/scheme-in-force.ts';
import { NO_DATA, NOT_APPLICABLE } from '../../core/texts/terms.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import { entriesOf, overrideEntry, type EntryView } from './entry.ts';
import { monthViews, type MonthView } from './month-view.ts';
import { placesOf, type Place } from './place.ts';
import { traceView, type TraceView } from './trace-view.ts';

/** A scheme to choose from, or the one in force. */
export interface SchemeView {
  readonly id: string;
  readonly name: string;
  readonly year: string;
  readonly source: string;
  readonly verified: boolean;
  /** How many of its indicators were held against the official document. */
  readonly checked: number;
  readonly indicators: number;
}

/** What became of one indicator; scores are decimal texts to the scheme's precision. */
export interface IndicatorView {
  readonly name: string;
  readonly path: readonly string[];
  readonly weight: string;
  /** `98.20%`, 缺数据, 不适用, or empty where people judge. */
  readonly value: string;
  /** Undefined while something is missing or where it does not apply. */
  readonly score: string | undefined;
  readonly deduction: string | undefined;
  /** score ÷ weight, for a bar; 0 where there is no score. */
  readonly share: number;
  readonly status: IndicatorStatus;
  readonly reason: string;
  readonly reasonPlaces: readonly Place[];
  readonly evidence: readonly { readonly name: string; readonly where: string; readonly places: readonly Place[] }[];
  readonly missing: readonly string[];
  readonly places: readonly Place[];
  readonly verified: boolean;
  readonly overridden: boolean;
  readonly dataSource: string;
  readonly trace: TraceView;
  /** What people are asked about it. */
  readonly entries: readonly EntryView[];
  /** Where a person may put a score of their own against that of the rule. */
  readonly override: EntryView | undefined;
  /** True where people judge and no rule computes. */
  readonly judged: boolean;
}

/** The indicators of one 一级指标 with what they give together. */
export interface IndicatorGroup {
  readonly name: string;
  readonly weight: string;
  /** Undefined while something is missing. */
  readonly score: string | undefined;
  /** By 二级指标; the name is empty where the scheme has none. */
  readonly parts: readonly { readonly name: string; readonly members: readonly IndicatorView[] }[];
}

export interface ScoreView {
  readonly scheme: SchemeView;
  readonly origin: SchemeInForce['origin'];
  readonly total: {
    readonly weight: string;
    readonly score: string | undefined;
    readonly deduction: string | undefined;
    readonly share: number;
  };
  readonly groups: readonly IndicatorGroup[];
  readonly months: readonly MonthView[];
}

/** The schemes that ship. */
export function schemeViews(): readonly SchemeView[] {
  return PACKS.map(schemeView);
}

function schemeView({ id, name, year, source, verified, indicators }: Scheme): SchemeView {
  const checked = indicators.filter((indicator) => indicator.verified).length;
  return { id, name, year, source, verified, checked, indicators: indicators.length };
}

/** A scorecard as the pane shows it. */
export function scoreView(
  workbook: Workbook,
  ledger: Ledger,
  { scheme, results, total }: Scorecard,
  origin: SchemeInForce['origin'],
): ScoreView {
  const sheet = workbook.sheets.filter(({ hidden }) => !hidden).flatMap((one) => findScoreSheet(one) ?? [])[0];
  const shown = (value: Exact | undefined): string | undefined => value && fixed(value, scheme.precision);
  const viewOf = (result: IndicatorResult): IndicatorView => {
    const { indicator, status, reason, missing, overridden, evidence } = result;
    const { name, path, verified, dataSource } = indicator;
    return {
      name,
      path,
      weight: trimmed(result.weight, scheme.precision),
      value: valueText(result),
      score: shown(result.score),
      deduction: shown(result.deduction),
      share: shareOf(result.score, result.weight),
      status,
      reason,
      reasonPlaces: placesOf(result.reasonCells),
      evidence: evidence.map((one) => ({ name: one.name, where: one.where, places: placesOf([one.cell]) })),
      missing,
      places: placesOf(result.cells),
      verified,
      overridden,
      dataSource,
      trace: traceView(result.trace),
      entries: entriesOf(ledger.judgements, name),
      override: overrideEntry(workbook, sheet, ledger.judgements, name),
      judged: isJudgedRule(indicator.rule),
    };
  };
  return {
    scheme: schemeView(scheme),
    origin,
    total: {
      weight: trimmed(total.weight, scheme.precision),
      score: shown(total.score),
      deduction: shown(total.deduction),
      share: shareOf(total.score, total.weight),
    },
    groups: groupsOf(results, viewOf, scheme.precision),
    months: monthViews(ledger),
  };
}

/** Neighbours under the same 一级指标, and in them neighbours under the same 二级指标. */
function groupsOf(
  results: readonly IndicatorResult[],
  viewOf: (result: IndicatorResult) => IndicatorView,
  precision: number,
): readonly IndicatorGroup[] {
  return neighbours(results, ({ indicator }) => indicator.path[0] ?? '').map(({ name, members }) => {
    const counted = members.filter(isCounted);
    const isWhole = counted.every(({ score }) => score !== undefined);
    return {
      name,
      weight: trimmed(sum(counted.map(({ weight }) => weight)), precision),
      score: isWhole ? fixed(sum(counted.map(({ score }) => score ?? whole(0))), precision) : undefined,
      parts: neighbours(members, ({ indicator }) => secondLevel(indicator.path)).map((part) => ({
        name: part.name,
        members: part.members.map(viewOf),
      })),
    };
  });
}

function secondLevel(path: readonly string[]): string {
  const name = path[1] ?? '';
  return name === '—' ? '' : name;
}

/** Runs of items that bear the same name. */
function neighbours<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly { readonly name: string; readonly members: readonly T[] }[] {
  const groups: { name: string; members: T[] }[] = [];
  for (const item of items) {
    const name = nameOf(item);
    const last = groups.at(-1);
    if (last?.name === name) last.members.push(item);
    else groups.push({ name, members: [item] });
  }
  return groups;
}

function shareOf(score: Exact | undefined, weight: Exact): number {
  return score === undefined || weight.compare(whole(0)) <= 0 ? 0 : asDouble(score.div(weight));
}

function valueText({ value }: IndicatorResult): string {
  if (value === undefined) return '';
  if (value.status === 'value') return showFact(value.value);
  return value.status === 'missing' ? NO_DATA : NOT_APPLICABLE;
}
