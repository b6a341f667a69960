import { publishedForm } from '../../published-form.ts';

/** 部门决算公开06表. */
export const basicExpenditureAccount = publishedForm({
  name: '一般公共预算财政拨款基本支出决算表',
  title: /一般公共预算(财政拨款)?基本支出决算(明细)?表/,
  number: /公开06表/,
  kind: 'account',
  says: {
    side: 'expenditure',
    basis: '一般公共预算',
    subject: { kind: 'category', category: '基本支出' },
    measure: '决算数',
  },
  signature: [/决算|金额|合计/],
  rows: '经济分类',
});
