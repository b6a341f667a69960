import { BASES, type Basis, type MonthMeasure, type Subject } from '../ledger/keys.ts';
import type { MonthSeries } from './collector.ts';
import { aspectsOf } from './header-words.ts';
import { BASIS_WORDS, CATEGORY_WORDS, wordIn } from './vocabulary.ts';

/*
 * How tables of months say which month, what, whose money, and whether the months accumulate.
 */

const MONTH_NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The month of `3月`, `3月末`, `三月`, `2023年3月`, `1-3月` (which ends with March). */
export function monthOf(label: string): number | undefined {
  const match = /^(?:\d{4}年)?(?:1[-—~至])?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:末|底|份|止|累计)?$/.exec(label);
  const text = match?.[1];
  if (text === undefined) return undefined;
  const month = /^\d+$/.test(text) ? Number(text) : MONTH_NAMES.indexOf(text) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
}

export type MonthMode = MonthSeries['stated'];

/** Whether a label says that months accumulate. */
export function modeIn(label: string): MonthMode {
  if (/累计|月末支出/.test(label)) return 'cumulative';
  if (/当月|本月|分月|各月|每月|逐月/.test(label)) return 'per-month';
  return undefined;
}

/** Months called `1-3月` or `3月累计` accumulate; January may be called either way. */
export function modeOfMonths(labels: readonly string[]): MonthMode {
  const later = labels.filter((label) => monthOf(label) !== 1);
  return later.length > 0 && later.every((label) => /1[-—~至]\d|累计$/.test(label)) ? 'cumulative' : undefined;
}

/** Rates and shares follow from the amounts. */
export const MONTH_RATE = /率|进度|占比|[^\d.]%/;

/** What a label of a table of months says; what it leaves open the title may say. */
export interface MonthLabel {
  readonly measure: MonthMeasure | undefined;
  readonly basis: Basis | undefined;
  readonly subject: Subject | undefined;
}

/** Words about months and payments that say nothing about what the money is for. */
const PLAIN_WORDS =
  /累计|当月|本月|分月|各月|每月|逐月|月末|月度|按月|截至|本期|年中|可执行|财政支付|支付|付款|指标|额度|完成|执行|金额|合计|数/g;

/** Words that name a part, a place or a kind of paper: alone they say nothing about what is paid. */
const WEAK_WORDS = /其中:?|小计|部门|单位|资金|情况|总表|明细|表|和|及|、|:/g;

/** What a label of months can speak of. */
const KNOWN_ASPECTS = ['side', 'basis', 'subject', 'measure', 'budget'];

/**
 * Understands a label that says what is paid or may be spent: every word of it has to be known, because 授权支付 is not all payments.
 * @returns undefined when a part of the label is not known
 */
export function monthLabelOf(label: string): MonthLabel | undefined {
  if (label === '' || MONTH_RATE.test(label)) return undefined;
  const measure = measureIn(label);
  const rest = label.replace(PLAIN_WORDS, '');
  const said = rest === '' ? {} : aspectsOf(rest);
  if (said === undefined) return undefined;
  if (Object.keys(said).length === 0 && label.replace(WEAK_WORDS, '') === '') return undefined;
  const { side, basis, subject, measure: stated, budget } = said;
  const isKnown = Object.keys(said).every((name) => KNOWN_ASPECTS.includes(name));
  if (side === 'income' || !isKnown || subject?.kind === 'line') return undefined;
  // The budget at the beginning of the year is not the one in force at the end of a month, and last year's amounts are not this year's.
  if (stated !== undefined && stated !== '全年预算数' && stated !== '决算数') return undefined;
  // 项目支出预算 is no spending, whatever the title says, and which budget it is nobody says.
  if (budget === true && measure !== '预算数') return undefined;
  return { measure, basis, subject };
}

function measureIn(label: string): MonthMeasure | undefined {
  if (/预算数|指标数|预算额度/.test(label)) return '预算数';
  if (/支出|执行数|支付|付款/.test(label)) return '累计支出数';
  return undefined;
}

/** What a title says of all amounts under it. */
export interface MonthTitle extends MonthLabel {
  /** The title names several sources of money: amounts whose label names none are of nobody knows which. */
  readonly isMixed: boolean;
  readonly mode: MonthMode;
}

export function monthTitleOf(title: string): MonthTitle {
  const basis = wordIn(title, BASIS_WORDS);
  const bases = BASES.filter((known) => BASIS_WORDS[known].some((word) => title.includes(word)));
  const others = bases.filter((known) => known !== basis && !(known === '财政拨款' && basis !== '其他资金'));
  const categories = (Object.keys(CATEGORY_WORDS) as (keyof typeof CATEGORY_WORDS)[]).filter((known) =>
    CATEGORY_WORDS[known].some((word) => title.includes(word)),
  );
  const [category] = categories;
  return {
    measure: measureIn(title) ?? (/执行|支出|支付/.test(title) ? '累计支出数' : undefined),
    basis: others.length === 0 ? basis : undefined,
    isMixed: others.length > 0,
    mode: modeIn(title),
    subject: category !== undefined && categories.length === 1 ? { kind: 'category', category } : undefined,
  };
}
