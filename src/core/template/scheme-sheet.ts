import type { Scheme } from '../scheme/scheme.ts';
import { CHECKED_WORDS, EACH_CHOICES, NOT_APPLICABLE_CHOICES } from '../scheme/sheet/choices.ts';
import { RULE_NAMES } from '../scheme/rules/rules.ts';
import { COLUMN_ORDER, schemeGrid } from '../scheme/sheet/write-scheme-sheet.ts';
import { SCHEME_SHEET_NAME, type SchemeColumn } from '../texts/scheme-sheet-texts.ts';
import { FORM } from '../texts/template-texts.ts';
import type { FormLook, FormSheet } from './input-workbook.ts';
import { SheetBuilder } from './sheet-builder.ts';

const WIDTHS: Readonly<Record<SchemeColumn, number>> = {
  first: 12,
  second: 14,
  name: 28,
  weight: 8,
  rule: 12,
  parameters: 44,
  value: 16,
  key: 22,
  numerator: 26,
  denominator: 26,
  basis: 30,
  dataSource: 26,
  clause: 44,
  verified: 10,
  notApplicable: 10,
  each: 12,
  problem: 36,
  improvement: 36,
};
const LOOKS: Partial<Readonly<Record<SchemeColumn, FormLook>>> = {
  first: 'label',
  second: 'label',
  weight: 'score',
  rule: 'choice',
  value: 'choice',
  verified: 'choice',
  notApplicable: 'choice',
  each: 'choice',
};
/** How many rows below the last indicator a person can add others in, with the same choices offered. */
const SPARE_ROWS = 20;

/** The sheet 指标体系 of a scheme, to be read, changed and used: what it says is what the scores are computed by. */
export function schemeSheetForm(scheme: Scheme): FormSheet {
  const { rows, merges, headerRow } = schemeGrid(scheme);
  const sheet = new SheetBuilder();
  sheet.put(0, 0, rows[0]?.[0] ?? '', 'title');
  sheet.merge(0, 0, 0, COLUMN_ORDER.indexOf('parameters'));
  sheet.height(0, 32);
  for (let row = 1; row < headerRow; row++) {
    sheet.put(row, 0, rows[row]?.[0] ?? null, 'label');
    sheet.put(row, 1, rows[row]?.[1] ?? null, 'prose');
    sheet.merge(row, 1, row, COLUMN_ORDER.indexOf('parameters'));
  }
  sheet.line(headerRow, rows[headerRow] ?? [], 'header');
  for (let row = headerRow + 1; row < rows.length; row++) {
    COLUMN_ORDER.forEach((column, index) => {
      sheet.put(row, index, rows[row]?.[index] ?? null, LOOKS[column] ?? 'prose');
    });
  }
  for (const { top, left, bottom, right } of merges) sheet.merge(top, left, bottom, right);
  const choices: readonly (readonly [SchemeColumn, readonly string[]])[] = [
    ['rule', RULE_NAMES],
    ['verified', [...CHECKED_WORDS.keys()]],
    ['notApplicable', [...NOT_APPLICABLE_CHOICES.keys()]],
    ['each', [...EACH_CHOICES.keys()]],
  ];
  const last = rows.length - 1 + SPARE_ROWS;
  for (const [column, values] of choices) {
    const at = COLUMN_ORDER.indexOf(column);
    const range = { top: headerRow + 1, left: at, bottom: last, right: at };

    sheet.validate(range, { kind: 'list', values }, FORM.choiceTitle, FORM.schemeChoice(values));
  }
  const widths = COLUMN_ORDER.map((column) => WIDTHS[column]);
  return sheet.build(SCHEME_SHEET_NAME, widths, { rows: headerRow + 1, columns: 3 }, true);
}
