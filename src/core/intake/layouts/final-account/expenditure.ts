import { publishedForm } from '../../published-form.ts';

/** 部门决算公开03表. */
export const expenditureAccount = publishedForm({
  name: '支出决算表',
  title: /(?<!拨款|经费|收入|基本|预算)支出决算(总)?表/,
  number: /公开03表/,
  kind: 'account',
  says: { side: 'expenditure', measure: '决算数' },
  signature: [/合计|支出/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
