import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CLI } from '../core/texts/cli-texts.ts';
import { UnusableFile, type UnusableReason } from '../hosts/ports/unusable-file.ts';
import { WriteRefused } from '../hosts/ports/write-refused.ts';
import { Unusable } from './exit.ts';

/** A larger file is no budget workbook. */
const MAX_BYTES = 200 * 1024 * 1024;

/** What is said of a file that cannot be read, by the reason: a workbook, or a template. */
export type UnusableWords = Readonly<Record<UnusableReason, (file: string) => string>>;

/** The bytes of an input file. @throws Unusable with one clear message. */
export async function readInput(path: string, words: UnusableWords = CLI.unusable): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new UnusableFile('not-a-workbook');
    if (info.size > MAX_BYTES) throw new UnusableFile('too-large');
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw unusableInput(path, error, words);
  }
}

/** The message for a file that cannot be read; any other error is passed on. */
export function unusableInput(path: string, error: unknown, words: UnusableWords = CLI.unusable): unknown {
  if (error instanceof UnusableFile) return new Unusable([words[error.reason](path)]);
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Unusable([words['not-found'](path)]);
  if (code !== undefined) return new Unusable([words['not-readable'](path)]);
  return error;
}

/** The bytes of a report. @throws Unusable with one clear message. */
export function readDocumentInput(path: string): Promise<Uint8Array> {
  return readInput(path, CLI.unusableDocument);
}

/** The message for a report that cannot be read or changed; any other error is passed on. */
export function unusableDocument(path: string, error: unknown): unknown {
  return error instanceof WriteRefused && error.reason === 'signed'
    ? new Unusable([CLI.signedDocument(path)])
    : unusableInput(path, error, CLI.unusableDocument);
}

/** One file to write. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files under temporary names beside their targets and renames them only when all are complete, so that no target is
 * ever half written. @throws Unusable when one cannot be written; what was there before stays.
 */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      const folder = dirname(resolve(path));
      const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
      try {
        if ((await stat(path).catch(() => undefined))?.isDirectory() === true) throw new Error('EISDIR');
        await mkdir(folder, { recursive: true });
        staged.push({ temporary, path });
        await writeFile(temporary, bytes, { flag: 'wx' });
      } catch {
        throw new Unusable([CLI.cannotWrite(path)]);
      }
    }
    for (const { temporary, path } of staged) {
      try {
        await rename(temporary, path);
      } catch {
        throw new Unusable([CLI.cannotWrite(path)]);
      }
    }
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

function errorCode(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
