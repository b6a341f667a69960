import { Cancelled } from '../worker/engine.ts';
import { failureWords } from './failure-words.ts';
import type { Notice, PaneState, Work } from './pane-state.ts';
import type { Store } from './store.ts';

/** What becomes of the notice that a person was shown last: it goes when she does something else. */
export type LastNotice = 'keep' | 'put away';

/** Does one thing at a time of those that take time; what fails is told in the pane and never thrown. */
export class WorkRunner {
  /** The workbook changed while something was under way. */
  #again = false;
  #cancelled = false;
  /** Ends the wait for a program that does not answer. */
  #stopWaiting: (() => void) | undefined;

  /**
   * @param report told of every failure; the pane itself shows plain words
   * @param ended called after each thing that was done or failed
   * @param missed called afterwards when the workbook changed meanwhile
   */
  constructor(
    private readonly store: Store<PaneState>,
    private readonly report: (error: unknown) => void,
    private readonly ended: () => void,
    private readonly missed: () => void,
  ) {}

  /** True, and remembered, when a change has to wait until what is under way has ended. */
  isChangeMissed(): boolean {
    const isBusy = this.store.get().work !== undefined;
    if (isBusy) this.#again = true;
    return isBusy;
  }

  /** True when the workbook changed since what is under way began. */
  get wasChanged(): boolean {
    return this.#again;
  }

  /** Does something unless something else is under way. */
  async run(work: Work, task: () => Promise<void>, notice: LastNotice = 'put away'): Promise<void> {
    if (this.store.get().work !== undefined) return;
    this.#cancelled = false;
    this.#again = false;
    this.store.change(notice === 'keep' ? { work } : { work, notice: undefined });
    try {
      await task();
    } catch (error) {
      this.fail(error);
    } finally {
      this.store.change({ work: undefined });
      this.ended();
    }
    // What changed meanwhile counts, unless someone has just said stop.
    if (this.wasChanged && !this.#wasCancelled()) this.missed();
  }

  /** Breaks off the wait for what can be broken off. */
  cancel(): void {
    this.#cancelled = true;
    this.#stopWaiting?.();
  }

  /**
   * The result of something that is waited for only as long as nobody says stop.
   * @throws Cancelled
   */
  async unlessCancelled<T>(work: Promise<T>): Promise<T> {
    const stopped = new Promise<never>((_resolve, reject) => {
      this.#stopWaiting = () => {
        reject(new Cancelled());
      };
    });
    return Promise.race([work, stopped]);
  }

  /** Tells a person something. */
  notify(notice: Pick<Notice, 'kind' | 'text'> & Partial<Notice>): void {
    this.store.change({ notice: { places: [], retry: false, passes: false, ...notice } });
  }

  /** Tells why something was not done; what is shown may be out of date from then on. */
  fail(error: unknown): void {
    this.report(error);
    const { work, analysis } = this.store.get();
    const kind = error instanceof Cancelled ? 'attention' : 'failed';
    const passes = work === 'reading' || work === 'analysing';
    this.notify({ kind, text: failureWords(error), retry: true, passes });
    if (analysis !== undefined) this.store.change({ isStale: true });
  }

  #wasCancelled(): boolean {
    return this.#cancelled;
  }
}
