import { inspect } from '../commands/inspect.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput } from './files.ts';
import { inspectionJson } from './inspection-json.ts';
import { bad, readOptions } from './options.ts';
import { printInspection } from './print-inspection.ts';

/** `jixiao inspect <workbook.xlsx> [--json]` */
export async function runInspect(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, json } = readOptions(args, ['json']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  const spreadsheet = new WorkbookFile(await readInput(input));
  const result = await inspect.run({ spreadsheet }).catch((error: unknown) => {
    throw unusableInput(input, error);
  });
  if (json) output.out(JSON.stringify(inspectionJson(result), null, 2));
  else printInspection(result, output);
  return result.findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}
