/** The sheet 指标体系: a scheme as people read and change it. */
export const SCHEME_SHEET_NAME = '指标体系';

/**
 * The columns and what else bureaus call them; the first word of each is the one that we write. The header is recognised by
 * 三级指标, 分值 and 评分方式.
 */
export const SCHEME_COLUMNS = {
  first: ['一级指标'],
  second: ['二级指标'],
  name: ['三级指标', '指标', '指标名称'],
  weight: ['分值', '权重', '标准分', '指标分值'],
  rule: ['评分方式', '计分方式'],
  parameters: ['参数', '评分参数'],
  value: ['取值方式', '指标取值'],
  key: ['取值名称'],
  numerator: ['分子'],
  denominator: ['分母'],
  basis: ['口径'],
  dataSource: ['数据来源'],
  clause: ['依据', '评分依据', '出处'],
  verified: ['核对情况', '是否核对'],
  notApplicable: ['不适用时', '不适用时的处理'],
  each: ['逐项设指标', '逐项'],
  problem: ['存在问题', '存在的问题'],
  improvement: ['改进措施'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SchemeColumn = keyof typeof SCHEME_COLUMNS;
/** What a sheet must have to be read as a scheme. */
export const SCHEME_HEADER: readonly SchemeColumn[] = ['name', 'weight', 'rule'];

/** The lines over the table that speak of the scheme as a whole. */
export const SCHEME_HEAD = {
  id: ['编号'],
  name: ['名称', '指标体系名称'],
  year: ['年度', '适用年度'],
  source: ['来源', '文件来源', '来源文件'],
  verified: ['核对情况', '是否核对'],
  total: ['总分'],
  precision: ['得分小数位', '得分小数位数'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SchemeHead = keyof typeof SCHEME_HEAD;

/** What the cells of a choice may hold. */
export const CHECKED = { yes: '已核对', no: '未核对' } as const;
/** 逐项设指标: one indicator for each 履职方向 or for each project, the weight divided. */
export const EACH_WORDS = { none: '否', direction: '按履职方向', project: '按项目' } as const;
export const NOT_APPLICABLE_WORDS = {
  'full-marks': '得满分',
  excluded: '不计分值',
  redistributed: '分值分给其他指标',
} as const;
/** 取值方式: how an indicator's value is computed; 分子, 分母 and 口径 say from what. */
export const MEASURE_NAMES = {
  ratio: '比率',
  change: '变动率',
  'payment-progress': '支付进度',
  'average-execution': '年度平均执行率',
  expression: '公式',
  fact: '直接取数',
} as const;
export const MEASURE_CELLS = {
  month: (month: number): string => `${String(month)}月末`,
  elapsed: '序时进度',
  stated: (share: string, name: string): string => `${share}（${name}）`,
} as const;
/** Stands for 二级指标 where an indicator has none. */
export const NO_LEVEL = '—';

/** What a cell should hold, in a message about one that holds something else. */
export const ALLOWED = {
  words: '文字',
  number: '不小于0的数字，例如5或1.5',
  month: '1月末至12月末',
  schedule: '序时进度，或者进度和出处，例如40%（某某文件）',
  places: '0、1或2',
  row: '一行一个指标，写明三级指标、分值、评分方式和参数；表下的说明请以“注：”开头，或放在合计行以下',
  belowTotal: '空白或说明：合计行、“注：”以下的指标不会采用，请移到上面',
  notMerged: '每个指标自己的内容，不能与别的行合并单元格',
  computed: '内容，或者算得出结果的公式；没有保存计算结果的，请在Excel或WPS中打开，重新计算并保存',
  weight: (places: string): string => `小数不超过${places}位的分值（与得分小数位一致）`,
} as const;
