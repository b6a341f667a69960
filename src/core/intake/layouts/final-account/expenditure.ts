import { publishedForm } from '../../published-form.ts';

/** 部门决算公开03表. */
export const expenditureAccount = publishedForm({
  name: '支出决算表',
  title: /(?<!拨款|经费)支出决算表/,
  number: /公开03表/,
  says: { side: 'expenditure', measure: '决算数' },
  signature: [/支出合计|合计/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
