/** How a phrase in a document stands to the workbook, as people see it; by the states of core/links. */
export const LINK_STATES = {
  same: '一致',
  'data-changed': '数据已变',
  'text-edited': '正文已改',
  'source-missing': '来源缺失',
} as const;
