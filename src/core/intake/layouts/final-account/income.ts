import { publishedForm } from '../../published-form.ts';

/** 部门决算公开02表. Its rows are income by 支出功能分类. */
export const incomeAccount = publishedForm({
  name: '收入决算表',
  title: /(?<!拨款)收入决算(总)?表/,
  number: /公开02表/,
  kind: 'account',
  says: { side: 'income', measure: '决算数' },
  signature: [/合计/, /拨款|收入/],
  rows: '功能分类',
});
