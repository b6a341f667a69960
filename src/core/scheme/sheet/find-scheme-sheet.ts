import { SCHEME_COLUMNS, SCHEME_HEADER, type SchemeColumn } from '../../texts/scheme-sheet-texts.ts';
import { findListHeader, type ListHeader } from '../../workbook/list-header.ts';
import type { Sheet, Workbook } from '../../workbook/workbook.ts';

/** A sheet that holds a scheme, with the row of its header and its columns. */
export interface SchemeSheet {
  readonly sheet: Sheet;
  readonly header: ListHeader<SchemeColumn>;
}

/** Every visible sheet of a workbook that is a scheme by its header. */
export function schemeSheets({ sheets }: Workbook): readonly SchemeSheet[] {
  return sheets.flatMap((sheet) => {
    const header = sheet.hidden ? undefined : findListHeader<SchemeColumn>(sheet, SCHEME_COLUMNS, SCHEME_HEADER);
    return header === undefined ? [] : [{ sheet, header }];
  });
}
