import { publishedForm } from '../../published-form.ts';

/** 部门决算公开07表. Its 预算数 is the 全年预算数, as its note says; its 合计 is that of 三公经费. */
export const threeExpensesAccount = publishedForm({
  name: '财政拨款三公经费支出决算表',
  title: /三公经费(支出)?决算表/,
  number: /公开07表/,
  kind: 'account',
  budget: '全年预算数',
  says: { side: 'expenditure', subject: { kind: 'item', item: '三公经费' } },
  signature: [/预算/, /决算/],
  rows: 'lines',
});
