/** What is said of how a table was recognised and read. */
export const READING = {
  title: (form: string): string => `标题为“${form}”`,
  number: '表号或工作表名相符',
  columns: '列名相符',
  rows: (percent: number): string => `${String(percent)}%的行名可识别`,
  crossing: '行与列各说明一种分类，合计列已采用',
  open: '没有写明是预算数还是决算数',
  sideless: '没有写明是收入还是支出',
  contradiction: '行名、列名与表名的含义矛盾',
  otherYear: '其他年度的数，不采用',
  detail: '各单位或各项目的数，合计行已采用',
  plan: '结转结余的预算数是计划，不是年初、年末的结转结余',
  ignoredRow: '表中的其他信息，评价不需要',
  unitRow: '各单位的金额，已采用合计',
  total: '合计',
  subtotal: '小计',
  noLabel: '（空）',
  notWords: '没有可识别的表头，也没有数字',
  empty: '空表',
  hidden: '已隐藏，没有采用',
  unrecognised: '不是已知的表式，没有采用',
  severalForms: (forms: string): string => `可能是${forms}，没有采用`,
  notUsed: '已确认不采用',
  words: (count: number): string => `${String(count)}处列名或行名相符`,
  spare: '没有填写的备用行',
  noUnit: '没有写明金额单位',
  unknownRow: '行名含义不明',
  aboveHeader: '在表头上方',
  undated: '有的支付没有日期，不能按月汇总',
  unclearState: '有的支付状态含义不明，不能汇总',
  noProject: '没有写明项目名称',
  sourceRow: '各来源的资金，已采用总额，仅用于核对',
  notPaid: '没有支付成功，没有计入',
  inSummary: '已包含在汇总表中',
  unclearFunds: '其他资金与它的各项并列，不知道是合计还是另外一项',
  unclearUnits: '几张同样的表数据各不相同，不知道应当相加还是只采用一张',
  otherUnit: '其他单位的表，按选择不采用',
  deleted: '已删除的指标',
  cancelled: '没有生效或已作废的指标，没有计入',
  unclearQuota: '指标金额的含义不明，有关的合计没有采用',
  unclearRefund: '有的退款不知道应当扣减还是计入，不能汇总',
  repeated: '有的支付编号相同、内容也相同，可能重复，不能汇总',
  unreadAmount: '有的金额无法读取，不能汇总',
} as const;

/** What a column is for, where it is not a fact's key. */
export const COLUMN_MEANINGS = {
  amount: '金额（按行判断）',
  code: (part: '类' | '款' | '项' | 'whole'): string => (part === 'whole' ? '科目编码' : `科目编码（${part}）`),
  name: '名称',
  unknown: '含义不明，没有采用',
  derived: '由其他列得出，不采用',
  'other-year': '其他年度，不采用',
  detail: '其中的明细，不采用',
  unit: '单位',
  ordinal: '序号',
  text: '文字',
  label: '行名',
  project: '项目名称',
  months: '月份',
  month: (month: number): string => `${String(month)}月`,
  answered: '已确认不采用',
  adjustment: '预算调整净额，仅用于核对',
  notFinal: '监控时点数或全年预计数，不采用',
  otherQuota: '指标的其他金额，不采用',
  'not-needed': '评价不需要，不采用',
  earlier: '同一笔支付的其他金额，不采用',
  state: '支付状态',
  quotaState: '指标状态',
  refund: '退款，是否扣减按选择',
  private: '个人或账户信息，不读取',
} as const;

/** The columns of a list of payments. */
export const LIST_COLUMNS = {
  date: '支付日期',
  amount: '支付金额',
  fund: '资金性质',
  kind: '支出类别',
  project: '项目',
  unit: '单位',
} as const;
/** What a payment's state means for the sums. */
export const PAYMENT_STATES = ['计入', '不计入', '退回'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];
/** What refunds in a column of their own do to the payments beside them. */
export const REFUND_CHOICES = ['从支付金额中扣减', '支付金额已扣减'] as const;
/** What a payment is that a word marks as a refund. */
export const REFUND_MEANINGS = ['扣减', '计入'] as const;
export const LIST_WORDS = { fund: '资金性质', kind: '支出类别' } as const;
/** How a sum over the units of a department is explained. */
export const UNIT_PARTS = '各单位相加';
/** What a budget after adjustment is made of. */
export const ADJUSTED_PARTS = (initial: string, adjustment: string): string => `${initial} + ${adjustment}`;
/** How single records are counted, and what their lists are called. */
export const RECORDS = { payment: '笔支付', quota: '条指标' } as const;
export const LIST_NAMES = { payments: '支付明细', quotas: '指标', type: '指标类型', year: '预算年度' } as const;

/** The columns of a list of budget quotas. */
export const QUOTA_COLUMNS = {
  amount: '指标金额',
  cut: '调减金额',
  added: '调增金额',
  balance: '指标余额，仅用于核对',
  applied: '已申请支付金额，仅用于核对',
  paid: '已支付金额，仅用于核对',
  document: '指标文号',
  id: '指标编号',
  batch: '调整批次',
  type: '指标类型',
  year: '预算年度',
  deleted: '是否删除',
} as const;
/** What the amount of a quota that was adjusted can be. */
export const QUOTA_MEANINGS = {
  before: (amount: string): string => `调整前的金额（调整后共${amount}）`,
  after: (amount: string): string => `调整后的金额（共${amount}）`,
  each: (amount: string): string => `各批次分别的金额（调整后共${amount}）`,
  initial: '年初的金额',
  cut: '追减的金额',
  left: '追减后的金额',
} as const;
/** What a person can choose the amount of a quota to be. */
export const QUOTA_CHOICES = ['调整前', '调整后'] as const;
/** How a sum over quotas is explained. */
export const QUOTA_TRACE = {
  rule: (measure: string): string => `指标表中各条指标的${measure}相加`,
  count: (quotas: number): string => `${String(quotas)}条`,
} as const;

/** How a sum over payments is explained. */
export const PAYMENT_TRACE = {
  rule: (month: number): string => `支付明细1月至${String(month)}月的金额相加，退款为负`,
  count: (payments: number): string => `${String(payments)}笔`,
} as const;

/** The columns of our own lists. */
export const OWN_COLUMNS = {
  field: '填报项',
  content: '填报内容',
  direction: '履职方向',
  title: '工作任务',
  narrative: '工作开展情况',
  output: '产出指标',
  planned: '计划值',
  actual: '实际值',
  unit: '计量单位',
  wording: '报告表述',
  indicator: '指标',
  point: '评分要点',
  answer: '填写',
  reason: '扣分原因',
  evidence: '佐证材料',
  where: '材料出处',
  weight: '分值',
  value: '指标值（写回）',
  score: '得分（写回）',
  deduction: '扣分（写回）',
} as const;
