import { publishedForm } from '../../published-form.ts';

/** 财决05表 and its parts, 支出决算明细表: the economic classes stand in columns. */
export const z05 = publishedForm({
  name: '财决05表',
  number: /财决05(-[123])?表|^Z05(?!\d)/,
  kind: 'caijue',
  classColumns: true,
  variants: [
    {
      title: /^Z05_1(?!\d)|财决05-1表|^基本支出决算明细表/,
      says: { subject: { kind: 'category', category: '基本支出' } },
    },
    {
      title: /^Z05_2(?!\d)|财决05-2表|^项目支出决算明细表/,
      says: { subject: { kind: 'category', category: '项目支出' } },
    },
    {
      title: /^Z05_3(?!\d)|财决05-3表|^经营支出决算明细表/,
      says: { subject: { kind: 'category', category: '经营支出' } },
    },
  ],
  says: { side: 'expenditure', measure: '决算数' },
  signature: [/合计/, /工资福利支出/],
  rows: '功能分类',
});
