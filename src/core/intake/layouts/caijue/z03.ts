import { publishedForm } from '../../published-form.ts';

/** 财决03表, 收入决算表. */
export const z03 = publishedForm({
  name: '财决03表',
  number: /财决03表|^Z03(?!\d)/,
  kind: 'caijue',
  says: { side: 'income', measure: '决算数' },
  signature: [/合计/, /收入/],
  details: /教育收费/,
  rows: '功能分类',
});
