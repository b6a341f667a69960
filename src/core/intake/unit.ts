import { finding, type Finding } from '../findings/finding.ts';
import { AMOUNT_UNITS, type AmountUnit } from '../money/amount.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { plainLabel } from '../workbook/labels.ts';

/** How many rows at the end of a sheet are looked at for its unit, whatever stands in them; rows of words above these too. */
const FOOTER_ROWS = 5;
/** No footer has more rows. */
const MAX_FOOTER_ROWS = 40;

export type UnitReading =
  | { readonly kind: 'found'; readonly unit: AmountUnit; readonly cell: CellRef }
  | { readonly kind: 'problem'; readonly problem: Finding };

/**
 * The unit of a sheet's amounts: `单位：元`, `金额单位：万元`, `单位：` with the unit in the next cell, above the data or in the footer.
 * `单位：` also introduces the name of an organisation; that is only a problem when no amount unit stands anywhere.
 * @param headerTop the first row of the header; units in the header itself are those of single columns
 * @param dataRow the first row that is not header
 */
export function readUnit(sheet: Sheet, headerTop: number, dataRow: number): UnitReading {
  const unknown: { cell: CellRef; text: string }[] = [];
  let found: Extract<UnitReading, { kind: 'found' }> | undefined;
  const rows = [
    ...Array.from({ length: Math.min(dataRow, sheet.rows.length) }, (_, row) => row),
    ...footerRows(sheet, dataRow),
  ];
  for (const row of rows) {
    const width = sheet.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const cell = { sheet: sheet.name, row, column };
      const own = row < dataRow ? stated(sheet, row, column) : statedInFooter(sheet, row, column);
      for (const word of own) {
        const unit = amountUnit(word);
        if (unit === undefined) {
          unknown.push({ cell, text: word });
        } else if (found === undefined) {
          found = { kind: 'found', unit, cell };
        } else if (found.unit !== unit && !(row >= headerTop && row < dataRow)) {
          const units = `“${found.unit}”“${unit}”`;
          return { kind: 'problem', problem: finding('unit-contradicts', { units }, [found.cell, cell]) };
        }
      }
    }
  }
  if (found !== undefined) return found;
  const first = unknown[0];
  return {
    kind: 'problem',
    problem:
      first === undefined
        ? finding('unit-missing', { sheet: sheet.name }, [{ sheet: sheet.name, row: 0, column: 0 }])
        : finding('unit-unknown', { sheet: sheet.name, unit: first.text }, [first.cell]),
  };
}

/** The unit a column header names, `决算数(万元)` or `决算数/万元`; `unknown` when it names one that is no unit of amounts. */
export function unitInHeader(header: string): AmountUnit | { readonly unknown: string } | undefined {
  const stated =
    /\(([^()]*元)\)/.exec(header)?.[1] ??
    /(?:[千万亿]|百万)元$/.exec(header)?.[0] ??
    SHORT_UNIT.exec(header)?.[0].replace(/[()/]|单位:?/g, '') ??
    /^(?:[千万亿]|百万)元(?=.)/.exec(header)?.[0];
  if (stated === undefined) return undefined;
  const word = stated.replace(/^(?:金额)?单位:?/, '');
  return amountUnit(word) ?? amountUnit(`${word}元`) ?? { unknown: word };
}

/** `决算数(万)`, `决算数万`: 元 goes without saying. */
const SHORT_UNIT = /\((?:单位:)?([千万亿]|百万)\)|(?<=[数算额出])\/?([千万亿]|百万)$/;

/** A header without the unit that it names. */
export function withoutUnit(header: string): string {
  return header
    .replace(/\((?:(?:金额)?单位:)?[百千]?[万亿]?元\)/g, '')
    .replace(/\/[万千亿]?元$/, '')
    .replace(/(?<=.)(?:[千万亿]|百万)元$/, '')
    .replace(SHORT_UNIT, '')
    .replace(/^(?:[千万亿]|百万)元(?=.)/, '');
}

/** True for a text that only states the unit of amounts: `单位：元`. */
export function statesUnit(text: string): boolean {
  const label = /^(?:金额)?单位:?(.+)$/.exec(plainLabel(text))?.[1];
  return label !== undefined && amountUnit(label) !== undefined;
}

/** Words before 单位 that make it an organisation. */
const ORGANISATION = /(编制|填报|填表|预算|主管|所属|基层|实施|部门)$/;

function stated(sheet: Sheet, row: number, column: number): readonly string[] {
  const unit = statedUnit(sheet, row, column);
  return unit === undefined ? [] : [unit];
}

/** The units that a note names: `金额单位：万元`, `本表金额单位为万元，…`, `以万元为单位`. */
function statedInFooter(sheet: Sheet, row: number, column: number): readonly string[] {
  const text = plainLabel(textAt(sheet, row, column));
  if (!text.includes('单位') && !/[按以][^,，。;；]*元/.test(text)) return [];
  const named = [...text.matchAll(IN_WORDS)].flatMap(([, of, by]) => of ?? by ?? []);
  return named.length > 0 ? named : stated(sheet, row, column);
}

const UNIT = '(?:人民币)?([百千]?[万亿]?元)';
const IN_WORDS = new RegExp(
  `单位(?:统一|均)?[为是:]?${UNIT}(?=$|[^\\u4e00-\\u9fff])|[以按]${UNIT}(?:为(?:金额|计量|计价)?单位|计算|计(?!划)|填列|填报|反映)`,
  'g',
);

/** The last rows of a sheet that say anything, and the rows of words over them. */
function footerRows({ rows }: Sheet, dataRow: number): readonly number[] {
  const footer: number[] = [];
  for (let row = rows.length - 1; row >= dataRow && footer.length < MAX_FOOTER_ROWS; row--) {
    const filled = (rows[row] ?? []).filter((value) => value !== null && value !== '');
    if (filled.length === 0) continue;
    if (footer.length >= FOOTER_ROWS && filled.some((value) => typeof value === 'number')) break;
    footer.push(row);
  }
  return footer;
}

function statedUnit(sheet: Sheet, row: number, column: number): string | undefined {
  const text = plainLabel(textAt(sheet, row, column));
  const at = text.lastIndexOf('单位');
  if (at < 0) return undefined;
  const rest = text
    .slice(at + 2)
    .replace(/^:/, '')
    .replace(/[)\]]+$/, '');
  if (amountUnit(rest) !== undefined) return rest;
  const introduces = text.includes('单位:', at) || (rest === '' && at + 2 === text.length);
  if (!introduces || ORGANISATION.test(text.slice(0, at))) return undefined;
  if (rest !== '') return rest;
  const next = plainLabel(textAt(sheet, row, column + 1));
  return next === '' ? undefined : next;
}

function amountUnit(text: string): AmountUnit | undefined {
  const word = (text.split(/[,、;/(。]/)[0] ?? '').replace(/^人民币/, '');
  return AMOUNT_UNITS.find((unit) => unit === word);
}
