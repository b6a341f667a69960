/** Why a plan cannot be written into a file without harming it. */
export type WriteRefusal =
  /** The file has a format that is only read: .xls. */
  | 'read-only-format'
  /** The file carries a digital signature, which any change would break. */
  | 'signed'
  | 'sheet-missing'
  | 'sheet-exists'
  /** Longer than 31 characters, empty, or with characters that no sheet name may have. */
  | 'bad-sheet-name'
  /** The cell holds a formula that cells outside the plan share. */
  | 'shared-formula'
  /** The cell is part of an array formula that is not replaced as a whole. */
  | 'array-formula'
  /** The cell is part of a what-if data table. */
  | 'data-table'
  /** The cell is hidden behind the top left one of a merged range. */
  | 'merged'
  /** The cell is a column heading of a table, which has to match the table's own list. */
  | 'table-header'
  | 'outside-sheet'
  /** The plan writes the cell twice. */
  | 'written-twice'
  /** The sheet is protected and the cell is locked, or the workbook's structure is protected. */
  | 'protected'
  /** A number that is none, a text over 32,767 characters, a formula over 8,192. */
  | 'bad-content';

/** Thrown when a plan is refused; nothing was written. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
  constructor(
    readonly reason: WriteRefusal,
    /** The sheet's name; '' when the whole file is meant. */
    readonly sheet = '',
    /** `F7`; '' when the whole sheet or file is meant. */
    readonly address = '',
  ) {
    super([reason, sheet, address].filter((part) => part !== '').join(' '));
  }
}
