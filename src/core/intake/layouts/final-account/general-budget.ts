import { publishedForm } from '../../published-form.ts';

/** 部门决算公开05表. */
export const generalBudgetAccount = publishedForm({
  name: '一般公共预算财政拨款支出决算表',
  title: /一般公共预算(财政拨款)?支出决算表/,
  number: /公开05表/,
  kind: 'account',
  says: { side: 'expenditure', basis: '一般公共预算', measure: '决算数' },
  signature: [/合计|支出/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
