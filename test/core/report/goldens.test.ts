import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftedFile, ledgerFiles, plainText } from '../support/ledger-files.ts';

/*
 * The drafts of departments of many kinds, read sentence by sentence before they were kept. After a change of the words:
 * `GOLDEN=write npx jest goldens`, then read what `git diff` shows.
 */
const FOLDER = join(__dirname, 'goldens');

test.each(ledgerFiles().map((file) => [file.name, file] as const))('%s reads as it was reviewed', (name, file) => {
  const path = join(FOLDER, `${name}.txt`);
  const text = plainText(draftedFile(file).draft);
  if (process.env.GOLDEN === 'write') writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
});
