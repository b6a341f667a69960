import { explain } from '../commands/explain.ts';
import type { Trace } from '../core/ledger/trace.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { showCells } from '../core/workbook/cell-ref.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput } from './files.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions } from './options.ts';

/** `jixiao explain <workbook.xlsx> <indicator> [--scheme ID] [--map mapping.json]` */
export async function runExplain(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, scheme, map } = readOptions(args, ['scheme', 'map']);
  const [input, name, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (name === undefined) throw bad(CLI.options.missingIndicator);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  const mapping = await mappingIn(map);
  const spreadsheet = new WorkbookFile(await readInput(input));
  const result = await explain.run({ spreadsheet, scheme, name, mapping }).catch((error: unknown) => {
    throw unusableInput(input, error);
  });
  switch (result.kind) {
    case 'unusable':
      throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
    case 'unknown':
      throw new Unusable([CLI.unknownName(name, result.known.join(LIST_SEPARATOR))]);
    case 'done':
      printTrace(result.trace, 0, output);
      return EXIT.done;
  }
}

/** A line for each node with its rule, values and clause under it, children indented: `财政拨款.决算数 = 2401712.36元  [执行!D8]`. */
function printTrace(trace: Trace, depth: number, output: Output): void {
  const indent = '  '.repeat(depth);
  const places = showCells(trace.cells);
  const isLeaf = trace.inputs.length === 0;
  output.out(`${indent}${trace.label} = ${trace.result}${isLeaf && places !== '' ? `  [${places}]` : ''}`);
  if (trace.rule !== '') output.out(`${indent}  ${CLI.trace.rule}：${trace.rule}`);
  if (trace.substitution !== '') output.out(`${indent}  ${CLI.trace.substitution}：${trace.substitution}`);
  if (trace.clause !== undefined) output.out(`${indent}  ${CLI.trace.clause}：${trace.clause}`);
  for (const input of trace.inputs) printTrace(input, depth + 1, output);
}
