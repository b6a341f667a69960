import { randomUUID } from 'node:crypto';
import type { BrowserContext, ConsoleMessage, Frame, Page } from 'playwright-core';
import { THEMES, windowName, type OfficeApp, type OfficeTheme, type Session, type ThemeName } from './app-context.ts';
import { BatchEndpoint, type BatchConditions } from './batch-endpoint.ts';
import { browser } from './browser.ts';
import type { CommonDocument } from './common-api.ts';
import { CommonEndpoint } from './common-endpoint.ts';
import { Conversation } from './conversation.ts';
import type { DocumentListener } from './events.ts';
import { Faults, type CommonFault } from './faults.ts';
import { ADDIN_ORIGIN, HOST_ORIGIN, MOUNT, TO_ADDIN, TO_HOST, type FrameRequest } from './host-page.ts';
import { PROFILES, type ProfileName } from './profiles.ts';
import { RequestLog } from './request-log.ts';
import { References, type Document } from './rich-api/process-query.ts';
import { answerRequests, type AddinFiles, type StrayRequest } from './routes.ts';

/** A document of Excel or Word, as the host shows it to an add-in. */
export interface OfficeDocument extends Document, CommonDocument {
  readonly app: OfficeApp;
  readonly url: string;
  readonly readOnly: boolean;
  /** Called once, when the document is shown. */
  listen(listener: DocumentListener): void;
}

export interface OfficeOptions {
  /** The files of the add-in, by the path of their address: `/taskpane.html`. */
  readonly addin: AddinFiles;
  /** Headers that the add-in's server sends with every file. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The page of the pane; the first file when absent. */
  readonly page?: string;
  readonly profile?: ProfileName;
  readonly theme?: ThemeName;
  readonly locale?: string;
  /** Of the pane, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Milliseconds that every batch takes. */
  readonly latency?: number;
  /** The Office.js script cannot be had. */
  readonly withoutOfficeJs?: boolean;
  /** Do not wait for the client library: it may never start. */
  readonly withoutWaiting?: boolean;
}

/** An add-in that runs in a browser against a document of ours. */
export interface RunningOffice {
  /** The host page; the pane is a frame in it. */
  readonly page: Page;
  readonly context: BrowserContext;
  /** The frame of the add-in, as it is now: another one after `reopen`. */
  readonly frame: Frame;
  readonly log: RequestLog;
  readonly faults: Faults;
  /** The same for calls of the Common API (settings, custom XML parts), which are counted for themselves. */
  readonly commonFaults: Faults<CommonFault>;
  readonly conditions: BatchConditions;
  /** Requests that would have left the machine: refused, and listed here. */
  readonly strayRequests: readonly StrayRequest[];
  /** Errors of the pages: uncaught ones, and those written to the console. */
  readonly errors: readonly string[];
  /** Objects that the add-in keeps between batches. */
  readonly references: References;
  setTheme(theme: ThemeName): Promise<void>;
  invokeCommand(functionName: string): Promise<unknown>;
  /** Closes the pane and opens it again on the same document. */
  reopen(): Promise<Frame>;
  /** Resolves when all events so far were handed to the add-in. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens an add-in in a fresh browser context, beside a document. */
export async function startOffice(document: OfficeDocument, options: OfficeOptions): Promise<RunningOffice> {
  const { width = 350, height = 720, theme = 'light', locale = 'zh-CN', profile = 'ltsc2021' } = options;
  const context = await (await browser()).newContext({ viewport: { width: Math.max(width, 350), height }, locale });
  const strayRequests = await answerRequests(context, options);
  const page = await context.newPage();
  const errors = collectErrors(page);
  const faults = new Faults();
  const commonFaults = new Faults<CommonFault>();
  const common = new CommonEndpoint(document, document.app, commonFaults);
  const log = new RequestLog();
  const references = new References();
  const conditions: BatchConditions = { faults, log, latency: options.latency ?? 0, cellEdit: undefined };
  const appId = randomUUID();
  let conversation: Conversation | undefined;
  let colours: OfficeTheme = THEMES[theme];

  // Events leave in the order in which they came up, after the answer to the batch that caused them.
  let outbox: Promise<unknown> = Promise.resolve();
  let held: ((to: Conversation) => Promise<void>)[] | undefined;
  const send = (delivery: (to: Conversation) => Promise<void>): void => {
    if (held !== undefined) {
      held.push(delivery);
      return;
    }
    outbox = outbox
      .then(() => (conversation === undefined ? undefined : delivery(conversation)))
      .catch(() => undefined);
  };
  document.listen({
    rich: (event) => {
      send((to) => to.sendRich(event));
    },
    plain: (event) => {
      send((to) => to.sendPlain(event));
    },
  });
  const quietly = <T>(work: () => T): T => {
    held = [];
    try {
      return work();
    } finally {
      const waiting = held;
      held = undefined;
      // The answer is posted as soon as this call returns; the events follow in the next turn.
      setImmediate(() => {
        waiting.forEach(send);
      });
    }
  };
  const batches = new BatchEndpoint(document, references, conditions, quietly);
  const session = (): Session => ({
    app: document.app,
    locale,
    profile: PROFILES[profile],
    documentUrl: document.url,
    readOnly: document.readOnly,
    settings: document.settings.values,
  });

  const addinFrame = (): Frame => {
    const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
    if (frame === undefined) throw new Error('the pane is not open');
    return frame;
  };
  const post = async (text: string): Promise<void> => {
    if (page.isClosed()) return;
    await page.evaluate(
      ([name, value]) => (window as unknown as Record<string, (text: string) => void>)[name]?.(value),
      [TO_ADDIN, text] as const,
    );
  };
  const mount = async (): Promise<Frame> => {
    const id = `conversation-${randomUUID()}`;
    conversation = new Conversation(id, {
      session: session(),
      appId,
      common,
      batches,
      log,
      post,
      beforeStart: () => prepareLibrary(addinFrame(), colours),
    });
    const path = options.page ?? [...options.addin.keys()][0] ?? '/';
    const request: FrameRequest = {
      src: ADDIN_ORIGIN + path,
      name: windowName(document.app, locale, id, appId, HOST_ORIGIN),
      width,
    };
    const opened = page.waitForEvent('framenavigated', (frame) => frame.parentFrame() === page.mainFrame());
    await page.evaluate(
      ([name, value]) => (window as unknown as Record<string, (request: FrameRequest) => void>)[name]?.(value),
      [MOUNT, request] as const,
    );
    await opened;
    if (options.withoutWaiting !== true) await until(() => conversation?.started === true);
    return addinFrame();
  };

  await page.exposeBinding(TO_HOST, (_source, text: string) => {
    conversation?.receive(text).catch((error: unknown) => errors.push(`host: ${String(error)}`));
  });
  await page.goto(`${HOST_ORIGIN}/`);
  await emulate(page, theme);
  await mount();
  return {
    page,
    context,
    get frame() {
      return addinFrame();
    },
    log,
    faults,
    commonFaults,
    conditions,
    strayRequests,
    errors,
    references,
    async setTheme(name) {
      colours = THEMES[name];
      await emulate(page, name);
      await addinFrame().evaluate((value) => {
        (window as unknown as { __officeHostTheme: unknown }).__officeHostTheme = value;
      }, colours);
    },
    invokeCommand(functionName) {
      if (conversation === undefined) throw new Error('the pane is not open');
      return conversation.command(functionName);
    },
    reopen: mount,
    async settled() {
      await new Promise((resolve) => setImmediate(resolve));
      await outbox;
    },
    close: () => context.close(),
  };
}

/** The look reaches a page in two ways: by Office, and by the media queries of its browser. */
function emulate(page: Page, theme: ThemeName): Promise<void> {
  return page.emulateMedia({
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
  });
}

/**
 * Two things the client library of the package does not take from a host, done in its own window just before it starts:
 * that it checks every call against the requirement sets, and the colours of Office.
 */
function prepareLibrary(frame: Frame, theme: OfficeTheme): Promise<void> {
  return frame.evaluate((colours) => {
    interface Library {
      OfficeExtension?: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
      OSF: { OfficeAppContext: { new (...args: unknown[]): object; prototype: object } };
      __officeHostTheme: unknown;
    }
    const library = window as unknown as Library;
    if (library.OfficeExtension !== undefined) library.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
    library.__officeHostTheme = colours;
    const Real = library.OSF.OfficeAppContext;
    library.OSF.OfficeAppContext = class extends Real {
      constructor(...args: unknown[]) {
        super(...args);
        Object.assign(this, { get_officeTheme: () => library.__officeHostTheme });
      }
    };
  }, theme);
}

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line: ConsoleMessage) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  return errors;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 20_000) throw new Error('Office.js did not start in the pane');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
