import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { webpack, type Configuration } from 'webpack';
import { closeBrowser } from '../office-host/browser.ts';
import type { AddinFiles } from '../office-host/routes.ts';
import { ROOT } from '../support/project.ts';
import { excelWithPane, paneFiles, upToDate } from './support/excel-pane.ts';

/* Where the pane takes Office.js from: `--env office=cdn|china|self`, with a policy that fits. */

const CDN = 'https://appsforoffice.microsoft.com';
const CHINA = 'https://appsforoffice.cdn.partner.office365.cn';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-office-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeBrowser();
});

type Configurations = (env: Readonly<Record<string, string>>, args: { mode: string }) => Promise<Configuration[]>;

/**
 * The page as the project's own configuration makes it. What its script does is no matter here: an empty one is quick to build.
 * @returns where it was built
 */
async function built(office: string | undefined): Promise<string> {
  const configurations = jest.requireActual<Configurations>(join(ROOT, 'webpack.config.js'));
  const pane = (await configurations(office === undefined ? {} : { office }, { mode: 'production' })).at(-1);
  const path = join(folder, office ?? 'default');
  const entry = join(folder, 'empty.js');
  writeFileSync(entry, '');
  await new Promise<void>((resolve, reject) => {
    webpack(
      { ...pane, entry: { taskpane: entry }, output: { ...pane?.output, path }, cache: false },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });
  return path;
}

/** The address of the script, and the sources that scripts may have. */
function told(page: string): { readonly script: string; readonly sources: string } {
  const [, script = ''] = /<script[^>]*id="office-script"[^>]*src="([^"]+)"/.exec(page) ?? [];
  const [, sources = ''] = /script-src ([^;"]+)/.exec(page) ?? [];
  return { script, sources };
}

test.each([
  [undefined, `${CDN}/lib/1/hosted/office.js`, `'self' ${CDN}`],
  ['cdn', `${CDN}/lib/1/hosted/office.js`, `'self' ${CDN}`],
  ['china', `${CHINA}/appsforoffice/lib/1/hosted/office.js`, `'self' ${CHINA}`],
  ['self', 'office-js/office.js', "'self'"],
])('office=%s', async (office, script, sources) => {
  const path = await built(office);
  const page = readFileSync(join(path, 'taskpane.html'), 'utf8');
  expect(told(page)).toEqual({ script, sources });
  expect(page.match(/https?:/g)?.length ?? 0).toBe(office === 'self' ? 0 : 2);
  if (office !== 'self') return;

  // The files lie beside the page, unmodified, and the pane runs on them without any other server.
  const library = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const names = readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(library.length + 1));
  const own: AddinFiles = new Map(
    names.map((name) => [`/office-js/${name}`, readFileSync(join(path, 'office-js', name))]),
  );
  for (const name of names.filter((one) => /^(office|excel-web-16\.00|word-web-16\.00)\.js$/.test(one))) {
    expect(own.get(`/office-js/${name}`)).toEqual(readFileSync(join(library, name)));
  }
  const addin: AddinFiles = new Map([...paneFiles(), ...own, ['/taskpane.html', page]]);
  const excel = await excelWithPane({ addin, withoutOfficeJs: true });
  await upToDate(excel);
  expect(excel.strayRequests).toEqual([]);
  expect(excel.errors).toEqual([]);
  await excel.close();
});

test('an office script that is not known is refused with those that are', async () => {
  const configurations = jest.requireActual<Configurations>(join(ROOT, 'webpack.config.js'));
  await expect(configurations({ office: 'elsewhere' }, { mode: 'production' })).rejects.toThrow('cdn, china, self');
});
