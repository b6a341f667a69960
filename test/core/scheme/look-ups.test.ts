import type { FindingParams } from '../../../src/core/findings/finding.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { Indicator } from '../../../src/core/scheme/scheme.ts';
import { whatIf } from '../../../src/core/scheme/what-if/what-if.ts';
import { NameIndex } from '../../../src/core/workbook/name-index.ts';
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

/** How many names are held letter by letter against mistyped ones where every indicator of a scheme of a size names a fact wrongly. */
function comparisons(indicators: number): {
  readonly compared: number;
  readonly told: readonly FindingParams['fact-name-unknown'][];
} {
  const scheme = largeScheme(indicators);
  const wrong = scheme.indicators.map((indicator): Indicator => {
    const { measure } = indicator;
    if (measure?.kind !== 'ratio') throw new Error('a ratio');
    return { ...indicator, measure: { ...measure, numerator: measure.numerator.replace('决算数', '决算书') } };
  });
  const distance = jest.spyOn(NameIndex.prototype as unknown as { distance: () => number }, 'distance');
  const { findings } = evaluate({ ...scheme, indicators: wrong }, largeLedger(indicators));
  const compared = distance.mock.calls.length;
  distance.mockRestore();
  return { compared, told: findings.flatMap((one) => (one.code === 'fact-name-unknown' ? [one.params] : [])) };
}

test('a mistyped name is compared with no more others when there are twice as many', () => {
  for (const size of [60, 120]) {
    const { compared, told } = comparisons(size);
    expect(told).toHaveLength(size);
    expect(compared).toBeLessThanOrEqual(60 * size);
    told.forEach(({ name, known }) => {
      expect(known.split('、')).toContain(name.replace('决算书', '决算数'));
    });
  }
});
