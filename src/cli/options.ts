import { parseArgs } from 'node:util';
import { CLI } from '../core/texts/cli-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { Unusable } from './exit.ts';

export interface Options {
  readonly files: readonly string[];
  /** The id of a scheme that ships, or a file that holds one; see scheme-option.ts. */
  readonly scheme: string | undefined;
  readonly out: string | undefined;
  readonly report: string | undefined;
  /** A bureau's own .docx template, which is filled to make the report. */
  readonly template: string | undefined;
  /** A key and a change of its amount: `财政拨款.决算数=+1%`. */
  readonly change: string | undefined;
  readonly json: boolean;
  /** A mapping file to read, and one to write. */
  readonly map: string | undefined;
  readonly saveMap: string | undefined;
  /** Tell how long each phase took. */
  readonly timing: boolean;
  /** The workbook that a report is compared with, and which of its phrases get new words. */
  readonly workbook: string | undefined;
  readonly update: string | undefined;
  /** Take back what the command does. */
  readonly undo: boolean;
}

const KNOWN = {
  scheme: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string' },
  template: { type: 'string' },
  change: { type: 'string' },
  json: { type: 'boolean' },
  map: { type: 'string' },
  'save-map': { type: 'string' },
  timing: { type: 'boolean' },
  workbook: { type: 'string' },
  update: { type: 'string' },
  undo: { type: 'boolean' },
} as const;

/** The options of a command. @throws Unusable with what is wrong with them. */
export function readOptions(args: readonly string[], allowed: readonly (keyof typeof KNOWN)[]): Options {
  const { tokens } = parseArgs({
    args: [...args],
    options: KNOWN,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Partial<Record<keyof typeof KNOWN, string>> = {};
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const name = allowed.find((candidate) => candidate === token.name);
    if (name === undefined) throw bad(CLI.options.unknownOption(token.rawName));
    if (
      KNOWN[name].type === 'string' &&
      (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
    ) {
      throw bad(CLI.options.missingValue(token.rawName));
    }
    values[name] = token.value ?? '';
  }
  return {
    files,
    scheme: values.scheme,
    out: values.out,
    report: values.report,
    template: values.template,
    change: values.change,
    json: values.json !== undefined,
    map: values.map,
    saveMap: values['save-map'],
    timing: values.timing !== undefined,
    workbook: values.workbook,
    update: values.update,
    undo: values.undo !== undefined,
  };
}

export function bad(detail: string): Unusable {
  return new Unusable([CLI.badOption(detail)]);
}

/** @throws Unusable unless the name ends with one of the extensions. */
export function requireExtension(path: string | undefined, extensions: readonly string[]): void {
  if (path === undefined || extensions.some((extension) => path.toLowerCase().endsWith(extension))) return;
  throw bad(CLI.options.wrongExtension(path, extensions.join(LIST_SEPARATOR)));
}
