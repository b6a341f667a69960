import { READING } from '../../texts/intake-texts.ts';
import { SCHEME_COLUMNS, SCHEME_HEADER, SCHEME_SHEET_NAME, type SchemeColumn } from '../../texts/scheme-sheet-texts.ts';
import { findListHeader } from '../../workbook/list-header.ts';
import { textAt } from '../../workbook/workbook.ts';
import { certaintyOf, type Layout } from '../layout.ts';

/** The sheet that holds the indicator scheme. It has no facts; the scheme reads it. Nothing else has a column 评分方式. */
export const schemeSheet: Layout = {
  name: SCHEME_SHEET_NAME,
  recognise: ({ sheet }) => {
    const header = findListHeader<SchemeColumn>(sheet, SCHEME_COLUMNS, SCHEME_HEADER);
    if (header === undefined) return undefined;
    const roles = Object.entries(header.columns) as [SchemeColumn, number][];
    return {
      confidence: certaintyOf(10 * roles.length),
      reasons: [READING.columns],
      read: (_, { log }) => {
        const columns = roles.map(([role, column]) => ({
          column,
          header: textAt(sheet, header.row, column),
          meaning: SCHEME_COLUMNS[role][0],
        }));
        log.describe({ top: header.row, bottom: header.row }, columns);
      },
    };
  },
};
