import { ADJUSTMENTS } from '../../../ledger/keys.ts';
import { itemForm } from '../../items/item-form.ts';
import { formWords } from '../../items/item-words.ts';

/**
 * What was changed in the budget during the year. Only the exact words are taken: a column that is only called 调整数 may be what
 * was added less what was cut, and is no 预算调整数.
 */
export const adjustments = itemForm({
  name: '预算调整情况表',
  title: /预算调整.*(情况|明细|统计)?表/,
  words: () => formWords(ADJUSTMENTS.map((measure) => [[measure], { side: 'expenditure', measure }] as const)),
  isMadeOf: (said) => {
    const isAdjustment = said.some(({ measure }) => ADJUSTMENTS.some((known) => known === measure));
    return (
      isAdjustment &&
      said.every(({ stock, staff, count, income, side }) => {
        const isOther = [stock, staff, count, income].some((part) => part !== undefined);
        return !isOther && side !== 'income';
      })
    );
  },
  whole: () => ({ side: 'expenditure' }),
  says: () => ({ side: 'expenditure' }),
  alternatives: ['年初预算数', '全年预算数', ...ADJUSTMENTS],
  ignores: /^$/,
});
