import { readScheme } from '../commands/read-scheme.ts';
import { packById, PACKS } from '../core/scheme/packs/packs.ts';
import { readPackFile } from '../core/scheme/pack-file.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { Unusable } from './exit.ts';
import { readInput, unusableInput } from './files.ts';

/**
 * The scheme that a name means: the id of one that ships, or a pack file (.json), or the sheet 指标体系 of a workbook.
 * @throws Unusable with every mistake of the file, or the ids there are.
 */
export async function schemeNamed(name: string): Promise<Scheme> {
  if (/\.json$/i.test(name)) return schemeInPackFile(name);
  if (/\.xls[xm]?$/i.test(name)) return schemeInWorkbook(name);
  const scheme = packById(name);
  if (scheme === undefined) {
    throw new Unusable([CLI.unknownScheme(name, PACKS.map((pack) => pack.id).join(LIST_SEPARATOR))]);
  }
  return scheme;
}

async function schemeInPackFile(path: string): Promise<Scheme> {
  const result = readPackFile(new TextDecoder().decode(await readInput(path)));
  if (result.kind === 'scheme') return result.scheme;
  throw new Unusable([CLI.badPack(path, result.problems.length), ...result.problems]);
}

async function schemeInWorkbook(path: string): Promise<Scheme> {
  const spreadsheet = new WorkbookFile(await readInput(path));
  const result = await readScheme.run({ spreadsheet }).catch((error: unknown) => {
    throw unusableInput(path, error);
  });
  switch (result.kind) {
    case 'done':
      return result.scheme;
    case 'none':
      throw new Unusable([CLI.noSchemeSheet(path)]);
    case 'unusable':
      throw new Unusable([CLI.badPack(path, result.findings.length), ...result.findings.map(messageOf)]);
  }
}
