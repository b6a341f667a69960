import { finding } from '../findings/finding.ts';
import { BASES, CATEGORIES, ITEMS, MEASURES, OTHER_CATEGORIES, OTHER_INCOMES } from '../ledger/keys.ts';
import { READING } from '../texts/intake-texts.ts';
import { rowLabel } from '../workbook/labels.ts';
import { NOT_USED } from '../workbook/mapping.ts';
import { aspectsChosen } from './amount-questions.ts';
import { merged, type Aspects } from './aspects.ts';
import type { Collector } from './collector.ts';
import type { GridColumn } from './column-role.ts';
import { amountColumns, headerText, type Grid } from './grid-table.ts';
import { unitInHeader } from './unit.ts';
import { ownFundIn } from './own-funds.ts';

/*
 * What only a person can say about a published form: what a column of numbers or a line of words means.
 */

/** The table with the columns whose meaning a person chose, before it is read. */
export function answeredGrid(grid: Grid, form: string, collector: Collector): Grid {
  const columns = grid.columns.map((column): GridColumn => {
    const header = headerText(column);
    if (column.role.kind === 'amount') return completed(column, column.role, form, collector);
    // A column without a header can only be asked about by its place, which the next file need not have; and an answer goes by the
    // words without their year.
    if (column.role.kind !== 'unknown' || header === '' || column.role.year !== undefined) return column;
    const cells = [{ sheet: grid.sheet.name, row: grid.headerTop, column: column.column }];
    const question = { about: '列', label: header, form, alternatives: GRID_CHOICES, cells } as const;
    const decision = collector.ask(question, aspectsChosen);
    switch (decision.kind) {
      case 'open':
        return column;
      case 'left-out':
        return { ...column, role: { kind: 'other', why: 'answered' } };
      case 'chosen':
        return { ...column, role: { kind: 'amount', aspects: decision.means, unit: unitInHeader(header) } };
    }
  });
  reportRepeated({ ...grid, columns }, collector);
  return { ...grid, columns };
}

/** Two columns of a table that mean the same: a word lost under a group leaves the group's total a second time. */
function reportRepeated(grid: Grid, collector: Collector): void {
  const first = new Map<string, number>();
  for (const column of amountColumns(grid)) {
    const header = headerText(column);
    const meaning = JSON.stringify([Object.entries(column.role.aspects).sort(), ownFundIn(header)]);
    const known = first.get(meaning);
    if (known === undefined) {
      first.set(meaning, column.column);
      continue;
    }
    const cells = [known, column.column].map((at) => ({ sheet: grid.sheet.name, row: grid.headerTop, column: at }));
    collector.report(finding('column-repeated', { header }, cells));
  }
}

/** A column of amounts with what a person chose besides: which budget is meant, whose side. What the header says stands. */
function completed(
  column: GridColumn,
  role: Extract<GridColumn['role'], { kind: 'amount' }>,
  form: string,
  collector: Collector,
): GridColumn {
  const choice = collector.answers.find('列', headerText(column), form);
  if (choice === NOT_USED) return { ...column, role: { kind: 'other', why: 'answered' } };
  const chosen = choice === undefined ? undefined : aspectsChosen(choice);
  const aspects = chosen && merged(role.aspects, chosen);
  return aspects === undefined ? column : { ...column, role: { ...role, aspects } };
}

/** What a person chose a row of words to be about; reported when it holds amounts and nothing is chosen. */
export function answeredLine(
  grid: Grid,
  row: number,
  text: string,
  form: string,
  holdsAmounts: boolean,
  collector: Collector,
): Aspects | undefined {
  if (!holdsAmounts) return undefined;
  const label = rowLabel(text);
  const column = grid.columns.find(({ role }) => role.kind === 'name')?.column ?? grid.columns[0]?.column ?? 0;
  const cells = [{ sheet: grid.sheet.name, row, column }];
  const decision =
    label === ''
      ? ({ kind: 'open' } as const)
      : collector.ask({ about: '行', label, form, alternatives: LINE_CHOICES, cells }, aspectsChosen);
  if (decision.kind === 'chosen') return decision.means;
  if (decision.kind === 'open') {
    collector.report(finding('row-unknown', { label: text || READING.noLabel }, cells));
  }
  return undefined;
}

const LINE_CHOICES: readonly string[] = [...CATEGORIES, ...OTHER_CATEGORIES, ...BASES, ...OTHER_INCOMES, ...ITEMS];

/** The usual meanings of a column; any other combination of 口径, 类别 and 计量 is understood too. */
const GRID_CHOICES: readonly string[] = [
  ...MEASURES,
  ...CATEGORIES,
  ...[...CATEGORIES, ...BASES].flatMap((part) => MEASURES.map((measure) => `${part}.${measure}`)),
];
