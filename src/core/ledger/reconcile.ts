import { finding, type Finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { Fact } from './fact.ts';
import { equationsOf, type Equation } from './equations.ts';
import {
  BASES,
  MEASURES,
  STOCK_MEASURES,
  expenditureKey,
  incomeKey,
  monthKey,
  stockKey,
  subjectsOf,
  type Measure,
  type Subject,
} from './keys.ts';
import type { Ledger } from './ledger.ts';

/**
 * 勾稽关系: totals against their parts, money by source, the last month against the year, executed against budget.
 * The tolerance of an equation is half a step of every amount in it, so rounding alone is never an error.
 */
export function reconcile(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  for (const equation of equationsOf(ledger)) {
    const found = judge(ledger, equation);
    if (found !== undefined) findings.push(found);
  }
  return [...findings, ...acrossTables(ledger), ...negatives(ledger), ...againstBudget(ledger), ...beyondWhole(ledger)];
}

function judge(ledger: Ledger, equation: Equation): Finding | undefined {
  const total = amountFact(ledger, equation.total);
  const parts = equation.parts.flatMap((key) => amountFact(ledger, key) ?? []);
  if (total === undefined || parts.length === 0) return undefined;
  const sum = parts.reduce((fen, part) => fen + part.fen, 0n);
  const difference = sum - total.fen;
  if (difference === 0n) return undefined;
  const cells = [total, ...parts].flatMap(({ fact }) => fact.cells);
  const amounts = {
    totalName: equation.total,
    total: showAmount(total.fen, '元'),
    partsName: parts.map(({ fact }) => fact.key).join(' + '),
    parts: showAmount(sum, '元'),
  };
  if (parts.length < equation.parts.length && difference < 0n && equation.listing !== 'complete') {
    if (equation.listing === 'optional') return undefined;
    const unstated = equation.parts.filter((key) => amountFact(ledger, key) === undefined);
    return finding('part-missing', { ...amounts, missing: unstated.join(LIST_SEPARATOR) }, cells);
  }
  const tolerance = parts.reduce((quantum, part) => quantum + part.quantum, total.quantum);
  const magnitude = difference < 0n ? -difference : difference;
  const shown = showAmount(magnitude, '元');
  return 2n * magnitude <= tolerance
    ? finding('parts-rounding', { totalName: equation.total, difference: shown }, cells)
    : finding('parts-differ', { ...amounts, difference: shown }, cells);
}

/**
 * The two sides of a budget or account. What was carried over is income of no year, so that where a form states the totals with it,
 * those must agree and not the year's income and expenditure.
 */
function balances(ledger: Ledger): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const measure of MEASURES) {
    for (const basis of [undefined, ...BASES]) {
      const withCarryOver = expenditureKey(basis, { kind: 'line', line: '收入总计' }, measure);
      const spentAndLeft = expenditureKey(basis, { kind: 'line', line: '支出总计' }, measure);
      const spent = expenditureKey(basis, { kind: 'total' }, measure);
      if (ledger.has(withCarryOver)) pairs.push([withCarryOver, ledger.has(spentAndLeft) ? spentAndLeft : spent]);
      // What was spent and what came in within a year need not be the same, but their budgets are.
      else if (basis === undefined && measure !== '决算数') pairs.push([incomeKey(undefined, measure), spent]);
    }
  }
  return pairs;
}

/** Amounts of different tables that are normally the same: income and expenditure, the year's budget and December's. */
function acrossTables(ledger: Ledger): readonly Finding[] {
  const total: Subject = { kind: 'total' };
  const general = expenditureKey('一般公共预算', total, '全年预算数');
  const pairs: (readonly [string, string])[] = [
    ...balances(ledger),
    [
      monthKey('一般公共预算', 12, '预算数'),
      ledger.has(general) || !isAllGeneral(ledger) ? general : expenditureKey('财政拨款', total, '全年预算数'),
    ],
  ];
  return pairs.flatMap(([first, second]) => {
    const a = amountFact(ledger, first);
    const b = amountFact(ledger, second);
    if (a === undefined || b === undefined) return [];
    const difference = a.fen > b.fen ? a.fen - b.fen : b.fen - a.fen;
    if (2n * difference <= a.quantum + b.quantum) return [];
    const params = {
      first,
      firstAmount: showAmount(a.fen, '元'),
      second,
      secondAmount: showAmount(b.fen, '元'),
    };
    return [finding('totals-differ', params, [...a.fact.cells, ...b.fact.cells])];
  });
}

/** True when all 财政拨款 of the year is 一般公共预算, so that their budgets are the same too. */
function isAllGeneral(ledger: Ledger): boolean {
  const general = amountFact(ledger, expenditureKey('一般公共预算', { kind: 'total' }, '决算数'));
  const fiscal = amountFact(ledger, expenditureKey('财政拨款', { kind: 'total' }, '决算数'));
  return general !== undefined && general.fen === fiscal?.fen;
}

/** Stated amounts below zero; refunds make single payments negative, not the amounts of a year. */
function negatives(ledger: Ledger): readonly Finding[] {
  return ledger.facts().flatMap(({ key, value, trace, cells }) => {
    const isAnnual = MEASURES.some((measure) => key.endsWith(measure));
    if (value.kind !== 'amount' || value.fen >= 0n || trace !== undefined || !isAnnual) return [];
    return [finding('negative-amount', { key, amount: showAmount(value.fen, '元') }, cells)];
  });
}

function againstBudget(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  for (const basis of [undefined, ...BASES]) {
    for (const subject of subjectsOf(ledger.projects)) {
      const key = (measure: Measure): string => expenditureKey(basis, subject, measure);
      const executed = amountFact(ledger, key('决算数'));
      const budget = amountFact(ledger, key('全年预算数'));
      if (executed === undefined || budget === undefined || executed.fen <= budget.fen) continue;
      if (2n * (executed.fen - budget.fen) <= executed.quantum + budget.quantum) continue;
      const cells = [...executed.fact.cells, ...budget.fact.cells];
      const spent = showAmount(executed.fen, '元');
      findings.push(
        budget.fen === 0n
          ? finding('spent-without-budget', { key: key('决算数'), executed: spent }, cells)
          : finding(
              'over-budget',
              { key: key('决算数'), executed: spent, budget: showAmount(budget.fen, '元') },
              cells,
            ),
      );
    }
  }
  return findings;
}

/** What is in use is part of what there is. */
function beyondWhole(ledger: Ledger): readonly Finding[] {
  return STOCK_MEASURES.flatMap((measure) => {
    const part = amountFact(ledger, stockKey(undefined, '在用固定资产', measure));
    const whole = amountFact(ledger, stockKey(undefined, '固定资产', measure));
    if (part === undefined || whole === undefined) return [];
    if (part.fen <= whole.fen || 2n * (part.fen - whole.fen) <= part.quantum + whole.quantum) return [];
    const params = {
      part: part.fact.key,
      partAmount: showAmount(part.fen, '元'),
      whole: whole.fact.key,
      wholeAmount: showAmount(whole.fen, '元'),
    };
    return [finding('part-exceeds-whole', params, [...whole.fact.cells, ...part.fact.cells])];
  });
}

interface AmountFact {
  readonly fact: Fact;
  readonly fen: bigint;
  readonly quantum: bigint;
}

function amountFact(ledger: Ledger, key: string): AmountFact | undefined {
  const fact = ledger.get(key);
  return fact?.value.kind === 'amount' ? { fact, fen: fact.value.fen, quantum: fact.value.quantum } : undefined;
}
