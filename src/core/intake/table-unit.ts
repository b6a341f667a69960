import { AMOUNT_UNITS, type AmountUnit } from '../money/amount.ts';
import { plainLabel } from '../workbook/labels.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import { readUnit } from './unit.ts';

/** What happens to a table that does not state its unit. */
export type UnitMode =
  /** Its amounts are left out, and that is reported. */
  | { readonly kind: 'stated' }
  /** Its amounts are read in the largest unit, where no digit is rounded away, to be compared with those of other tables. */
  | { readonly kind: 'trial'; needed: boolean }
  /** Its amounts are of this unit, because other tables say the same amounts. */
  | { readonly kind: 'assumed'; readonly unit: AmountUnit };

/** The unit in which amounts of an unknown unit are compared. */
export const TRIAL_UNIT: AmountUnit = '亿元';

/** Where a table's amounts begin, and what it is. */
export interface TablePlace {
  readonly sheet: Sheet;
  /** The first row of the header. */
  readonly headerTop: number;
  /** The first row that is not header. */
  readonly dataRow: number;
  readonly form: string;
}

/**
 * The unit of a table's amounts: stated in the table, or else what a person chose, or else what other tables made likely. What is
 * wrong is reported, and the log is told. A stated unit goes before a choice, which may be last year's.
 * @returns undefined when the amounts cannot be used
 */
export function tableUnit(place: TablePlace, collector: Collector): AmountUnit | undefined {
  return unitOf(place, collector, collector.unitMode);
}

/** The same where nothing may be assumed: some columns of the table have units of their own. */
export function statedOrChosen(place: TablePlace, collector: Collector): AmountUnit | undefined {
  return unitOf(place, collector, { kind: 'stated' });
}

function unitOf(place: TablePlace, collector: Collector, mode: UnitMode): AmountUnit | undefined {
  const { sheet, headerTop, dataRow, form } = place;
  const reading = readUnit(sheet, headerTop, dataRow);
  if (reading.kind === 'found') {
    collector.log.unit = { unit: reading.unit, from: 'cell', cell: reading.cell };
    return reading.unit;
  }
  const label = tableLabel(sheet, headerTop);
  const { cells } = reading.problem;
  const decision = collector.ask({ about: '单位', label, form, alternatives: AMOUNT_UNITS, cells }, (choice) =>
    AMOUNT_UNITS.find((unit) => unit === choice),
  );
  if (decision.kind === 'left-out') return undefined;
  if (decision.kind === 'chosen') {
    collector.log.unit = { unit: decision.means, from: 'mapping' };
    return decision.means;
  }
  if (reading.problem.code === 'unit-missing') {
    if (mode.kind === 'assumed') {
      collector.log.unit = { unit: mode.unit, from: 'magnitude' };
      return mode.unit;
    }
    if (mode.kind === 'trial') {
      mode.needed = true;
      return TRIAL_UNIT;
    }
  }
  collector.report(reading.problem);
  return undefined;
}

/** By what a table is known to people, and in a later year's file too: its title, or else the name of its sheet. */
export function tableLabel(sheet: Sheet, headerTop: number): string {
  for (let row = 0; row < headerTop; row++) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
      const text = textAt(sheet, row, column);
      const plain = plainLabel(text);
      if (plain !== '' && !NO_TITLE.test(plain)) return text;
    }
  }
  return sheet.name;
}

/** What stands above a table and is not its title: numbers of attachments and forms, who made it, page numbers. */
const NO_TITLE = /^(附件?\d*|附表\d*|公开\d+表|财决(附)?[\d-]+表|第?\d+页?|.*(单位|部门|日期|时间|期间):.*|单位|\d+)$/;
