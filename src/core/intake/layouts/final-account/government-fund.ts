import { publishedForm } from '../../published-form.ts';

/** 部门决算公开08表. */
export const governmentFundAccount = publishedForm({
  name: '政府性基金预算财政拨款收入支出决算表',
  title: /政府性基金(预算)?(财政拨款)?收入支出决算表/,
  number: /公开08表/,
  kind: 'account',
  says: { basis: '政府性基金', measure: '决算数' },
  signature: [/收入/, /支出/],
  rows: '功能分类',
});
