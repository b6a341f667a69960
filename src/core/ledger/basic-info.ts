/** What the sheet 基本信息 can hold, in the order of the form. Keys are the facts' keys and the labels of the form. */
export const BASIC_INFO_FIELDS = [
  { key: '部门名称', kind: 'text' },
  { key: '部门简称', kind: 'text' },
  { key: '部门自称', kind: 'text' },
  { key: '评价年度', kind: 'year' },
  { key: '附件序号', kind: 'text' },
  { key: '成文日期', kind: 'date' },
  { key: '部门职能', kind: 'text' },
  { key: '机构设置', kind: 'text' },
  { key: '年度总体工作', kind: 'text' },
  { key: '整体绩效目标', kind: 'text' },
  { key: '其他资金来源', kind: 'text' },
  { key: '绩效管理制度', kind: 'text' },
  { key: '绩效运行监控', kind: 'text' },
  { key: '履职效能总体情况', kind: 'text' },
  { key: '同级平均执行率', kind: 'rate' },
] as const satisfies readonly { key: string; kind: 'text' | 'rate' | 'year' | 'date' }[];

export type BasicInfoKey = (typeof BASIC_INFO_FIELDS)[number]['key'];

/** `公务员人数` states how many people a group of staff has. */
export const STAFF_FIELD = /^(.+?)(?:实有)?人数$/;
