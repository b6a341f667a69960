import { keys, type KeysResult } from '../commands/keys.ts';
import type { LoopKey } from '../core/report/template/loop-keys.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { TEMPLATE } from '../core/texts/report-template-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput } from './files.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions } from './options.ts';
import { schemeNamed } from './scheme-option.ts';
import { textTable, type TextColumn } from './text-table.ts';

const COLUMNS: readonly TextColumn[] = [
  { width: 44, align: 'left' },
  { width: 40, align: 'left' },
  { width: 28, align: 'left' },
];
/** What every loop can tell; said once for all. */
const PROGRESS: readonly string[] = Object.values(TEMPLATE.progress);
/** A typed text is shown by its beginning; the JSON has all of it. */
const LONGEST = 60;

/** `jixiao keys <workbook.xlsx> [--scheme ID] [--map mapping.json] [--json]` */
export async function runKeys(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, scheme: named, json, map } = readOptions(args, ['scheme', 'json', 'map']);
  const [input, extra] = files;
  if (input === undefined) throw bad(CLI.options.missingFile);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  const scheme = named === undefined ? undefined : await schemeNamed(named);
  const mapping = await mappingIn(map);
  const spreadsheet = new WorkbookFile(await readInput(input));
  const result = await keys.run({ spreadsheet, scheme, mapping }).catch((error: unknown) => {
    throw unusableInput(input, error);
  });
  if (result.kind === 'unusable') {
    throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
  }
  if (json) output.out(JSON.stringify({ keys: result.keys, loops: result.loops }, null, 2));
  else printKeys(result, output);
  return EXIT.done;
}

function printKeys({ keys: all, loops }: Extract<KeysResult, { kind: 'done' }>, output: Output): void {
  for (const [kind, title] of [
    ['fact', CLI.keys.facts],
    ['phrase', CLI.keys.phrases],
  ] as const) {
    const rows = all
      .filter((one) => one.kind === kind)
      .map(({ key, display, source }) => [`{${key}}`, shown(display), shown(source)]);
    output.out(title);
    output.out(textTable(COLUMNS, [CLI.keys.columns, ...rows]));
  }
  output.out(CLI.keys.loops);
  output.out(textTable(COLUMNS, [CLI.keys.loopColumns, ...loops.flatMap((loop) => loopRows(loop, ''))]));
  output.out(CLI.keys.everyLoop);
  output.out(CLI.keys.conditions);
}

/** The loop, what may stand inside it, and its end. */
function loopRows({ name, about, rounds, fields, loops }: LoopKey, indent: string): readonly (readonly string[])[] {
  const inner = indent + CLI.keys.indent;
  return [
    [`${indent}{#${name}}`, about, CLI.keys.rounds(String(rounds))],
    ...fields
      .filter((field) => !PROGRESS.includes(field.name))
      .map((field) => [`${inner}{${field.name}}`, shown(field.example), '']),
    ...loops.flatMap((loop) => loopRows(loop, inner)),
    [`${indent}{/${name}}`, '', ''],
  ];
}

function shown(text: string): string {
  const characters = Array.from(text);
  return characters.length > LONGEST ? CLI.keys.shortened(characters.slice(0, LONGEST).join('')) : text;
}
