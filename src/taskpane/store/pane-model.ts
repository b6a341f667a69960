import { planEntry } from '../../commands/analysis/entry-plan.ts';
import type { EntryTexts, EntryView } from '../../commands/analysis/entry.ts';
import { placesOf, type Place } from '../../commands/analysis/place.ts';
import type { QuestionView } from '../../commands/analysis/data-view.ts';
import type { DraftOptions } from '../../core/report/draft.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { joinedMappings, NO_MAPPING, type Mapping } from '../../core/workbook/mapping.ts';
import type { WritePlan } from '../../core/workbook/write-plan.ts';
import type { LiveSpreadsheet } from '../../hosts/ports/live-spreadsheet.ts';
import type { WriteOutcome } from '../../hosts/ports/spreadsheet-host.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { Cancelled, type Engine } from '../worker/engine.ts';
import { failureWords } from './failure-words.ts';
import { INITIAL, type PaneState, type TabName, type Work } from './pane-state.ts';
import { settingsOf, SettingsMemory } from './settings-memory.ts';
import { Store } from './store.ts';
import { WorkRunner, type LastNotice } from './work-runner.ts';

/** How long the workbook has to be left alone before it is computed again, in milliseconds. */
export const QUIET = 600;

/** What the pane stands on. */
export interface PaneHosts {
  readonly spreadsheet: LiveSpreadsheet;
  readonly engine: Engine;
  readonly preferences: Preferences;
  /** Hands a file to the person. */
  readonly offer: (name: string, bytes: Uint8Array) => void;
  /** Told of mistakes in the program; the pane itself shows plain words. */
  readonly report: (error: unknown) => void;
}

/** What the pane can do; the only place that changes what it shows. */
export class PaneModel {
  readonly store = new Store<PaneState>(INITIAL);
  /** Answers of this session, also where the workbook could not be made to remember them. */
  #mapping: Mapping = NO_MAPPING;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwatch: (() => Promise<void>) | undefined;
  readonly #runner: WorkRunner;
  readonly #memory: SettingsMemory;

  constructor(private readonly hosts: PaneHosts) {
    const { spreadsheet, report } = hosts;
    const ended = (): void => {
      this.store.change({ canUndo: spreadsheet.canUndo });
    };
    this.#runner = new WorkRunner(this.store, report, ended, () => {
      this.#changed();
    });
    const notRemembered = (error: unknown): void => {
      report(error);
      this.#runner.notify({ kind: 'attention', text: PANE.notice.notRemembered + failureWords(error) });
    };
    this.#memory = new SettingsMemory(spreadsheet, () => settingsOf(this.store.get()), notRemembered);
  }

  /** Begins to follow the workbook and computes it for the first time. */
  async start(): Promise<void> {
    const { spreadsheet, preferences } = this.hosts;
    this.store.change({ recalculatesByItself: preferences.get('recalculates-by-itself') !== 'no' });
    this.#unwatch = await spreadsheet.watch(() => {
      this.#changed();
    });
    await this.recalculate();
  }

  /** Ends all that goes on by itself. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.hosts.engine.cancel();
    await this.#memory.save();
    await this.#unwatch?.();
  }

  show(tab: TabName): void {
    this.store.change({ tab });
    if (tab === 'report' && this.store.get().draft === undefined) void this.draft({});
  }

  /**
   * Reads what changed and computes everything anew; the last result stays until the next one is there.
   * @param notice `keep` where a person did not ask for it: what she was told last stays
   */
  async recalculate(notice?: LastNotice): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#runner.isChangeMissed()) return;
    const run = async (): Promise<void> => {
      const workbook = await this.#runner.unlessCancelled(this.hosts.spreadsheet.read());
      // Read with the workbook, so that the first look takes no request more.
      const settings = await this.#memory.firstRead();
      if (settings !== undefined) this.store.change({ scheme: settings.scheme, draftOptions: settings.report ?? {} });
      this.store.change({ work: 'analysing' });
      const { scheme } = this.store.get();
      const choices = { mapping: this.#mapping, ...(scheme === undefined ? {} : { scheme }) };
      const analysis = await this.hosts.engine.call('analyse', { workbook, choices });
      const { openIndicator, tab, draft } = this.store.get();
      // A draft that is looked at stays until the next one is there.
      const kept = tab === 'report' ? draft : undefined;
      this.store.change({ analysis, isStale: this.#runner.wasChanged, whatIf: {}, draft: kept });
      if (openIndicator !== undefined) void this.askWhatIf(openIndicator);
      if (tab === 'report') await this.#draft();
      if (this.store.get().notice?.passes === true) this.putAwayNotice();
      // What could not be kept before is kept now.
      await this.#memory.save();
    };
    await this.#runner.run('reading', run, notice);
  }

  /** Breaks off a computation; a write is never broken off. */
  cancel(): void {
    this.#runner.cancel();
    this.hosts.engine.cancel();
  }

  setRecalculatesByItself(on: boolean): void {
    this.hosts.preferences.set('recalculates-by-itself', on ? 'yes' : 'no');
    this.store.change({ recalculatesByItself: on });
    if (on && this.store.get().isStale) void this.recalculate();
  }

  /** @param scheme the id of one that ships; undefined for the workbook's own or the standard one */
  async chooseScheme(scheme: string | undefined): Promise<void> {
    this.store.change({ scheme });
    await this.recalculate();
  }

  /** Answers a question about the workbook and makes the workbook remember the answer. */
  async answer({ about, label, form }: QuestionView, means: string): Promise<void> {
    const answer = { about, label, ...(form === undefined ? {} : { form }), means };
    this.#mapping = joinedMappings(this.#mapping, { answers: [answer] });
    const outcome = await this.#write('entering', { changes: [], newSheets: [], mapping: this.#mapping });
    await this.recalculate(outcome === undefined ? 'keep' : 'put away');
  }

  /** Keeps what is typed into a form until it is put into the workbook; undefined forgets it. */
  keepTyped(form: string, texts: Partial<EntryTexts> | undefined): void {
    const { [form]: _, ...others } = this.store.get().typed;
    this.store.change({ typed: texts === undefined ? others : { ...others, [form]: texts } });
  }

  openIndicator(name: string | undefined): void {
    this.store.change({ openIndicator: name });
    if (name !== undefined) void this.askWhatIf(name);
  }

  /** Finds out what would raise a score, once for each result. */
  async askWhatIf(indicator: string): Promise<void> {
    const { analysis, whatIf } = this.store.get();
    if (analysis?.score === undefined || whatIf[indicator] !== undefined) return;
    try {
      const sentence = await this.hosts.engine.call('whatIf', { indicator });
      // Another result may have come meanwhile.
      if (this.store.get().analysis !== analysis) return;
      this.store.change({ whatIf: { ...this.store.get().whatIf, [indicator]: sentence } });
    } catch (error) {
      if (!(error instanceof Cancelled)) this.hosts.report(error);
    }
  }

  /**
   * Puts a person's answer into its cells and computes anew. What was typed is kept unless it is written.
   * @returns what is wrong with the answer; undefined when there is nothing
   */
  async enter(form: string, entry: EntryView, texts: EntryTexts, most: string): Promise<string | undefined> {
    const planned = planEntry(entry, texts, most);
    if (planned.kind === 'fault') return planned.message;
    if (planned.plan.changes.length > 0) {
      const outcome = await this.#write('entering', planned.plan);
      if (outcome === undefined) return undefined;
      await this.recalculate();
      if (outcome.kept.length > 0) {
        this.#tell(outcome, PANE.notice.notEntered);
        return undefined;
      }
    }
    this.keepTyped(form, undefined);
    return undefined;
  }

  /** Shows what a write-back would change. */
  async previewWriteBack(): Promise<void> {
    const { plan, score } = this.store.get().analysis ?? {};
    if (plan === undefined) {
      if (score !== undefined) this.#runner.notify({ kind: 'done', text: PANE.writeBack.nothing });
      return;
    }
    await this.#runner.run('previewing', async () => {
      const { changes, kept } = await this.hosts.spreadsheet.preview(plan);
      if (changes.length + kept.length > 0) this.store.change({ preview: { changes, kept } });
      else this.#runner.notify({ kind: 'done', text: PANE.writeBack.nothing });
    });
  }

  closePreview(): void {
    this.store.change({ preview: undefined });
    // What changed meanwhile had to wait, so that what is shown is what is written.
    if (this.store.get().isStale) this.#changed();
  }

  async writeBack(): Promise<void> {
    const { plan } = this.store.get().analysis ?? {};
    this.store.change({ preview: undefined });
    if (plan === undefined) return;
    const outcome = await this.#write('writing', plan);
    if (outcome === undefined) return;
    await this.recalculate();
    this.#tell(outcome, PANE.notice.written(outcome.written));
  }

  async undo(): Promise<void> {
    let outcome: WriteOutcome | undefined;
    await this.#runner.run('undoing', async () => {
      outcome = await this.hosts.spreadsheet.undo();
    });
    if (outcome === undefined) return;
    await this.recalculate();
    this.#tell(outcome, PANE.notice.undone(outcome.written));
  }

  async reveal({ sheet, range }: Place): Promise<void> {
    try {
      await this.hosts.spreadsheet.reveal(sheet, range);
    } catch (error) {
      this.#runner.fail(error);
    }
  }

  /** Drafts the report with other switches or notes. */
  async draft(options: Partial<DraftOptions>): Promise<void> {
    this.store.change({ draftOptions: { ...this.store.get().draftOptions, ...options } });
    this.#memory.saveSoon();
    if (this.store.get().analysis?.score === undefined) return;
    await this.#draft().catch((error: unknown) => {
      this.#runner.fail(error);
    });
  }

  /** Makes the report as a Word file and offers it. */
  async offerReport(): Promise<void> {
    await this.#runner.run('drafting', async () => {
      const bytes = await this.hosts.engine.call('docx', this.store.get().draftOptions);
      if (bytes !== undefined) this.#offer(bytes);
    });
  }

  /**
   * Fills a bureau's own template and offers the report.
   * @returns what is wrong with the template, for people; nothing when it was filled, or could not be tried
   */
  async offerFilled(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<readonly string[]> {
    let faults: readonly string[] = [];
    await this.#runner.run('drafting', async () => {
      const filled = await this.hosts.engine.call('template', file);
      if (filled?.kind === 'refused') ({ faults } = filled);
      if (filled?.kind === 'filled') this.#offer(filled.bytes);
    });
    return faults;
  }

  putAwayNotice(): void {
    this.store.change({ notice: undefined });
  }

  #offer(bytes: Uint8Array): void {
    const name = `${this.store.get().draft?.title ?? PANE.report.fileName}.docx`;
    this.hosts.offer(name, bytes);
    this.#runner.notify({ kind: 'done', text: PANE.report.made(name) });
  }

  async #draft(): Promise<void> {
    const options = this.store.get().draftOptions;
    const draft = await this.hosts.engine.call('draft', options);
    if (this.store.get().draftOptions === options) this.store.change({ draft });
  }

  /** @returns undefined when nothing was written */
  async #write(work: Work, plan: WritePlan): Promise<WriteOutcome | undefined> {
    let outcome: WriteOutcome | undefined;
    await this.#runner.run(work, async () => {
      outcome = await this.hosts.spreadsheet.write(plan);
    });
    return outcome;
  }

  #tell({ kept }: WriteOutcome, text: string): void {
    if (this.store.get().notice?.kind === 'failed') return;
    if (kept.length === 0) this.#runner.notify({ kind: 'done', text });
    else this.#runner.notify({ kind: 'attention', text: text + PANE.notice.kept(kept.length), places: placesOf(kept) });
  }

  #changed(): void {
    if (this.#runner.isChangeMissed()) return;
    this.store.change({ isStale: true });
    const { recalculatesByItself, preview } = this.store.get();
    if (!recalculatesByItself || preview !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.recalculate('keep'), QUIET);
  }
}
