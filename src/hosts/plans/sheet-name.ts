import { WriteRefused } from '../ports/write-refused.ts';

/** @throws WriteRefused when a sheet cannot have the name, or another one has it */
export function checkSheetName(name: string, taken: readonly string[]): void {
  const fits =
    name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name) && name.toLowerCase() !== 'history';
  // eslint-disable-next-line no-control-regex -- these are the characters a name must not have
  if (!fits || /[\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(name)) throw new WriteRefused('bad-sheet-name', name);
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) throw new WriteRefused('sheet-exists', name);
}
