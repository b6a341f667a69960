import type { LiveSpreadsheet, WorkbookSettings } from '../../hosts/ports/live-spreadsheet.ts';
import type { PaneState } from './pane-state.ts';

/** How long after the last key typed notes are put into the workbook, in milliseconds. */
const AFTER_TYPING = 1_000;

/** Keeps what a person chose for a workbook in the workbook itself. */
export class SettingsMemory {
  /** As the workbook holds them; undefined as long as they were not read, so that nothing is saved over them. */
  #held: WorkbookSettings | undefined;
  /** What could last not be saved: said once. */
  #refused: WorkbookSettings | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param wanted what the workbook is to hold
   * @param failed told once when the workbook could not be made to hold it; it is tried again with every save
   */
  constructor(
    private readonly spreadsheet: LiveSpreadsheet,
    private readonly wanted: () => WorkbookSettings,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** What the workbook holds, the first time it is asked; undefined afterwards. */
  async firstRead(): Promise<WorkbookSettings | undefined> {
    if (this.#held !== undefined) return undefined;
    this.#held = await this.spreadsheet.settings();
    return this.#held;
  }

  /** Saves once no more is typed. */
  saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), AFTER_TYPING);
  }

  /** Saves what is not saved yet. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const wanted = this.wanted();
    if (this.#held === undefined || isSame(this.#held, wanted)) return;
    try {
      await this.spreadsheet.saveSettings(wanted);
      this.#held = wanted;
      this.#refused = undefined;
    } catch (error) {
      const isTold = this.#refused !== undefined && isSame(this.#refused, wanted);
      this.#refused = wanted;
      if (!isTold) this.failed(error);
    }
  }
}

function isSame(a: WorkbookSettings, b: WorkbookSettings): boolean {
  return JSON.stringify([a.scheme, a.report]) === JSON.stringify([b.scheme, b.report]);
}

/** What the workbook is to remember of what the pane shows. */
export function settingsOf({ scheme, draftOptions }: PaneState): WorkbookSettings {
  const { off = [], notes = {} } = draftOptions;
  const isEmpty = off.length === 0 && Object.values(notes).every((note) => note === '');
  return { ...(scheme === undefined ? {} : { scheme }), ...(isEmpty ? {} : { report: draftOptions }) };
}
