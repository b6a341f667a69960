import { z } from 'zod';
import { SCHEME_FAULTS } from '../texts/pack-file-texts.ts';

/** Signs that no cell of a workbook can hold: control characters but tab and line end, halves of characters. */
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/u;

/** A text as both doors hold it, the pack file and the sheet: without spaces around it, with plain line ends. */
export const anyWords = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine((text) => !UNWRITABLE.test(text), { error: SCHEME_FAULTS.unwritable });

/** The same where something must be said. */
export const words = anyWords.refine((text) => text !== '', { error: SCHEME_FAULTS.empty });
