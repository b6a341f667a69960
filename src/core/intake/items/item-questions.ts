import { plainLabel } from '../../workbook/labels.ts';
import { NOT_USED } from '../../workbook/mapping.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import type { Aspects } from '../aspects.ts';
import type { Collector } from '../collector.ts';
import type { ColumnRole, GridColumn } from '../column-role.ts';
import { headerText, type Grid } from '../grid-table.ts';
import { unitInHeader } from '../unit.ts';
import type { ItemForm } from './item-form.ts';
import { joined, understand } from './item-labels.ts';
import type { ItemRow } from './item-rows.ts';
import type { ItemTable } from './item-table.ts';

/*
 * What only a person can say about a table for indicators: what a column of numbers or a row means.
 */

type Words = ReadonlyMap<string, Aspects>;

/** What a choice such as `公务接待费.决算数` says in the words of a table. */
function aspectsOfChoice(choice: string, words: Words): Aspects | undefined {
  return understand(plainLabel(choice).replaceAll('.', ''), words);
}

/** The role of a column with what a person chose besides. What the header says stands. */
export function answeredRole(
  form: ItemForm,
  grid: Grid,
  column: GridColumn,
  words: Words,
  asking: Collector | undefined,
): ColumnRole {
  const { role } = column;
  const header = headerText(column);
  // A column without a header can only be asked about by its place, which the next file need not have.
  if (asking === undefined || header === '') return role;
  if (role.kind === 'amount') {
    const choice = asking.answers.find('列', header, form.name);
    if (choice === NOT_USED) return { kind: 'other', why: 'answered' };
    const chosen = choice === undefined ? undefined : aspectsOfChoice(choice, words);
    const aspects = chosen && joined(role.aspects, chosen);
    return aspects === undefined ? role : { ...role, aspects };
  }
  // An answer goes by the words without their year.
  if (role.kind !== 'unknown' || role.year !== undefined) return role;
  const cells = [{ sheet: grid.sheet.name, row: grid.headerTop, column: column.column }];
  const question = { about: '列', label: header, form: form.name, alternatives: form.alternatives, cells } as const;
  const decision = asking.ask(question, (choice) => aspectsOfChoice(choice, words));
  switch (decision.kind) {
    case 'open':
      return role;
    case 'left-out':
      return { kind: 'other', why: 'answered' };
    case 'chosen':
      return { kind: 'amount', aspects: decision.means, unit: unitInHeader(header) };
  }
}

/** A row of amounts with what a person says that its label means. */
export function answeredRow(form: ItemForm, table: ItemTable, row: ItemRow, cell: CellRef, asking: Collector): ItemRow {
  const { label } = row;
  if (row.is !== 'unknown' || !row.isFilled || label === '') return row;
  const { words } = table;
  const alternatives = [...words.keys()];
  const decision = asking.ask({ about: '行', label, form: form.name, alternatives, cells: [cell] }, (choice) =>
    aspectsOfChoice(choice, words),
  );
  switch (decision.kind) {
    case 'open':
      return row;
    case 'left-out':
      return { ...row, is: 'ignored' };
    case 'chosen':
      return { ...row, is: 'line', aspects: decision.means };
  }
}

/** True when a person chose to leave out the column whose measure is open. An answer that it can have was taken with the header. */
export function isLeftOut(
  form: ItemForm,
  header: string,
  alternatives: readonly string[],
  cells: readonly CellRef[],
  asking: Collector,
): boolean {
  if (header === '') return false;
  const question = { about: '列', label: header, form: form.name, alternatives, cells } as const;
  return asking.ask(question, () => undefined).kind === 'left-out';
}
