import { ALL_SOURCES, DERIVED_DIFFERENCE, DERIVED_SUM, SHARE_BASIS } from '../texts/ledger-texts.ts';
import { derivedAmount } from './derived-amount.ts';
import { plainValue, type Fact } from './fact.ts';
import {
  BASES,
  MEASURES,
  OTHER_CATEGORIES,
  expenditureKey,
  incomeKey,
  subjectsOf,
  type Basis,
  type Subject,
} from './keys.ts';
import type { Ledger } from './ledger.ts';
import { quotient } from './quotient.ts';

/**
 * Adds what follows from the stated facts: totals that no sheet states, the money that is not 财政拨款, each kind's share of
 * its total (占比), and what share of its budget each subject spent (支出率). Nothing that a sheet states is touched.
 */
export function derive(ledger: Ledger): void {
  for (const measure of MEASURES) {
    deriveTotals(ledger, measure);
    deriveOtherMoney(ledger, (basis) => expenditureKey(basis, { kind: 'total' }, measure));
    deriveOtherMoney(ledger, (basis) => incomeKey(basis, measure));
  }
  for (const basis of [undefined, ...BASES]) {
    for (const subject of subjectsOf(ledger.projects)) {
      if (subject.kind !== 'total') {
        const total = expenditureKey(basis, { kind: 'total' }, '决算数');
        addRate(ledger, basis, subject, '占比', total, SHARE_BASIS(total));
      }
      const budget = expenditureKey(basis, subject, '全年预算数');
      addRate(ledger, basis, subject, '支出率', budget, budget);
    }
  }
}

function addRate(
  ledger: Ledger,
  basis: Basis | undefined,
  subject: Subject,
  measure: string,
  denominator: string,
  rateBasis: string,
): void {
  const key = expenditureKey(basis, subject, measure);
  const numerator = expenditureKey(basis, subject, '决算数');
  const spec = { key, numerator, denominator, basis: rateBasis };
  const rate = quotient(ledger, spec);
  if (rate.status === 'value' && !ledger.has(key))
    ledger.add({ ...rate.value, derivation: { kind: 'quotient', spec } });
}

function deriveTotals(ledger: Ledger, measure: string): void {
  for (const basis of [undefined, ...BASES]) {
    const projectTotal = expenditureKey(basis, { kind: 'category', category: '项目支出' }, measure);
    const named = ledger.projects.map((name) => expenditureKey(basis, { kind: 'project', name }, measure));
    if (named.length > 0) addSum(ledger, projectTotal, named, basis);
    const basic = expenditureKey(basis, { kind: 'category', category: '基本支出' }, measure);
    const costs = (['人员经费', '公用经费'] as const).map((category) =>
      expenditureKey(basis, { kind: 'category', category }, measure),
    );
    addSum(ledger, basic, costs, basis);
    const others = OTHER_CATEGORIES.map((category) => expenditureKey(basis, { kind: 'category', category }, measure));
    const kinds = [basic, projectTotal, ...others.filter((key) => ledger.has(key))];
    addSum(ledger, expenditureKey(basis, { kind: 'total' }, measure), kinds, basis);
  }
}

/** A total that no sheet states is the sum of its parts, if every part is stated. */
function addSum(ledger: Ledger, key: string, partKeys: readonly string[], basis: Basis | undefined): void {
  if (ledger.has(key)) return;
  const parts: Fact[] = [];
  for (const partKey of partKeys) {
    const part = ledger.get(partKey);
    if (part?.value.kind !== 'amount') return;
    parts.push(part);
  }
  ledger.add({
    ...derivedAmount({
      key,
      basis: basis ?? ALL_SOURCES,
      parts,
      operation: 'sum',
      rule: DERIVED_SUM(partKeys),
      substitution: DERIVED_SUM(parts.map(plainValue)),
    }),
    derivation: { kind: 'sum', parts: partKeys },
  });
}

/** Where a sheet states all money and the 财政拨款 in it, the rest is 其他资金. */
function deriveOtherMoney(ledger: Ledger, keyOf: (basis: Basis | undefined) => string): void {
  const key = keyOf('其他资金');
  const whole = ledger.get(keyOf(undefined));
  const fiscal = ledger.get(keyOf('财政拨款'));
  if (ledger.has(key) || whole?.value.kind !== 'amount' || fiscal?.value.kind !== 'amount') return;
  ledger.add({
    ...derivedAmount({
      key,
      basis: '其他资金',
      parts: [whole, fiscal],
      operation: 'difference',
      rule: DERIVED_DIFFERENCE(whole.key, fiscal.key),
      substitution: DERIVED_DIFFERENCE(plainValue(whole), plainValue(fiscal)),
    }),
    derivation: { kind: 'difference', parts: [whole.key, fiscal.key] },
  });
}
