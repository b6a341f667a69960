import { merged, type Aspects } from './aspects.ts';
import { yearsInHeader } from './dates.ts';
import { isLabelHeader, isUnitHeader } from './header-cells.ts';
import { aspectsOf, HEADER_WORDS } from './header-words.ts';
import { isMistyped } from './mistyped.ts';
import { columnYear, isOfYear } from './table-year.ts';
import { unitInHeader } from './unit.ts';

/** What a column of a table is for. */
export type ColumnRole =
  /** Codes of a classification: whole ones, or only the digits of one level. */
  | { readonly kind: 'code'; readonly part: 'whole' | '类' | '款' | '项' }
  | { readonly kind: 'name' }
  /** Names or codes of organisations: what a table by units has in place of a classification. */
  | { readonly kind: 'unit' }
  /** Amounts; `aspects` is what the header says about them. */
  | { readonly kind: 'amount'; readonly aspects: Aspects; readonly unit: ReturnType<typeof unitInHeader> }
  /** Numbers to be reported: their meaning is not known, or they are not of `year`, the year that is used, or may not be. */
  | { readonly kind: 'unknown'; readonly year?: number | 'unclear' }
  /** Known, and not taken: it follows from other columns, is of another year, or is about persons. */
  | {
      readonly kind: 'other';
      readonly why: 'derived' | 'other-year' | 'ordinal' | 'text' | 'private' | 'detail' | 'answered' | 'not-needed';
    };

export interface GridColumn {
  readonly column: number;
  /** The header from its top level down, repeated words once, as plain labels. */
  readonly levels: readonly string[];
  readonly role: ColumnRole;
}

/** Columns about persons and accounts: their content is never looked at. */
export const PRIVATE_HEADERS =
  /账号|账户|帐号|帐户|卡号|身份证|证件|电话|手机|收款人|付款人|领款人|持卡人|户名|开户|银行|姓名|联系人|联系方式/;
const DERIVED = /率|占|比重|比例|(?<![\d.])%|差额|差异|差数|增减|较|同比|得分/;
const OTHER_YEAR = /[上下次明]年|[上下]一年|去年|以前年度|同期/;
const ORDINAL = /^(行次|序号|栏次|编号)$/;

/** How many of the first cells of a column hold amounts, and how many hold words. */
export interface ColumnContent {
  readonly amounts: number;
  readonly words: number;
  /** How many of the amounts could be codes: digits and nothing else. */
  readonly digits: number;
}

/**
 * What each column is for, by its header; where the column holds something else than its header says, by both.
 * @param hasAmounts whether any cell of a column holds an amount
 * @param contentOf what a column holds; both are asked only where the header does not settle it
 * @param isRemark whether a column, with the last level of its header, holds remarks and no amounts
 * @param ofTable the year that the table is about, where anybody says it
 */
export function columnRoles(
  headers: readonly Omit<GridColumn, 'role'>[],
  hasAmounts: (column: number) => boolean,
  contentOf: (column: number) => ColumnContent,
  isRemark: (column: number, header: string) => boolean,
  ofTable: number | undefined,
): readonly GridColumn[] {
  const amounts = headers.flatMap(({ levels }) => {
    const said = aspectsOfLevels(levels);
    return said === undefined ? [] : [{ header: levels.join(''), isExecuted: said.measure === '决算数' }];
  });
  const year = columnYear(ofTable, amounts);
  let afterAmounts = false;
  const columns = headers.map(({ column, levels }): GridColumn => {
    const role = checked(
      roleOf(
        levels,
        year,
        () => hasAmounts(column),
        () => isRemark(column, levels.at(-1) ?? ''),
      ),
      afterAmounts,
      () => contentOf(column),
    );
    afterAmounts ||= role.kind === 'amount';
    return { column, levels, role };
  });
  return withCodeParts(withComparisons(columns, aspectsOfLevels), (column) => {
    const { amounts, words } = contentOf(column);
    return amounts + words === 0;
  });
}

/**
 * The columns, those of earlier years known where the year that is used says the same: they stand there for comparison. A later year, or
 * one that stands alone, has to be told.
 */
export function withComparisons(
  columns: readonly GridColumn[],
  saidBy: (levels: readonly string[]) => Aspects | undefined,
): readonly GridColumn[] {
  const shown = (said: Aspects | undefined): string => JSON.stringify(Object.entries({ ...said }).sort());
  const used = new Set(columns.flatMap(({ role, levels }) => (role.kind === 'amount' ? [shown(saidBy(levels))] : [])));
  return columns.map((column) => {
    const { role, levels } = column;
    if (role.kind !== 'unknown' || typeof role.year !== 'number') return column;
    const { year } = role;
    const isEarlier = yearsInHeader(levels.join('')).every((own) => own < year);
    const isCompared = isEarlier && used.has(shown(saidBy(levels)));
    return isCompared ? { ...column, role: { kind: 'other', why: 'other-year' } } : column;
  });
}

/** Words under a header of amounts name rows, if they stand before all amounts; amounts under a header of names are not known. */
function checked(role: ColumnRole, afterAmounts: boolean, content: () => ColumnContent): ColumnRole {
  switch (role.kind) {
    case 'amount': {
      if (afterAmounts) return role;
      const { amounts, words } = content();
      return amounts === 0 && words > 1 ? { kind: 'other', why: 'text' } : role;
    }
    case 'name':
    case 'code':
    case 'unit': {
      const { amounts, words, digits } = content();
      if (amounts === 0 || words > 0) return role;
      const isCode = role.kind !== 'name' && !afterAmounts && 2 * digits >= amounts;
      return isCode ? role : { kind: 'unknown' };
    }
    case 'unknown':
    case 'other':
      return role;
  }
}

function roleOf(
  levels: readonly string[],
  year: number | 'unclear' | undefined,
  hasAmounts: () => boolean,
  isRemark: () => boolean,
): ColumnRole {
  const header = levels.join('');
  const last = levels.at(-1) ?? '';
  if (header === '') return hasAmounts() ? { kind: 'unknown' } : { kind: 'other', why: 'text' };
  if (levels.some((level) => PRIVATE_HEADERS.test(level))) return { kind: 'other', why: 'private' };
  if (isUnitHeader(last)) return { kind: 'unit' };
  if (last === '类' || last === '款' || last === '项') return { kind: 'code', part: last };
  if (/编码|代码/.test(last)) return { kind: 'code', part: 'whole' };
  if (ORDINAL.test(last)) return { kind: 'other', why: 'ordinal' };
  if (isRemark()) return { kind: 'other', why: 'text' };
  if (isLabelHeader(last) || last.endsWith('名称')) return { kind: 'name' };
  const said = aspectsOfLevels(levels);
  const isOther = !isOfYear(header, year);
  if (said !== undefined && !isOther) return { kind: 'amount', aspects: said, unit: unitInHeader(header) };
  if (DERIVED.test(header)) return { kind: 'other', why: 'derived' };
  if (OTHER_YEAR.test(header) && !isMistyped(last, HEADER_WORDS)) return { kind: 'other', why: 'other-year' };
  if (!hasAmounts()) return { kind: 'other', why: 'text' };
  return said === undefined || year === undefined ? { kind: 'unknown' } : { kind: 'unknown', year };
}

/** What all levels say together; undefined when one is not understood or two contradict each other. */
export function aspectsOfLevels(levels: readonly string[]): Aspects | undefined {
  let said: Aspects = {};
  for (const level of levels) {
    const own = aspectsOf(level);
    const next = own === undefined ? undefined : merged(said, own);
    if (next === undefined) return undefined;
    said = next;
  }
  return said;
}

/** Columns under one header 科目编码 hold 类, 款 and 项; one of them that is empty is there for looks. */
function withCodeParts(columns: readonly GridColumn[], isEmpty: (column: number) => boolean): readonly GridColumn[] {
  const whole = columns.filter(({ role }) => role.kind === 'code' && role.part === 'whole');
  const [first] = whole;
  if (whole.length < 2 || !whole.every(({ levels }) => levels.join() === first?.levels.join())) return columns;
  const filled = whole.filter(({ column }) => !isEmpty(column));
  const parts = ['类', '款', '项'] as const;
  if (filled.length > parts.length) return columns;
  return columns.map((column) => {
    const index = filled.indexOf(column);
    const part = parts[index];
    if (part !== undefined && filled.length > 1) return { ...column, role: { kind: 'code', part } };
    return index < 0 && filled.length > 0 && whole.includes(column)
      ? { ...column, role: { kind: 'other', why: 'text' } }
      : column;
  });
}
