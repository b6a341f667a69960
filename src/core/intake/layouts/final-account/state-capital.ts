import { publishedForm } from '../../published-form.ts';

/** 部门决算公开09表. */
export const stateCapitalAccount = publishedForm({
  name: '国有资本经营预算财政拨款支出决算表',
  title: /国有资本经营(预算)?(财政拨款)?(收入)?支出决算表/,
  number: /公开09表/,
  kind: 'account',
  says: { basis: '国有资本经营', measure: '决算数' },
  signature: [/支出|合计/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
