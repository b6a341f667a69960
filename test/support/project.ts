import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the project. */
export const ROOT = join(__dirname, '..', '..');
export const SAMPLE = join(ROOT, 'assets', 'sample.xlsx');
export const SAMPLE_DATA = join(ROOT, 'assets', 'sample-data.json');

/** The bytes of the sample workbook. */
export function sample(): Uint8Array {
  return new Uint8Array(readFileSync(SAMPLE));
}

/** The built command line. @throws when the project is not built. */
export function builtCommand(): string {
  const path = join(ROOT, 'dist', 'jixiao.js');
  if (!existsSync(path)) throw new Error('dist/jixiao.js is missing. Run `npm ci` or `npm run build` first.');
  return path;
}
