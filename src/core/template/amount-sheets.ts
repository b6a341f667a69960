import { FORM } from '../texts/template-texts.ts';
import { addressOf } from '../workbook/cell-ref.ts';
import { sumOrBlank } from '../workbook/sum-formula.ts';
import type { ExpenditureRow, FormData, FormSheet } from './input-workbook.ts';
import { SheetBuilder } from './sheet-builder.ts';

const BLANK_PROJECTS = 8;
const HEADER_ROW = 2;
const DATA_ROW = 4;
/** A little higher than the font needs, so that rows of figures are easy to follow. */
const ROW_POINTS = 22;
/** Amounts in 元 that a form accepts: up to 9,999亿元, and refunds. */
const AMOUNT = { kind: 'decimal', from: -999_999_999_999, to: 999_999_999_999 } as const;

type Pick = (row: ExpenditureRow) => number;

/** One column of an expenditure sheet: what fills it, or which columns it adds up. */
type Column = { readonly pick: Pick } | { readonly sum: readonly number[] };

/** The sheet 预算. */
export function budgetSheet(data: FormData): FormSheet {
  const { measures, parts, name, title, guide } = FORM.budget;
  const columns: Column[] = [
    { sum: [3, 4] },
    { pick: (row) => row.initial.fiscal },
    { pick: (row) => row.initial.other },
    { sum: [6, 7] },
    { pick: (row) => row.adjusted.fiscal },
    { pick: (row) => row.adjusted.other },
  ];
  const headers = measures.map((measure) => ({ measure, parts }));
  return expenditureSheet(name, title(data.year ?? ''), guide, headers, columns, data);
}

/** The sheet 执行. */
export function executionSheet(data: FormData): FormSheet {
  const { measure, parts, name, title, guide } = FORM.execution;
  const columns: Column[] = [
    { sum: [3, 5] },
    { pick: (row) => row.executed.fiscal },
    { pick: (row) => row.executed.general },
    { pick: (row) => row.executed.other },
  ];
  return expenditureSheet(name, title(data.year ?? ''), guide, [{ measure, parts }], columns, data);
}

function expenditureSheet(
  name: string,
  title: string,
  guide: string,
  headers: readonly { measure: string; parts: readonly string[] }[],
  columns: readonly Column[],
  data: FormData,
): FormSheet {
  const sheet = new SheetBuilder();
  const width = 2 + columns.length + 1;
  sheet.heading(title, guide, FORM.unit, width);
  header(sheet, headers, width);
  const projects = data.projects ?? Array.from({ length: BLANK_PROJECTS }, () => undefined);
  const basicRow = DATA_ROW;
  const subtotalRow = DATA_ROW + 1;
  const firstProject = DATA_ROW + 2;
  const lastProject = firstProject + projects.length - 1;
  const totalRow = lastProject + 1;
  const values = new Map<string, number>();
  const result = (row: number, column: number): number | undefined => values.get(addressOf({ row, column }));
  const remember = (row: number, column: number, value: number | undefined): void => {
    if (value !== undefined) values.set(addressOf({ row, column }), value);
  };
  const inputRow = (row: number, source: ExpenditureRow | undefined): void => {
    columns.forEach((column, index) => {
      if ('pick' in column) {
        const value = source === undefined ? undefined : column.pick(source);
        remember(row, index + 2, value);
        sheet.put(row, index + 2, value ?? null, 'amount');
      }
    });
  };
  const total = (row: number, column: number, cells: readonly { row: number; column: number }[]): void => {
    const present = cells.flatMap((cell) => result(cell.row, cell.column) ?? []);
    const sum = present.length === 0 ? undefined : cents(present);
    remember(row, column, sum);
    sheet.formula(row, column, sumOrBlank(runs(cells)), sum ?? '', 'total');
  };
  sheet.line(basicRow, [FORM.basic, null], 'label');
  inputRow(basicRow, data.basic);
  projects.forEach((project, index) => {
    const row = firstProject + index;
    sheet.line(row, [FORM.projects], 'label');
    sheet.put(row, 1, project?.name ?? null, 'text');
    inputRow(row, project);
  });
  sheet.line(subtotalRow, [FORM.projects, FORM.subtotal], 'label');
  sheet.line(totalRow, [FORM.total, null], 'label');
  sheet.merge(totalRow, 0, totalRow, 1);
  columns.forEach((column, index) => {
    const at = index + 2;
    if ('pick' in column) {
      total(
        subtotalRow,
        at,
        projects.map((_, project) => ({ row: firstProject + project, column: at })),
      );
      total(totalRow, at, [
        { row: basicRow, column: at },
        { row: subtotalRow, column: at },
      ]);
    }
  });
  for (let row = basicRow; row <= totalRow; row++) {
    columns.forEach((column, index) => {
      if ('sum' in column)
        total(
          row,
          index + 2,
          column.sum.map((part) => ({ row, column: part })),
        );
    });
    sheet.put(row, width - 1, null, row === totalRow ? 'label' : 'text');
    sheet.height(row, ROW_POINTS);
  }
  sheet.validate(
    { top: basicRow, left: 2, bottom: lastProject, right: width - 2 },
    AMOUNT,
    FORM.amountTitle,
    FORM.amountMessage,
  );
  const widths = [12, 22, ...columns.map(() => 17), 16];
  return sheet.build(name, widths, { rows: DATA_ROW, columns: 2 }, true);
}

function header(
  sheet: SheetBuilder,
  headers: readonly { measure: string; parts: readonly string[] }[],
  width: number,
): void {
  const bottom = HEADER_ROW + 1;
  for (const [column, text] of [
    [0, FORM.categoryHeader],
    [1, FORM.projectHeader],
    [width - 1, FORM.remark],
  ] as const) {
    sheet.put(HEADER_ROW, column, text, 'header');
    sheet.put(bottom, column, null, 'header');
    sheet.merge(HEADER_ROW, column, bottom, column);
  }
  let column = 2;
  for (const { measure, parts } of headers) {
    sheet.line(HEADER_ROW, [measure, ...parts.slice(1).map(() => null)], 'header', column);
    sheet.merge(HEADER_ROW, column, HEADER_ROW, column + parts.length - 1);
    sheet.line(bottom, parts, 'header', column);
    column += parts.length;
  }
}

/** `C5:C9` for neighbours in a column, `C5,C6` or `D5,F5` otherwise. */
function runs(cells: readonly { row: number; column: number }[]): string {
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return '';
  const inColumn = cells.every((cell, index) => cell.column === first.column && cell.row === first.row + index);
  return inColumn && cells.length > 1 ? `${addressOf(first)}:${addressOf(last)}` : cells.map(addressOf).join(',');
}

/** The sum of amounts in 元, without the noise of adding doubles. */
function cents(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

/** The sheet 收入. */
export function incomeSheet(data: FormData): FormSheet {
  const { name, title, guide, headers, rows, total } = FORM.income;
  const sheet = new SheetBuilder();
  sheet.heading(title(data.year ?? ''), guide, FORM.unit, headers.length);
  sheet.line(HEADER_ROW, headers, 'header');
  const first = HEADER_ROW + 1;
  rows.forEach((label, index) => {
    const row = first + index;
    sheet.put(row, 0, label, 'label');
    sheet.line(row, data.income?.[label] ?? [null, null, null], 'amount', 1);
    sheet.put(row, headers.length - 1, null, 'text');
  });
  const totalRow = first + rows.length;
  sheet.put(totalRow, 0, total, 'label');
  for (let row = first; row <= totalRow; row++) sheet.height(row, ROW_POINTS);
  for (let column = 1; column <= 3; column++) {
    const values = rows.flatMap((label) => data.income?.[label][column - 1] ?? []);
    const cells = rows.map((_, index) => ({ row: first + index, column }));
    sheet.formula(totalRow, column, sumOrBlank(runs(cells)), values.length === 0 ? '' : cents(values), 'total');
  }
  sheet.put(totalRow, headers.length - 1, null, 'label');
  const inputs = { top: first, left: 1, bottom: totalRow - 1, right: 3 };
  sheet.validate(inputs, AMOUNT, FORM.amountTitle, FORM.amountMessage);
  return sheet.build(name, [22, 18, 18, 18, 20], { rows: first, columns: 1 }, true);
}

/** The sheet 月度执行. */
export function monthsSheet(data: FormData): FormSheet {
  const { name, title, guide, header: label, budget, paid, month } = FORM.months;
  const sheet = new SheetBuilder();
  const width = 13;
  sheet.heading(title(data.year ?? ''), guide, FORM.unit, width);
  sheet.line(HEADER_ROW, [label, ...Array.from({ length: 12 }, (_, index) => month(index + 1))], 'header');
  sheet.put(HEADER_ROW + 1, 0, budget, 'label');
  sheet.put(HEADER_ROW + 2, 0, paid, 'label');
  for (const row of [HEADER_ROW, HEADER_ROW + 1, HEADER_ROW + 2]) sheet.height(row, ROW_POINTS);
  for (let index = 0; index < 12; index++) {
    sheet.put(HEADER_ROW + 1, index + 1, data.months?.budget[index] ?? null, 'amount');
    sheet.put(HEADER_ROW + 2, index + 1, data.months?.paid[index] ?? null, 'amount');
  }
  const inputs = { top: HEADER_ROW + 1, left: 1, bottom: HEADER_ROW + 2, right: 12 };
  sheet.validate(inputs, AMOUNT, FORM.amountTitle, FORM.amountMessage);
  return sheet.build(name, [28, ...Array.from({ length: 12 }, () => 14.5)], { rows: HEADER_ROW + 1, columns: 1 }, true);
}
