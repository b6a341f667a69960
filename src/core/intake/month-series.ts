import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { showAmount } from '../money/prose.ts';
import { ALL_MONTHS, DERIVED_SUM, LAST_MONTH, MODE_NAMES, MODE_REASONS, SERIES_TOTAL } from '../texts/ledger-texts.ts';
import type { Collector, MonthSeries } from './collector.ts';
import type { Decision } from './question.ts';

type Mode = NonNullable<MonthSeries['stated']>;

/**
 * Turns month series into cumulative facts once everything else is read. Where a sheet does not say whether its months
 * accumulate, the year's amount decides and the decision is reported; if it does not decide, the series is not used. Where
 * it does say so, the year's amount must not say the opposite.
 */
export function resolveMonths(collector: Collector): void {
  for (const series of collector.series) {
    const present = series.months.filter((fact) => fact !== undefined);
    if (present.length === 0) continue;
    collector.log = series.log;
    const figures = figuresOf(series, collector);
    const asked = series.stated === undefined ? askMode(series, figures, collector) : { kind: 'open' as const };
    if (asked.kind === 'left-out') continue;
    const mode = series.stated ?? (asked.kind === 'chosen' ? asked.means : detect(series, figures, collector));
    if (mode === undefined) {
      collector.report(
        finding('month-mode-unclear', { series: series.label }, [
          ...(series.head ? [series.head] : []),
          ...present.flatMap(({ cells }) => cells),
        ]),
      );
      continue;
    }
    // Months of a series that is not what it is called may fall; that is one fault, told once.
    const contradicted = series.stated !== undefined && reportContradiction(series, series.stated, figures, collector);
    if (mode === 'cumulative' && !contradicted) reportFalls(series, collector);
    if (!contradicted) reportTotal(series, mode, figures, collector);
    for (const fact of mode === 'cumulative' ? present : accumulate(series)) collector.fact(fact);
  }
}

/** What tells whether a series accumulates. */
interface Figures {
  readonly falls: boolean;
  /** The year's amount as a fact, where a sheet states it. */
  readonly year: Fact | undefined;
  readonly decemberIsYear: boolean;
  /** The last month that has an amount is the year's; it need not be December. */
  readonly lastIsYear: boolean;
  readonly sumIsYear: boolean;
  /** The same of the total that the table itself states. */
  readonly lastIsTotal: boolean;
  readonly sumIsTotal: boolean;
}

function figuresOf(series: MonthSeries, collector: Collector): Figures {
  const amounts = series.months.map((fact) => (fact?.value.kind === 'amount' ? fact.value.fen : undefined));
  const stated = amounts.filter((fen) => fen !== undefined);
  const annual = collector.facts.get(series.annualKey);
  const year = annual?.value.kind === 'amount' ? annual.value : undefined;
  const quantum = series.months.reduce(
    (sum, fact) => sum + (fact?.value.kind === 'amount' ? fact.value.quantum : 0n),
    year?.quantum ?? 0n,
  );
  const total = series.total?.value.kind === 'amount' ? series.total.value : undefined;
  const equals = (fen: bigint | undefined, other: typeof year): boolean =>
    other !== undefined && fen !== undefined && 2n * abs(fen - other.fen) <= quantum;
  const sum = stated.reduce((all, fen) => all + fen, 0n);
  return {
    falls: stated.some((fen, index) => index > 0 && fen < (stated[index - 1] ?? fen)),
    year: year === undefined ? undefined : annual,
    decemberIsYear: equals(amounts[11], year),
    lastIsYear: equals(stated.at(-1), year),
    sumIsYear: equals(sum, year),
    lastIsTotal: equals(stated.at(-1), total),
    sumIsTotal: equals(sum, total),
  };
}

/** Asked where the figures do not decide: a choice of last year must not overrule what this year's figures show. */
function askMode(series: MonthSeries, figures: Figures, collector: Collector): Decision<Mode> {
  if (modeOf(figures) !== undefined) return { kind: 'open' };
  const cells = series.months.flatMap((fact) => fact?.cells ?? []);
  const alternatives = Object.values(MODE_NAMES);
  return collector.ask({ about: '月份', label: series.label, alternatives, cells }, (choice) =>
    (Object.keys(MODE_NAMES) as Mode[]).find((mode) => MODE_NAMES[mode] === choice),
  );
}

function modeOf(figures: Figures): ReturnType<typeof decide> {
  const { decemberIsYear, sumIsYear, lastIsTotal, sumIsTotal, falls, year } = figures;
  if (lastIsTotal !== sumIsTotal && !decemberIsYear && !sumIsYear) {
    return sumIsTotal ? { mode: 'per-month', why: 'sum-is-total' } : { mode: 'cumulative', why: 'last-is-total' };
  }
  return decide(decemberIsYear, sumIsYear, falls, year !== undefined);
}

function detect(series: MonthSeries, figures: Figures, collector: Collector): Mode | undefined {
  const found = modeOf(figures);
  if (found === undefined) return undefined;
  const cells = series.months.flatMap((fact) => fact?.cells ?? []);
  collector.report(
    finding(
      'month-mode-detected',
      { series: series.label, mode: MODE_NAMES[found.mode], why: MODE_REASONS[found.why] },
      cells,
    ),
  );
  return found.mode;
}

/** Reports a series whose months make the year's amount only if they are the opposite of what the sheet says; true if so. */
function reportContradiction(series: MonthSeries, stated: Mode, figures: Figures, collector: Collector): boolean {
  const found = contradiction(series, stated, figures);
  if (found === undefined) return false;
  const { whole, likely, why } = found;
  const params = {
    series: series.label,
    stated: MODE_NAMES[stated],
    why: MODE_REASONS[why],
    year: withUnit(whole),
    likely: MODE_NAMES[likely],
  };
  const months = series.months.flatMap((fact) => fact?.cells ?? []);
  collector.report(finding('month-mode-contradicts', params, [...months, ...whole.cells]));
  return true;
}

function contradiction(
  { total }: MonthSeries,
  stated: Mode,
  { decemberIsYear, lastIsYear, sumIsYear, lastIsTotal, sumIsTotal, year }: Figures,
): { readonly whole: Fact; readonly likely: Mode; readonly why: keyof typeof MODE_REASONS } | undefined {
  if (stated === 'cumulative') {
    if (year !== undefined && sumIsYear && !lastIsYear) return { whole: year, likely: 'per-month', why: 'sum-is-year' };
    if (total !== undefined && sumIsTotal && !lastIsTotal && !lastIsYear) {
      return { whole: total, likely: 'per-month', why: 'sum-is-total' };
    }
    return undefined;
  }
  return year !== undefined && decemberIsYear && !sumIsYear
    ? { whole: year, likely: 'cumulative', why: 'last-is-year' }
    : undefined;
}

/** Reports a total that the months do not make. */
function reportTotal({ total, months, label }: MonthSeries, mode: Mode, figures: Figures, collector: Collector): void {
  if (total?.value.kind !== 'amount') return;
  if (mode === 'cumulative' ? figures.lastIsTotal : figures.sumIsTotal) return;
  const present = months.filter((fact) => fact !== undefined);
  const counted = mode === 'cumulative' ? present.slice(-1) : present;
  const fen = counted.reduce((sum, { value }) => sum + (value.kind === 'amount' ? value.fen : 0n), 0n);
  const params = {
    totalName: SERIES_TOTAL(label),
    total: withUnit(total),
    partsName: mode === 'cumulative' ? LAST_MONTH : ALL_MONTHS,
    parts: showAmount(fen, '元'),
    difference: showAmount(abs(fen - total.value.fen), '元'),
  };
  collector.report(finding('parts-differ', params, [...total.cells, ...present.flatMap(({ cells }) => cells)]));
}

/** Running totals do not fall: reports each month that is below the one stated before it. */
function reportFalls(series: MonthSeries, collector: Collector): void {
  let previous: Fact | undefined;
  for (const [index, fact] of series.months.entries()) {
    if (fact?.value.kind !== 'amount') continue;
    if (previous?.value.kind === 'amount' && fact.value.fen < previous.value.fen) {
      collector.report(
        finding(
          'month-falls',
          {
            series: series.label,
            month: `${String(index + 1)}月`,
            from: withUnit(previous),
            to: withUnit(fact),
          },
          [...previous.cells, ...fact.cells],
        ),
      );
    }
    previous = fact;
  }
}

function withUnit(fact: Fact): string {
  return `${plainValue(fact)}${fact.unit}`;
}

function decide(
  lastIsYear: boolean,
  sumIsYear: boolean,
  falls: boolean,
  yearKnown: boolean,
): { mode: Mode; why: keyof typeof MODE_REASONS } | undefined {
  if (lastIsYear && !sumIsYear) return { mode: 'cumulative', why: 'last-is-year' };
  if (sumIsYear && !lastIsYear) return { mode: 'per-month', why: 'sum-is-year' };
  if (!yearKnown && falls) return { mode: 'per-month', why: 'falls' };
  return undefined;
}

/** Running totals of months that are stated one by one; they stop at the first month without an amount. */
function accumulate(series: MonthSeries): readonly Fact[] {
  const result: Fact[] = [];
  const parts: Fact[] = [];
  for (const [index, month] of series.months.entries()) {
    if (month?.value.kind !== 'amount') break;
    parts.push(month);
    result.push(
      derivedAmount({
        key: series.keyOf(index + 1),
        basis: month.basis,
        parts,
        operation: 'sum',
        rule: DERIVED_SUM(parts.map((_part, month0) => `${String(month0 + 1)}月`)),
        substitution: DERIVED_SUM(parts.map(plainValue)),
      }),
    );
  }
  return result;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
