import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表四. */
export const fiscalBalanceBudget = publishedForm({
  name: '财政拨款收支预算总表',
  title: /财政拨款收(入)?支(出)?(预算)?总表/,
  kind: 'budget',
  says: { basis: '财政拨款', measure: '年初预算数' },
  signature: [/预算|金额|合计/],
  rows: 'lines',
});
