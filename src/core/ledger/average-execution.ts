import { finding, type Finding } from '../findings/finding.ts';
import { asDouble, minimum, ratio, sum, whole, type Exact } from '../money/exact.ts';
import { showRate } from '../money/prose.ts';
import {
  ALL_SOURCES,
  AVERAGE_BASIS,
  AVERAGE_RULES,
  MEAN_RATE,
  MEAN_SCHEDULE,
  MONTH_RATE,
} from '../texts/ledger-texts.ts';
import { combined, sumOfQuotients, type CellFormula } from './cell-formula.ts';
import { showFact, traceOf, type Fact } from './fact.ts';
import { expenditureKey, monthKey, type Basis } from './keys.ts';
import { numberOf, type Ledger } from './ledger.ts';
import { all, missing, value, type Outcome } from './outcome.ts';
import { divide } from './quotient.ts';
import type { Trace } from './trace.ts';

/**
 * The four definitions found for 年度平均执行率; the official one was not to be had, so a scheme names the one it uses and
 * reports print it.
 */
export type AverageDefinition = keyof typeof AVERAGE_RULES;

export interface AverageSpec {
  readonly key: string;
  readonly basis: Basis;
  readonly definition: AverageDefinition;
  /** For `against-peers`: the fact that holds the mean the finance bureau published. */
  readonly peers: string;
}

export interface MonthRate {
  readonly month: number;
  readonly rate: Exact;
  /** The share of the year that has passed: month ÷ 12. */
  readonly schedule: Exact;
  readonly fact: Fact;
}

/** 一般公共预算支出年度平均执行率 as a fact. @returns missing with the months that lack a payment or a budget. */
export function averageExecution(ledger: Ledger, spec: AverageSpec): Outcome<Fact> {
  const wanted = monthsOf(spec.definition);
  const months = all(
    wholeYear(
      spec.basis,
      wanted,
      wanted.map((month) => monthRate(ledger, spec.basis, month)),
    ),
  );
  if (months.status !== 'value') return months;
  const rates = months.value;
  const computed = compute(ledger, spec, rates);
  if (computed.status !== 'value') return computed;
  const { rate, formula, inputs } = computed.value;
  const rule = AVERAGE_RULES[spec.definition];
  const monthCells = rates.flatMap(({ fact }) => fact.cells);
  const cells = [...alternately(monthCells), ...inputs.flatMap((input) => input.cells)];
  return value({
    key: spec.key,
    value: { kind: 'rate', rate },
    unit: '%',
    basis: AVERAGE_BASIS(spec.basis, rule),
    cells,
    ...(formula ? { formula } : {}),
    trace: {
      label: spec.key,
      rule,
      substitution: substitution(spec.definition, rates, inputs),
      result: showRate(rate),
      cells,
      inputs: [...rates.map(({ fact }) => traceOf(fact)), ...inputs],
    },
  });
}

/** The months that a definition looks at. */
export function monthsOf(definition: AverageDefinition): readonly number[] {
  return definition === 'quarter-ends' ? [3, 6, 9, 12] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
}

/** A month without budget and payments has no rate; where other months have one, that month's budget is missing. */
function wholeYear(
  basis: Basis,
  months: readonly number[],
  outcomes: readonly Outcome<MonthRate>[],
): readonly Outcome<MonthRate>[] {
  if (outcomes.every(({ status }) => status === 'not-applicable')) return outcomes;
  return outcomes.map((outcome, index) =>
    outcome.status === 'not-applicable' ? missing([monthKey(basis, months[index] ?? 0, '预算数')]) : outcome,
  );
}

/** The cumulative execution rate at the end of a month, on the budget in force then, or on 全年预算数 where none is stated. */
export function monthRate(ledger: Ledger, basis: Basis | undefined, month: number): Outcome<MonthRate> {
  const { numerator, denominator } = monthTerms(ledger, basis, month);
  const both = all([ledger.ask(numerator), ledger.ask(denominator)]);
  if (both.status !== 'value') return both;
  const [paid, budget] = both.value;
  const rate = divide(paid, budget, { key: MONTH_RATE(month), numerator, denominator, basis: basis ?? ALL_SOURCES });
  if (rate.status !== 'value') return rate;
  const number = numberOf(rate.value);
  if (number === undefined) return missing([numerator]);
  return value({ month, rate: number, schedule: ratio(BigInt(month), 12n), fact: rate.value });
}

/** What a month's rate divides by what. */
export function monthTerms(
  ledger: Ledger,
  basis: Basis | undefined,
  month: number,
): { readonly numerator: string; readonly denominator: string } {
  const stated = monthKey(basis, month, '预算数');
  return {
    numerator: monthKey(basis, month, '累计支出数'),
    denominator: ledger.has(stated) || monthBudgets(ledger, basis) > 0 ? stated : annualBudget(basis),
  };
}

/** A note when the months' own budgets are not stated and the budget of the whole year stands in for them. */
export function averageAssumptions(ledger: Ledger, basis: Basis): readonly Finding[] {
  if (monthBudgets(ledger, basis) > 0 || !ledger.has(monthKey(basis, 12, '累计支出数'))) return [];
  const annual = annualBudget(basis);
  return ledger.has(annual) ? [finding('average-budget-assumed', { basis: annual }, ledger.cells(annual))] : [];
}

function monthBudgets(ledger: Ledger, basis: Basis | undefined): number {
  let stated = 0;
  for (let month = 1; month <= 12; month++) if (ledger.has(monthKey(basis, month, '预算数'))) stated += 1;
  return stated;
}

function annualBudget(basis: Basis | undefined): string {
  return expenditureKey(basis, { kind: 'total' }, '全年预算数');
}

interface Computed {
  readonly rate: Exact;
  readonly formula: CellFormula | undefined;
  readonly inputs: readonly Trace[];
}

function compute(ledger: Ledger, spec: AverageSpec, rates: readonly MonthRate[]): Outcome<Computed> {
  const formulas = rates.map(({ fact }) => fact.formula);
  switch (spec.definition) {
    case 'capped-against-schedule': {
      const shares = rates.map(({ rate, schedule }) => minimum(whole(1), rate.div(schedule)));
      const terms = rates.map(({ month }, index) => `MIN(1,${formulas[index]?.expression ?? ''}*12/${String(month)})`);
      return value({ rate: mean(shares), formula: meanFormula(formulas, terms), inputs: [] });
    }
    case 'quarter-ends': {
      const shares = rates.map(({ rate, schedule }) => rate.div(schedule));
      const terms = rates.map(({ month }, index) => `${formulas[index]?.expression ?? ''}*12/${String(month)}`);
      return value({ rate: mean(shares), formula: meanFormula(formulas, terms), inputs: [] });
    }
    case 'mean-against-mean-schedule': {
      const schedule = mean(rates.map((month) => month.schedule));
      const average = meanOfRates(formulas);
      return value({
        rate: mean(rates.map(({ rate }) => rate)).div(schedule),
        formula: average && combined(`${average.expression}/(${String(schedule.n)}/${String(schedule.d)})`, [average]),
        inputs: [scheduleTrace(schedule)],
      });
    }
    case 'against-peers': {
      const peers = ledger.ask(spec.peers);
      if (peers.status !== 'value') return peers;
      // A published mean of 0 is no mean.
      if (numberOf(peers.value)?.equals(whole(0)) === true) return missing([spec.peers]);
      const average = meanOfRates(formulas);
      const rate = mean(rates.map((month) => month.rate));
      const own: Fact = {
        key: MEAN_RATE,
        value: { kind: 'rate', rate },
        unit: '%',
        basis: spec.basis,
        cells: [],
        ...(average ? { formula: average } : {}),
      };
      const quotient = divide(own, peers.value, {
        key: spec.key,
        numerator: MEAN_RATE,
        denominator: spec.peers,
        basis: spec.basis,
      });
      if (quotient.status !== 'value') return quotient;
      const number = numberOf(quotient.value);
      if (number === undefined) return missing([spec.peers]);
      return value({ rate: number, formula: quotient.value.formula, inputs: [traceOf(peers.value)] });
    }
  }
}

function mean(values: readonly Exact[]): Exact {
  return sum(values).div(whole(values.length));
}

/** The mean of terms over the months' rates; absent when a month's amounts are not numbers in cells. */
function meanFormula(
  formulas: readonly (CellFormula | undefined)[],
  terms: readonly string[],
): CellFormula | undefined {
  return mapAll(formulas, (present) => meanOver(terms.join('+'), present));
}

function meanOfRates(formulas: readonly (CellFormula | undefined)[]): CellFormula | undefined {
  return mapAll(formulas, (present) => meanOver(sumOfQuotients(present), present));
}

function mapAll(
  formulas: readonly (CellFormula | undefined)[],
  use: (present: readonly CellFormula[]) => CellFormula,
): CellFormula | undefined {
  const present = formulas.filter((formula) => formula !== undefined);
  return present.length < formulas.length ? undefined : use(present);
}

function meanOver(sum: string, parts: readonly CellFormula[]): CellFormula {
  const grouped = sum.startsWith('SUMPRODUCT(') ? sum : `(${sum})`;
  return inColumnOrder(combined(`${grouped}/${String(parts.length)}`, parts));
}

/** Payments first, budgets after, so that the cells a formula needs are runs of neighbours. */
function inColumnOrder(formula: CellFormula): CellFormula {
  return { ...formula, needs: alternately(formula.needs) };
}

function alternately<T>(items: readonly T[]): readonly T[] {
  return [...items.filter((_, index) => index % 2 === 0), ...items.filter((_, index) => index % 2 === 1)];
}

function scheduleTrace(schedule: Exact): Trace {
  return {
    label: MEAN_SCHEDULE,
    rule: '',
    substitution: '',
    result: showRate(schedule),
    cells: [],
    inputs: [],
  };
}

function substitution(definition: AverageDefinition, rates: readonly MonthRate[], inputs: readonly Trace[]): string {
  const shown = rates.map(({ fact }) => showFact(fact)).join(' + ');
  const average = `(${shown}) ÷ ${String(rates.length)}`;
  switch (definition) {
    case 'capped-against-schedule':
      return `(${rates.map(({ rate, schedule }) => showRate(minimum(whole(1), rate.div(schedule)))).join(' + ')}) ÷ ${String(rates.length)}`;
    case 'quarter-ends':
      return `(${rates.map(({ rate, schedule }) => showRate(rate.div(schedule))).join(' + ')}) ÷ ${String(rates.length)}`;
    case 'mean-against-mean-schedule':
    case 'against-peers':
      return `${average} ÷ ${inputs.map(({ result }) => result).join('')}`;
  }
}

/** The month whose cumulative rate stays furthest behind the schedule, if any does. */
export function slowestMonth(ledger: Ledger, basis: Basis): MonthRate | undefined {
  let slowest: MonthRate | undefined;
  let gap = 0;
  for (let month = 1; month <= 12; month++) {
    const outcome = monthRate(ledger, basis, month);
    if (outcome.status !== 'value') continue;
    const behind = asDouble(outcome.value.schedule.sub(outcome.value.rate));
    if (behind > gap) {
      gap = behind;
      slowest = outcome.value;
    }
  }
  return slowest;
}
