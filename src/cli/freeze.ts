import { freeze } from '../commands/freeze.ts';
import { severityOf } from '../core/findings/finding.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { LiveDocumentFile } from '../hosts/files/live-document-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readDocumentInput, unusableDocument, writeOutputs } from './files.ts';
import { findingJson } from './json.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printFindings } from './print.ts';

/** `jixiao freeze <report.docx> --out final.docx [--undo] [--json]` */
export async function runFreeze(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, out, undo, json } = readOptions(args, ['out', 'undo', 'json']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingReport);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  if (out === undefined) throw bad(CLI.options.missingOut);
  requireExtension(out, ['.docx']);
  const document = new LiveDocumentFile(await readDocumentInput(input));
  const result = await freeze.run({ document, undo }).catch((error: unknown) => {
    throw unusableDocument(input, error);
  });
  if (result.kind === 'nothing') throw new Unusable([undo ? CLI.freeze.notFrozen(input) : CLI.freeze.nothing(input)]);
  await writeOutputs([{ path: out, bytes: document.bytes() }]);
  const { count, findings } = result;
  if (json) {
    output.out(JSON.stringify({ count, findings: findings.map(findingJson) }, null, 2));
  } else {
    output.out(undo ? CLI.freeze.undone(count) : CLI.freeze.done(count));
    if (findings.length > 0) printFindings(findings, output);
    output.out(CLI.written(out));
  }
  return findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}
