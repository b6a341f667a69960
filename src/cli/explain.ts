import { explain, type ExplainResult } from '../commands/explain.ts';
import type { Trace } from '../core/ledger/trace.ts';
import { fixed } from '../core/money/exact.ts';
import { showEvidence } from '../core/scheme/evidence.ts';
import { whatIfSentence } from '../core/scheme/what-if/sentence.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { showCells, type CellRef } from '../core/workbook/cell-ref.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { runChange } from './change.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput } from './files.ts';
import { explanationJson } from './explain-json.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions } from './options.ts';
import { schemeNamed } from './scheme-option.ts';

/** `jixiao explain <workbook.xlsx> <indicator> [--scheme ID] [--map mapping.json] [--json]`, or `--change KEY=+1%` instead of an indicator */
export async function runExplain(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, scheme: named, json, map, change } = readOptions(args, ['scheme', 'json', 'map', 'change']);
  const [input, name, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  const scheme = named === undefined ? undefined : await schemeNamed(named);
  const mapping = await mappingIn(map);
  if (change !== undefined) {
    if (name !== undefined) throw bad(CLI.options.extraFile(name));
    return runChange(input, change, { scheme, mapping, json }, output);
  }
  if (name === undefined) throw bad(CLI.options.missingIndicator);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
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
      if (json) output.out(JSON.stringify(explanationJson(result), null, 2));
      else printExplanation(result, output);
      return EXIT.done;
  }
}

/** The trace, and for an indicator why points were lost, what bears its score out, each with its cell, and what would raise it. */
function printExplanation(
  { trace, result, scorecard, whatIf }: Extract<ExplainResult, { kind: 'done' }>,
  output: Output,
): void {
  if (result === undefined) {
    printTrace(trace, 0, output);
    return;
  }
  const { score, weight, status } = result;
  const { precision } = scorecard.scheme;
  const worth = fixed(weight, precision);
  const unit =
    score === undefined
      ? ''
      : status === 'not-applicable'
        ? CLI.trace.notApplicable(fixed(score, precision), worth)
        : CLI.trace.ofWeight(worth);
  printTrace({ ...trace, result: `${trace.result}${unit}` }, 0, output);
  const { reason, reasonCells, evidence } = result;
  const place = (cells: readonly CellRef[]): string => (cells.length === 0 ? '' : `  [${showCells(cells)}]`);
  if (reason !== '') output.out(`  ${CLI.trace.reason}：${reason}${place(reasonCells)}`);
  for (const one of evidence) output.out(`  ${CLI.trace.evidence}：${showEvidence([one])}${place([one.cell])}`);
  if (whatIf !== undefined) output.out(`  ${CLI.trace.whatIf}：${whatIfSentence(whatIf, result, scorecard)}`);
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
