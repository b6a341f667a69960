import {
  ADJUSTMENTS,
  BALANCE_LINES,
  BASES,
  CATEGORIES,
  COUNTS,
  ITEMS,
  MEASURES,
  MONTH_MEASURES,
  OTHER_CATEGORIES,
  OTHER_INCOMES,
  PRIOR_MEASURES,
  STAFF_GROUPS,
  STOCKS,
  STOCK_MEASURES,
  expenditureKey,
  incomeKey,
  monthKey,
  staffKey,
  stockKey,
  type Subject,
} from '../../ledger/keys.ts';

const STATED = [...MEASURES, ...PRIOR_MEASURES, ...ADJUSTMENTS];
const SUBJECTS: readonly Subject[] = [
  { kind: 'total' },
  ...[...CATEGORIES, ...OTHER_CATEGORIES].map((category): Subject => ({ kind: 'category', category })),
  ...ITEMS.map((item): Subject => ({ kind: 'item', item })),
  ...BALANCE_LINES.map((line): Subject => ({ kind: 'line', line })),
];
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Every key that a form can fill and that holds no name of the department's own. */
export const KNOWN_KEYS: readonly string[] = [
  ...[undefined, ...BASES].flatMap((basis) => [
    ...SUBJECTS.flatMap((subject) => STATED.map((measure) => expenditureKey(basis, subject, measure))),
    ...STATED.map((measure) => incomeKey(basis, measure)),
    ...STOCKS.flatMap((stock) => STOCK_MEASURES.map((measure) => stockKey(basis, stock, measure))),
    ...MONTHS.flatMap((month) => MONTH_MEASURES.map((measure) => monthKey(basis, month, measure))),
  ]),
  ...OTHER_INCOMES.flatMap((income) => STATED.map((measure) => incomeKey(income, measure))),
  ...STAFF_GROUPS.map(staffKey),
  ...COUNTS,
];

const KNOWN = new Set(KNOWN_KEYS);
const AMOUNT = [...STATED, '支出率', '占比'].join('|');
const MONTH = `(?:[1-9]|1[0-2])月\\.(?:${MONTH_MEASURES.join('|')})`;
const BASIS = `(?:(?:${BASES.join('|')})\\.)?`;
const SUBJECT = `(?:项目\\.[^.]+|功能分类\\.\\d+|经济分类\\.\\d+|${[...CATEGORIES, ...OTHER_CATEGORIES].join('|')})`;
/** Keys with a name or a code in them, and rates that follow from stated amounts. */
const OPEN = [
  new RegExp(`^${BASIS}${SUBJECT}\\.(?:${AMOUNT}|${MONTH})$`),
  new RegExp(`^${BASIS}支出率$`),
  /^产出\.[^.]+\.(?:计划值|实际值|完成率)$/,
  /^任务\.[^.]+\.完成率$/,
  /^人员\.[^.]+$/,
  /^同级平均执行率$/,
];

/** True for a key that some form could fill, whether this department's forms do or not. */
export function isKey(key: string): boolean {
  return KNOWN.has(key) || OPEN.some((pattern) => pattern.test(key));
}
