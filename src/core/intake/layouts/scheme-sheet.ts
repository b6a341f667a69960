import { SCHEME_COLUMNS, SCHEME_HEADER, SCHEME_SHEET_NAME, type SchemeColumn } from '../../texts/scheme-sheet-texts.ts';
import { findListHeader } from '../../workbook/list-header.ts';
import type { Layout } from '../layout.ts';

/** The sheet that holds the indicator scheme. It has no facts; the scheme reads it. Nothing else has a column 评分方式. */
export const schemeSheet: Layout = {
  name: SCHEME_SHEET_NAME,
  recognise: ({ sheet }) =>
    findListHeader<SchemeColumn>(sheet, SCHEME_COLUMNS, SCHEME_HEADER) === undefined
      ? undefined
      : { confidence: 1, reasons: [], read: () => undefined },
};
