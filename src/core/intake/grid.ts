export { MergeIndex, widthOf } from '../workbook/merge-index.ts';
