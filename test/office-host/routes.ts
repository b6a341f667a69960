import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { ADDIN_ORIGIN, HOST_ORIGIN, HOST_PAGE } from './host-page.ts';

/** The add-in as its web server would answer: `/taskpane.html` → the bytes or the text. */
export type AddinFiles = ReadonlyMap<string, Uint8Array | string>;

/** One request that left a page and was not ours to answer. */
export interface StrayRequest {
  readonly url: string;
  readonly method: string;
}

/** Where the script tag of the add-in takes Office.js from; answered with the files of the npm package, unchanged. */
const OFFICE_JS = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/([^?#]+)/;

const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** What the web servers of this test answer, and what they refuse. */
export interface Routing {
  readonly addin: AddinFiles;
  /** Headers of every answer of the add-in's server, such as a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** True: the Office.js script cannot be had, as behind a closed firewall. */
  readonly withoutOfficeJs?: boolean;
}

/**
 * Answers every request of a context without a server and without a network.
 * @returns the requests that were refused, growing as they come; a clean run leaves none
 */
export async function answerRequests(context: BrowserContext, routing: Routing): Promise<readonly StrayRequest[]> {
  const stray: StrayRequest[] = [];
  await context.route(
    () => true,
    async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const officeFile = OFFICE_JS.exec(request.url())?.[1];
      if (officeFile !== undefined && routing.withoutOfficeJs === true) return route.abort('connectionrefused');
      const body =
        officeFile === undefined ? addinOrHost(url, routing.addin) : officeJs(decodeURIComponent(officeFile));
      if (body === undefined) {
        stray.push({ url: request.url(), method: request.method() });
        return route.abort('blockedbyclient');
      }
      const headers = {
        ...(url.origin === ADDIN_ORIGIN ? routing.headers : {}),
        // Office.js asks for its parts from another origin.
        ...(officeFile === undefined ? {} : { 'Access-Control-Allow-Origin': '*' }),
      };
      const contentType = TYPES[extname(url.pathname)] ?? (url.pathname.endsWith('/') ? TYPES['.html'] : undefined);
      return route.fulfill({
        status: 200,
        headers,
        contentType: contentType ?? 'application/octet-stream',
        body: typeof body === 'string' ? body : Buffer.from(body),
      });
    },
  );
  return stray;
}

function addinOrHost(url: URL, addin: AddinFiles): Uint8Array | string | undefined {
  if (url.origin === HOST_ORIGIN && url.pathname === '/') return HOST_PAGE;
  if (url.pathname === '/favicon.ico') return '';
  return url.origin === ADDIN_ORIGIN ? addin.get(decodeURIComponent(url.pathname)) : undefined;
}

const officeFiles = new Map<string, Buffer | undefined>();

function officeJs(path: string): Buffer | undefined {
  const name = path.toLowerCase();
  if (name.includes('..')) return undefined;
  if (!officeFiles.has(name)) {
    try {
      officeFiles.set(name, readFileSync(join(DIST, name)));
    } catch {
      officeFiles.set(name, undefined);
    }
  }
  return officeFiles.get(name);
}
