import { publishedForm } from '../../published-form.ts';

/** 部门预算公开表三. */
export const expenditureBudget = publishedForm({
  name: '部门支出预算总表',
  title: /(?<!拨款|收入)支出总表|(?<!拨款|收入|公共预算|基金预算|经营预算|基本)支出预算(总)?表/,
  kind: 'budget',
  says: { side: 'expenditure', measure: '年初预算数' },
  signature: [/合计/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
