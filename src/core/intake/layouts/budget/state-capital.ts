import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表七. */
export const stateCapitalBudget = publishedForm({
  name: '国有资本经营支出预算表',
  title: /国有资本经营(预算)?(财政拨款)?支出(预算)?(总|明细|情况)?表/,
  kind: 'budget',
  says: { side: 'expenditure', basis: '国有资本经营', measure: '年初预算数' },
  signature: [/合计|预算/],
  rows: '功能分类',
});
