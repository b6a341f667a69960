import { isUnusable, type Finding } from '../core/findings/finding.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { schemeOfWorkbook, unreadSheets } from '../core/scheme/sheet/scheme-in-force.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';
import type { Command } from './command.ts';

export type ReadSchemeResult =
  | { readonly kind: 'done'; readonly scheme: Scheme; readonly findings: readonly Finding[] }
  /** The workbook has no sheet 指标体系. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/** The scheme in a workbook's sheet 指标体系, to keep it as a file or to look at it. */
export const readScheme: Command<{ readonly spreadsheet: SpreadsheetHost }, ReadSchemeResult> = {
  id: 'read-scheme',
  label: COMMANDS.readScheme.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet }) => {
    const workbook = await spreadsheet.read();
    const { scheme, cells, findings } = schemeOfWorkbook(workbook);
    if (cells.length === 0) {
      const unread = unreadSheets(workbook);
      return unread.length === 0 ? { kind: 'none' } : { kind: 'unusable', findings: unread };
    }
    if (scheme === undefined) return { kind: 'unusable', findings: findings.filter(isUnusable) };
    return { kind: 'done', scheme, findings };
  },
};
