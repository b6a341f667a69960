import { join } from 'node:path';
import type { CarriedData } from '../../../../src/core/links/carried-data.ts';
import type { ControlRef } from '../../../../src/core/links/found-control.ts';
import type { LinkChange, UpdateScope } from '../../../../src/core/links/update-links.ts';
import type { ReportDocument } from '../../../../src/core/report/document.ts';
import type { Patience } from '../../../../src/hosts/office/office-access.ts';
import type {
  DocumentState,
  InsertPlace,
  UnfreezeOutcome,
  UpdateOutcome,
} from '../../../../src/hosts/ports/live-document.ts';
import type { RoundTrip } from '../../../office-host/request-log.ts';
import { startWord, type RunningWord, type WordOptions } from '../../../office-host/word/start-word.ts';
import { hostAddin } from '../../support/host-addin.ts';
import type { PlainError, Told } from './page-code.ts';

/** An error that the host under test threw in the pane. */
export class PaneError extends Error {
  constructor(readonly plain: PlainError) {
    super(`${plain.name} ${plain.message}`);
  }
}

/** The host under test, at work beside a document. */
export interface OpenedWord {
  readonly word: RunningWord;
  read(): Promise<DocumentState>;
  insert(report: ReportDocument, place: InsertPlace): Promise<void>;
  update(changes: readonly LinkChange[], carried: CarriedData): Promise<UpdateOutcome>;
  freeze(): Promise<number>;
  unfreeze(): Promise<UnfreezeOutcome>;
  reveal(control: ControlRef): Promise<boolean>;
  selectedTag(): Promise<string | undefined>;
  copyPhrase(phrase: { tag: string; title: string; text: string }): Promise<void>;
  openInNewDocument(report: ReportDocument): Promise<void>;
  watch(): Promise<void>;
  unwatch(): Promise<void>;
  moves(): Promise<number>;
  refresh(workbook: Uint8Array, update?: UpdateScope): Promise<string>;
  /** Puts another document in its place, as if the pane were opened on it. */
  reopen(document: Uint8Array | undefined): Promise<void>;
  /** Runs work and gives the round trips it took. */
  trips(work: () => Promise<unknown>): Promise<readonly RoundTrip[]>;
  close(): Promise<void>;
}

/** Opens a document in Word as the tests play it, with the host under test in its pane. */
export async function openWord(
  document: Uint8Array | undefined,
  options: Partial<WordOptions> = {},
  patience?: Patience,
): Promise<OpenedWord> {
  const addin = await hostAddin(join(__dirname, 'page-code.ts'));
  const word = await startWord({ document, addin, ...options });
  const start = (): Promise<void> =>
    word.frame.evaluate((given) => {
      window.jixiaoWord.open(given);
    }, patience);
  await start();
  const { frame } = word;
  return {
    word,
    read: async () => value(await frame.evaluate(() => window.jixiaoWord.read())),
    insert: async (report, place) => {
      value(await frame.evaluate(([one, other]) => window.jixiaoWord.insert(one, other), [report, place] as const));
    },
    update: async (changes, carried) =>
      value(await frame.evaluate(([one, other]) => window.jixiaoWord.update(one, other), [changes, carried] as const)),
    freeze: async () => value(await frame.evaluate(() => window.jixiaoWord.freeze())),
    unfreeze: async () => value(await frame.evaluate(() => window.jixiaoWord.unfreeze())),
    reveal: async (control) => value(await frame.evaluate((given) => window.jixiaoWord.reveal(given), control)),
    selectedTag: async () => value(await frame.evaluate(() => window.jixiaoWord.selectedTag())),
    copyPhrase: async (phrase) => {
      value(await frame.evaluate((given) => window.jixiaoWord.copyPhrase(given), phrase));
    },
    openInNewDocument: async (report) => {
      value(await frame.evaluate((given) => window.jixiaoWord.openInNewDocument(given), report));
    },
    watch: async () => {
      value(await frame.evaluate(() => window.jixiaoWord.watch()));
    },
    unwatch: async () => {
      value(await frame.evaluate(() => window.jixiaoWord.unwatch()));
    },
    moves: () => frame.evaluate(() => window.jixiaoWord.moves()),
    refresh: async (workbook, update) =>
      value(
        await frame.evaluate(([bytes, scope]) => window.jixiaoWord.refresh(bytes, scope), [
          [...workbook],
          update,
        ] as const),
      ),
    reopen: async (other) => {
      await word.openDocument(other);
      await start();
    },
    trips: async (work) => {
      const before = word.log.roundTrips.length;
      await work();
      return word.log.roundTrips.slice(before);
    },
    close: () => word.close(),
  };
}

function value<T>(told: Told<T>): T {
  if ('error' in told) throw new PaneError(told.error);
  return told.value;
}
