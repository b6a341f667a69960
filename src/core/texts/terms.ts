/** Words of the field that stand by themselves on the screen, in cells and in the report. */
export const NO_DATA = '缺数据';
export const NOT_APPLICABLE = '不适用';
export const TOTAL = '合计';
export const PRODUCT_NAME = '绩效自评助手';
export const TODO_MARK = (what: string): string => `【待补充：${what}】`;
/** What a mark asks for: the words inside it. */
export const todoWords = (mark: string): string => /^【待补充：(.*)】$/su.exec(mark)?.[1] ?? mark;
export const LIST_SEPARATOR = '、';
export const YES = '是';
export const NO = '否';
export const STAFF_UNIT = '名';
/** What the column 评分要点 says where the answer is a number. */
export const SCORE_POINT = '得分';
export const DEDUCTION_POINT = '扣分';
export const COUNT_POINT = '次数';
/** The answers to a checklist point; the first of each is the one the form offers. */
export const JUDGEMENT_ANSWERS: Readonly<Record<'met' | 'not-met' | 'not-applicable', readonly string[]>> = {
  met: [YES, '符合', '已达到', '√', '✓'],
  'not-met': [NO, '不符合', '未达到', '×', '✗'],
  'not-applicable': [NOT_APPLICABLE, '不涉及'],
};
/** What stands for a label in a message when there is none. */
export const NO_LABEL = '（空）';
export const DATE_TEXT = (year: number, month: number, day: number): string =>
  `${String(year)}年${String(month)}月${String(day)}日`;
/** What to do with a cell that should hold a number and has none: an amount that there is not is 0, any other number is unknown. */
export const NUMBER_ADVICE = { amount: '没有该项金额的请填0或留空', number: '暂时没有的请留空' } as const;
/** What the cells that hold words are called in a message about one of them. */
export const WORD_CELLS = {
  table: '表头或行名',
  field: '填报项',
  task: '工作任务的文字',
  judgement: '自评打分的文字',
} as const;
export const NEEDED_TABLES = {
  executed: '支出执行表（含“决算数”或“执行数”列）',
  budget: '支出预算表（含“年初预算数”或“全年预算数”列）',
} as const;

/** The two sides of a budget or account. */
export const SIDES = ['收入', '支出'] as const;
