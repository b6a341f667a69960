import { itemForm } from '../../items/item-form.ts';
import { formWords, itemSays, PRIOR_WORDS, PROCUREMENT_WORDS, THREE_EXPENSES_WORDS } from '../../items/item-words.ts';
import type { Aspects } from '../../aspects.ts';

type Group = 'three-expenses' | 'procurement' | 'other';

function groupOf({ subject }: Aspects): Group | undefined {
  if (subject?.kind === 'category') return subject.category === '公用经费' ? 'other' : undefined;
  if (subject?.kind !== 'item') return undefined;
  if (subject.item.startsWith('政府采购')) return 'procurement';
  return /三公|因公|公务/.test(subject.item) ? 'three-expenses' : 'other';
}

/**
 * Kinds of money of different matters in one table: 三公经费, 会议费, 政府采购, 公用经费 … They overlap, so its 合计 means nothing. The
 * sheet 专项经费 of our own form is one.
 */
export const specialItems = itemForm({
  name: '专项经费情况表',
  title: /专项经费.*(情况|执行)表/,
  partTitle: /(公用经费|基本支出|项目支出)/,
  isClosed: true,
  words: () =>
    formWords([
      ...PRIOR_WORDS,
      ...THREE_EXPENSES_WORDS,
      ...PROCUREMENT_WORDS,
      [['重点项目', '重点支出', '重点项目支出'], itemSays('重点项目支出')],
    ]),
  isMadeOf: (said, isTitled) => {
    const subjects = said.filter(
      ({ count, measure, subject }) => count === undefined && (subject !== undefined || measure === undefined),
    );
    const groups = new Set(subjects.map(groupOf));
    if (groups.size === 0 || groups.has(undefined)) return false;
    return isTitled || groups.size > 1 || (groups.has('other') && said.some(({ subject }) => subject?.kind === 'item'));
  },
  whole: () => undefined,
  says: () => ({ side: 'expenditure' }),
  alternatives: ['年初预算数', '全年预算数', '决算数'],
  ignores: /批次|人次|团组|辆|人数|次数|保有/,
});
