import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { FISCAL_PARTS, type Basis, type OtherIncome } from '../ledger/keys.ts';
import { showAmount } from '../money/prose.ts';
import { DERIVED_SUM } from '../texts/ledger-texts.ts';
import type { Collector } from './collector.ts';

/** Where the money of a row comes from; undefined for the total. */
export type RowSource = Basis | OtherIncome | undefined;

/** The amounts of one column of a table whose rows are sources of money. */
export interface SourceColumn {
  readonly rows: readonly { readonly source: RowSource; readonly fact: Fact }[];
  /** The key of the same amount for another source. */
  readonly keyOf: (basis: Basis) => string;
}

/**
 * Checks the total of a column against its sources, 财政拨款 and its funds counted once. Where they agree the table names every source
 * there is: then all 财政拨款 and all other money are known too, though no row states them.
 */
export function checkSources({ rows, keyOf }: SourceColumn, collector: Collector): void {
  const of = (wanted: RowSource): readonly Fact[] =>
    rows.filter(({ source }) => source === wanted).map(({ fact }) => fact);
  const [total] = of(undefined);
  const [fiscal] = of('财政拨款');
  const [other] = of('其他资金');
  const funds = FISCAL_PARTS.flatMap((part) => of(part));
  const known: readonly RowSource[] = [undefined, '财政拨款', '其他资金', ...FISCAL_PARTS];
  const incomes = rows.filter(({ source }) => !known.includes(source)).map(({ fact }) => fact);
  const fiscalParts = fiscal === undefined ? funds : [fiscal];
  const otherParts = other === undefined ? incomes : [other];
  const parts = [...fiscalParts, ...otherParts];
  if (total === undefined || parts.length === 0) return;
  // The ledger compares 财政拨款 and 其他资金 with the total by itself.
  const isLedgers = fiscal !== undefined && other !== undefined;
  if (!isLedgers && !agrees(total, parts, collector)) return;
  const sums: readonly [Basis, Fact | undefined, readonly Fact[]][] = [
    ['财政拨款', fiscal, funds],
    ['其他资金', other, incomes],
  ];
  for (const [basis, stated, made] of sums) {
    if (stated !== undefined || made.length === 0) continue;
    collector.fact(
      derivedAmount({
        key: keyOf(basis),
        basis,
        parts: made,
        operation: 'sum',
        rule: DERIVED_SUM(made.map(({ key }) => key)),
        substitution: DERIVED_SUM(made.map(plainValue)),
      }),
    );
  }
}

/** Half a step of every amount is the tolerance, so rounding alone is no difference. */
function agrees(total: Fact, parts: readonly Fact[], collector: Collector): boolean {
  if (total.value.kind !== 'amount') return false;
  let fen = 0n;
  let quantum = total.value.quantum;
  for (const { value } of parts) {
    if (value.kind !== 'amount') return false;
    fen += value.fen;
    quantum += value.quantum;
  }
  const difference = fen > total.value.fen ? fen - total.value.fen : total.value.fen - fen;
  if (2n * difference <= quantum) return true;
  const params = {
    totalName: total.key,
    total: showAmount(total.value.fen, '元'),
    partsName: DERIVED_SUM(parts.map(({ key }) => key)),
    parts: showAmount(fen, '元'),
    difference: showAmount(difference, '元'),
  };
  collector.report(
    finding(
      'parts-differ',
      params,
      [total, ...parts].flatMap(({ cells }) => cells),
    ),
  );
  return false;
}
