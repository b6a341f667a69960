import { finding, type Finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import type { Fact } from './fact.ts';
import {
  BASES,
  CATEGORIES,
  FISCAL_PARTS,
  MEASURES,
  expenditureKey,
  incomeKey,
  monthKey,
  type Measure,
  type Subject,
} from './keys.ts';
import type { Ledger } from './ledger.ts';

/** An amount that must equal the sum of others. */
interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
  /** True when the parts can be all there is, so that a smaller sum is an error even if a part is not stated. */
  readonly complete: boolean;
}

/**
 * 勾稽关系: totals against their parts, money by source, the last month against the year, executed against budget.
 * The tolerance of an equation is half a step of every amount in it, so rounding alone is never an error.
 */
export function reconcile(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  for (const equation of equations(ledger.projects)) {
    const found = judge(ledger, equation);
    if (found !== undefined) findings.push(found);
  }
  return [...findings, ...againstBudget(ledger)];
}

function equations(projects: readonly string[]): Equation[] {
  const list: Equation[] = [];
  for (const measure of MEASURES) {
    for (const basis of [undefined, ...BASES]) {
      const of = (subject: Subject): string => expenditureKey(basis, subject, measure);
      list.push(
        {
          total: of({ kind: 'total' }),
          parts: [of({ kind: 'category', category: '基本支出' }), of({ kind: 'category', category: '项目支出' })],
          complete: false,
        },
        {
          total: of({ kind: 'category', category: '基本支出' }),
          parts: [of({ kind: 'category', category: '人员经费' }), of({ kind: 'category', category: '公用经费' })],
          complete: false,
        },
        {
          total: of({ kind: 'category', category: '项目支出' }),
          parts: projects.map((name) => of({ kind: 'project', name })),
          complete: true,
        },
      );
    }
    const keysBySource = [
      ...subjects(projects).map(
        (subject) => (basis: (typeof BASES)[number] | undefined) => expenditureKey(basis, subject, measure),
      ),
      (basis: (typeof BASES)[number] | undefined) => incomeKey(basis, measure),
    ];
    for (const keyOf of keysBySource) {
      list.push(
        { total: keyOf(undefined), parts: [keyOf('财政拨款'), keyOf('其他资金')], complete: false },
        { total: keyOf('财政拨款'), parts: FISCAL_PARTS.map(keyOf), complete: false },
      );
    }
  }
  for (const basis of [undefined, ...BASES]) {
    list.push({
      total: expenditureKey(basis, { kind: 'total' }, '决算数'),
      parts: [monthKey(basis, 12, '累计支出数')],
      complete: true,
    });
  }
  return list;
}

function subjects(projects: readonly string[]): readonly Subject[] {
  return [
    { kind: 'total' },
    ...CATEGORIES.map((category): Subject => ({ kind: 'category', category })),
    ...projects.map((name): Subject => ({ kind: 'project', name })),
  ];
}

function judge(ledger: Ledger, equation: Equation): Finding | undefined {
  const total = amountFact(ledger, equation.total);
  const parts = equation.parts.flatMap((key) => amountFact(ledger, key) ?? []);
  if (total === undefined || parts.length === 0) return undefined;
  const sum = parts.reduce((fen, part) => fen + part.fen, 0n);
  const difference = sum - total.fen;
  if (difference === 0n) return undefined;
  const partMissing = parts.length < equation.parts.length && !equation.complete;
  if (partMissing && difference < 0n) return undefined;
  const tolerance = parts.reduce((quantum, part) => quantum + part.quantum, total.quantum);
  const cells = [total, ...parts].flatMap(({ fact }) => fact.cells);
  const magnitude = difference < 0n ? -difference : difference;
  const shown = showAmount(magnitude, '元');
  if (2n * magnitude <= tolerance) {
    return finding('parts-rounding', { totalName: equation.total, difference: shown }, cells);
  }
  return finding(
    'parts-differ',
    {
      totalName: equation.total,
      total: showAmount(total.fen, '元'),
      partsName: parts.map(({ fact }) => fact.key).join(' + '),
      parts: showAmount(sum, '元'),
      difference: shown,
    },
    cells,
  );
}

function againstBudget(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  for (const basis of [undefined, ...BASES]) {
    for (const subject of subjects(ledger.projects)) {
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

function amountFact(
  ledger: Ledger,
  key: string,
): { readonly fact: Fact; readonly fen: bigint; readonly quantum: bigint } | undefined {
  const fact = ledger.get(key);
  return fact?.value.kind === 'amount' ? { fact, fen: fact.value.fen, quantum: fact.value.quantum } : undefined;
}
