import { THREE_EXPENSES, type Item } from '../../../ledger/keys.ts';
import { itemForm } from '../../items/item-form.ts';
import { formWords, itemSays, PRIOR_WORDS, THREE_EXPENSES_WORDS, VEHICLE_PARTS } from '../../items/item-words.ts';

const KINDS: readonly Item[] = THREE_EXPENSES;

/** 三公经费 by kind, with its counts: budgets, what was spent, perhaps last year's beside it. */
export const threeExpenses = itemForm({
  name: '三公经费情况表',
  title: /^三公(经费)?$|三公.*(情况|执行|统计|对比|控制|变动|明细)/,
  partTitle: /(基本|项目)支出/,
  words: () => formWords([...PRIOR_WORDS, ...THREE_EXPENSES_WORDS, ...VEHICLE_PARTS]),
  isMadeOf: (said) =>
    said.every(({ subject, stock, staff, income }) => {
      const isOther = [stock, staff, income].some((part) => part !== undefined);
      return !isOther && (subject === undefined || (subject.kind === 'item' && KINDS.includes(subject.item)));
    }) && said.some(({ subject }) => subject !== undefined),
  whole: () => itemSays('三公经费'),
  says: () => ({ side: 'expenditure' }),
  alternatives: ['年初预算数', '全年预算数', '决算数'],
  ignores: /外事|国内接待费|国内公务接待费|国\(境\)外|相关统计数|批次|人次|团组|辆|人数|次数|保有/,
});
