import { lstat } from 'node:fs/promises';
import { newWorkbook } from '../commands/new-workbook.ts';
import { DEFAULT_PACK } from '../core/scheme/packs/packs.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { createXlsx } from '../hosts/files/xlsx/create-xlsx.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { writeOutputs } from './files.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { schemeNamed } from './scheme-option.ts';

/** `jixiao new --out blank.xlsx [--scheme ID]` */
export async function runNew(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, scheme: named, out } = readOptions(args, ['scheme', 'out']);
  if (files[0] !== undefined) throw bad(CLI.options.extraFile(files[0]));
  if (out === undefined) throw bad(CLI.options.missingOut);
  requireExtension(out, ['.xlsx']);
  // A form that is filled in already must not be lost; a folder of that name is refused when the file is written.
  const there = await lstat(out).catch(() => undefined);
  if (there !== undefined && !there.isDirectory()) throw new Unusable([CLI.exists(out)]);
  const scheme = await schemeNamed(named ?? DEFAULT_PACK);
  await writeOutputs([{ path: out, bytes: await createXlsx(await newWorkbook.run({ scheme })) }]);
  output.out(CLI.written(out));
  return EXIT.done;
}
