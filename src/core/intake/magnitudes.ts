import { finding, type Finding } from '../findings/finding.ts';
import { showFact, type Fact } from '../ledger/fact.ts';
import { expenditureKey, incomeKey, MEASURES, monthKey, type Basis } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** A year’s budgets, income and expenditure differ by less than this; 元 taken for 千元 makes 1,000, for 万元 10,000. */
const IMPLAUSIBLE = 500n;
const COMPARED: readonly (Basis | undefined)[] = [undefined, '财政拨款', '一般公共预算'];

/** Totals of one department and year that are orders of magnitude apart: one of their sheets states the wrong unit. */
export function implausibleMagnitudes(ledger: Ledger): readonly Finding[] {
  for (const basis of COMPARED) {
    const sorted = totals(ledger, basis).sort((a, b) => (a.fen < b.fen ? -1 : 1));
    for (const [index, larger] of sorted.entries()) {
      const smaller = sorted[index - 1];
      if (smaller === undefined || larger.fen < IMPLAUSIBLE * smaller.fen) continue;
      const params = {
        larger: larger.fact.key,
        largerAmount: showFact(larger.fact),
        smaller: smaller.fact.key,
        smallerAmount: showFact(smaller.fact),
      };
      return [finding('unit-suspected', params, [...larger.fact.cells, ...smaller.fact.cells])];
    }
  }
  return [];
}

function totals(ledger: Ledger, basis: Basis | undefined): { readonly fact: Fact; readonly fen: bigint }[] {
  const keys = [
    ...MEASURES.flatMap((measure) => [expenditureKey(basis, { kind: 'total' }, measure), incomeKey(basis, measure)]),
    monthKey(basis, 12, '预算数'),
    monthKey(basis, 12, '累计支出数'),
  ];
  return keys.flatMap((key) => {
    const fact = ledger.get(key);
    return fact?.value.kind === 'amount' && fact.value.fen > 0n ? [{ fact, fen: fact.value.fen }] : [];
  });
}
