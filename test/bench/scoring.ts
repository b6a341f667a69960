import { asDouble } from '../../src/core/money/exact.ts';
import { evaluate } from '../../src/core/scheme/evaluate.ts';
import { compute } from '../core/support/spreadsheet.ts';
import { largeLedger, largeScheme } from './large-scheme.ts';
import { fastest, printRatios, requireSame } from './ratios.ts';

const SIZES = [250, 500, 1000, 2000];

/**
 * How the time of an evaluation grows with the scheme: twice the indicators over twice the facts should take about twice as long,
 * where a quadratic step would take four times. Beside it HyperFormula computes the same scores from the same two amounts each by
 * the formulas that we write, and must come to ours.
 */
export async function benchScoring(): Promise<void> {
  const lines = [];
  for (const size of SIZES) {
    const [scheme, ledger] = [largeScheme(size), largeLedger(size)];
    const { results } = evaluate(scheme, ledger).scorecard;
    const sheet = results.map(({ value, formula }, index) => {
      const row = String(index + 1);
      const terms = value?.status === 'value' ? (value.value.trace?.inputs ?? []) : [];
      const [spent = 0, budget = 1] = terms.map(({ result }) => Number.parseFloat(result));
      return [spent, budget, `=A${row}/B${row}`, `=${formula?.overValue?.(`C${row}`, '5') ?? '0'}`];
    });
    const theirs = compute({ 表: sheet });
    requireSame(
      `${String(size)} scores`,
      results.map(({ score }) => score && asDouble(score)),
      results.map((_, index) => theirs.at('表', index, 3)),
    );
    lines.push({
      what: `${String(size)} indicators over ${String(10 * size)} facts scored`,
      own: await fastest(() => evaluate(scheme, ledger)),
      others: { HyperFormula: await fastest(() => compute({ 表: sheet })) },
    });
  }
  printRatios(lines);
}
