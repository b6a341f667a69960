import { refresh, type RefreshResult } from '../../../../src/commands/refresh.ts';
import type { CarriedData } from '../../../../src/core/links/carried-data.ts';
import type { ControlRef } from '../../../../src/core/links/found-control.ts';
import type { LinkChange, UpdateScope } from '../../../../src/core/links/update-links.ts';
import type { ReportDocument } from '../../../../src/core/report/document.ts';
import { WorkbookFile } from '../../../../src/hosts/files/workbook-file.ts';
import type { Patience } from '../../../../src/hosts/office/office-access.ts';
import type {
  DocumentState,
  InsertPlace,
  UnfreezeOutcome,
  UpdateOutcome,
} from '../../../../src/hosts/ports/live-document.ts';
import { WordDocument } from '../../../../src/hosts/word/word-document.ts';

/* What the tests run in the pane's window, beside the real Office.js. Values cross to the tests as JSON. */

/** An error as JSON. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly reason: string;
  readonly detail: string;
  readonly controls: readonly ControlRef[];
}

export type Told<T> = { readonly value: T } | { readonly error: PlainError };

export interface PageCode {
  open(patience?: Patience): void;
  read(): Promise<Told<DocumentState>>;
  insert(report: ReportDocument, place: InsertPlace): Promise<Told<void>>;
  update(changes: readonly LinkChange[], carried: CarriedData): Promise<Told<UpdateOutcome>>;
  freeze(): Promise<Told<number>>;
  unfreeze(): Promise<Told<UnfreezeOutcome>>;
  reveal(control: ControlRef): Promise<Told<boolean>>;
  selectedTag(): Promise<Told<string | undefined>>;
  copyPhrase(phrase: { tag: string; title: string; text: string }): Promise<Told<void>>;
  openInNewDocument(report: ReportDocument): Promise<Told<void>>;
  watch(): Promise<Told<void>>;
  unwatch(): Promise<Told<void>>;
  /** How often the selection was told to have moved. */
  moves(): number;
  /** Compares with a workbook, given as bytes. */
  refresh(workbook: readonly number[], update?: UpdateScope): Promise<Told<RefreshResult['kind']>>;
}

declare global {
  interface Window {
    jixiaoWord: PageCode;
  }
}

let host: WordDocument;
let moves = 0;
let stop: (() => Promise<void>) | undefined;

async function told<T>(work: () => Promise<T>): Promise<Told<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const { name, message, reason = '', detail = '', controls = [] } = error as Error & Partial<PlainError>;
    return { error: { name, message, reason, detail, controls } };
  }
}

window.jixiaoWord = {
  open: (patience) => {
    host = new WordDocument(patience);
    moves = 0;
  },
  read: () => told(() => host.read()),
  insert: (report, place) => told(() => host.insert(report, place)),
  update: (changes, carried) => told(() => host.update(changes, carried)),
  freeze: () => told(() => host.freeze()),
  unfreeze: () => told(() => host.unfreeze()),
  reveal: (control) => told(() => host.reveal(control)),
  selectedTag: () => told(() => host.selectedTag()),
  copyPhrase: (phrase) => told(() => host.copyPhrase(phrase)),
  openInNewDocument: (report) => told(() => host.openInNewDocument(report)),
  watch: () =>
    told(async () => {
      stop = await host.watchSelection(() => (moves += 1));
    }),
  unwatch: () => told(async () => stop?.()),
  moves: () => moves,
  refresh: (workbook, update) =>
    told(async () => {
      const spreadsheet = new WorkbookFile(new Uint8Array(workbook));
      return (await refresh.run({ document: host, spreadsheet, scheme: undefined, update })).kind;
    }),
};
