/** What is said of how a table was recognised and read. */
export const READING = {
  title: (form: string): string => `标题为“${form}”`,
  number: '表号或工作表名相符',
  columns: '列名相符',
  rows: (percent: number): string => `${String(percent)}%的行名可识别`,
  crossing: '行与列各说明一种分类，合计列已采用',
  open: '没有写明是预算数还是决算数',
  noLabel: '（空）',
} as const;

/** What a column is for, where it is not a fact's key. */
export const COLUMN_MEANINGS = {
  amount: '金额（按行判断）',
  code: (part: '类' | '款' | '项' | 'whole'): string => (part === 'whole' ? '科目编码' : `科目编码（${part}）`),
  name: '名称',
  unknown: '含义不明，没有采用',
  derived: '由其他列得出，不采用',
  'other-year': '其他年度，不采用',
  ordinal: '序号',
  text: '文字',
  private: '个人或账户信息，不读取',
} as const;
