import { finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { showAmount } from '../money/prose.ts';
import type { Collector } from './collector.ts';

/** An amount at its place in a hierarchy of codes; the code of a total is ''. */
export interface LevelAmount {
  readonly code: string;
  readonly fact: Fact;
}

/**
 * Checks each level of one column against the one above: 合计 = Σ类, 类 = Σ款, 款 = Σ项, as far as rows state them. Hierarchies are used
 * once: every row is the fact of its own code, and nothing is added up that a row states.
 * @param amounts in any order; a code at most once
 */
export function reconcileLevels(amounts: readonly LevelAmount[], collector: Collector): void {
  const byCode = new Map(amounts.map((amount) => [amount.code, amount]));
  const children = new Map<string, LevelAmount[]>();
  for (const amount of amounts) {
    if (amount.code === '') continue;
    const parent = parentOf(amount.code, byCode);
    const list = children.get(parent) ?? [];
    list.push(amount);
    children.set(parent, list);
  }
  for (const [code, parts] of children) {
    const whole = byCode.get(code);
    if (whole === undefined) continue;
    compareSum(
      whole.fact,
      parts.map(({ fact }) => fact),
      collector,
    );
  }
}

/** The rows directly under no other row: their sum is the table's total. */
export function topsOf(amounts: readonly LevelAmount[]): readonly LevelAmount[] {
  const byCode = new Map(amounts.map((amount) => [amount.code, amount]));
  return amounts.filter(({ code }) => code !== '' && parentOf(code, byCode) === '');
}

function parentOf(code: string, byCode: ReadonlyMap<string, LevelAmount>): string {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const parent = code.slice(0, length);
    if (byCode.has(parent)) return parent;
  }
  return '';
}

/** Reports a whole that its parts do not make up; half a step of every amount is rounding. */
export function compareSum(whole: Fact, parts: readonly Fact[], collector: Collector): void {
  if (whole.value.kind !== 'amount') return;
  let fen = 0n;
  let quantum = whole.value.quantum;
  for (const { value } of parts) {
    if (value.kind !== 'amount') return;
    fen += value.fen;
    quantum += value.quantum;
  }
  const difference = fen > whole.value.fen ? fen - whole.value.fen : whole.value.fen - fen;
  if (difference === 0n) return;
  const cells = [...whole.cells, ...parts.flatMap((part) => part.cells)];
  collector.report(
    2n * difference <= quantum
      ? finding('parts-rounding', { totalName: whole.key, difference: showAmount(difference, '元') }, cells)
      : finding(
          'levels-differ',
          {
            whole: whole.key,
            total: showAmount(whole.value.fen, '元'),
            parts: showAmount(fen, '元'),
            difference: showAmount(difference, '元'),
          },
          cells,
        ),
  );
}
