import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cases of a data file in `cases/` beside a test. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a data file has the type its reader says
export function cases<T>(folder: string, file: string): readonly T[] {
  return JSON.parse(readFileSync(join(folder, 'cases', file), 'utf8')) as T[];
}

/** A value that the test knows to be there. */
export function given<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the test expected a value here');
  return value;
}
