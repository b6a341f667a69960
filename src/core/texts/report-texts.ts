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
  },
  staff: '人员配备：{人员}。',
  staffGroup: '{类别}{人数}',
  outputs: '主要产出：{产出}。',
  output: '{名称}{数量}',
  income: '{年度}年部门收入年初预算{年初}，决算{决算}。',
  expenditure: '{年度}年部门支出年初预算{年初}，全年预算{全年}，决算{决算}，决算数比年初预算数{差异}。',
  otherMoney: '支出决算中，财政拨款{财政拨款}，其他资金{其他资金}，其他资金来源为{来源}。',
  onlyFiscal: '支出决算全部为财政拨款{财政拨款}。',
  fiscal: '支出决算中，财政拨款{财政拨款}。',
  noFiscal: '{年度}年没有财政拨款支出。',
  parts: '财政拨款支出中，基本支出{基本}，占财政拨款支出的{基本占比}；项目支出{项目}，占财政拨款支出的{项目占比}。',
  completion: '{年度}年{分母名}{分母}，{分子名}{分子}，{指标}{率}。',
  projects: '项目支出执行情况：{项目}。',
  project: '{名称}{项目}全年预算{预算}，支出{支出}，支出率{支出率}',
  projectWithoutRate: '{名称}{项目}支出{支出}',
  projectWithoutSpending: '{名称}{项目}全年预算{预算}，支出{支出}',
  projectWord: '项目',
  structure: '{自称}按照{指标体系}开展{年度}年度部门整体支出绩效自评，指标体系分为{一级}。{二级}。',
  group: '{一级}包括{二级}',
  result: '经自评，总得分{得分}，满分{满分}，共扣{扣分}；其中{分项}。',
  resultGroup: '{一级}得{得分}',
  resultMissing: '经自评，部分指标数据或打分不全，总得分暂不能得出：{缺项}。',
  direction: '{方向}方面，{指标}{完成率}，得{得分}。',
  aspectDeducted: '{方面}方面：{扣分}。',
  aspectFull: '{方面}方面：各项指标均未扣分。',
  aspectFullRest: '其余指标未扣分。',
  deduction: '{指标}{扣分}，主要原因是{原因}',
  problemsGood: '{自称}部门整体支出绩效管理总体情况较好，对照指标体系，仍存在以下问题。',
  problemsIntro: '对照指标体系，{自称}部门整体支出绩效管理存在以下问题。',
  problemsNone: '对照指标体系，本年度各项指标均未扣分，未发现需要说明的突出问题。',
  problem: '{序}是{问题}（{指标}{扣分}）',
  improvement: '{序}是针对“{指标}”，{措施}',
  improvementsNone: '继续保持现有做法，巩固预算执行和绩效管理成效。',
  table: '部门整体支出绩效自评表',
  tableColumns: ['一级指标', '二级指标', '三级指标', '分值', '指标值', '得分', '扣分', '扣分原因'],
  tableTotal: '合计',
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
