import { itemForm } from '../../items/item-form.ts';
import { formWords, itemSays, PRIOR_WORDS, PROCUREMENT_WORDS, PURCHASE_KINDS } from '../../items/item-words.ts';

/**
 * 政府采购 by kind or by purchase. Its 预算数 is the one in force at the end of the year: what may be bought is the approved
 * procurement budget with its changes (政府采购预算数 of 财预〔2013〕53号).
 */
export const procurement = itemForm({
  name: '政府采购情况表',
  title: /^(政府)?采购$|采购.*(情况|执行|统计|明细|汇总)/,
  partTitle: /(货物|工程|服务)(类)?(项目)?(采购)?(预算)?(执行)?(情况|明细|统计|汇总)|(中小|小微)企业/,
  words: () => formWords([...PRIOR_WORDS, ...PROCUREMENT_WORDS, ...PURCHASE_KINDS]),
  isMadeOf: (said) =>
    said.every(({ subject, stock, staff, income, count }) => {
      const isOther = [stock, staff, income, count].some((part) => part !== undefined);
      return !isOther && (subject === undefined || (subject.kind === 'item' && subject.item.startsWith('政府采购')));
    }) && said.some(({ subject }) => subject !== undefined),
  whole: () => itemSays('政府采购'),
  says: () => ({ side: 'expenditure' }),
  budget: '全年预算数',
  alternatives: ['年初预算数', '全年预算数', '决算数'],
  ignores:
    /(中小|小微)企业|监狱企业|残疾人|节约|节能|环保|绿色|进口|集中采购|分散采购|公开招标|竞争性|询价|单一来源|(数量|次数|项数|个数)$/,
  detailHeads: /^(采购项目|(采购)?项目名称|采购内容|采购品目|品目(名称)?|采购标的|合同名称)$/,
});
