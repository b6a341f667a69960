import { itemForm } from '../../items/item-form.ts';
import { ASSET_WORDS, CARRY_OVER_WORDS, formWords, STOCK_DAYS } from '../../items/item-words.ts';

/** 结转结余 and assets in one table, as in the sheet 结转结余和资产 of our own form. Its 合计 would mean nothing. */
export const stocks = itemForm({
  name: '结转结余和资产情况表',
  title: /结转结余和资产.*表/,
  words: () => formWords([...STOCK_DAYS, ...CARRY_OVER_WORDS, ...ASSET_WORDS]),
  isMadeOf: (said, isTitled) => {
    const known = said.every(({ subject, staff, count }) =>
      [subject, staff, count].every((part) => part === undefined),
    );
    const isBoth = said.some(({ stock }) => stock === '结转结余') && said.some(({ stock }) => stock !== '结转结余');
    return known && (isTitled || isBoth);
  },
  whole: () => undefined,
  says: () => ({}),
  alternatives: ['年初数', '年末数'],
  ignores: /.*折旧.*|.*净[值额].*|流动资产|无形资产/,
});
