import type { Intake, SheetReading } from '../core/intake/intake.ts';
import type { TableReading } from '../core/intake/table-reading.ts';
import { showRange, showRanges } from '../core/workbook/cell-ranges.ts';
import { columnName, showCell } from '../core/workbook/cell-ref.ts';
import { findingJson } from './json.ts';

/** A table of very many short runs of rows tells only so many. */
const MAX_ROW_RUNS = 1000;

/** How each sheet was read, for scripts: rows as people count them, columns as letters, cells as ranges. */
export function inspectionJson({ sheets, findings }: Intake): object {
  return { sheets: sheets.map(sheetJson), findings: findings.map(findingJson) };
}

function sheetJson({ name, tables, passed }: SheetReading): unknown {
  return {
    name,
    tables: tables.map(tableJson),
    passed: passed.map(({ range, reason }) => ({ ...(range ? { range: showRange(range) } : {}), reason })),
  };
}

function tableJson(table: TableReading): unknown {
  const { form, range, unit, confidence, reasons, headerRows, columns, rows, facts, skipped } = table;
  return {
    form,
    range: showRange(range),
    unit: unit?.unit ?? null,
    unitFrom: unit === undefined ? null : { kind: unit.from, ...(unit.cell ? { cell: showCell(unit.cell) } : {}) },
    confidence: Math.round(confidence * 100) / 100,
    reasons,
    headerRows: headerRows === undefined ? null : { from: headerRows.top + 1, to: headerRows.bottom + 1 },
    columns: columns.map(({ column, header, meaning }) => ({ column: columnName(column), header, meaning })),
    rows: rows.slice(0, MAX_ROW_RUNS).map(({ from, to, is }) => ({ from: from + 1, to: to + 1, is })),
    ...(rows.length > MAX_ROW_RUNS ? { moreRows: rows.length - MAX_ROW_RUNS } : {}),
    facts,
    skipped: skipped.map(({ cells, reason }) => ({ cells: showRanges(cells), reason })),
  };
}
