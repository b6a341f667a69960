import { ChangedLedger, slopesOf, type ChangedValue } from '../../ledger/changed-ledger.ts';
import type { Fact } from '../../ledger/fact.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Outcome } from '../../ledger/outcome.ts';
import { exact, type Exact } from '../../money/exact.ts';
import { measured } from '../measures/measured.ts';
import type { MeasureSpec } from '../measures/measure-spec.ts';
import type { CombinedRule, MeasuredRule } from '../rules/rules.ts';
import type { Indicator, Scheme } from '../scheme.ts';
import { namedValues, scoreFromFigures, valueNames } from '../score-from-figures.ts';

/** What each indicator of a scheme measures, by its name. */
export type Measures = ReadonlyMap<string, MeasureSpec>;

/** An indicator that the ledger's values alone decide. */
export type FiguresIndicator = Indicator & { readonly rule: MeasuredRule | CombinedRule };

/** One indicator, to be scored over changed ledgers: nothing else of the scheme is evaluated. */
export class Trial {
  readonly #slopes = new Map<string, ReadonlyMap<string, bigint>>();

  constructor(
    readonly scheme: Scheme,
    readonly indicator: FiguresIndicator,
    readonly ledger: Ledger,
    readonly known: Measures,
    /** The weight in force. */
    readonly weight: Exact,
  ) {}

  /** What the indicator's rule looks at: its own measure, those of others that a combination names, or facts. */
  measures(): readonly MeasureSpec[] {
    return valueNames(this.indicator).map((of) => this.measureOf(of) ?? { kind: 'fact', key: of });
  }

  /** The measure that a rule calls by a name, the empty name being the indicator's own. */
  measureOf(of: string): MeasureSpec | undefined {
    return of === '' ? this.indicator.measure : this.known.get(of);
  }

  /** The amounts that move with an input. */
  slopes(key: string): ReadonlyMap<string, bigint> {
    const slopes = this.#slopes.get(key) ?? slopesOf(this.ledger, key);
    this.#slopes.set(key, slopes);
    return slopes;
  }

  /** The ledger with another value of one fact. */
  with(key: string, value: ChangedValue): Ledger {
    return new ChangedLedger(this.ledger, key, value, this.slopes(key));
  }

  /** The score over a ledger, under the indicator's rule or another; undefined where something is missing. */
  score(ledger: Ledger, rule = this.indicator.rule): Exact | undefined {
    const indicator = { ...this.indicator, rule };
    const values = namedValues(indicator, ledger, (name) => this.#measured(ledger, name));
    const weighing = { own: exact(indicator.weight), inForce: this.weight };
    return scoreFromFigures(this.scheme, indicator, rule, ledger, values, weighing, []).score;
  }

  #measured(ledger: Ledger, name: string): Outcome<Fact> | undefined {
    const measure = name === this.indicator.name ? this.indicator.measure : this.known.get(name);
    return measure && measured(ledger, measure);
  }
}
