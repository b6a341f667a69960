import { HyperFormula } from 'hyperformula';
import { evaluate } from '../../src/core/scheme/evaluate.ts';
import { largeLedger, largeScheme } from './large-scheme.ts';

/*
 * How the time of an evaluation grows with the scheme: twice the indicators over twice the facts should take about twice as long,
 * where a quadratic step would take four times. Beside it HyperFormula computes the same scores from the same two amounts each.
 * Only ratios of times of one run are printed: times themselves say more about the machine.
 */

const SIZES = [250, 500, 1000, 2000];
const RUNS = 5;

function fastest(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function ours(size: number): number {
  const scheme = largeScheme(size);
  const ledger = largeLedger(size);
  return fastest(() => evaluate(scheme, ledger));
}

function peer(size: number): number {
  const { results } = evaluate(largeScheme(size), largeLedger(size)).scorecard;
  const rows = results.map(({ value, formula }, index) => {
    const row = String(index + 1);
    const terms = value?.status === 'value' ? (value.value.trace?.inputs ?? []) : [];
    const [spent = 0, budget = 1] = terms.map(({ result }) => Number.parseFloat(result));
    return [spent, budget, `=A${row}/B${row}`, `=${formula?.overValue?.(`C${row}`, '5') ?? '0'}`];
  });
  return fastest(() => {
    HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' }).destroy();
  });
}

const measured = SIZES.map((size) => ({ size, own: ours(size), other: peer(size) }));
measured.forEach(({ size, own, other }, index) => {
  const before = measured[index - 1];
  const growth = before === undefined ? '' : `, ${(own / before.own).toFixed(2)} times the time of half the size`;
  console.log(
    `${String(size)} indicators, ${String(10 * size)} facts: ${(own / other).toFixed(2)} times HyperFormula${growth}`,
  );
});
