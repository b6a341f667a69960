import { publishedForm } from '../../published-form.ts';

/** 财决01表, 收入支出决算总表: income and two views of expenditure side by side. */
export const z01 = publishedForm({
  name: '财决01表',
  number: /财决01表|^Z01(?!\d)/,
  kind: 'caijue',
  says: { measure: '决算数' },
  signature: [/决算数/],
  rows: 'lines',
});
