/*
 * The sentences of the report. `{名称}` is a slot for a phrase; the words around it hold no digits, so that every number of the
 * report comes from the workbook.
 */
export const REPORT = {
  attachment: '附件{序号}',
  title: ['{年度}年度{部门名称}', '整体支出绩效自评报告'],
  unverified: '所用指标体系“{名称}”未与财政部门正式文件核对，报送前请按当地文件核对分值和评分方式，并删除本段。',
  headings: {
    overview: '部门基本情况',
    functions: '部门职能',
    tasks: '年度总体工作和重点工作任务',
    goals: '部门整体支出绩效目标',
    money: '部门整体收支情况',
    management: '部门整体绩效管理情况',
    rules: '健全制度规范',
    monitoring: '开展绩效运行监控',
    evaluation: '绩效自评情况',
    conclusion: '自评结论',
    performance: '履职效能分析',
    efficiency: '管理效率分析',
    problems: '存在的主要问题',
    improvements: '下一步改进措施',
    'money-table': '部门整体收入支出情况表',
    'score-table': '部门整体支出绩效自评表',
  },
  posts: '年末{各数}。',
  post: '{名称}{人数}',
  staff: '人员配备：{人员}。',
  outputs: '主要产出：{产出}。',
  output: '{名称}{数量}',
  outputNamed: '{实际}，计划{计划}，{判断}',
  outputWithPlan: '{名称}计划{计划}，实际{实际}，{判断}',
  structure: '{自称}按照{指标体系}开展{年度}年度部门整体支出绩效自评，指标体系分为{一级}。{二级}。',
  structureFlat: '{自称}按照{指标体系}开展{年度}年度部门整体支出绩效自评，指标体系分为{一级}。',
  group: '{一级}包括{二级}',
  result: '经自评，总得分{得分}，满分{满分}，{扣分}{分项}。',
  resultGroups: '；其中{分项}',
  resultGroup: '{一级}得{得分}',
  notCounted: '{指标}不适用，未计入满分。',
  scoreTable: '各项指标得分见后附《{表名}》。',
  resultMissing: '经自评，部分指标数据或打分不全，总得分暂不能得出：{缺项}。',
  /** One aspect of 履职效能分析. */
  direction: '{方面}方面，{各项}。',
  measured: '{指标}{值}，得{得分}',
  judged: '{指标}得{得分}',
  fullMarks: '{指标}{得满分}',
  lost: '，{扣分}，主要原因是{原因}',
  notApplicable: '{指标}{不适用}',
  /** One aspect of 管理效率分析. */
  aspect: '{方面}方面：{各句}',
  aspectsFull: '{方面}方面：{判断}。',
  sentence: '{各项}。',
  deduction: '{指标}{扣分}，主要原因是{原因}',
  undeducted: '{各项}，{判断}',
  withValue: '{指标}{值}',
  problemsGood: '{自称}部门整体支出绩效管理总体情况较好，对照指标体系，仍存在以下问题',
  problemsIntro: '对照指标体系，{自称}部门整体支出绩效管理存在以下问题',
  problemsNone: '对照指标体系，本年度各项指标均未扣分，未发现需要说明的突出问题。',
  problem: '{序}{问题}（{扣分}）',
  problemPoint: '{指标}{扣分}',
  improvement: '{序}针对{指标}，{措施}',
  improvementPoint: '“{指标}”',
  improvementsNone: '继续保持现有做法，巩固预算执行和绩效管理成效。',
  tableColumns: ['一级指标', '二级指标', '三级指标', '分值', '指标值', '得分', '扣分', '扣分原因'],
  tableTotal: '合计',
} as const;

/** Words that the figures and scores choose; they are phrases, so that they are told when the figures change. */
export const JUDGED = {
  partsOf: (names: string, count: string): string => `${names}${count}部分`,
  two: '两',
  only: (name: string): string => `${name}一项`,
  noDeduction: '未扣分',
  deducted: (score: string): string => `共扣${score}`,
  getsFull: '得满分',
  allGetFull: '均得满分',
  notDeducted: '未扣分',
  noneDeducted: '均未扣分',
  restNotDeducted: '其余指标未扣分',
  restOneNotDeducted: (name: string): string => `${name}未扣分`,
  allNotDeducted: '各项指标均未扣分',
  notApplicable: {
    'full-marks': '不适用，按满分计',
    excluded: '不适用，不计分值',
    redistributed: '不适用，分值由其他指标分担',
  },
  plan: { more: '超过计划值', met: '达到计划值', less: '未达到计划值' },
  noPlan: '未设计划值',
  targets: (p: { count: string; met: string; missed: string; names: string }): string =>
    p.missed === '0'
      ? p.count === '1'
        ? '设有计划值的产出指标1个，已达到计划值'
        : `设有计划值的产出指标${p.count}个，全部达到计划值`
      : p.met === '0'
        ? `设有计划值的产出指标${p.count}个，${p.count === '1' ? '' : '均'}未达到计划值`
        : `设有计划值的产出指标${p.count}个，达到计划值${p.met}个，未达到计划值${p.missed}个（${p.names}）`,
  ordinal: (numeral: string): string => `${numeral}是`,
  noProblemText: (name: string): string => `${name}没有达到指标体系的要求`,
} as const;

/** What a 待补充 mark asks for. */
export const TODO = {
  field: (key: string): string => `${key}，填入“基本信息”表`,
  fact: (key: string): string => `${key}缺数据`,
  staff: '人员情况，填入“基本信息”表的“公务员人数”等行',
  tasks: '重点工作任务，填入“工作任务”表',
  narrative: (title: string): string => `“${title}”的工作开展情况，填入“工作任务”表`,
  reason: (indicator: string): string => `${indicator}的扣分原因`,
  actual: (name: string): string => `“${name}”的实际值，填入“工作任务”表`,
  income: '部门收入预算和决算',
  unscored: '部分指标尚未计分，补充数据和打分后再分析',
  placeholder: (name: string): string => `“${name}”没有对应的数据`,
  score: (indicator: string): string => `${indicator}缺数据或未打分`,
  noBase: (indicator: string, base: string): string => `${indicator}无法计算（${base}为零），请按当地规定打分`,
  improvement: (indicator: string): string => `“${indicator}”的改进措施`,
  total: '总得分，补充缺少的数据和打分后得出',
  outputs: '产出指标的计划值和实际值，填入“工作任务”表',
  direction: (title: string): string => `“${title}”的履职方向，填入“工作任务”表`,
  otherSource: '其他资金的来源，填入“基本信息”表的“其他资金来源”',
} as const;

/** How a control names a source that is no cell. */
export const SOURCE = {
  scheme: (name: string): string => `指标体系“${name}”`,
  scorecard: (name: string): string => `自评得分，指标体系“${name}”`,
  toFill: '待补充',
} as const;

export const DEDUCTED = (score: string): string => `扣${score}`;
export const SELF_DEFAULT = '本单位';
