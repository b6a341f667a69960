import { publishedForm } from '../../published-form.ts';

/** 财决08表 and its parts, 一般公共预算财政拨款支出决算明细表. */
export const z08 = publishedForm({
  name: '财决08表',
  number: /财决08(-[12])?表|^Z08(?!\d)/,
  kind: 'caijue',
  classColumns: true,
  variants: [
    {
      title: /^Z08_1(?!\d)|财决08-1表|财政拨款基本支出决算明细表/,
      says: { subject: { kind: 'category', category: '基本支出' } },
    },
    {
      title: /^Z08_2(?!\d)|财决08-2表|财政拨款项目支出决算明细表/,
      says: { subject: { kind: 'category', category: '项目支出' } },
    },
  ],
  says: { side: 'expenditure', basis: '一般公共预算', measure: '决算数' },
  signature: [/合计/, /工资福利支出/],
  rows: '功能分类',
});
