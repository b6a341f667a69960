import { rowLabel, withoutOrdinal } from '../workbook/labels.ts';
import { formulaAt, textAt, valueAt } from '../workbook/workbook.ts';
import type { AmountTable } from './amount-table.ts';
import { holdsAmount } from './amounts.ts';
import { rowUnits, type RowUnit } from './unit-names.ts';
import { FOOTER, TOTAL_WORDS } from './vocabulary.ts';

/** What the rows of a table are about: the labels in its label columns, from the first data row on. */
export interface AmountRow {
  readonly row: number;
  /** The plain row label; that of the last filled cell when the label is merged over several rows. */
  readonly category: string;
  /** The same label as it was typed, without its ordinal. */
  readonly name: string;
  readonly project: string;
  /** Whose amounts the row states; absent where the table tells no units apart. */
  readonly unit?: RowUnit;
}

/** The rows of the table; those without a label too, because amounts may stand there. */
export function amountRows(table: AmountTable): readonly AmountRow[] {
  const { sheet, merges, dataRow, categoryColumn, projectColumn, unitColumn } = table;
  const categoryAt = (row: number): string => rowLabel(merges.text(sheet, row, categoryColumn));
  const isTotal = (row: number): boolean => TOTAL_WORDS.includes(categoryAt(row));
  const units = unitColumn === undefined ? undefined : rowUnits(sheet, merges, unitColumn, dataRow, isTotal);
  const rows: AmountRow[] = [];
  for (let row = dataRow; row < sheet.rows.length; row++) {
    const category = categoryAt(row);
    const project =
      projectColumn === undefined || projectColumn === categoryColumn
        ? ''
        : withoutOrdinal(merges.text(sheet, row, projectColumn));
    const name = withoutOrdinal(merges.text(sheet, row, categoryColumn));
    const isFooter = FOOTER.test(category);
    if (isFooter && !table.columns.some(({ column }) => holdsAmount(sheet, row, column))) continue;
    const unit = units?.get(row);
    // A total that belongs to nobody knows which unit is no total of anything.
    const isOpen = units?.has(row) === true && unit === undefined;
    rows.push({
      row,
      category: isOpen ? '' : category,
      name: isOpen ? '' : name,
      project: isOpen || rowLabel(project) === category ? '' : project,
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return rows;
}

/** True for a row with something in its amount columns. */
export function isFilled(table: AmountTable, { row }: AmountRow): boolean {
  return table.columns.some(
    ({ column }) => textAt(table.sheet, row, column) !== '' || holdsAmount(table.sheet, row, column),
  );
}

/** True for a row in whose amount columns something was typed; formulas alone are the form's own. */
export function isTyped(table: AmountTable, { row }: AmountRow): boolean {
  return table.columns.some(({ column }) => {
    const isFormula = formulaAt(table.sheet, row, column) !== undefined;
    return !isFormula && ![null, ''].includes(valueAt(table.sheet, row, column) as string | null);
  });
}
