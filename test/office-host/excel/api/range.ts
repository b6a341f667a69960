import { apiNotFound, invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import {
  type Argument,
  isRemoteObject,
  type Json,
  type Maker,
  type RemoteObject,
  remoteType,
  textOf,
} from '../../rich-api/remote-type.ts';
import {
  bounding,
  cellsOf,
  columnsOf,
  intersection,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  rowsOf,
  showArea,
  type Area,
} from '../model/area.ts';
import { apiValue, valueType, type Cell } from '../model/cell.ts';
import { sheetPrefix } from '../model/formula-text.ts';
import { shownText } from '../model/number-text.ts';
import type { Place } from './place.ts';
import { rangeFormat } from './range-format.ts';
import { rangeAreas } from './range-areas.ts';
import { worksheet } from './worksheet.ts';

/** A read of more cells than this gives null. */
export const MOST_CELLS = 5_000_000;

/** The API's Range. */
export const range: Maker<Place> = remoteType<Place>({
  name: 'Range',
  read: {
    Address: ({ sheet, area }) => `${sheetPrefix(sheet.name)}!${showArea(area)}`,
    AddressLocal: ({ sheet, area }) => `${sheetPrefix(sheet.name)}!${showArea(area)}`,
    CellCount: ({ area }) => (cellsOf(area) > 2_147_483_647 ? -1 : cellsOf(area)),
    ColumnCount: ({ area }) => columnsOf(area),
    ColumnHidden: (place) =>
      allOrSome(columnsOf(place.area), (index) => place.sheet.hiddenColumns.has(place.area.left + index)),
    ColumnIndex: ({ area }) => area.left,
    Formulas: (place) => grid(place, (cell) => cell?.formula ?? apiValue(cell?.value ?? null)),
    FormulasLocal: (place) => grid(place, (cell) => cell?.formula ?? apiValue(cell?.value ?? null)),
    HasSpill: () => false,
    IsEntireColumn: ({ area }) => isEntireColumn(area),
    IsEntireRow: ({ area }) => isEntireRow(area),
    NumberFormat: (place) => grid(place, (cell) => place.book.styles.look(cell?.style ?? 0).numberFormat),
    NumberFormatLocal: (place) => grid(place, (cell) => place.book.styles.look(cell?.style ?? 0).numberFormat),
    RowCount: ({ area }) => rowsOf(area),
    RowHidden: (place) => allOrSome(rowsOf(place.area), (index) => place.sheet.hiddenRows.has(place.area.top + index)),
    RowIndex: ({ area }) => area.top,
    Text: (place) =>
      grid(place, (cell) =>
        cell === undefined ? '' : shownText(cell.value, place.book.styles.look(cell.style).numberFormat),
      ),
    ValueTypes: (place) => grid(place, (cell) => valueType(cell?.value ?? null)),
    Values: (place) => grid(place, (cell) => apiValue(cell?.value ?? null)),
  },
  write: {
    ColumnHidden: (place, value) => {
      for (let column = place.area.left; column <= place.area.right; column += 1) {
        if (value === true) place.sheet.hiddenColumns.add(column);
        else place.sheet.hiddenColumns.delete(column);
      }
      place.sheet.changed.layout = true;
    },
    Formulas: ({ book, sheet, area }, value) => {
      book.write(sheet, area, value, 'add-in');
    },
    FormulasLocal: ({ book, sheet, area }, value) => {
      book.write(sheet, area, value, 'add-in');
    },
    NumberFormat: setNumberFormat,
    NumberFormatLocal: setNumberFormat,
    Values: ({ book, sheet, area }, value) => {
      book.write(sheet, area, value, 'add-in');
    },
  },
  open: {
    Format: (place) => rangeFormat(place),
    Worksheet: (place) => worksheet(place),
  },
  call: {
    Clear: ({ book, sheet, area }, [what]) => {
      book.clear(sheet, area, what === 'Contents' || what === 'Formats' ? what : 'All', 'add-in');
      return null;
    },
    GetBoundingRect: (place, [other]) => range({ ...place, area: bounding(place.area, areaIn(place, other)) }),
    GetCell: (place, [row, column]) => {
      const top = place.area.top + Number(row);
      const left = place.area.left + Number(column);
      return range(within(place, { top, left, bottom: top, right: left }));
    },
    GetColumn: (place, [index]) => {
      const left = place.area.left + Number(index);
      return range(within(place, { ...place.area, left, right: left }));
    },
    GetEntireColumn: (place) => range({ ...place, area: { ...place.area, top: 0, bottom: MAX_ROWS - 1 } }),
    GetEntireRow: (place) => range({ ...place, area: { ...place.area, left: 0, right: MAX_COLUMNS - 1 } }),
    GetIntersection: (place, [other]) => {
      const area = intersection(place.area, areaIn(place, other));
      if (area === undefined) throw itemNotFound('intersection');
      return range({ ...place, area });
    },
    GetIntersectionOrNullObject: (place, [other]) => {
      const area = intersection(place.area, areaIn(place, other));
      return range(area === undefined ? null : { ...place, area });
    },
    GetLastCell: (place) => {
      const { bottom, right } = place.area;
      return range({ ...place, area: { top: bottom, bottom, left: right, right } });
    },
    GetLastColumn: (place) => range({ ...place, area: { ...place.area, left: place.area.right } }),
    GetLastRow: (place) => range({ ...place, area: { ...place.area, top: place.area.bottom } }),
    GetMergedAreasOrNullObject: (place) => {
      const areas = place.sheet.merges.filter((merge) => intersection(merge, place.area) !== undefined);
      return rangeAreas(areas.length === 0 ? null : { book: place.book, sheet: place.sheet, areas });
    },
    GetOffsetRange: (place, [rows, columns]) => {
      const { top, left, bottom, right } = place.area;
      const [down, across] = [Number(rows), Number(columns)];
      return range(
        within(place, { top: top + down, bottom: bottom + down, left: left + across, right: right + across }),
      );
    },
    GetResizedRange: (place, [rows, columns]) => {
      const { bottom, right } = place.area;
      return range(within(place, { ...place.area, bottom: bottom + Number(rows), right: right + Number(columns) }));
    },
    GetAbsoluteResizedRange: (place, [rows, columns]) => {
      const { top, left } = place.area;
      return range(within(place, { top, left, bottom: top + Number(rows) - 1, right: left + Number(columns) - 1 }));
    },
    GetRow: (place, [index]) => {
      const top = place.area.top + Number(index);
      return range(within(place, { ...place.area, top, bottom: top }));
    },
    GetSpecialCells: (place, [kind, valueKind]) => {
      const found = specialCells(place, textOf(kind), valueKind);
      if (found === null) throw itemNotFound(`special cells ${textOf(kind)}`);
      return rangeAreas(found);
    },
    GetSpecialCellsOrNullObject: (place, [kind, valueKind]) => rangeAreas(specialCells(place, textOf(kind), valueKind)),
    GetUsedRange: (place, [valuesOnly]) => {
      const used = usedIn(place, valuesOnly === true);
      return range({ ...place, area: used ?? { ...place.area, bottom: place.area.top, right: place.area.left } });
    },
    GetUsedRangeOrNullObject: (place, [valuesOnly]) => {
      const used = usedIn(place, valuesOnly === true);
      return range(used === undefined ? null : { ...place, area: used });
    },
    Merge: ({ book, sheet, area }, [across]) => {
      book.mayChange();
      const rows =
        across === true ? Array.from({ length: rowsOf(area) }, (_one, index) => area.top + index) : undefined;
      sheet.merges = sheet.merges.filter((merge) => intersection(merge, area) === undefined);
      sheet.merges.push(...(rows?.map((row) => ({ ...area, top: row, bottom: row })) ?? [area]));
      sheet.changed.layout = true;
      return null;
    },
    Unmerge: ({ book, sheet, area }) => {
      book.mayChange();
      sheet.merges = sheet.merges.filter((merge) => intersection(merge, area) === undefined);
      sheet.changed.layout = true;
      return null;
    },
    Select: ({ book, sheet, area }) => {
      book.select(sheet, area);
      return null;
    },
    _ValidateArraySize: (place, [rows, columns]) => {
      if (rows !== rowsOf(place.area) || columns !== columnsOf(place.area)) {
        throw invalidArgument(`an array of ${textOf(rows)} x ${textOf(columns)} does not fit ${showArea(place.area)}`);
      }
      return null;
    },
  },
});

function setNumberFormat({ book, sheet, area }: Place, value: Json): void {
  if (typeof value === 'string') {
    book.restyle(sheet, area, { numberFormat: value });
    return;
  }
  if (!Array.isArray(value) || value.length !== rowsOf(area)) throw invalidArgument('numberFormat');
  const rows = value as readonly (readonly Json[])[];
  book.restyle(sheet, area, (row, column) => {
    const format = rows[row - area.top]?.[column - area.left];
    return typeof format === 'string' ? { numberFormat: format } : {};
  });
}

/** One value for each cell of the range; null for more cells than Excel reads at once. */
function grid({ sheet, area }: Place, of: (cell: Cell | undefined) => Json): Json {
  if (cellsOf(area) > MOST_CELLS) return null;
  const width = columnsOf(area);
  return Array.from({ length: rowsOf(area) }, (_row, down) => {
    const cells = sheet.rows[area.top + down];
    return Array.from({ length: width }, (_cell, across) => of(cells?.[area.left + across]));
  });
}

/** True or false when all agree, null when they do not. */
function allOrSome(count: number, holds: (index: number) => boolean): boolean | null {
  const first = holds(0);
  for (let index = 1; index < Math.min(count, MAX_COLUMNS); index += 1) if (holds(index) !== first) return null;
  return first;
}

function usedIn({ sheet, area }: Place, valuesOnly: boolean): Area | undefined {
  const used = sheet.used(valuesOnly);
  return used && intersection(used, area);
}

function within(place: Place, area: Area): Place {
  const { top, left, bottom, right } = area;
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS || bottom < top || right < left) {
    throw invalidArgument('the range lies outside the sheet');
  }
  return { ...place, area };
}

/** The area of an argument: another range, or an address. */
function areaIn(place: Place, argument: Argument): Area {
  if (isRemoteObject(argument)) {
    const other = argument.self as Place;
    if (other.sheet !== place.sheet) throw invalidArgument('the ranges are on different sheets');
    return other.area;
  }
  if (typeof argument !== 'string') throw invalidArgument('range');
  return parseArea(argument.slice(argument.lastIndexOf('!') + 1));
}

const OF_VALUE: Readonly<Record<string, readonly string[]>> = {
  Numbers: ['Double'],
  Text: ['String'],
  Logical: ['Boolean'],
  Errors: ['Error'],
  All: ['Double', 'String', 'Boolean', 'Error'],
};

/** Cells of a kind, as runs along the rows. */
function specialCells(
  place: Place,
  kind: string,
  valueKind: Argument | undefined,
): { book: Place['book']; sheet: Place['sheet']; areas: Area[] } | null {
  const types = OF_VALUE[typeof valueKind === 'string' ? valueKind : 'All'];
  if ((kind !== 'Formulas' && kind !== 'Constants') || types === undefined)
    throw apiNotFound(`Range.GetSpecialCells(${kind})`);
  const areas: Area[] = [];
  place.sheet.each(place.area, (cell, row, column) => {
    const isOfKind = (cell.formula !== undefined) === (kind === 'Formulas');
    if (!isOfKind || !types.includes(valueType(cell.value))) return;
    const last = areas.at(-1);
    if (last?.top === row && last.right === column - 1) areas[areas.length - 1] = { ...last, right: column };
    else areas.push({ top: row, bottom: row, left: column, right: column });
  });
  return areas.length === 0 ? null : { book: place.book, sheet: place.sheet, areas };
}

/** The range of an address that may name its sheet. */
export function rangeAt(place: Omit<Place, 'area'>, address: Argument | undefined): RemoteObject {
  if (address === undefined || address === null || address === '') return range({ ...place, area: wholeSheet() });
  if (typeof address !== 'string') throw invalidArgument('address');
  return range({ ...place, area: parseArea(address.slice(address.lastIndexOf('!') + 1)) });
}

export function wholeSheet(): Area {
  return { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
}
