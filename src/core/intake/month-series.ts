import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { MODE_NAMES, MODE_REASONS, DERIVED_SUM } from '../texts/ledger-texts.ts';
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
        finding(
          'month-mode-unclear',
          { series: series.label },
          present.flatMap(({ cells }) => cells),
        ),
      );
      continue;
    }
    // Months of a series that is not what it is called may fall; that is one fault, told once.
    const contradicted = series.stated !== undefined && reportContradiction(series, series.stated, figures, collector);
    if (mode === 'cumulative' && !contradicted) reportFalls(series, collector);
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
  const equals = (fen: bigint | undefined): boolean =>
    year !== undefined && fen !== undefined && 2n * abs(fen - year.fen) <= quantum;
  return {
    falls: stated.some((fen, index) => index > 0 && fen < (stated[index - 1] ?? fen)),
    year: year === undefined ? undefined : annual,
    decemberIsYear: equals(amounts[11]),
    lastIsYear: equals(stated.at(-1)),
    sumIsYear: equals(stated.reduce((sum, fen) => sum + fen, 0n)),
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

function modeOf({ decemberIsYear, sumIsYear, falls, year }: Figures): ReturnType<typeof decide> {
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
  const { decemberIsYear, lastIsYear, sumIsYear, year } = figures;
  const contradicts = stated === 'cumulative' ? sumIsYear && !lastIsYear : decemberIsYear && !sumIsYear;
  if (!contradicts || year === undefined) return false;
  const [likely, why] =
    stated === 'cumulative' ? (['per-month', 'sum-is-year'] as const) : (['cumulative', 'last-is-year'] as const);
  collector.report(
    finding(
      'month-mode-contradicts',
      {
        series: series.label,
        stated: MODE_NAMES[stated],
        why: MODE_REASONS[why],
        year: withUnit(year),
        likely: MODE_NAMES[likely],
      },
      [...series.months.flatMap((fact) => fact?.cells ?? []), ...year.cells],
    ),
  );
  return true;
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
