import {
  BASES,
  FISCAL_PARTS,
  ITEMS,
  MEASURES,
  OTHER_CATEGORIES,
  OTHER_INCOMES,
  PRIOR_MEASURES,
  STOCK_MEASURES,
  expenditureKey,
  incomeKey,
  monthKey,
  stockKey,
  subjectsOf,
  type BalanceLine,
  type Basis,
  type Item,
  type Subject,
} from './keys.ts';
import type { Ledger } from './ledger.ts';

/** An amount that must equal the sum of others. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
  /**
   * What a smaller sum means when a part is not stated. `complete`: the parts are all there is, it is an error. `expected`: every
   * department has such a part, it is a warning. `optional`: a form need not list the part.
   */
  readonly listing: 'complete' | 'expected' | 'optional';
}

/** Every total of the ledger's grammar and what makes it up, whether stated or not. */
export function equationsOf(ledger: Ledger): readonly Equation[] {
  const { projects } = ledger;
  const list: Equation[] = [...incomes(ledger), ...balanceLines(ledger), ...items(ledger), ...carryOver(ledger)];
  for (const measure of MEASURES) {
    for (const basis of [undefined, ...BASES]) {
      const of = (subject: Subject): string => expenditureKey(basis, subject, measure);
      list.push(
        {
          total: of({ kind: 'total' }),
          parts: [
            of({ kind: 'category', category: '基本支出' }),
            of({ kind: 'category', category: '项目支出' }),
            // Only some departments have these; where none is stated, nothing is missing.
            ...OTHER_CATEGORIES.map((category) => of({ kind: 'category', category })).filter((key) => ledger.has(key)),
          ],
          listing: 'expected',
        },
        {
          total: of({ kind: 'category', category: '基本支出' }),
          parts: [of({ kind: 'category', category: '人员经费' }), of({ kind: 'category', category: '公用经费' })],
          listing: 'optional',
        },
        {
          total: of({ kind: 'category', category: '项目支出' }),
          parts: projects.map((name) => of({ kind: 'project', name })),
          listing: 'complete',
        },
      );
    }
    const keysBySource = [
      ...subjectsOf(projects).map(
        (subject) => (basis: (typeof BASES)[number] | undefined) => expenditureKey(basis, subject, measure),
      ),
      (basis: (typeof BASES)[number] | undefined) => incomeKey(basis, measure),
    ];
    for (const keyOf of keysBySource) {
      list.push(
        { total: keyOf(undefined), parts: [keyOf('财政拨款'), keyOf('其他资金')], listing: 'optional' },
        { total: keyOf('财政拨款'), parts: FISCAL_PARTS.map(keyOf), listing: 'optional' },
      );
    }
  }
  for (const basis of [undefined, ...BASES]) {
    list.push({
      total: expenditureKey(basis, { kind: 'total' }, '决算数'),
      parts: [monthKey(basis, 12, '累计支出数')],
      listing: 'complete',
    });
  }
  return list;
}

/** Income by where it comes from: 财政拨款 as one or by its funds, and what else forms tell apart. */
function incomes(ledger: Ledger): readonly Equation[] {
  return MEASURES.map((measure) => {
    const fiscal = incomeKey('财政拨款', measure);
    const others = OTHER_INCOMES.map((income) => incomeKey(income, measure));
    return {
      total: incomeKey(undefined, measure),
      parts: [...(ledger.has(fiscal) ? [fiscal] : FISCAL_PARTS.map((basis) => incomeKey(basis, measure))), ...others],
      // A form that tells one of these apart tells them all.
      listing: others.some((key) => ledger.has(key)) ? 'expected' : 'optional',
    };
  });
}

/** 总计 of both sides of an account: the year's amounts with what was carried over. Budgets plan it, so that it is no fact there. */
function balanceLines(ledger: Ledger): readonly Equation[] {
  return [undefined, ...BASES].flatMap((basis): Equation[] => {
    const line = (name: BalanceLine): string => expenditureKey(basis, { kind: 'line', line: name }, '决算数');
    // Left blank where there is none.
    const stated = (name: BalanceLine): readonly string[] => [line(name)].filter((key) => ledger.has(key));
    const income = [incomeKey(basis, '决算数'), stockKey(basis, '结转结余', '年初数'), ...stated('使用非财政拨款结余')];
    const spent = expenditureKey(basis, { kind: 'total' }, '决算数');
    return [
      { total: line('收入总计'), parts: income, listing: 'expected' },
      {
        total: line('支出总计'),
        parts: [spent, stockKey(basis, '结转结余', '年末数'), ...stated('结余分配')],
        listing: 'expected',
      },
    ];
  });
}

/** What the items that forms list under others make up. */
const ITEM_PARTS: Readonly<Partial<Record<Item, readonly Item[]>>> = {
  三公经费: ['因公出国(境)费', '公务用车购置及运行费', '公务接待费'],
  公务用车购置及运行费: ['公务用车购置费', '公务用车运行费'],
  政府采购: ['政府采购货物', '政府采购工程', '政府采购服务'],
};

function items(ledger: Ledger): readonly Equation[] {
  return [...MEASURES, ...PRIOR_MEASURES].flatMap((measure) =>
    [undefined, ...BASES].flatMap((basis) => {
      const of = (item: Item): string => expenditureKey(basis, { kind: 'item', item }, measure);
      // Where a form leaves out the sum of the vehicles, their parts stand in its place.
      const stated = (item: Item): readonly string[] =>
        ledger.has(of(item)) ? [of(item)] : (ITEM_PARTS[item] ?? [item]).map(of);
      return ITEMS.flatMap((item): readonly Equation[] => {
        const parts = ITEM_PARTS[item];
        return parts === undefined ? [] : [{ total: of(item), parts: parts.flatMap(stated), listing: 'expected' }];
      });
    }),
  );
}

/** 结转结余 by source of money: 财政拨款 as one or by its funds, and the rest. */
function carryOver(ledger: Ledger): readonly Equation[] {
  return STOCK_MEASURES.flatMap((measure): Equation[] => {
    const of = (basis: Basis | undefined): string => stockKey(basis, '结转结余', measure);
    const funds = FISCAL_PARTS.map(of);
    const fiscal = ledger.has(of('财政拨款')) ? [of('财政拨款')] : funds.filter((key) => ledger.has(key));
    const other = of('其他资金');
    return [
      {
        total: of(undefined),
        parts: [...fiscal, other],
        // A form that tells the other money apart tells all of it.
        listing: ledger.has(other) && fiscal.length > 0 ? 'complete' : 'optional',
      },
      { total: of('财政拨款'), parts: funds, listing: 'optional' },
    ];
  });
}
