import type { Fact } from '../../ledger/fact.ts';
import type { AmountUnit } from '../../money/amount.ts';
import { READING } from '../../texts/intake-texts.ts';
import { STAFF_UNIT } from '../../texts/terms.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { formulaAt, valueAt, type Workbook } from '../../workbook/workbook.ts';
import { amountFacts, readCellNumber, type CellNumber } from '../amounts.ts';
import type { Aspects, Stated } from '../aspects.ts';
import type { Collector } from '../collector.ts';
import { countFact, readCount } from '../counts.ts';
import { headerText, type AmountGridColumn } from '../grid-table.ts';
import { ownFundIn, type OwnFund } from '../own-funds.ts';
import { SumGaps } from '../sum-gaps.ts';
import type { ItemCell } from './item-details.ts';
import type { ItemForm } from './item-form.ts';
import { holdsNumber } from './item-labels.ts';
import type { ItemRow } from './item-rows.ts';
import type { ItemTable } from './item-table.ts';
import { ItemUnits } from './item-units.ts';

/** A cell that states something, before its number is read. */
export interface Place {
  readonly row: ItemRow;
  readonly column: AmountGridColumn;
  readonly stated: Stated;
  readonly aspects: Aspects;
}

/** Reads the numbers of cells, amounts in their units, counts as they are. @returns them in the order of the sheet */
export function readCells(
  form: ItemForm,
  table: ItemTable,
  places: readonly Place[],
  workbook: Workbook,
  collector: Collector,
): readonly ItemCell[] {
  const { sheet } = table.grid;
  const units = new ItemUnits(form.name, table, places, collector);
  const gaps = new SumGaps(sheet.name, new Set(places.map(({ row }) => row.row)));
  const cells: ItemCell[] = [];
  const pending: { place: Place; unit: AmountUnit; number: CellNumber; cell: CellRef }[] = [];
  const noUnit: CellRef[] = [];
  for (const place of places) {
    const { row, column, stated, aspects } = place;
    const cell: CellRef = { sheet: sheet.name, row: row.row, column: column.column };
    const isBlank = isEmpty(valueAt(sheet, cell.row, cell.column), formulaAt(sheet, cell.row, cell.column));
    const unit = stated.kind === 'count' ? undefined : units.of(place);
    if (stated.kind === 'amount' && unit === undefined) {
      if (holdsNumber(sheet, cell.row, cell.column)) noUnit.push(cell);
      continue;
    }
    const number =
      stated.kind === 'count'
        ? readCount(workbook, sheet, cell.row, cell.column, nameOf(place), collector)
        : readCellNumber(workbook, sheet, cell.row, cell.column, nameOf(place), collector);
    if (number === undefined || !gaps.accept(number)) {
      const said = valueAt(sheet, cell.row, cell.column);
      const isDash =
        number === undefined && typeof said === 'string' && !isBlank && !holdsNumber(sheet, cell.row, cell.column);
      if (!isDash) cells.push({ row, key: stated.key, aspects, fund: fundOf(place), cell, isBlank, fact: undefined });
    } else if (unit === undefined) {
      const fact = countFact(stated.key, aspects.staff === undefined ? '' : STAFF_UNIT, number);
      cells.push({ row, key: stated.key, aspects, fund: undefined, cell, isBlank, fact });
    } else {
      pending.push({ place, unit, number, cell });
    }
  }
  if (noUnit.length > 0) collector.log.skip(noUnit, READING.noUnit);
  gaps.report(collector);
  const facts: readonly Fact[] = amountFacts(
    pending.map(({ place, unit, number }) => ({
      key: place.stated.key,
      basis: place.stated.basis,
      unit,
      number,
      header: nameOf(place),
    })),
    collector,
  );
  return [
    ...cells,
    ...pending.map(({ place, cell }, index) => {
      const { row, stated, aspects } = place;
      return { row, key: stated.key, aspects, fund: fundOf(place), cell, isBlank: false, fact: facts[index] };
    }),
  ].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
}

function nameOf({ row, column }: Place): string {
  return [row.label, headerText(column)].filter((part) => part !== '').join('·');
}

function fundOf({ row, column }: Place): OwnFund | undefined {
  return ownFundIn(plainLabel(row.label)) ?? ownFundIn(headerText(column));
}

function isEmpty(value: unknown, formula: string | undefined): boolean {
  return formula === undefined && (value === null || (typeof value === 'string' && value.trim() === ''));
}
