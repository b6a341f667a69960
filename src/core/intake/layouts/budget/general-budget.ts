import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表五. */
export const generalBudget = publishedForm({
  name: '一般公共预算支出预算表',
  title: /一般公共预算(财政拨款)?支出(预算)?(总|明细|情况)?表/,
  kind: 'budget',
  says: { side: 'expenditure', basis: '一般公共预算', measure: '年初预算数' },
  signature: [/合计|预算/],
  rows: '功能分类',
});
