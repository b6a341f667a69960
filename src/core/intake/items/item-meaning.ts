import { statedBy, withDefaults, type Aspects, type Stated } from '../aspects.ts';
import type { ItemForm } from './item-form.ts';
import { joined } from './item-labels.ts';
import type { ItemTable } from './item-table.ts';

/** What is known of an amount whose measure is open. */
export type OpenMatter = 'stock' | 'budget' | 'amount';

/** What a cell of a table for indicators states. */
export type CellMeaning =
  | { readonly kind: 'stated'; readonly stated: Stated; readonly aspects: Aspects }
  /** Which measure it is, a person has to say. */
  | { readonly kind: 'open'; readonly of: OpenMatter }
  /** What it is about nobody says, or its row and its column say different things. */
  | { readonly kind: 'unknown' }
  /** Known, and nothing needs it. */
  | { readonly kind: 'not-needed'; readonly why: 'plan' | 'other-year' | 'other' };

/** Says what the cells of a table mean. */
export class CellMeanings {
  readonly #whole: Aspects | undefined;
  readonly #says: Aspects;
  readonly #budget: ItemForm['budget'];

  constructor(form: ItemForm, { grid, labels, columns, rows }: ItemTable) {
    this.#whole = form.whole(labels, grid.title);
    this.#says = form.says(grid.title);
    const said = [...columns.map(({ role }) => role.aspects), ...rows.map(({ aspects }) => aspects)];
    // Beside a 全年预算数, a 预算数 is something else.
    this.#budget = said.some(({ measure }) => measure === '全年预算数') ? undefined : form.budget;
  }

  of(column: Aspects, row: Aspects): CellMeaning {
    const both = joined(column, row);
    if (both === undefined) return { kind: 'unknown' };
    const dated = withPrior(both);
    if (dated === undefined) return { kind: 'not-needed', why: 'other-year' };
    const about = this.#about(dated);
    if (about === 'unknown') return { kind: 'unknown' };
    if (about === 'other') return { kind: 'not-needed', why: 'other' };
    if (about.count !== undefined || about.staff !== undefined) return countMeaning(about);
    if (about.stock !== undefined) return this.#stockMeaning(about);
    return this.#amountMeaning(about);
  }

  /** What the cell is about: said by its row or column, or else the whole of the form. */
  #about(said: Aspects): Aspects | 'unknown' | 'other' {
    const { subject, stock, staff, count, income } = said;
    if ([subject, stock, staff, count, income].some((part) => part !== undefined)) return said;
    const whole = this.#whole;
    if (whole === undefined) return 'unknown';
    // 本年收入 in a table of what was carried over.
    const { side } = said;
    if (whole.stock !== undefined && side !== undefined) return 'other';
    if (side === 'income' && whole.subject !== undefined) return 'other';
    return { ...whole, ...said };
  }

  #stockMeaning(said: Aspects): CellMeaning {
    const { side, measure, budget, subject, stock } = said;
    // Nobody budgets or spends what there is on a day.
    if (budget === true || measure !== undefined) return { kind: 'unknown' };
    // What came in and went out stands beside what was carried over; beside assets it is a header that says something else.
    if (side !== undefined || subject !== undefined) {
      return stock === '结转结余' ? { kind: 'not-needed', why: 'other' } : { kind: 'unknown' };
    }
    const { stockMeasure, basis } = this.#says;
    const aspects: Aspects = {
      ...(stockMeasure === undefined ? {} : { stockMeasure }),
      ...(basis === undefined ? {} : { basis }),
      ...said,
    };
    const stated = statedBy(aspects);
    return stated === undefined ? { kind: 'open', of: 'stock' } : { kind: 'stated', stated, aspects };
  }

  #amountMeaning(said: Aspects): CellMeaning {
    const { budget, measure } = said;
    if (budget === true && measure !== undefined && !measure.endsWith('预算数')) {
      return { kind: 'unknown' };
    }
    const resolved: Aspects =
      budget === true && measure === undefined && this.#budget !== undefined
        ? { ...said, measure: this.#budget }
        : said;
    const aspects = withDefaults(resolved, this.#says);
    const stated = statedBy(aspects);
    return stated === undefined
      ? { kind: 'open', of: budget === true ? 'budget' : 'amount' }
      : { kind: 'stated', stated, aspects };
  }
}

/** People and vehicles are counted as they are, not as they were planned. */
function countMeaning(said: Aspects): CellMeaning {
  const { measure, budget, stockMeasure, staff } = said;
  if (staff !== undefined && (budget === true || measure !== undefined)) return { kind: 'unknown' };
  if (budget === true || stockMeasure === '年初数' || (measure !== undefined && measure !== '决算数')) {
    return { kind: 'not-needed', why: 'plan' };
  }
  const stated = statedBy(said);
  return stated === undefined ? { kind: 'open', of: 'amount' } : { kind: 'stated', stated, aspects: said };
}

/** The amounts of the year before have measures of their own; of other measures nothing is known. */
function withPrior(said: Aspects): Aspects | undefined {
  if (said.prior !== true) return said;
  const { measure, budget } = said;
  if (measure === '上年预算数' || measure === '年初预算数' || (budget === true && measure === undefined)) {
    return { ...said, measure: '上年预算数' };
  }
  return measure === '决算数' || measure === '上年决算数' ? { ...said, measure: '上年决算数' } : undefined;
}
