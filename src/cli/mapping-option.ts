import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mappingFileText, MAX_MAPPING_TEXT, readMappingFile } from '../core/intake/mapping-file.ts';
import type { AskedQuestion } from '../core/intake/question.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { MAPPING_FAULTS } from '../core/texts/mapping-texts.ts';
import { NO_MAPPING, type Mapping } from '../core/workbook/mapping.ts';
import { Unusable } from './exit.ts';
import { readInput, type OutputFile } from './files.ts';
import { requireExtension } from './options.ts';

/** A character of UTF-8 takes at most four bytes. */
const MAX_BYTES = 4 * MAX_MAPPING_TEXT;

/**
 * What a person chose in a mapping file; undefined without one.
 * @throws Unusable with every mistake of the file and what is allowed instead
 */
export async function mappingIn(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readInput(path);
  const reading =
    bytes.length > MAX_BYTES
      ? ({ kind: 'problems', problems: [MAPPING_FAULTS.tooLarge('1MB')] } as const)
      : readMappingFile(new TextDecoder().decode(bytes));
  if (reading.kind === 'mapping') return reading.mapping;
  throw new Unusable([CLI.badMapping(path, reading.problems.length), ...reading.problems]);
}

/** @throws Unusable when a mapping file may not be written there: only one that was also read is written over. */
export async function requireNewMapping(path: string | undefined, read: string | undefined): Promise<void> {
  if (path === undefined) return;
  requireExtension(path, ['.json']);
  if (read !== undefined && resolve(read) === resolve(path)) return;
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new Unusable([CLI.mappingExists(path)]);
}

/** The questions of a workbook as a mapping file. */
export function mappingFile(
  path: string,
  questions: readonly AskedQuestion[],
  given: Mapping = NO_MAPPING,
): OutputFile {
  return { path, bytes: new TextEncoder().encode(mappingFileText(questions, given)) };
}
