import { finding, type Finding } from '../findings/finding.ts';
import { showFact, type Fact } from '../ledger/fact.ts';
import { BASES, expenditureKey, incomeKey, MEASURES, monthKey, type Basis } from '../ledger/keys.ts';
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
      if (smaller !== undefined && isApart(larger, smaller)) return [suspected(larger, smaller)];
    }
  }
  return acrossSources(ledger);
}

/**
 * All money of a measure beside that of one source. The source may be a small part of it, so that only the same digits, moved by the
 * zeros of a unit, show a wrong unit; it cannot be more.
 */
function acrossSources(ledger: Ledger): readonly Finding[] {
  for (const measure of MEASURES) {
    const whole = amountOf(ledger, expenditureKey(undefined, { kind: 'total' }, measure));
    for (const basis of BASES) {
      const part = amountOf(ledger, expenditureKey(basis, { kind: 'total' }, measure));
      if (whole === undefined || part === undefined) continue;
      if (isApart(part, whole)) return [suspected(part, whole)];
      if (isApart(whole, part) && sharesDigits(ledger, basis)) return [suspected(whole, part)];
    }
  }
  return [];
}

/** True when amounts of one source come again in all money with zeros added; one may be chance. */
function sharesDigits(ledger: Ledger, basis: Basis): boolean {
  let matches = 0;
  for (const { key } of ledger.facts()) {
    if (!key.startsWith(`${basis}.`)) continue;
    const part = amountOf(ledger, key);
    const whole = amountOf(ledger, key.slice(basis.length + 1));
    if (part === undefined || whole === undefined || !isApart(whole, part)) continue;
    if (whole.fen % part.fen === 0n && /^10+$/.test(String(whole.fen / part.fen))) matches += 1;
  }
  return matches > 1;
}

interface Amount {
  readonly fact: Fact;
  readonly fen: bigint;
}

function isApart(larger: Amount, smaller: Amount): boolean {
  return larger.fen >= IMPLAUSIBLE * smaller.fen;
}

function suspected(larger: Amount, smaller: Amount): Finding {
  const params = {
    larger: larger.fact.key,
    largerAmount: showFact(larger.fact),
    smaller: smaller.fact.key,
    smallerAmount: showFact(smaller.fact),
  };
  return finding('unit-suspected', params, [...larger.fact.cells, ...smaller.fact.cells]);
}

function totals(ledger: Ledger, basis: Basis | undefined): Amount[] {
  const keys = [
    ...MEASURES.flatMap((measure) => [expenditureKey(basis, { kind: 'total' }, measure), incomeKey(basis, measure)]),
    monthKey(basis, 12, '预算数'),
    monthKey(basis, 12, '累计支出数'),
  ];
  return keys.flatMap((key) => amountOf(ledger, key) ?? []);
}

/** An amount above zero. */
function amountOf(ledger: Ledger, key: string): Amount | undefined {
  const fact = ledger.get(key);
  return fact?.value.kind === 'amount' && fact.value.fen > 0n ? { fact, fen: fact.value.fen } : undefined;
}
