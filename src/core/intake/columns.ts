export { findListHeader, type ColumnWords, type ListHeader } from '../workbook/list-header.ts';
