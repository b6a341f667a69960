import { publishedForm } from '../../published-form.ts';

/** 财决附03表, 机构运行信息表: 三公经费 with its counts, 机关运行经费 and procurement. Its 支出合计 is that of 三公经费. */
export const f03 = publishedForm({
  name: '财决附03表',
  number: /财决附03表|^F03(?!\d)/,
  kind: 'caijue',
  budget: '全年预算数',
  ignores:
    /^(行政单位|参照公务员法管理事业单位|国有资产占用情况|车辆数合计.*|.*用车|单[价位].*设备.*|(国内|外事|国\(境\)外)接待费|(外事|国\(境\)外)(公务)?接待(批次|人次).*|政府采购授予.*|授予.*合同金额)$/,
  says: { side: 'expenditure', subject: { kind: 'item', item: '三公经费' } },
  signature: [/预算数|统计数|决算数/],
  rows: 'lines',
});
