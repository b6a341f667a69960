import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { whatIf } from '../../../src/core/scheme/what-if/what-if.ts';
import { type CountingLedger, largeLedger, largeScheme } from '../../bench/large-scheme.ts';

/** How often a ledger is asked while a scheme of a size is evaluated, and while the answers of what if are found. */
function lookUps(indicators: number): { readonly evaluating: number; readonly asking: number; readonly facts: number } {
  const ledger: CountingLedger = largeLedger(indicators);
  const { scorecard } = evaluate(largeScheme(indicators), ledger);
  const evaluating = ledger.lookUps;
  const ask = whatIf(scorecard, ledger);
  scorecard.results.slice(0, 60).forEach(ask);
  return { evaluating, asking: ledger.lookUps - evaluating, facts: ledger.facts().length };
}

test('twice the indicators over twice the facts: the same look-ups for each indicator, and as many as before for each what if', () => {
  const [half, full] = [lookUps(501), lookUps(1002)];
  expect(full.facts).toBe(10_020);
  // An indicator that lost points is asked about twice more, for its reason: three look-ups or five, whatever the size.
  for (const [size, { evaluating }] of [[501, half] as const, [1002, full] as const]) {
    expect(evaluating).toBeLessThanOrEqual(5 * size);
    expect(evaluating).toBeGreaterThanOrEqual(3 * size);
  }
  expect(full.asking).toBe(half.asking);
});
