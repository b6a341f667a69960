/** Names that a bureau's own template may use besides the keys of facts and phrases, and the words that stand for nothing. */
export const TEMPLATE = {
  progress: { number: '序号', numeral: '中文序号', first: '首项', last: '末项' },
  /** What a template without any placeholder could hold. */
  example: '{部门名称}、{决算数}',
  yes: '是',
  no: '否',
  /** What stands where there is nothing to tell: no deduction and so no reason. */
  none: '无',
  /** What stands where an indicator has no figure because people judge it. */
  noFigure: '—',
  section: (title: string): string => `章节.${title}`,
  /** How the place of a placeholder is told. */
  place: {
    body: '正文',
    header: '页眉',
    footer: '页脚',
    notes: '脚注',
    tableRow: (table: string, row: string): string => `第${table}个表格第${row}行`,
    quoted: (place: string, text: string): string => `${place}“${text}”`,
    cut: (text: string): string => `${text}……`,
  },
  /** What each loop goes over, for the list of what may be used. */
  loops: {
    工作任务: '每项重点工作任务一遍',
    产出: '每项产出指标一遍；写在“工作任务”之内时，只列该任务的产出',
    指标: '每项指标一遍；写在“一级指标”之内时，只列该一级指标下的',
    扣分指标: '每项被扣分的指标一遍',
    一级指标: '每个一级指标一遍',
    问题: '每个问题一遍，扣分多的在前；同样的问题合为一个',
    项目: '每个支出项目一遍',
  } as Readonly<Record<string, string>>,
  sectionLoop: '所起草报告的这一章节，每段一遍',
  sections: '{#章节.……}',
} as const;
