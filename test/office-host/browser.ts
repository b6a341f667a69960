import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chrome, Edge or Chromium of the machine may be. */
const ON_THE_MACHINE: readonly string[] = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((place) => {
    const folder = process.env[place];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** The tests run as any user, on machines with a small /dev/shm, and never need another machine. */
const ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-proxy-server',
];

let running: Promise<Browser> | undefined;

/** The browser of this test file, started when first asked for. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** To be called after the last test of a file. */
export async function closeBrowser(): Promise<void> {
  const open = running;
  running = undefined;
  await (await open)?.close();
}

/** A browser of the machine first; otherwise the one that a development dependency carries, for Linux x64. */
async function launch(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...ON_THE_MACHINE].find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: [...ARGUMENTS] });
  const folder = unpacked();
  const options = { executablePath: join(folder, 'chromium'), args: [...ARGUMENTS] };
  // The machine's own fonts, where it has any: among those that come with the browser none is Chinese.
  const own = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const fonts = { ...process.env, ...own } as Record<string, string>;
  try {
    return await chromium.launch({ ...options, env: fonts });
  } catch {
    // A bare machine: the libraries that the browser needs come with it.
    const path = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
    return chromium.launch({ ...options, env: { ...fonts, LD_LIBRARY_PATH: path } });
  }
}

/**
 * The folder into which the carried browser was unpacked, once per machine. The package decides by the environment what it
 * unpacks and by the temporary folder where; test files that start at the same time must not see half of it.
 */
function unpacked(): string {
  const folder = join(tmpdir(), 'jixiao-test-chromium-147');
  if (existsSync(join(folder, 'chromium'))) return folder;
  const draft = mkdtempSync(`${folder}-`);
  mkdirSync(draft, { recursive: true });
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  execFileSync(process.execPath, ['-e', script], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw new Error(`no browser could be unpacked into ${folder}`);
  }
  return folder;
}
