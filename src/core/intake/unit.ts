import { finding, type Finding } from '../findings/finding.ts';
import { AMOUNT_UNITS, type AmountUnit } from '../money/amount.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import { plainLabel } from '../workbook/labels.ts';

/** How far above its first data row, and how far below its last, a form may state its unit. */
const FOOTER_ROWS = 5;

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
  const height = sheet.rows.length;
  const rows = [
    ...Array.from({ length: Math.min(dataRow, height) }, (_, row) => row),
    ...Array.from({ length: FOOTER_ROWS }, (_, back) => height - 1 - back).filter((row) => row >= dataRow),
  ];
  for (const row of rows) {
    const width = sheet.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const stated = statedUnit(sheet, row, column);
      if (stated === undefined) continue;
      const cell = { sheet: sheet.name, row, column };
      const unit = amountUnit(stated);
      if (unit === undefined) {
        unknown.push({ cell, text: stated });
      } else if (found === undefined) {
        found = { kind: 'found', unit, cell };
      } else if (found.unit !== unit && !(row >= headerTop && row < dataRow)) {
        const units = `“${found.unit}”“${unit}”`;
        return { kind: 'problem', problem: finding('unit-contradicts', { units }, [found.cell, cell]) };
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
  const stated = /\(([^()]*元)\)/.exec(header)?.[1] ?? /(?:[千万亿]|百万)元$/.exec(header)?.[0];
  if (stated === undefined) return undefined;
  const word = stated.replace(/^(?:金额)?单位:?/, '');
  return amountUnit(word) ?? { unknown: word };
}

/** True for a text that only states the unit of amounts: `单位：元`. */
export function statesUnit(text: string): boolean {
  const label = /^(?:金额)?单位:?(.+)$/.exec(plainLabel(text))?.[1];
  return label !== undefined && amountUnit(label) !== undefined;
}

/** Words before 单位 that make it an organisation. */
const ORGANISATION = /(编制|填报|填表|预算|主管|所属|基层|实施|部门)$/;

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
  const word = (text.split(/[,、;/(]/)[0] ?? '').replace(/^人民币/, '');
  return AMOUNT_UNITS.find((unit) => unit === word);
}
