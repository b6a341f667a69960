import { itemForm } from '../../items/item-form.ts';
import {
  ASSET_WORDS,
  CARRY_OVER_WORDS,
  formWords,
  HALF_CARRY_OVER,
  PRIOR_WORDS,
  PROCUREMENT_WORDS,
  STAFF_WORDS,
  STOCK_DAYS,
  THREE_EXPENSES_WORDS,
} from '../../items/item-words.ts';
import type { Aspects } from '../../aspects.ts';

type Matter = 'items' | 'stocks' | 'staff';

function matterOf({ subject, stock, staff }: Aspects): Matter | undefined {
  if (staff !== undefined) return 'staff';
  if (stock !== undefined) return 'stocks';
  return subject?.kind === 'item' ? 'items' : undefined;
}

/** Figures for several indicators in one list: staff, 三公经费, 政府采购, assets …, each perhaps with its own unit. Nothing adds up. */
export const baseData = itemForm({
  name: '评价基础数据表',
  title: /(基础|基本)数据(情况|采集|填报|统计)?表/,
  words: () =>
    formWords(
      [
        ...PRIOR_WORDS,
        ...THREE_EXPENSES_WORDS,
        ...PROCUREMENT_WORDS,
        ...STOCK_DAYS,
        ...CARRY_OVER_WORDS,
        ...ASSET_WORDS,
        ...STAFF_WORDS,
        [['数值', '数据'], {}],
      ],
      // Among figures of all kinds 结转 may be only a part of 结转结余.
      (word) => HALF_CARRY_OVER.test(word),
    ),
  isMadeOf: (said, isTitled) => {
    const matters = new Set(said.flatMap((aspects) => matterOf(aspects) ?? []));
    const isOther = said.some(
      ({ subject, income }) => income !== undefined || (subject !== undefined && subject.kind !== 'item'),
    );
    return !isOther && matters.size > (isTitled ? 0 : 1);
  },
  whole: () => undefined,
  says: () => ({ side: 'expenditure' }),
  alternatives: ['年初预算数', '全年预算数', '决算数', '年初数', '年末数'],
  ignores: /率$|批次|人次|团组|次数/,
});
