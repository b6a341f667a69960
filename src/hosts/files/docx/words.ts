/** Every Chinese literal of this folder that a reader of the document sees. */

/** GB/T 9704-2012, 7.5: a dash on either side of the page number, with a half-width space between. */
export const PAGE_NUMBER_BEFORE = '— ';
export const PAGE_NUMBER_AFTER = ' —';

/** Opens a remark, so that nobody takes it for a sentence of the report. */
export const REMARK_LEAD = '【起草提示】';

/** The title of the content control around the first line of the signature. */
export const SIGNATURE_MARK = '落款';

/** Level text of the outline numbers, GB/T 9704-2012, 7.3.3; `%n` is the number of level n. */
export const OUTLINE_NUMBER_TEXT = ['%1、', '（%2）', '%3.'] as const;

/** Names of our own styles in Word's style gallery. Built-in styles keep their built-in names, which Word translates. */
export const STYLE_NAME = {
  attachmentLabel: '附件标识',
  remark: '起草提示',
  tableTitle: '表格标题',
  tableUnit: '表格单位',
  tableHead: '表头文字',
  tableText: '表格文字',
  tableGap: '表后空行',
  pageNumberOdd: '页码（单页）',
  pageNumberEven: '页码（双页）',
} as const;
