import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookOf, type PlainSheets } from './plain-sheets.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';

/** A workbook of the cases of forms. */
export interface FormWorkbook {
  /** `budget-01: T1 as published` */
  readonly name: string;
  readonly workbook: Workbook;
}

const INTAKE = join(__dirname, '..', 'intake');

interface NamedSheets {
  readonly name: string;
  readonly sheets: PlainSheets;
}

function json(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(INTAKE, ...path), 'utf8'));
}

/** The cases of forms that are read as they should be. */
export function readCases(): readonly FormWorkbook[] {
  const unread = json('forms-unread.json') as Readonly<Record<string, readonly string[]>>;
  return readdirSync(join(INTAKE, 'forms'))
    .sort()
    .flatMap((file) => {
      const title = file.replace('.json', '');
      return (json('forms', file) as readonly NamedSheets[])
        .filter(({ name }) => unread[title]?.includes(name) !== true)
        .map(({ name, sheets }) => ({ name: `${title}: ${name}`, workbook: workbookOf(sheets) }));
    });
}
