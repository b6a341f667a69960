import { publishedForm } from '../../published-form.ts';

/** 财决07表, 一般公共预算财政拨款收入支出决算表. */
export const z07 = publishedForm({
  name: '财决07表',
  number: /财决07表|^Z07(?!\d)/,
  kind: 'caijue',
  says: { basis: '一般公共预算', measure: '决算数' },
  signature: [/收入/, /支出/],
  // What was carried over and received for 基本支出 and 项目支出.
  details: /^(年[初末]结转和结余|本年收入).*(基本支出|项目支出)(结转|结转和结余)?$/,
  rows: '功能分类',
});
