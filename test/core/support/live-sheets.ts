import fc from 'fast-check';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import type { Indicator, Scheme } from '../../../src/core/scheme/scheme.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { newScoreSheet } from '../../../src/core/writeback/new-score-sheet.ts';
import type { CellWrite } from '../../../src/core/workbook/write-plan.ts';
import { judgementOf, ledgerOf, type Stated } from './ledgers.ts';
import { GRADED, indicatorOf, PROPORTIONAL, schemeOf } from './schemes.ts';

/*
 * Schemes whose indicators begin and cease to apply: each divides two amounts of its own, and which of them are 0 changes after the
 * score sheet was written.
 */

/** 0 of 0 does not apply, something of 0 is missing. */
export type State = 'scored' | 'not-applicable' | 'missing';

const AMOUNTS: Readonly<Record<State, readonly [number, number]>> = {
  scored: [93, 100],
  'not-applicable': [0, 0],
  missing: [5, 0],
};

export interface LiveScheme {
  readonly scheme: Scheme;
  /** How many indicators divide amounts; those that people judge follow them. */
  readonly rates: number;
}

const BANDS = {
  kind: 'bands',
  bands: [
    { to: '0.5', points: '0', fromIncluded: true, toIncluded: false },
    { from: '0.5', points: '2', fromIncluded: true, toIncluded: false },
  ],
} as const;

export function liveScheme(
  rates: readonly Partial<Indicator>[],
  judged: readonly Partial<Indicator>[] = [],
): LiveScheme {
  return {
    scheme: schemeOf([
      ...rates.map((more, index) =>
        indicatorOf(`指标${String(index)}`, PROPORTIONAL, {
          measure: {
            kind: 'ratio',
            key: `率${String(index)}`,
            numerator: `甲${String(index)}.决算数`,
            denominator: `甲${String(index)}.年初预算数`,
            basis: '',
          },
          ...more,
        }),
      ),
      ...judged.map((more, index) => indicatorOf(`评定${String(index)}`, GRADED, more)),
    ]),
    rates: rates.length,
  };
}

const choice = fc.constantFrom('full-marks' as const, 'excluded' as const, 'redistributed' as const);
const path = fc.constantFrom<string[]>(['过程', '采购'], ['过程', '资产'], ['产出', '数量'], ['过程']);
const weight = fc.integer({ min: 20, max: 120 }).map((tenths) => (tenths / 10).toFixed(1));
const rate = fc.record({
  path,
  weight,
  notApplicable: choice,
  rule: fc.constantFrom(PROPORTIONAL, { ...BANDS, bands: [...BANDS.bands] }),
});

export const anyLiveScheme: fc.Arbitrary<LiveScheme> = fc
  .tuple(fc.array(rate, { minLength: 1, maxLength: 6 }), fc.array(fc.record({ path, weight }), { maxLength: 2 }))
  .map(([rates, judged]) => liveScheme(rates, judged));

export const anyState = fc.constantFrom<State>('scored', 'scored', 'not-applicable', 'not-applicable', 'missing');

export function factsIn(states: readonly State[]): Stated {
  return Object.fromEntries(
    states.flatMap((state, index) => {
      const [above, below] = AMOUNTS[state];
      return [
        [`甲${String(index)}.决算数`, `${above.toFixed(2)}元`],
        [`甲${String(index)}.年初预算数`, `${below.toFixed(2)}元`],
      ];
    }),
  );
}

export function ledgerIn({ scheme, rates }: LiveScheme, states: readonly State[]): Ledger {
  const judgements = scheme.indicators
    .slice(rates)
    .map(({ name }, index) => ({ ...judgementOf(name, '得分1.5', { reason: '略' }), cell: judgedCell(index) }));
  return ledgerOf({ facts: factsIn(states), judgements });
}

/** The cells that a person's scores stand in. */
export function judgedCell(index: number): { sheet: string; row: number; column: number } {
  return { sheet: '自评打分', row: index, column: 1 };
}

/** The score sheet as it is written while the indicators are in these states. */
export function scoreSheetIn(live: LiveScheme, states: readonly State[]): readonly CellWrite[] {
  const { scorecard } = evaluate(live.scheme, ledgerIn(live, states));
  return newScoreSheet(scorecard, { year: '2023', department: '某局' }, []).cells;
}
