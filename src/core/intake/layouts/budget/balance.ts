import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表一. */
export const balanceBudget = publishedForm({
  name: '部门收支预算总表',
  title: /(?<!拨款)收支(预算)?总表/,
  kind: 'budget',
  says: { measure: '年初预算数' },
  signature: [/预算|金额/],
  rows: 'lines',
});
