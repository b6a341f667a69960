import stringWidth from 'string-width';
import type { Intake, SheetReading } from '../core/intake/intake.ts';
import type { TableReading } from '../core/intake/table-reading.ts';
import { INSPECTION } from '../core/texts/inspection-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { showRange, showRanges } from '../core/workbook/cell-ranges.ts';
import { columnName, showCell } from '../core/workbook/cell-ref.ts';
import type { Output } from './exit.ts';
import { printFindings } from './print.ts';

/** Names of lines are two or three Han characters. */
const NAME_WIDTH = 6;
/** More runs of rows than this nobody reads. */
const MAX_ROW_RUNS = 50;

/** How each sheet was read, as a person reads it in a terminal; then the findings. */
export function printInspection({ sheets, findings }: Intake, output: Output): void {
  for (const sheet of sheets) {
    printSheet(sheet, output);
    output.out('');
  }
  printFindings(findings, output);
}

function printSheet({ name, tables, passed }: SheetReading, output: Output): void {
  output.out(INSPECTION.sheet(name));
  for (const table of tables) printTable(table, output);
  for (const { range, reason } of passed) {
    output.out(`  ${range === undefined || tables.length === 0 ? '' : `${showRange(range)}  `}${reason}`);
  }
}

function printTable(table: TableReading, output: Output): void {
  const line = (name: string, text: string): void => {
    output.out(`    ${pad(name, NAME_WIDTH)}  ${text}`);
  };
  const { form, range, confidence, reasons, headerRows, unit, columns, rows, facts, skipped } = table;
  output.out(`  ${form}  ${showRange(range)}`);
  line(INSPECTION.confidence, `${String(Math.round(confidence * 100))}%  ${reasons.join(LIST_SEPARATOR)}`);
  if (headerRows !== undefined) line(INSPECTION.header, INSPECTION.rows(headerRows.top + 1, headerRows.bottom + 1));
  if (unit !== undefined) {
    const place = unit.cell === undefined ? '' : `  ${showCell(unit.cell)}`;
    line(INSPECTION.unit, `${unit.unit}（${INSPECTION.unitFrom[unit.from]}）${place}`);
  }
  const width = Math.max(0, ...columns.map(({ header }) => stringWidth(header)));
  columns.forEach(({ column, header, meaning }, index) => {
    line(index === 0 ? INSPECTION.columns : '', `${pad(columnName(column), 2)}  ${pad(header, width)}  ${meaning}`);
  });
  if (rows.length > 0) {
    const runs = rows.slice(0, MAX_ROW_RUNS).map(({ from, to, is }) => `${INSPECTION.rows(from + 1, to + 1)}${is}`);
    const more = rows.length > MAX_ROW_RUNS ? INSPECTION.moreRows(rows.length) : '';
    line(INSPECTION.rowClasses, `${runs.join(LIST_SEPARATOR)}${more}`);
  }
  line(INSPECTION.facts, INSPECTION.count(facts));
  skipped.forEach(({ cells, reason }, index) => {
    line(index === 0 ? INSPECTION.skipped : '', `${showRanges(cells)}  ${reason}`);
  });
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
