import { extname, resolve } from 'node:path';
import { evaluate } from '../commands/evaluate.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { DocxFile } from '../hosts/files/docx/docx-file.ts';
import { WriteRefused } from '../hosts/files/xlsx/write-refused.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput, writeOutputs, type OutputFile } from './files.ts';
import { evaluationJson } from './json.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printEvaluation } from './print.ts';
import { schemeNamed } from './scheme-option.ts';

/** `jixiao evaluate <workbook.xlsx> [--scheme ID] [--out scored.xlsx] [--report report.docx] [--json]` */
export async function runEvaluate(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, scheme: named, out, report, json } = readOptions(args, ['scheme', 'out', 'report', 'json']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  requireExtension(out, [extname(input).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx']);
  requireExtension(report, ['.docx']);
  if (out !== undefined && report !== undefined && resolve(out) === resolve(report)) throw bad(CLI.options.sameFile);
  const scheme = named === undefined ? undefined : await schemeNamed(named);
  const spreadsheet = new WorkbookFile(await readInput(input));
  const document = report === undefined ? undefined : new DocxFile();
  const result = await evaluate
    .run({ spreadsheet, scheme, writeBack: out !== undefined, ...(document ? { document } : {}) })
    .catch((error: unknown) => {
      throw error instanceof WriteRefused ? refusal(input, error) : unusableInput(input, error);
    });
  if (result.kind === 'unusable') {
    throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
  }
  const written: OutputFile[] = [];
  if (out !== undefined) written.push({ path: out, bytes: spreadsheet.bytes() });
  if (report !== undefined && document !== undefined) written.push({ path: report, bytes: document.bytes() });
  await writeOutputs(written);
  if (json) {
    output.out(JSON.stringify(evaluationJson(result), null, 2));
  } else {
    printEvaluation(result, output);
    for (const { path } of written) output.out(CLI.written(path));
  }
  return result.findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}

function refusal(file: string, { reason, sheet, address }: WriteRefused): Unusable {
  const place = sheet === '' ? '' : `${sheet}${address === '' ? '' : `!${address}`}`;
  return new Unusable([CLI.refusal(file, place, CLI.refused[reason])]);
}
