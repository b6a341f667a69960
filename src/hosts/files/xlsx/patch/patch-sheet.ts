import { addressOf, type CellRange } from '../../../../core/workbook/cell-ref.ts';
import type { CellLook, CellWrite } from '../../../../core/workbook/write-plan.ts';
import { applyEdits, withAttribute } from '../opc/edited-part.ts';
import { prefixOf } from '../../../xml/xml-parser.ts';
import { readRange, showRange } from '../sheet/range.ts';
import { scanSheet, type ScannedCell, type ScannedRow, type SheetFrame } from '../sheet/scan-sheet.ts';
import { cellXml } from './cell-xml.ts';
import type { WritesByRow } from '../../../plans/writes-by-row.ts';
import { checkWrites, type SharedGroup } from './check-writes.ts';

/** A sheet part with the touched cells replaced. */
export interface PatchedSheet {
  readonly text: string;
  /** Addresses of cells that had a formula of their own and now have none, or that left an array formula. */
  readonly withoutFormula: readonly string[];
}

/** Gives the style for a cell of that style which is to look like that. */
export type Restyle = (style: string, look: CellLook) => string;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Replaces the touched cells of a sheet part and nothing else; cells and rows that are not there yet are put where
 * they belong.
 * @throws WriteRefused when a cell cannot be replaced by itself
 */
export function patchSheet(
  text: string,
  part: string,
  sheet: string,
  writes: WritesByRow,
  tableHeaders: readonly CellRange[],
  restyle: Restyle,
): PatchedSheet {
  const cellsOf = new Map<number, ScannedCell[]>();
  const arrays: CellRange[] = [];
  const dataTables: CellRange[] = [];
  const shared: SharedGroup[] = [];
  const groups = new Map<string, SharedGroup>();
  const frame = scanSheet(text, part, (cell) => {
    if (writes.has(cell.row)) pushTo(cellsOf, cell.row, cell);
    const { formula } = cell;
    if (formula === undefined) return;
    if (formula.type === 'array') arrays.push(readRange(formula.ref ?? addressOf(cell)));
    if (formula.type === 'dataTable') dataTables.push(readRange(formula.ref ?? addressOf(cell)));
    if (formula.type === 'shared') {
      const group = formula.group ?? '';
      // A number may be used again for another formula; each holder begins a group of its own.
      const known = formula.text === '' ? groups.get(group) : undefined;
      const current: SharedGroup = known ?? { holder: formula.text === '' ? undefined : cell, users: [] };
      if (formula.text === '') current.users.push(cell);
      if (known === undefined) shared.push(current);
      groups.set(group, current);
    }
  });
  checkWrites(sheet, writes, { merges: frame.merges, tableHeaders, arrays, dataTables, shared });

  const rows = new Map(frame.rows.map((row) => [row.row, row]));
  const prefix = prefixOf(frame.data.name);
  const edits: Edit[] = [];
  const withoutFormula: string[] = [];
  const newRows: { before: number; xml: string }[] = [];
  for (const [index, cells] of writes) {
    const row = rows.get(index);
    if (row === undefined) {
      const xml = [...cells.values()].map((write) =>
        newCell(write, prefix, defaultStyle(frame, undefined, write), restyle),
      );
      const before = frame.rows.find((candidate) => candidate.row > index)?.start ?? frame.data.closeStart;
      newRows.push({ before, xml: `<${prefix}row r="${String(index + 1)}">${xml.join('')}</${prefix}row>` });
      continue;
    }
    const present = cellsOf.get(index) ?? [];
    const added: { before: number; xml: string }[] = [];
    for (const [column, write] of cells) {
      const cell = present.find((candidate) => candidate.column === column);
      if (cell === undefined) {
        const before = present.find((candidate) => candidate.column > column)?.start ?? row.closeStart;
        added.push({ before, xml: newCell(write, prefix, defaultStyle(frame, row, write), restyle) });
        continue;
      }
      const own = cell.attributes.s ?? '0';
      const looks = write.look === undefined ? own : restyle(own, write.look);
      const style = looks === own ? undefined : looks;
      const tag = text.slice(cell.start, cell.openEnd);
      edits.push({ start: cell.start, end: cell.end, text: cellXml(tag, prefix, write.content, style) });
      const lost = write.content.kind !== 'formula' || cell.formula?.type === 'array';
      if (cell.formula !== undefined && lost) withoutFormula.push(addressOf(cell));
    }
    edits.push(...insertions(text, row, `${prefix}row`, added));
  }
  edits.push(...insertions(text, frame.data, frame.data.name, newRows));
  edits.push(...dimensionEdit(text, frame, writes));
  return { text: applyEdits(text, edits), withoutFormula };
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Where a cell is new, it takes the style that its row or column gives to empty cells. */
function defaultStyle(frame: SheetFrame, row: ScannedRow | undefined, { column }: CellWrite): string {
  if (row?.style !== undefined) return row.style;
  return frame.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? '0';
}

function newCell(write: CellWrite, prefix: string, inherited: string, restyle: Restyle): string {
  const style = write.look === undefined ? inherited : restyle(inherited, write.look);
  return cellXml(`<${prefix}c r="${addressOf(write)}">`, prefix, write.content, style === '0' ? undefined : style);
}

/** Puts children into an element, each before the place it names; opens the element when it stands as `<a/>`. */
function insertions(
  text: string,
  element: { start: number; openEnd: number; closeStart: number; end: number },
  name: string,
  added: readonly { before: number; xml: string }[],
): Edit[] {
  if (added.length === 0) return [];
  if (element.closeStart < element.end) {
    return added.map(({ before, xml }) => ({ start: before, end: before, text: xml }));
  }
  const tag = text.slice(element.start, element.openEnd).replace(/\s*\/>$/, '>');
  const xml = added.map((one) => one.xml).join('');
  return [{ start: element.start, end: element.end, text: `${tag}${xml}</${name}>` }];
}

/** The sheet's used range, extended where a written cell lies outside it. */
function dimensionEdit(text: string, { dimension }: SheetFrame, writes: WritesByRow): Edit[] {
  if (dimension === undefined || !/^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(dimension.ref)) return [];
  const range = { ...readRange(dimension.ref) };
  for (const [row, cells] of writes) {
    range.top = Math.min(range.top, row);
    range.bottom = Math.max(range.bottom, row);
    for (const column of cells.keys()) {
      range.left = Math.min(range.left, column);
      range.right = Math.max(range.right, column);
    }
  }
  const before = readRange(dimension.ref);
  if (showRange(before) === showRange(range)) return [];
  const { start, openEnd } = dimension;
  return [{ start, end: openEnd, text: withAttribute(text.slice(start, openEnd), 'ref', showRange(range)) }];
}
