import { publishedForm } from '../../published-form.ts';

/** 财决04表, 支出决算表. */
export const z04 = publishedForm({
  name: '财决04表',
  number: /财决04表|^Z04(?!\d)/,
  kind: 'caijue',
  says: { side: 'expenditure', measure: '决算数' },
  signature: [/合计|支出/, /基本支出/, /项目支出/],
  rows: '功能分类',
});
