import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表九. Its 合计 is that of 三公经费. */
export const threeExpensesBudget = publishedForm({
  name: '三公经费和机关运行经费预算表',
  title: /三公(?!.*(决算|情况|执行|统计|对比))(?=.*(预算|机关运行)).*表/,
  kind: 'budget',
  says: { side: 'expenditure', subject: { kind: 'item', item: '三公经费' }, measure: '年初预算数' },
  signature: [/三公|出国|预算/],
  rows: 'lines',
});
