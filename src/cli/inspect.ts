import { inspect } from '../commands/inspect.ts';
import { Phases } from '../commands/timing.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput, writeOutputs } from './files.ts';
import { inspectionJson } from './inspection-json.ts';
import { mappingFile, mappingIn, requireNewMapping } from './mapping-option.ts';
import { bad, readOptions } from './options.ts';
import { printInspection } from './print-inspection.ts';
import { printTiming, timingJson } from './timing.ts';

/** `jixiao inspect <workbook.xlsx> [--map mapping.json] [--save-map mapping.json] [--timing] [--json]` */
export async function runInspect(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, json, map, saveMap, timing } = readOptions(args, ['json', 'map', 'save-map', 'timing']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  await requireNewMapping(saveMap, map);
  const mapping = await mappingIn(map);
  const phases = new Phases(() => performance.now());
  const spreadsheet = new WorkbookFile(await readInput(input));
  const result = await inspect.run({ spreadsheet, mapping, stopwatch: phases }).catch((error: unknown) => {
    throw unusableInput(input, error);
  });
  if (saveMap !== undefined) await writeOutputs([mappingFile(saveMap, result.questions, mapping)]);
  if (json) {
    const all = phases.time('print', () => inspectionJson(result));
    output.out(JSON.stringify(timing ? { ...all, timing: timingJson(phases) } : all, null, 2));
  } else {
    phases.time('print', () => {
      printInspection(result, output);
    });
    if (saveMap !== undefined) output.out(CLI.savedMapping(saveMap, openQuestions(result.questions)));
    if (timing) printTiming(phases, output);
  }
  return result.findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}

function openQuestions(questions: readonly { readonly chosen: string | undefined }[]): number {
  return questions.filter(({ chosen }) => chosen === undefined).length;
}
