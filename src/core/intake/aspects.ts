import {
  expenditureKey,
  FISCAL_PARTS,
  incomeKey,
  monthKey,
  staffKey,
  stockKey,
  type Basis,
  type Count,
  type MonthMeasure,
  type OtherIncome,
  type StatedMeasure,
  type Stock,
  type StockMeasure,
  type Subject,
} from '../ledger/keys.ts';
import { ALL_SOURCES } from '../texts/ledger-texts.ts';

/**
 * What a word of a form says about an amount. A title, the levels of a column header and the label of a row each say a part;
 * joined they make the key of a fact. Nothing is said twice: two parts that contradict each other make no fact.
 */
export interface Aspects {
  readonly side?: 'income' | 'expenditure';
  readonly basis?: Basis;
  readonly income?: OtherIncome;
  readonly subject?: Exclude<Subject, { kind: 'total' }>;
  readonly measure?: StatedMeasure;
  /** `预算数` alone: whether it is the year's first or its last budget, only the form knows. */
  readonly budget?: true;
  /** The measure belongs to the year before. */
  readonly prior?: true;
  readonly month?: number;
  readonly stock?: Stock;
  readonly stockMeasure?: StockMeasure;
  readonly count?: Count;
  readonly staff?: string;
}

/**
 * What two words say together. A narrower source of money under 财政拨款, or a part under its whole, says more and not something
 * else; 小计 and the like say nothing.
 * @returns undefined when they contradict each other
 */
export function merged(a: Aspects, b: Aspects): Aspects | undefined {
  const next: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const known = next[name];
    if (known === undefined || same(known, value)) next[name] = value;
    else if (name === 'basis' && isWithin(value as Basis, known as Basis)) next[name] = value;
    else if (name === 'basis' && isWithin(known as Basis, value as Basis)) continue;
    else if (name === 'subject' && isPartOf(value as Aspects['subject'], known as Aspects['subject']))
      next[name] = value;
    else if (name === 'stock' && value === '在用固定资产' && known === '固定资产') next[name] = value;
    else return undefined;
  }
  return next;
}

/** 人员经费 under 基本支出, 公务用车购置费 under 三公经费: the part is what the amount is about. */
export function isPartOf(part: Aspects['subject'], whole: Aspects['subject']): boolean {
  if (part?.kind === 'category' && whole?.kind === 'category') {
    return whole.category === '基本支出' && (part.category === '人员经费' || part.category === '公用经费');
  }
  if (part?.kind !== 'item' || whole?.kind !== 'item') return false;
  if (whole.item === '三公经费') return /^(因公|公务)/.test(part.item);
  if (whole.item === '政府采购') return /^政府采购./.test(part.item);
  return whole.item === '公务用车购置及运行费' && /^公务用车(购置|运行)费$/.test(part.item);
}

/**
 * What `said` says, and what the form says about everything that `said` leaves open. The measure of `预算数` alone stays open when the
 * form is not about one of its budgets.
 */
export function withDefaults(said: Aspects, form: Aspects): Aspects {
  if (said.budget !== true) return { ...form, ...said };
  const joined: { -readonly [Name in keyof Aspects]: Aspects[Name] } = { ...form, ...said };
  const measure = budgetOf(said, form);
  if (measure !== undefined) return { ...joined, measure };
  delete joined.measure;
  return joined;
}

function budgetOf(said: Aspects, form: Aspects): StatedMeasure | undefined {
  if (said.prior === true) return '上年预算数';
  return said.measure ?? (form.measure?.endsWith('预算数') === true ? form.measure : undefined);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** What one cell of a form states. */
export interface Stated {
  readonly key: string;
  /** 口径 in words, for amounts. */
  readonly basis: string;
  readonly kind: 'amount' | 'count';
}

/** The fact that complete aspects name; undefined while the measure is open or the parts do not go together. */
export function statedBy(aspects: Aspects): Stated | undefined {
  const { side, basis, income, subject, measure, month, stock, stockMeasure, count, staff } = aspects;
  const words = basis ?? ALL_SOURCES;
  if (count !== undefined) return { key: count, basis: '', kind: 'count' };
  if (staff !== undefined) return { key: staffKey(staff), basis: '', kind: 'count' };
  if (stock !== undefined) {
    if (stockMeasure === undefined || subject !== undefined || income !== undefined) return undefined;
    // A budget's 结转 is a plan, not what was carried over.
    if (measure !== undefined && measure !== '决算数') return undefined;
    return { key: stockKey(basis, stock, stockMeasure), basis: words, kind: 'amount' };
  }
  if (month !== undefined) {
    const monthly: MonthMeasure = measure?.endsWith('预算数') === true ? '预算数' : '累计支出数';
    return { key: monthKey(basis, month, monthly, subject), basis: words, kind: 'amount' };
  }
  if (measure === undefined) return undefined;
  if (income !== undefined || (side === 'income' && subject?.kind !== 'line')) {
    // 事业收入 stands under 单位资金, which it is part of.
    if (subject !== undefined || (income !== undefined && basis !== undefined && basis !== '其他资金'))
      return undefined;
    return { key: incomeKey(income ?? basis, measure), basis: income ?? words, kind: 'amount' };
  }
  return { key: expenditureKey(basis, subject ?? { kind: 'total' }, measure), basis: words, kind: 'amount' };
}

/** True when the money of one source is part of that of the other, or both are the same. */
export function isWithin(part: Basis | undefined, whole: Basis | undefined): boolean {
  if (whole === undefined || part === whole) return true;
  return whole === '财政拨款' && FISCAL_PARTS.some((fiscal) => fiscal === part);
}
