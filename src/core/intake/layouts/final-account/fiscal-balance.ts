import { publishedForm } from '../../published-form.ts';

/** 部门决算公开04表. */
export const fiscalBalanceAccount = publishedForm({
  name: '财政拨款收入支出决算总表',
  title: /财政拨款收入支出决算总表/,
  number: /公开04表/,
  kind: 'account',
  says: { basis: '财政拨款', measure: '决算数' },
  signature: [/决算|金额|合计/],
  rows: 'lines',
});
