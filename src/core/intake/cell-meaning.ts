import type { Classification } from '../ledger/keys.ts';
import { isPartOf, isWithin, merged, withDefaults, type Aspects } from './aspects.ts';
import { lineAspects } from './form-lines.ts';
import type { AmountGridColumn } from './grid-table.ts';
import { aspectsOf } from './header-words.ts';
import type { PublishedForm } from './published-form.ts';

/** What all cells of a block share. */
export interface BlockTheme {
  /** What every column says, or else the form: the rows divide it. */
  readonly whole: Aspects['subject'];
  /** The side that the columns or the rows speak of; undefined when the columns speak of both. */
  readonly side: Aspects['side'];
  readonly hasBothSides: boolean;
  /** False for a block of classes that does not say which part of the whole they are: its 合计 may be of all blocks or its own. */
  readonly hasTotal: boolean;
  /** True when 总计 also counts what was carried over. */
  readonly balances: boolean;
}

/** What the row and the column of a cell say together. */
export type CellMeaning =
  | { readonly kind: 'meaning'; readonly aspects: Aspects }
  /** Each divides the whole in its own way: 科学技术支出 and 基本支出. */
  | { readonly kind: 'crossing' }
  /** Income or expenditure: the table has both, and nothing says which. */
  | { readonly kind: 'sideless' }
  /** They cannot both be true, or not in this form. */
  | { readonly kind: 'contradiction' };

const CROSSING = { kind: 'crossing' } as const;
const SIDELESS = { kind: 'sideless' } as const;
const CONTRADICTION = { kind: 'contradiction' } as const;

/** What stands beside the year's amounts when a form balances. */
const BALANCED = /^(本年(收入|支出)(合计)?|上年结转.*|年[初末].*结转.*|结转下年)$/;

/**
 * What a block is about as a whole.
 * @param labels those of its rows, as row labels
 * @param isPart true for one of several blocks side by side
 */
export function themeOf(
  form: PublishedForm,
  columns: readonly AmountGridColumn[],
  labels: readonly string[],
  classification: Classification,
  isPart: boolean,
): BlockTheme {
  const own = sharedCategory(columns) ?? (isPart ? categoryIn(form, labels) : undefined);
  const [side, ...otherSides] = new Set(columns.flatMap(({ role }) => role.aspects.side ?? []));
  const hasBothSides = otherSides.length > 0;
  const sideOfRows = labels.map((label) => lineAspects(classification, label)?.side).find((each) => each !== undefined);
  return {
    whole: own ?? form.says.subject,
    side: hasBothSides ? undefined : (side ?? sideOfRows ?? form.says.side),
    hasBothSides,
    hasTotal: !isPart || form.rows === 'lines' || own !== undefined,
    balances: labels.some((label) => BALANCED.test(label)),
  };
}

/** What a cell is about: its column and its row joined, with what its block and its form say about the rest. */
export function meaningOf(
  form: PublishedForm,
  { whole, side, hasBothSides }: BlockTheme,
  column: Aspects,
  row: Aspects,
): CellMeaning {
  const { subject, ...rest } = column;
  if (merged(rest, withoutSubject(row)) === undefined) return CONTRADICTION;
  if (!isWithinForm(column, form, whole) || !isWithinForm(row, form, whole)) return CONTRADICTION;
  // A class of a part, 功能分类 within 基本支出, is no amount of the class as a whole.
  const isPart = whole !== undefined && form.rows === '功能分类';
  if (isPart && (subject?.kind === 'class' || row.subject?.kind === 'class')) return CROSSING;
  // Rows divide what the whole table is about; said again by a column, it is no second division.
  const both = merged(row.subject !== undefined && sameSubject(subject, whole) ? rest : column, row);
  if (both === undefined) return CROSSING;
  // Money of one source in a form of items is not about an item.
  const isBareSource = both.basis !== undefined && both.basis !== form.says.basis && both.subject === undefined;
  if (isBareSource && whole?.kind === 'item') return CONTRADICTION;
  const isOpen = both.budget === true && both.prior !== true && both.measure === undefined;
  const said = isOpen && form.budget !== undefined ? { ...both, measure: form.budget } : both;
  const aspects = withDefaults(said, {
    ...form.says,
    ...(whole === undefined ? {} : { subject: whole }),
    ...(side === undefined ? {} : { side }),
  });
  const needsSide = hasBothSides && aspects.stock === undefined && aspects.count === undefined;
  return needsSide && aspects.side === undefined ? SIDELESS : { kind: 'meaning', aspects };
}

/** False for what a form cannot be about: another side, another fund, another kind of expenditure, what was spent in a budget. */
function isWithinForm(said: Aspects, { says, kind }: PublishedForm, whole: Aspects['subject']): boolean {
  if (says.side !== undefined && said.side !== undefined && said.side !== says.side) return false;
  if (says.basis !== undefined && said.basis !== undefined && !isWithin(said.basis, says.basis)) return false;
  if (kind === 'budget' && (said.measure === '决算数' || said.measure === '全年预算数')) return false;
  if (said.subject?.kind !== 'category' || whole === undefined) return true;
  return sameSubject(said.subject, whole) || isPartOf(said.subject, whole);
}

/** The kind of expenditure that every column is about. */
function sharedCategory(columns: readonly AmountGridColumn[]): Aspects['subject'] {
  const [first, ...others] = columns.map(({ role }) => role.aspects.subject);
  return first?.kind === 'category' && others.every((other) => sameSubject(other, first)) ? first : undefined;
}

/** The kind of expenditure that the classes of a block make up, as its footer says: 人员经费合计. */
function categoryIn({ rows }: PublishedForm, labels: readonly string[]): Aspects['subject'] {
  if (rows === 'lines') return undefined;
  const footer = labels.findLast((label) => label.endsWith('合计') && aspectsOf(label)?.subject?.kind === 'category');
  return footer === undefined ? undefined : aspectsOf(footer)?.subject;
}

function withoutSubject(aspects: Aspects): Aspects {
  const rest: { -readonly [Name in keyof Aspects]: Aspects[Name] } = { ...aspects };
  delete rest.subject;
  return rest;
}

/** True when two say the same about what an amount is about, or neither says anything. */
export function sameSubject(a: Aspects['subject'], b: Aspects['subject']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
