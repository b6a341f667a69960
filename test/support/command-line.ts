import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: readonly string[];
}

/** The result of `--json`, as scripts read it. */
export interface Json {
  readonly department: string | null;
  readonly year: string | null;
  readonly facts: Readonly<
    Record<string, { value: string; unit: string; display: string; basis: string; source: string[] }>
  >;
  readonly indicators: readonly {
    path: string[];
    name: string;
    weight: string;
    value: string | null;
    unit: string;
    score: string | null;
    deduction: string | null;
    status: string;
    reason: string;
    source: string[];
  }[];
  readonly total: { weight: string; score: string | null; deduction: string | null };
  readonly findings: readonly { code: string; severity: string; message: string; cells: string[] }[];
}

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder of its own for a test, gone afterwards. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'jixiao-'));
  folders.push(path);
  return path;
}

/** A file in a folder of its own. */
export async function fileOf(bytes: Uint8Array | string, name = 'input.xlsx'): Promise<string> {
  const path = join(await folder(), name);
  await writeFile(path, bytes);
  return path;
}

export async function jixiao(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err };
}

/** Evaluates a workbook's bytes with `--json`. */
export async function evaluated(bytes: Uint8Array): Promise<Json & { readonly code: number }> {
  const { code, out, err } = await jixiao('evaluate', await fileOf(bytes), '--json');
  if (code === 2) throw new Error(err.join('\n'));
  return { code, ...(JSON.parse(out) as Json) };
}

/** Evaluates a workbook's bytes and gives what `--out` wrote. */
export async function scored(bytes: Uint8Array): Promise<{ readonly ran: Ran; readonly bytes: Uint8Array }> {
  const input = await fileOf(bytes);
  const output = `${input}.out.xlsx`;
  const ran = await jixiao('evaluate', input, '--out', output);
  if (ran.code === 2) throw new Error(ran.err.join('\n'));
  return { ran, bytes: new Uint8Array(await readFile(output)) };
}

/** The names of the files beside one. */
export async function filesIn(path: string): Promise<readonly string[]> {
  return (await readdir(path)).sort();
}
