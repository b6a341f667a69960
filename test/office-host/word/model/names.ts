/** What stands in the text but is none: properties, deletions, and a second form of what stands beside it. */
export const NO_TEXT = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sectPr',
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
]);

/** The properties that come first in an element and stay in it. */
export const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sectPr']);

/** What a story, a cell or a control around paragraphs holds. */
export const BLOCKS = new Set(['w:p', 'w:tbl']);

/** A line break within a paragraph, as the API tells it. */
export const LINE_BREAK = '\u000b';
/** The end of a paragraph, as the API tells it. */
export const PARAGRAPH_END = '\r';
