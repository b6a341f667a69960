import { basename } from 'node:path';
import { refresh, type RefreshResult } from '../commands/refresh.ts';
import { severityOf } from '../core/findings/finding.ts';
import type { Link, LinkState } from '../core/links/link.ts';
import type { UpdateScope } from '../core/links/update-links.ts';
import { workbookHash } from '../core/links/workbook-hash.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { LINK_STATES } from '../core/texts/link-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { LiveDocumentFile } from '../hosts/files/live-document-file.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readDocumentInput, readInput, unusableDocument, unusableInput, writeOutputs } from './files.ts';
import { mappingIn } from './mapping-option.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printFindings } from './print.ts';
import { refreshJson } from './refresh-json.ts';
import { schemeNamed } from './scheme-option.ts';
import { textTable, type TextColumn } from './text-table.ts';

type Done = Extract<RefreshResult, { kind: 'done' }>;

const COLUMNS: readonly TextColumn[] = [
  { width: 8, align: 'left' },
  { width: 8, align: 'left' },
  { width: 30, align: 'left' },
  { width: 24, align: 'left' },
  { width: 24, align: 'left' },
  { width: 24, align: 'left' },
];

/** `jixiao refresh <report.docx> --workbook w.xlsx [--update changed|all] [--out new.docx] [--scheme ID] [--map mapping.json] [--json]` */
export async function runRefresh(args: readonly string[], output: Output): Promise<ExitCode> {
  const options = readOptions(args, ['workbook', 'update', 'out', 'scheme', 'map', 'json']);
  const [input, extra] = options.files;
  const { out, json } = options;
  if (input === undefined) throw bad(CLI.options.missingReport);
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  if (options.workbook === undefined) throw bad(CLI.options.missingWorkbook);
  requireExtension(out, ['.docx']);
  const update = scopeOf(options.update, out);
  const scheme = options.scheme === undefined ? undefined : await schemeNamed(options.scheme);
  const mapping = await mappingIn(options.map);
  const document = new LiveDocumentFile(await readDocumentInput(input));
  // Which of the two files is at fault must be clear, so each is read by itself first.
  await document.read().catch((error: unknown) => {
    throw unusableDocument(input, error);
  });
  const workbook = options.workbook;
  const spreadsheet = new WorkbookFile(await readInput(workbook));
  const cells = await spreadsheet.read().catch((error: unknown) => {
    throw unusableInput(workbook, error);
  });
  const origin = { name: basename(workbook), hash: workbookHash(cells), time: new Date().toISOString() };
  const result = await refresh
    .run({ document, spreadsheet, scheme, mapping, update, workbook: origin })
    .catch((error: unknown) => {
      throw unusableDocument(input, error);
    });
  const done = doneOf(input, result);
  const written = out !== undefined && done.updated.length > 0;
  if (written) await writeOutputs([{ path: out, bytes: document.bytes() }]);
  if (json) output.out(JSON.stringify(refreshJson(done), null, 2));
  else {
    print(done, output);
    if (written) output.out(CLI.written(out));
    else if (out !== undefined) output.out(CLI.refresh.nothingToUpdate);
  }
  return done.findings.some((found) => severityOf(found) === 'error') ? EXIT.doneWithErrors : EXIT.done;
}

function scopeOf(named: string | undefined, out: string | undefined): UpdateScope | undefined {
  if (named === undefined) return out === undefined ? undefined : 'changed';
  if (named !== 'changed' && named !== 'all') throw bad(CLI.options.unknownUpdate(named));
  if (out === undefined) throw bad(CLI.options.updateWithoutOut);
  return named;
}

function doneOf(file: string, result: RefreshResult): Done {
  switch (result.kind) {
    case 'done':
      return result;
    case 'unusable':
      throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
    case 'no-links':
      throw new Unusable([CLI.refresh.noLinks(file)]);
    case 'frozen':
      throw new Unusable([CLI.refresh.frozen(file)]);
    case 'other-year':
      throw new Unusable([CLI.refresh.otherYear(file, result.document, result.workbook)]);
  }
}

/** How many links are in each state, those that need a person's eye, and the findings. */
function print({ check, updated, findings }: Done, output: Output): void {
  const states = Object.keys(LINK_STATES) as LinkState[];
  const count = (state: LinkState): number => check.links.filter((link) => link.state === state).length;
  output.out(
    CLI.refresh.counts(states.map((state) => `${LINK_STATES[state]}${String(count(state))}`).join(LIST_SEPARATOR)),
  );
  const differing = check.links.filter(({ state }) => state !== 'same');
  if (differing.length > 0) output.out(textTable(COLUMNS, [CLI.refresh.columns, ...differing.map(rowOf)]));
  if (updated.length > 0) output.out(CLI.refresh.updated(updated.length));
  printFindings(findings, output);
}

function rowOf({ state, paragraph, id, current, fresh, source }: Link): readonly string[] {
  return [LINK_STATES[state], CLI.refresh.place(paragraph + 1), id, current, fresh ?? CLI.refresh.gone, source];
}
