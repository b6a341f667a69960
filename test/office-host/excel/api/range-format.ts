import { type Json, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import type { Look } from '../model/style-table.ts';
import type { Place } from './place.ts';

/** The one value of a look that all cells of a range share; null when they differ, as Excel answers. */
function shared<Name extends keyof Look>(place: Place, name: Name): Look[Name] | null {
  const { book, sheet, area } = place;
  const first = book.styles.look(sheet.cell(area.top, area.left)?.style ?? 0)[name];
  const seen = new Set<unknown>([first]);
  sheet.each(area, (cell) => seen.add(book.styles.look(cell.style)[name]));
  return seen.size === 1 ? first : null;
}

function set(place: Place, changes: Partial<Look>): void {
  place.book.restyle(place.sheet, place.area, changes);
}

/** `red` and the like are not worked out: a colour is `#RRGGBB`. */
function color(value: Json): string {
  return textOf(value).toUpperCase();
}

/** Points per character of a column, roughly: the file counts characters, the API points. */
export const POINTS_PER_CHARACTER = 5.25;

/** The API's RangeFormat. */
export const rangeFormat: Maker<Place> = remoteType<Place>({
  name: 'RangeFormat',
  read: {
    ColumnWidth: ({ sheet, area }) => (sheet.columnWidths.get(area.left) ?? 8.43) * POINTS_PER_CHARACTER,
    HorizontalAlignment: (place) => shared(place, 'horizontal'),
    IndentLevel: (place) => shared(place, 'indent'),
    RowHeight: ({ sheet, area }) => sheet.rowHeights.get(area.top) ?? 13.5,
    VerticalAlignment: (place) => shared(place, 'vertical'),
    WrapText: (place) => shared(place, 'wrapText'),
  },
  write: {
    ColumnWidth: ({ book, sheet, area }, value) => {
      book.mayChange();
      for (let column = area.left; column <= area.right; column += 1) {
        sheet.columnWidths.set(column, Number(value) / POINTS_PER_CHARACTER);
      }
      sheet.changed.layout = true;
    },
    IndentLevel: (place, value) => {
      set(place, { indent: Number(value) });
    },
    HorizontalAlignment: (place, value) => {
      set(place, { horizontal: textOf(value) });
    },
    RowHeight: ({ book, sheet, area }, value) => {
      book.mayChange();
      for (let row = area.top; row <= area.bottom; row += 1) {
        sheet.rowHeights.set(row, Number(value));
        sheet.rows[row] ??= [];
      }
      sheet.changed.cells = true;
    },
    VerticalAlignment: (place, value) => {
      set(place, { vertical: textOf(value) });
    },
    WrapText: (place, value) => {
      set(place, { wrapText: value === true });
    },
  },
  open: {
    Borders: (place) => borders(place),
    Fill: (place) => fill(place),
    Font: (place) => font(place),
    Protection: (place) => formatProtection(place),
  },
  call: { AutofitColumns: () => null, AutofitRows: () => null },
});

const fill: Maker<Place> = remoteType<Place>({
  name: 'RangeFill',
  read: {
    Color: (place) => {
      const fillColor = shared(place, 'fillColor');
      return fillColor === '' ? '#FFFFFF' : fillColor;
    },
  },
  write: {
    Color: (place, value) => {
      set(place, { fillColor: color(value) });
    },
  },
  call: {
    Clear: (place) => {
      set(place, { fillColor: '' });
      return null;
    },
  },
});

const font: Maker<Place> = remoteType<Place>({
  name: 'RangeFont',
  read: {
    Bold: (place) => shared(place, 'bold'),
    Color: (place) => shared(place, 'fontColor'),
    Italic: (place) => shared(place, 'italic'),
    Name: (place) => shared(place, 'fontName'),
    Size: (place) => shared(place, 'fontSize'),
  },
  write: {
    Bold: (place, value) => {
      set(place, { bold: value === true });
    },
    Color: (place, value) => {
      set(place, { fontColor: color(value) });
    },
    Italic: (place, value) => {
      set(place, { italic: value === true });
    },
    Name: (place, value) => {
      set(place, { fontName: textOf(value) });
    },
    Size: (place, value) => {
      set(place, { fontSize: Number(value) });
    },
  },
});

const formatProtection: Maker<Place> = remoteType<Place>({
  name: 'FormatProtection',
  read: { Locked: (place) => shared(place, 'locked') },
  write: {
    Locked: (place, value) => {
      set(place, { locked: value === true });
    },
  },
});

/** Borders are only known as a whole: thin lines on every side, or none. */
const borders: Maker<Place> = remoteType<Place>({
  name: 'RangeBorderCollection',
  call: { GetItem: (place) => border(place), GetItemAt: (place) => border(place) },
});

const border: Maker<Place> = remoteType<Place>({
  name: 'RangeBorder',
  read: {
    Style: (place) => (shared(place, 'border') === true ? 'Continuous' : 'None'),
    Weight: () => 'Thin',
    Color: () => '#000000',
  },
  write: {
    Color: () => undefined,
    Style: (place, value) => {
      set(place, { border: value !== 'None' });
    },
    Weight: () => undefined,
  },
});
