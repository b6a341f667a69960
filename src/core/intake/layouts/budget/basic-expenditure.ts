import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表八. */
export const basicExpenditureBudget = publishedForm({
  name: '一般公共预算基本支出预算表',
  title: /一般公共预算(财政拨款)?基本支出(预算)?(总|明细|情况)?表/,
  kind: 'budget',
  says: {
    side: 'expenditure',
    basis: '一般公共预算',
    subject: { kind: 'category', category: '基本支出' },
    measure: '年初预算数',
  },
  signature: [/合计/, /人员经费/, /公用经费/],
  rows: '经济分类',
});
