import { intake, type Intake } from '../core/intake/intake.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import type { Stopwatch } from '../core/workbook/stopwatch.ts';
import type { SpreadsheetHost } from '../hosts/ports/spreadsheet-host.ts';
import type { Command } from './command.ts';

export interface InspectContext {
  readonly spreadsheet: SpreadsheetHost;
  /** What a person decided where the tool is not sure. */
  readonly mapping?: Mapping | undefined;
  readonly stopwatch?: Stopwatch | undefined;
}

/** How each sheet is read: what was recognised, taken and left out. Works on workbooks that cannot be evaluated too. */
export const inspect: Command<InspectContext, Intake> = {
  id: 'inspect',
  label: COMMANDS.inspect.label,
  unavailable: ({ spreadsheet }) => (spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined),
  run: async ({ spreadsheet, mapping, stopwatch }) => intake(await spreadsheet.read(stopwatch), { mapping, stopwatch }),
};
