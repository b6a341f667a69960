import { UnusableFile } from '../../ports/unusable-file.ts';

/** A sheet as the workbook stream lists it. */
export interface BiffSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** False for charts, macros and modules. */
  readonly isWorksheet: boolean;
  /** How many cells of the sheet hold a value. */
  readonly cells: number;
}

/** A workbook stream ([MS-XLS], BIFF8) that was checked record by record. */
export interface BiffStream {
  /** The stream with only the records that make up values, formulas and merged ranges; all others are made void. */
  readonly bytes: Uint8Array;
  /** In the order of their tabs. */
  readonly sheets: readonly BiffSheet[];
  readonly date1904: boolean;
}

const BOF = 0x0809;
const EOF = 0x000a;
const CONTINUE = 0x003c;
const FILE_PASS = 0x002f;
const DATE_1904 = 0x0022;
const BOUND_SHEET = 0x0085;
const MUL_RK = 0x00bd;
/** SELECTION, which says where the cursor stands: of no meaning for values, so any record can be turned into it. */
const VOID = 0x001d;

/** Records of a single cell with a value: FORMULA, LABELSST, LABEL, RSTRING, NUMBER, RK, BOOLERR. */
const CELLS = new Set([0x0006, 0x00fd, 0x0204, 0x00d6, 0x0203, 0x027e, 0x0205]);
/** Of the workbook: BOUNDSHEET, DATE1904, SST, SUPBOOK, EXTERNSHEET, EXTERNNAME, LBL (defined names). */
const GLOBALS = new Set([BOUND_SHEET, DATE_1904, 0x00fc, 0x01ae, 0x0017, 0x0023, 0x0018]);
/** Of a sheet besides its cells: DIMENSIONS, MULRK, STRING, SHRFMLA, ARRAY, MERGECELLS. */
const SHEET_PARTS = new Set([0x0200, MUL_RK, 0x0207, 0x04bc, 0x0221, 0x00e5]);

const BIFF8 = 0x0600;
const WORKSHEET = 0x0010;

function damaged(what: string): UnusableFile {
  return new UnusableFile('damaged', `workbook stream: ${what}`);
}

/**
 * Walks over the records of a workbook stream: each must be whole, each part must end, each listed sheet must be there.
 * A stream has no checksum, so this is what tells a cut-off file from a short one.
 * @param stream is changed: the records that are not needed are made void in place, because sheets are found by offsets
 * @throws UnusableFile `damaged`, `encrypted`, or `legacy-xls` for versions before Excel 97
 */
export function checkStream(stream: Uint8Array): BiffStream {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  const listed: { name: string; hidden: boolean; isWorksheet: boolean; offset: number }[] = [];
  /** Cells by the offset at which a sheet begins. */
  const cellsAt = new Map<number, number>();
  let date1904 = false;
  let depth = 0;
  let begins = 0;
  let kind = 0;
  let cells = 0;
  let kept = false;
  for (let at = 0; at < stream.length;) {
    // What follows the last part is padding, or left over from an earlier save.
    if (depth === 0 && (at + 4 > stream.length || view.getUint16(at, true) !== BOF)) break;
    if (at + 4 > stream.length) throw damaged('cut off');
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    if (body + length > stream.length) throw damaged('cut off in a record');
    const inGlobals = depth === 1 && begins === 0;
    const inSheet = depth === 1 && begins !== 0 && kind === WORKSHEET;
    if (type === BOF) {
      if (length < 4) throw damaged('BOF');
      if (depth === 0) {
        if (view.getUint16(body, true) !== BIFF8) throw new UnusableFile('legacy-xls', 'not BIFF8');
        begins = at;
        kind = view.getUint16(body + 2, true);
        cells = 0;
      }
      kept = depth === 0;
      depth += 1;
    } else if (type === EOF) {
      depth -= 1;
      kept = depth === 0;
      if (depth === 0 && begins !== 0) cellsAt.set(begins, cells);
    } else if (type === FILE_PASS && inGlobals) {
      throw new UnusableFile('encrypted');
    } else if (type !== CONTINUE) {
      const isCell = CELLS.has(type);
      kept = (inGlobals && GLOBALS.has(type)) || (inSheet && (isCell || SHEET_PARTS.has(type)));
      if (kept && isCell) cells += 1;
      if (kept && type === MUL_RK) cells += (length - 6) / 6;
      if (kept && type === DATE_1904) date1904 = length >= 2 && view.getUint16(body, true) === 1;
      if (kept && type === BOUND_SHEET) listed.push(boundSheet(stream.subarray(body, body + length)));
    }
    if (!kept) view.setUint16(at, VOID, true);
    at = body + length;
  }
  if (depth !== 0) throw damaged('a part does not end');
  const sheets = listed.map(({ offset, name, hidden, isWorksheet }) => {
    const found = cellsAt.get(offset);
    if (found === undefined) throw damaged(`sheet ${name} is not there`);
    return { name, hidden, isWorksheet, cells: found };
  });
  if (sheets.length === 0) throw damaged('no sheets');
  return { bytes: stream, sheets, date1904 };
}

/** Offset, visibility, kind and name of a sheet; the name is stored in 8 or 16 bits a letter. */
function boundSheet(body: Uint8Array): { name: string; hidden: boolean; isWorksheet: boolean; offset: number } {
  if (body.length < 8) throw damaged('BOUNDSHEET');
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const letters = view.getUint8(6);
  const wide = (view.getUint8(7) & 1) === 1;
  const name = body.subarray(8, 8 + letters * (wide ? 2 : 1));
  if (name.length < letters * (wide ? 2 : 1)) throw damaged('BOUNDSHEET');
  return {
    name: wide ? new TextDecoder('utf-16le').decode(name) : String.fromCharCode(...name),
    hidden: (view.getUint8(4) & 3) !== 0,
    isWorksheet: view.getUint8(5) === 0,
    offset: view.getUint32(0, true),
  };
}
