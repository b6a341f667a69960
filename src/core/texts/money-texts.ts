/*
 * The sentences on income and expenditure. `{名称}` is a slot for a phrase. Words that a change of the figures would make wrong
 * (减少, 超出, 没有) are phrases too, so that they are told when the figures change.
 */
export const MONEY = {
  income: '{年度}年部门收入{各数}。',
  expenditure: '{年度}年{范围}支出{各数}。',
  initial: '年初预算{数}',
  adjusted: '全年预算{数}',
  executed: '决算{数}',
  share: '为全年预算的{率}',
  part: '{名称}{数}',
  partWithShare: '{名称}{数}，占{整体}的{占比}',
  onlyOne: '{整体}{判断}。',
  parts: '{整体}中，{各项}。',
  none: '{年度}年{判断}。',
  otherSource: '其他资金来源为{来源}',
  measured: '{指标}{率}，为{分子名}{分子}与{分母名}{分母}之比。',
  projects: '项目支出执行情况：{项目}。',
  manyProjects: '全年共有{个数}，其中支出额较大的有：{项目}。',
  detail: '收入、支出和各项目的明细情况见后附《{表名}》。',
  project: '{名称}{各数}',
  projectBudget: '全年预算{数}',
  projectSpent: '支出{数}',
  projectRate: '支出率{率}',
  item: '{名称}{各数}。',
  itemBudget: '{名称}{数}',
  itemSpent: '决算{数}',
  itemParts: '其中，{各项}',
  carryOver: '年末结转结余{数}',
} as const;

/** Words that the figures choose. */
export const MONEY_WORDS = {
  department: '部门',
  initialName: '年初预算',
  adjustedName: '全年预算',
  budgetName: '预算',
  startName: '年初',
  priorName: '上年',
  noBudget: '全年没有预算',
  noInitial: '年初没有安排预算',
  notSpent: '没有支出',
  noIncome: '没有收入',
  noneOf: (whole: string): string => `没有${whole}`,
  neither: '没有预算，也没有支出',
  refunded: (amount: string): string => `冲减支出${amount}`,
  noPrior: '上年没有支出，无同期可比数',
  onlyFiscal: '全部为财政拨款',
  onlyIncome: (name: string): string => `全部为${name}`,
  onlyPart: (name: string): string => `全部为${name}`,
  projectCount: (count: string): string => `项目${count}个`,
  noCarryOver: '年末没有结转结余',
  growth: (comparison: string, growth: string): string => `${comparison}，${growth}`,
} as const;

export const MONEY_PARTS = {
  income: '收入决算',
  fiscal: '财政拨款',
  other: '其他资金',
  threeExpenses: '“三公”经费',
  expenditure: '支出决算',
  expenditureOf: (basis: string): string => `${basis}支出`,
} as const;

/** 部门整体收入支出情况表 */
export const MONEY_TABLE = {
  unit: '单位：万元',
  name: '项目',
  rate: '执行率',
  income: '收入合计',
  expenditure: '支出合计',
  heading: (numeral: string): string => `${numeral}、`,
  indent: (level: number): string => '　'.repeat(level),
  none: '—',
} as const;
