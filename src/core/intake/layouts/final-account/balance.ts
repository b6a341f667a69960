import { publishedForm } from '../../published-form.ts';

/** 部门决算公开01表. */
export const balanceAccount = publishedForm({
  name: '收入支出决算总表',
  title: /(?<!拨款)收入支出决算总表/,
  number: /公开01表/,
  kind: 'account',
  says: { measure: '决算数' },
  signature: [/决算|金额/],
  rows: 'lines',
});
