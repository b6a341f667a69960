import type { Basis } from '../../../ledger/keys.ts';
import { itemForm } from '../../items/item-form.ts';
import { CARRY_OVER_WORDS, formWords, HALF_CARRY_OVER, STOCK_DAYS } from '../../items/item-words.ts';
import { BASIS_WORDS, wordIn } from '../../vocabulary.ts';

/** Titles about the money of one kind of expenditure say nothing about all that was carried over. */
const OF_ONE_KIND = /(基本|项目)支出/;

/** 结转结余 at the beginning and the end of the year, by source of money. */
export const carryOver = itemForm({
  name: '结转结余情况表',
  title: /^结转(和?结余)?$|^(?!.*资产).*结转(和|及|与|、)?结余.*(情况|统计|明细|汇总)?表/,
  partTitle: OF_ONE_KIND,
  words: (labels) => {
    // 年末结转 is all there is, unless 年末结余 stands beside it.
    const halves = labels.filter((label) => HALF_CARRY_OVER.test(label));
    const areApart = halves.some((label) => label.includes('结转')) && halves.some((label) => label.includes('结余'));
    return formWords([...STOCK_DAYS, ...CARRY_OVER_WORDS], (word) => areApart && HALF_CARRY_OVER.test(word));
  },
  isMadeOf: (said, isTitled) =>
    said.every(
      ({ subject, stock, staff, count }) =>
        staff === undefined &&
        count === undefined &&
        (subject === undefined || subject.kind === 'category') &&
        (stock ?? '结转结余') === '结转结余',
    ) &&
    (isTitled || said.some(({ stock }) => stock !== undefined)),
  whole: (labels, title) => {
    const isNamed =
      title.includes('结转') || labels.some((label) => /结转.*结余|年[初末]结转|上年结转|结转下年/.test(label));
    return isNamed ? { stock: '结转结余' } : undefined;
  },
  says: (title) => {
    const basis: Basis | undefined = wordIn(title, BASIS_WORDS);
    return {
      ...(basis === undefined ? {} : { basis }),
      ...(/年末|年底|期末|12月31日/.test(title) ? { stockMeasure: '年末数' } : {}),
    };
  },
  alternatives: ['年初数', '年末数'],
  ignores:
    /^((基本|项目)支出.*|本年(收入|支出).*|收入|支出|收支差额|.*(经营|专用)结余.*|交回.*|上缴.*|调剂.*|调整.*|分配.*|归集.*|财政专户.*|单位资金|自有资金|(事业|经营|其他)收入.*|上级补助.*)$/,
  detailHeads: /^(项目名称|预算项目(名称)?)$/,
});
