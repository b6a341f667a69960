import { neededKeys } from '../scheme/needed-keys.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { budgetSheet, executionSheet, incomeSheet, monthsSheet } from './amount-sheets.ts';
import { extraSheets } from './extra-sheets.ts';
import type { FormData, FormSheet } from './input-workbook.ts';
import { schemeSheetForm } from './scheme-sheet.ts';
import { basicInfoSheet, guideSheet, judgementsSheet, tasksSheet } from './word-sheets.ts';

/** The workbook to fill in under a scheme; with data, the same workbook filled in. */
export function buildForm(scheme: Scheme, data: FormData = {}): readonly FormSheet[] {
  return [
    guideSheet(),
    basicInfoSheet(scheme, data),
    budgetSheet(data),
    executionSheet(data),
    incomeSheet(data),
    monthsSheet(data),
    tasksSheet(data),
    ...extraSheets(neededKeys(scheme), data),
    judgementsSheet(scheme, data),
    schemeSheetForm(scheme),
  ];
}
