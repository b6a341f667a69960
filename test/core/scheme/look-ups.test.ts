import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { whatIf } from '../../../src/core/scheme/what-if/what-if.ts';
import { CountingLedger, largeLedger, largeScheme } from '../../bench/large-scheme.ts';

/** How often a ledger is asked while a scheme of a size is evaluated, and while the answers of what if are found. */
function lookUps(indicators: number): { readonly evaluating: number; readonly asking: number; readonly facts: number } {
  const ledger: CountingLedger = largeLedger(indicators);
  const { scorecard } = evaluate(largeScheme(indicators), ledger);
  const evaluating = ledger.lookUps;
  const ask = whatIf(scorecard, ledger);
  scorecard.results.slice(0, 60).forEach(ask);
  return { evaluating, asking: ledger.lookUps - evaluating, facts: ledger.facts().length };
}

test('twice the indicators over twice the facts: twice the look-ups, and as many as before for each what if', () => {
  const [half, full] = [lookUps(501), lookUps(1002)];
  expect(full.facts).toBe(10_020);
  expect(full.evaluating).toBe(2 * half.evaluating);
  expect(full.evaluating).toBeLessThan(10 * 1002);
  expect(full.asking).toBe(half.asking);
});
