import { addressOf } from '../../../../core/workbook/cell-ref.ts';
import type { CellValue } from '../../../../core/workbook/workbook.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import type { ScannedCell } from './scan-sheet.ts';
import { decodeXString } from '../../../xml/xstring.ts';

/** What the cells of a workbook refer to. */
export interface ValueContext {
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
}

/**
 * The value of a cell: for a formula the cached one, null when there is none. Numbers are the doubles that the file
 * stores, whatever the cell's format shows them as.
 * @throws UnusableFile `damaged` when the cell cannot mean anything: guessing would put a wrong number into a report
 */
export function cellValue(cell: ScannedCell, { sharedStrings, date1904 }: ValueContext): CellValue {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') return decodeXString(cell.inline ?? cell.value ?? '');
  const { value } = cell;
  if (value === undefined) return null;
  switch (type) {
    case 'str':
      return decodeXString(value);
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? sharedStrings[Number(value)] : undefined;
      return value === '' ? null : (text ?? broken(cell, 'shared string'));
    }
    case 'n':
      return number(cell, value);
    case 'b':
      return value.trim() === '1' || value.trim().toLowerCase() === 'true';
    case 'e':
      return { error: value.trim() };
    case 'd':
      return value === '' ? null : (dateSerial(value.trim(), date1904) ?? broken(cell, 'date'));
    default:
      return broken(cell, `type ${type}`);
  }
}

function number(cell: ScannedCell, value: string): number | null {
  const text = value.trim();
  if (text === '') return null;
  // `Number` also reads hexadecimal and the like, which no spreadsheet writes.
  const result = /[^\d.eE+-]/.test(text) ? Number.NaN : Number(text);
  return Number.isFinite(result) ? result : broken(cell, `number ${text}`);
}

function broken(cell: ScannedCell, what: string): never {
  throw new UnusableFile('damaged', `${addressOf(cell)}: ${what}`);
}

const DAY = 86_400_000;

/**
 * The serial number of an ISO 8601 date, time or both, as cells of type `d` hold it: days since 1899-12-31, with the
 * 29 February 1900 that spreadsheets have, or since 1904-01-01.
 */
function dateSerial(text: string, date1904: boolean): number | undefined {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (match === null || text === '' || text === 'T') return undefined;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (date1904) return (midnight - Date.UTC(1904, 0, 1)) / DAY + time;
  const days = (midnight - Date.UTC(1899, 11, 31)) / DAY;
  return (days >= 60 ? days + 1 : days) + time;
}
