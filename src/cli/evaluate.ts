import { extname, resolve } from 'node:path';
import { evaluate } from '../commands/evaluate.ts';
import { Phases } from '../commands/timing.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { DocxFile } from '../hosts/files/docx/docx-file.ts';
import { TemplateFile } from '../hosts/files/docx/template/template-file.ts';
import { WriteRefused } from '../hosts/ports/write-refused.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput, writeOutputs, type OutputFile } from './files.ts';
import { evaluationJson } from './json.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printEvaluation } from './print.ts';
import { schemeNamed } from './scheme-option.ts';
import { printTiming, timingJson } from './timing.ts';

/** `jixiao evaluate <workbook.xlsx> [--scheme ID] [--out scored.xlsx] [--report report.docx] [--template t.docx] [--map mapping.json] [--timing] [--json]` */
export async function runEvaluate(args: readonly string[], output: Output): Promise<ExitCode> {
  const {
    files,
    scheme: named,
    out,
    report,
    template: templatePath,
    json,
    map,
    timing,
  } = readOptions(args, ['scheme', 'out', 'report', 'template', 'json', 'map', 'timing']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  requireExtension(out, [extname(input).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx']);
  requireExtension(report, ['.docx']);
  requireExtension(templatePath, ['.docx']);
  if (templatePath !== undefined && report === undefined) throw bad(CLI.options.templateAlone);
  if (templatePath !== undefined && report !== undefined && resolve(templatePath) === resolve(report)) {
    throw bad(CLI.options.templateIsReport);
  }
  if (out !== undefined && report !== undefined && resolve(out) === resolve(report)) throw bad(CLI.options.sameFile);
  const scheme = named === undefined ? undefined : await schemeNamed(named);
  const mapping = await mappingIn(map);
  const phases = new Phases(() => performance.now());
  const spreadsheet = new WorkbookFile(await readInput(input));
  const template = templatePath === undefined ? undefined : await openTemplate(templatePath);
  const document = report === undefined || template !== undefined ? undefined : new DocxFile();
  const context = { spreadsheet, scheme, writeBack: out !== undefined, mapping, stopwatch: phases };
  const result = await phases
    .time('evaluate', () => evaluate.run({ ...context, ...(document && { document }), ...(template && { template }) }))
    .catch((error: unknown) => {
      throw error instanceof WriteRefused ? refusal(input, error) : unusableInput(input, error);
    });
  if (result.kind === 'unusable') {
    const { which, findings } = result;
    const count = findings.length;
    const intro = which === 'workbook' ? CLI.unusableIntro(count) : CLI.templateIntro(templatePath ?? '', count);
    throw new Unusable([intro, ...findings.map(messageOf)]);
  }
  const written: OutputFile[] = [];
  if (out !== undefined) written.push({ path: out, bytes: spreadsheet.bytes() });
  const made = template ?? document;
  if (report !== undefined && made !== undefined) written.push({ path: report, bytes: made.bytes() });
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

async function openTemplate(path: string): Promise<TemplateFile> {
  const bytes = await readInput(path, CLI.unusableTemplate);
  return TemplateFile.open(bytes).catch((error: unknown) => {
    throw unusableInput(path, error, CLI.unusableTemplate);
  });
}

function refusal(file: string, { reason, sheet, address }: WriteRefused): Unusable {
  const place = sheet === '' ? '' : `${sheet}${address === '' ? '' : `!${address}`}`;
  return new Unusable([CLI.refusal(file, place, CLI.refused[reason])]);
}
