/** Names and remarks of what a user can do. */
export const COMMANDS = {
  evaluate: { label: '计算并写回', noWorkbook: '请先选择工作簿。' },
  explain: { label: '说明得分' },
  change: { label: '测算变动' },
  inspect: { label: '查看识别结果' },
  keys: { label: '列出可用的数据名' },
  new: { label: '生成填报表' },
  refresh: { label: '更新报告', noDocument: '请先打开报告。' },
  freeze: { label: '定稿' },
  readScheme: { label: '读取指标体系' },
} as const;
