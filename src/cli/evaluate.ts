import { extname, resolve } from 'node:path';
import { evaluate } from '../commands/evaluate.ts';
import { Phases } from '../commands/timing.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { DocxFile } from '../hosts/files/docx/docx-file.ts';
import { WriteRefused } from '../hosts/files/xlsx/write-refused.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput, writeOutputs, type OutputFile } from './files.ts';
import { evaluationJson } from './json.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printEvaluation } from './print.ts';
import { schemeNamed } from './scheme-option.ts';
import { printTiming, timingJson } from './timing.ts';

/** `jixiao evaluate <workbook.xlsx> [--scheme ID] [--out scored.xlsx] [--report report.docx] [--map mapping.json] [--timing] [--json]` */
export async function runEvaluate(args: readonly string[], output: Output): Promise<ExitCode> {
  const {
    files,
    scheme: named,
    out,
    report,
    json,
    map,
    timing,
  } = readOptions(args, ['scheme', 'out', 'report', 'json', 'map', 'timing']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  requireExtension(out, [extname(input).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx']);
  requireExtension(report, ['.docx']);
  if (out !== undefined && report !== undefined && resolve(out) === resolve(report)) throw bad(CLI.options.sameFile);
  const scheme = named === undefined ? undefined : await schemeNamed(named);
  const mapping = await mappingIn(map);
  const phases = new Phases(() => performance.now());
  const spreadsheet = new WorkbookFile(await readInput(input));
  const document = report === undefined ? undefined : new DocxFile();
  const context = { spreadsheet, scheme, writeBack: out !== undefined, mapping, stopwatch: phases };
  const result = await phases
    .time('evaluate', () => evaluate.run({ ...context, ...(document ? { document } : {}) }))
    .catch((error: unknown) => {
      throw error instanceof WriteRefused ? refusal(input, error) : unusableInput(input, error);
    });
  if (result.kind === 'unusable') {
    throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
  }
  const written: OutputFile[] = [];
  if (out !== undefined) written.push({ path: out, bytes: spreadsheet.bytes() });
  if (report !== undefined && document !== undefined) written.push({ path: report, bytes: document.bytes() });
  await phases.time('write', () => writeOutputs(written));
  if (json) {
    const all = phases.time('print', () => evaluationJson(result));
    output.out(JSON.stringify(timing ? { ...all, timing: timingJson(phases) } : all, null, 2));
  } else {
    phases.time('print', () => {
      printEvaluation(result, output);
    });
    for (const { path } of written) output.out(CLI.written(path));
    if (timing) printTiming(phases, output);
  }
  return result.findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}

function refusal(file: string, { reason, sheet, address }: WriteRefused): Unusable {
  const place = sheet === '' ? '' : `${sheet}${address === '' ? '' : `!${address}`}`;
  return new Unusable([CLI.refusal(file, place, CLI.refused[reason])]);
}
