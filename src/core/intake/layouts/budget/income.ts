import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表二. Its rows are income by 支出功能分类. */
export const incomeBudget = publishedForm({
  name: '部门收入预算总表',
  title: /(?<!拨款)收入(预算)?总表|(?<!拨款)收入预算表/,
  kind: 'budget',
  says: { side: 'income', measure: '年初预算数' },
  signature: [/合计/, /拨款|收入|一般公共预算/],
  rows: '功能分类',
});
