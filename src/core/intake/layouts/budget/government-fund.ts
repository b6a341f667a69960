import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表六. */
export const governmentFundBudget = publishedForm({
  name: '政府性基金支出预算表',
  title: /政府性基金(预算)?(财政拨款)?支出(预算)?(总|明细|情况)?表/,
  kind: 'budget',
  says: { side: 'expenditure', basis: '政府性基金', measure: '年初预算数' },
  signature: [/合计|预算/],
  rows: '功能分类',
});
