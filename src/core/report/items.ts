import { expenditureKey, stockKey, type Item, type StatedMeasure } from '../ledger/keys.ts';
import { spoken } from '../ledger/spoken.ts';
import { MONEY, MONEY_PARTS, MONEY_WORDS } from '../texts/money-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { Inline } from './document.ts';
import { chosen, clauses, comparison, fenOf, hasMoney, yearOnYear } from './figures.ts';
import { joined, type Phrases } from './phrases.ts';

const KINDS = {
  三公经费: ['因公出国(境)费', '公务用车购置及运行费', '公务接待费'],
  政府采购: ['政府采购货物', '政府采购工程', '政府采购服务'],
} as const satisfies Partial<Record<Item, readonly Item[]>>;

/** Kinds of money that are watched by themselves, a paragraph each, where the workbook states them: “三公”经费, 政府采购, 结转结余. */
export function items(phrases: Phrases): readonly (readonly Inline[])[] {
  return [
    item(phrases, '三公经费', MONEY_PARTS.threeExpenses),
    [...item(phrases, '政府采购', '政府采购'), ...carryOver(phrases)],
  ];
}

function item(phrases: Phrases, name: keyof typeof KINDS, said: string): readonly Inline[] {
  const keyOf = (measure: StatedMeasure): string => itemKey(name, measure);
  const spent = fenOf(phrases, keyOf('决算数'));
  if (spent === undefined) return [];
  const measure = (['全年预算数', '年初预算数'] as const).find((one) => phrases.find(keyOf(one)) !== undefined);
  const budgetKey = measure && keyOf(measure);
  const budgetName = measure === '年初预算数' ? MONEY_WORDS.initialName : MONEY_WORDS.adjustedName;
  const budget = budgetKey === undefined ? undefined : fenOf(phrases, budgetKey);
  const prior = yearOnYear(phrases, keyOf('上年决算数'), keyOf('决算数'));
  if (spent === 0n && (budget ?? 0n) === 0n) {
    const words = budget === undefined ? MONEY_WORDS.notSpent : MONEY_WORDS.neither;
    return phrases.fill(MONEY.item, { 名称: said, 各数: clauses([[chosen(phrases, keyOf('决算数'), words)], prior]) });
  }
  const kinds = KINDS[name].map((kind) => itemKey(kind, '决算数')).filter((key) => hasMoney(phrases, key));
  const list = kinds.map((key) =>
    phrases.fill(MONEY.part, { 名称: kindName(name, key.replace(/\.决算数$/, '')), 数: phrases.fact(key) }),
  );
  const year = clauses([
    budgetKey === undefined
      ? []
      : budget === 0n
        ? [chosen(phrases, budgetKey, MONEY_WORDS.noBudget)]
        : phrases.fill(MONEY.itemBudget, { 名称: budgetName, 数: phrases.fact(budgetKey) }),
    spent === 0n
      ? [chosen(phrases, keyOf('决算数'), MONEY_WORDS.notSpent)]
      : phrases.fill(MONEY.itemSpent, { 数: phrases.fact(keyOf('决算数')) }),
    budgetKey === undefined || (budget ?? 0n) <= 0n || spent === 0n
      ? []
      : comparison(phrases, budgetName, budgetKey, keyOf('决算数'), '超出'),
    prior,
  ]);
  const parts = list.length < 2 ? [] : phrases.fill(MONEY.itemParts, { 各项: joined(list, LIST_SEPARATOR) });
  return phrases.fill(MONEY.item, { 名称: said, 各数: clauses([year, parts], '；') });
}

/** `货物` for 政府采购货物: the whole has been named. */
export function kindName(whole: Item, kind: string): string {
  const name = spoken(kind);
  return name.startsWith(whole) ? name.slice(whole.length) : name;
}

function itemKey(name: Item, measure: StatedMeasure): string {
  return expenditureKey(undefined, { kind: 'item', item: name }, measure);
}

function carryOver(phrases: Phrases): readonly Inline[] {
  const end = stockKey(undefined, '结转结余', '年末数');
  const start = stockKey(undefined, '结转结余', '年初数');
  const left = fenOf(phrases, end);
  if (left === undefined) return [];
  const words =
    left === 0n
      ? [chosen(phrases, end, MONEY_WORDS.noCarryOver)]
      : phrases.fill(MONEY.carryOver, { 数: phrases.fact(end) });
  const change = hasMoney(phrases, start) ? comparison(phrases, MONEY_WORDS.startName, start, end) : [];
  return phrases.fill(MONEY.item, { 名称: '', 各数: clauses([words, change]) });
}
