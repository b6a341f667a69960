import { execFile } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The programs these checks need and the Debian packages that have them. */
const NEEDED = {
  soffice: 'libreoffice-calc libreoffice-writer',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
} as const;

/** @throws Error naming every program that is missing and how to install it; nothing is skipped silently. */
export async function requirePrograms(): Promise<void> {
  const missing: string[] = [];
  for (const [program, packages] of Object.entries(NEEDED)) {
    if (!(await onPath(program))) missing.push(`${program} (apt-get install ${packages})`);
  }
  if (missing.length > 0) throw new Error(`Not checked, because these programs are missing: ${missing.join(', ')}`);
}

async function onPath(program: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      await access(join(folder, program));
      return true;
    } catch {
      // Look in the next folder.
    }
  }
  return false;
}

/**
 * Opens files with LibreOffice and saves them in another format. All files go through one start of the program.
 * @throws Error with what the program said when a file was not written: it ends without a fault then.
 */
export async function convert(
  files: readonly string[],
  format: 'xlsx' | 'xls' | 'docx' | 'pdf',
  folder: string,
): Promise<void> {
  // A profile of its own, so that a LibreOffice that is running already does not take the files over.
  const profile = await mkdtemp(join(tmpdir(), 'jixiao-office-'));
  try {
    const said = await execute(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...files,
      ],
      { timeout: 240_000 },
    );
    for (const file of files) {
      const written = join(folder, `${parse(file).name}.${format}`);
      await access(written).catch(() => {
        throw new Error(
          `LibreOffice did not write ${written} (is ${NEEDED.soffice} installed?): ${said.stdout}${said.stderr}`,
        );
      });
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** What a program prints. */
export async function output(program: 'pdftotext' | 'pdfinfo', args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, [...args], { maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}
