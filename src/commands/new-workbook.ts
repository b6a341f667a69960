import type { Scheme } from '../core/scheme/scheme.ts';
import { buildForm } from '../core/template/build-form.ts';
import type { FormSheet } from '../core/template/input-workbook.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { Command } from './command.ts';

/** Makes the workbook to fill in under a scheme. */
export const newWorkbook: Command<{ readonly scheme: Scheme }, readonly FormSheet[]> = {
  id: 'new',
  label: COMMANDS.new.label,
  unavailable: () => undefined,
  run: ({ scheme }) => Promise.resolve(buildForm(scheme)),
};
