import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { showAmount } from '../money/prose.ts';
import { DERIVED_SUM } from '../texts/ledger-texts.ts';
import type { Stated } from './aspects.ts';
import type { Collector } from './collector.ts';
import type { FormBlock, RowPlace } from './form-block.ts';
import { headerText, type AmountGridColumn } from './grid-table.ts';
import { ownFundIn, type FundFact, type OwnFund } from './own-funds.ts';
import { compareSum, reconcileLevels, topsOf, type LevelAmount } from './levels.ts';

/** An amount of a form and where it stands. */
export interface FormAmount {
  readonly block: FormBlock;
  readonly column: AmountGridColumn;
  readonly place: RowPlace;
  readonly fact: Fact;
}

/** The amounts that make up one total: those of a column, and of every block beside it that is about the same. */
interface Group {
  readonly fund: OwnFund | undefined;
  readonly total: Stated | undefined;
  readonly byCode: Map<string, LevelAmount>;
  readonly sinceSubtotal: LevelAmount[];
}

/** Reconciles the levels of a form, and adds up the totals that no row states, once all of its blocks are known. */
export class FormTotals {
  readonly #groups = new Map<string, Group>();
  readonly #ids = new Map<FormBlock, number>();

  /** @param hasGaps true when rows were left out, so that nothing may be added up */
  constructor(
    private readonly hasGaps: boolean,
    private readonly collector: Collector,
  ) {}

  /** Amounts come row by row from top to bottom. */
  add({ block, column, place, fact }: FormAmount): void {
    const group = this.#groupOf(block, column);
    switch (place.kind) {
      case 'code': {
        const amount = { code: place.code, fact };
        if (!group.byCode.has(place.code)) group.byCode.set(place.code, amount);
        group.sinceSubtotal.push(amount);
        return;
      }
      case 'subtotal':
        compareSum(
          fact,
          topsOf(group.sinceSubtotal).map((top) => top.fact),
          this.collector,
        );
        group.sinceSubtotal.length = 0;
        return;
      case 'total':
        // A total of something else, such as of one side, is not what the column's codes make up.
        if (group.total !== undefined && fact.key !== group.total.key) return;
        if (!group.byCode.has('')) group.byCode.set('', { code: '', fact });
        return;
      case 'line':
        return;
    }
  }

  /** @returns the totals that were added up, each told */
  settle(): readonly FundFact[] {
    return [...this.#groups.values()].flatMap(({ total, byCode, fund }) => {
      const amounts = [...byCode.values()];
      reconcileLevels(amounts, this.collector);
      if (total === undefined || byCode.has('') || this.hasGaps) return [];
      const fact = this.#addedUp(total, amounts);
      return fact === undefined ? [] : [{ fact, fund }];
    });
  }

  #groupOf(block: FormBlock, column: AmountGridColumn): Group {
    const total = block.totalOf(column);
    const fund = ownFundIn(headerText(column));
    const index = this.#ids.get(block) ?? this.#ids.size;
    this.#ids.set(block, index);
    const id =
      total === undefined
        ? `${String(index)}|${String(column.column)}`
        : `${block.classification}|${total.key}|${fund ?? ''}`;
    const known = this.#groups.get(id);
    if (known !== undefined) return known;
    const group: Group = { fund, total, byCode: new Map(), sinceSubtotal: [] };
    this.#groups.set(id, group);
    return group;
  }

  #addedUp({ key, basis }: Stated, amounts: readonly LevelAmount[]): Fact | undefined {
    const parts = topsOf(amounts).map(({ fact }) => fact);
    if (parts.length === 0) return undefined;
    const total = derivedAmount({
      key,
      basis,
      parts,
      operation: 'sum',
      rule: DERIVED_SUM(parts.map((part) => part.key)),
      substitution: DERIVED_SUM(parts.map(plainValue)),
    });
    const fen = total.value.kind === 'amount' ? total.value.fen : 0n;
    this.collector.report(finding('total-added-up', { key, total: showAmount(fen, '元') }, total.cells));
    return total;
  }
}
