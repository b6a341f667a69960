import type { CellRef } from '../../core/workbook/cell-ref.ts';
import { UNTIMED, type Stopwatch } from '../../core/workbook/stopwatch.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';
import { HostFailure } from '../ports/host-failure.ts';
import type { LiveSpreadsheet, WorkbookSettings, WritePreview } from '../ports/live-spreadsheet.ts';
import type { WriteOutcome } from '../ports/spreadsheet-host.ts';
import { SETTINGS, settingsXml } from '../records/settings-record.ts';
import { ChangeLog } from './changes/change-log.ts';
import { askForEvents } from './changes/workbook-events.ts';
import { ExcelAccess, type Patience } from './excel-access.ts';
import { WHOLE_SHEET } from './read/area.ts';
import { refreshed } from './read/refresh.ts';
import { workbookOf, type Snapshot } from './read/snapshot.ts';
import { readWholeWorkbook } from './read/whole-workbook.ts';
import { countOf, undoable, withDone, type Undoable } from './write/apply-done.ts';
import { performJob, settleJob, type DoneJob } from './write/perform-job.ts';
import { bandOf, jobOf, targetsOf } from './write/plan-job.ts';
import { previewOf } from './write/preview.ts';
import { sparseBlocks } from './write/sparse-blocks.ts';
import { askTargets, withFormats, type Formats, type Target } from './write/target-request.ts';
import { undoJob } from './write/undo-job.ts';
import { isEmpty, type WriteJob } from './write/write-job.ts';

/**
 * The workbook that is open in Excel. It is read in two round trips, later only where it changed; a write is one request. Calls
 * wait for each other.
 */
export class ExcelWorkbook implements LiveSpreadsheet {
  readonly #access: ExcelAccess;
  readonly #changes = new ChangeLog(() => this.#snapshot);
  /** What is known of the workbook; undefined before the first read and after a failed write. */
  #snapshot: Snapshot | undefined;
  /** What plans are made for: what was last given, and what we wrote since. */
  #expected: Snapshot | undefined;
  #given: { readonly snapshot: Snapshot; readonly workbook: Workbook } | undefined;
  #formats: ReadonlyMap<string, Formats> = new Map();
  #undoable: Undoable | undefined;
  /** A write of which nobody knows how it ended. */
  #unsettled: WriteJob | undefined;
  #stopEvents: (() => Promise<void>) | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(patience?: Patience) {
    this.#access = new ExcelAccess(patience);
    this.#access.onLateAnswer = () => {
      this.#snapshot = undefined;
      this.#changes.tell();
    };
  }

  read(stopwatch: Stopwatch = UNTIMED): Promise<Workbook> {
    return this.#inTurn(async () => {
      const snapshot = await stopwatch.time('parse', () => this.#refresh());
      this.#expected = snapshot;
      if (this.#given?.snapshot !== snapshot) this.#given = { snapshot, workbook: workbookOf(snapshot) };
      return this.#given.workbook;
    });
  }

  watch(onDirty: () => void): Promise<() => Promise<void>> {
    const stop = this.#changes.listen(onDirty);
    return Promise.resolve(() => {
      stop();
      return Promise.resolve();
    });
  }

  preview(plan: WritePlan): Promise<WritePreview> {
    return this.#inTurn(async () => {
      const { job, kept } = await this.#ready(plan, true);
      return { changes: previewOf(job), kept };
    });
  }

  write(plan: WritePlan): Promise<WriteOutcome> {
    return this.#inTurn(async () => {
      const { job, kept } = await this.#ready(plan, false);
      if (isEmpty(job)) return { written: 0, kept };
      const before = await this.#current();
      const done = await this.#perform(job);
      this.#undoable = undoable(before, job, done);
      return { written: countOf(job) - done.kept.length, kept: [...kept, ...done.kept] };
    });
  }

  get canUndo(): boolean {
    return this.#undoable !== undefined;
  }

  undo(): Promise<WriteOutcome> {
    return this.#inTurn(async () => {
      const last = this.#undoable;
      if (last === undefined) return { written: 0, kept: [] };
      for (const { id, cells } of last.sheets) {
        for (const { area } of sparseBlocks(cells)) this.#changes.mark(id, area);
      }
      for (const { id } of last.added) this.#changes.mark(id, WHOLE_SHEET);
      const { job, kept } = await undoJob(last, await this.#refresh());
      const done: DoneJob | undefined = isEmpty(job) ? undefined : await this.#perform(job);
      this.#undoable = undefined;
      const later: readonly CellRef[] = done?.kept ?? [];
      return { written: countOf(job) - later.length, kept: [...kept, ...later] };
    });
  }

  reveal(sheet: string, address: string): Promise<void> {
    return this.#inTurn(() =>
      this.#access.read(async (context) => {
        const target = context.workbook.worksheets.getItem(sheet);
        target.activate();
        target.getRange(address).select();
        await context.sync();
      }),
    );
  }

  settings(): Promise<WorkbookSettings> {
    return this.#inTurn(async () => (await this.#current()).records.settings.value);
  }

  saveSettings(settings: WorkbookSettings): Promise<void> {
    return this.#inTurn(async () => {
      const { records } = await this.#current();
      const { part, value } = records.settings;
      const before = part === undefined ? undefined : settingsXml(value);
      const record = { kind: SETTINGS, part, xml: settingsXml(settings), before };
      const { written, mapping } = records;
      const job = {
        names: [],
        sheets: [],
        newSheets: [],
        deletions: [],
        records: [record],
        recorded: { written, mapping },
      };
      const { sent } = await this.#perform(job);
      this.#everywhere((snapshot) => ({
        ...snapshot,
        records: { ...snapshot.records, settings: { part: sent.parts[0], value: settings } },
      }));
    });
  }

  /** Ends listening to Excel. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stopEvents?.();
      this.#stopEvents = undefined;
    });
  }

  /** Runs work once everything before it has ended, however it did. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** What is known, read when nothing is. */
  async #current(): Promise<Snapshot> {
    return this.#snapshot ?? this.#refresh();
  }

  /**
   * Brings what is known up to date.
   * @param targets cells to learn the number formats of at the same time
   */
  async #refresh(targets: readonly Target[] = [], addsSheets = false): Promise<Snapshot> {
    await this.#settle();
    if (this.#snapshot === undefined) {
      await this.#readWhole();
      if (targets.length === 0 && !addsSheets) return this.#known();
    }
    let formats: ReadonlyMap<string, Formats> = new Map();
    const { marks, giveBack } = this.#changes.take();
    try {
      this.#snapshot = await refreshed(this.#access, this.#known(), marks, (context) => {
        const answer = askTargets(context, targets, addsSheets);
        return () => (formats = answer());
      });
    } catch (error) {
      giveBack();
      // What is too large for one answer is read in pieces.
      if (!(error instanceof HostFailure) || !['too-large', 'unreadable'].includes(error.reason)) throw error;
      if (targets.length > 0) throw error;
      await this.#readWhole();
    }
    this.#formats = new Map([...this.#formats, ...formats]);
    return this.#known();
  }

  async #readWhole(): Promise<void> {
    const { giveBack } = this.#changes.take();
    let asked = this.#stopEvents;
    const ask = (context: Excel.RequestContext): void => {
      if (this.#stopEvents !== undefined) return;
      // Nobody knows whether Excel heard of it when a request fails: it is asked again, and only the last one counts.
      const stop = askForEvents(context, (change) => {
        if (asked === stop) this.#changes.note(change);
      });
      asked = stop;
    };
    try {
      this.#snapshot = await readWholeWorkbook(this.#access, ask);
      this.#stopEvents = asked;
    } catch (error) {
      giveBack();
      asked = undefined;
      throw error;
    }
  }

  #known(): Snapshot {
    if (this.#snapshot === undefined) throw new HostFailure('unreadable', 'the workbook was not read');
    return this.#snapshot;
  }

  /** What is to be sent for a plan. Cells are looked at again unless Excel told that nobody touched them. */
  async #ready(plan: WritePlan, always: boolean): Promise<{ job: WriteJob; kept: readonly CellRef[] }> {
    if (this.#snapshot === undefined || this.#unsettled !== undefined) await this.#refresh();
    const expected = (this.#expected ??= this.#known());
    const targets = targetsOf(plan, expected);
    if (always || !targets.every((target) => this.#isFresh(target))) {
      for (const target of targets) this.#changes.mark(target.id, bandOf(target));
      await this.#refresh(targets, plan.newSheets.length > 0);
    }
    return jobOf(plan, expected, this.#known(), this.#formats);
  }

  #isFresh(target: Target): boolean {
    const formats = this.#formats.get(target.id);
    const known = target.areas.every(
      ({ top, left, bottom, right }) =>
        formats !== undefined &&
        formats.has(`${String(top)},${String(left)}`) &&
        formats.has(`${String(bottom)},${String(right)}`),
    );
    return known && !this.#changes.isEdited(target.id, bandOf(target));
  }

  async #perform(job: WriteJob): Promise<DoneJob> {
    this.#changes.hold();
    let done: DoneJob | undefined;
    try {
      done = await performJob(this.#access, job);
      const { sent } = done;
      this.#everywhere((snapshot) => withDone(snapshot, job, sent));
      this.#formats = withFormats(this.#formats, job, sent.added);
      return done;
    } catch (error) {
      this.#snapshot = undefined;
      this.#formats = new Map();
      if (error instanceof HostFailure && error.reason === 'unconfirmed') this.#unsettled = job;
      throw error;
    } finally {
      this.#changes.release(done !== undefined);
    }
  }

  /** Our own changes are part of what is known, and of what plans are made for. */
  #everywhere(change: (snapshot: Snapshot) => Snapshot): void {
    const same = this.#expected === this.#snapshot;
    if (this.#snapshot !== undefined) this.#snapshot = change(this.#snapshot);
    if (same) this.#expected = this.#snapshot;
    else if (this.#expected !== undefined) this.#expected = change(this.#expected);
  }

  async #settle(): Promise<void> {
    if (this.#unsettled === undefined) return;
    await settleJob(this.#access, this.#unsettled);
    this.#unsettled = undefined;
    this.#snapshot = undefined;
  }
}
