import type { Stopwatch } from '../../core/workbook/stopwatch.ts';
import { addressOf } from '../../core/workbook/cell-ref.ts';
import { formulaAt, valueAt, type Workbook } from '../../core/workbook/workbook.ts';
import { cellCount, type CellContent, type CellWrite, type WritePlan } from '../../core/workbook/write-plan.ts';
import type {
  CellChange,
  CellState,
  LiveSpreadsheet,
  WorkbookSettings,
  WritePreview,
} from '../ports/live-spreadsheet.ts';
import type { WriteOutcome } from '../ports/spreadsheet-host.ts';
import { WorkbookFile } from './workbook-file.ts';

/**
 * A workbook file that the pane works on where there is no Office. Nobody else edits it, so it never changes by itself; what a
 * person chose lasts as long as the page.
 */
export class LiveWorkbookFile implements LiveSpreadsheet {
  #file: WorkbookFile;
  #before: Uint8Array | undefined;
  #lastCount = 0;
  #workbook: Workbook | undefined;
  #settings: WorkbookSettings = {};
  readonly #dirty = new Set<() => void>();

  /** @param onReveal shows a cell to the person */
  constructor(
    bytes: Uint8Array,
    private readonly onReveal: (sheet: string, address: string) => void = () => undefined,
  ) {
    this.#file = new WorkbookFile(bytes);
  }

  async read(stopwatch?: Stopwatch): Promise<Workbook> {
    this.#workbook ??= await this.#file.read(stopwatch);
    return this.#workbook;
  }

  watch(onDirty: () => void): Promise<() => Promise<void>> {
    this.#dirty.add(onDirty);
    return Promise.resolve(() => {
      this.#dirty.delete(onDirty);
      return Promise.resolve();
    });
  }

  /** Another version of the file takes its place. */
  replace(bytes: Uint8Array): void {
    this.#set(bytes, undefined, 0);
    for (const onDirty of this.#dirty) onDirty();
  }

  async preview(plan: WritePlan): Promise<WritePreview> {
    const { sheets } = await this.read();
    const empty: CellState = { value: null };
    const changes = plan.changes.flatMap(({ sheet: name, cells }) => {
      const sheet = sheets.find((one) => one.name === name);
      return cells.map((cell): CellChange => {
        const formula = sheet && formulaAt(sheet, cell.row, cell.column);
        const value = sheet === undefined ? null : valueAt(sheet, cell.row, cell.column);
        const before = formula === undefined ? { value } : { value, formula };
        return { sheet: name, address: addressOf(cell), before, after: stateOf(cell.content), newSheet: false };
      });
    });
    const added = plan.newSheets.flatMap(({ name, cells }) =>
      cells.map((cell: CellWrite): CellChange => ({
        sheet: name,
        address: addressOf(cell),
        before: empty,
        after: stateOf(cell.content),
        newSheet: true,
      })),
    );
    return { changes: [...changes, ...added].filter(({ before, after }) => !isSame(before, after)), kept: [] };
  }

  async write(plan: WritePlan): Promise<WriteOutcome> {
    const before = this.#file.bytes();
    const outcome = await this.#file.write(plan);
    this.#set(this.#file.bytes(), before, cellCount(plan));
    return outcome;
  }

  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  undo(): Promise<WriteOutcome> {
    const written = this.#before === undefined ? 0 : this.#lastCount;
    if (this.#before !== undefined) this.#set(this.#before, undefined, 0);
    return Promise.resolve({ written, kept: [] });
  }

  reveal(sheet: string, address: string): Promise<void> {
    this.onReveal(sheet, address);
    return Promise.resolve();
  }

  settings(): Promise<WorkbookSettings> {
    return Promise.resolve(this.#settings);
  }

  saveSettings(settings: WorkbookSettings): Promise<void> {
    this.#settings = settings;
    return Promise.resolve();
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    return this.#file.bytes();
  }

  #set(bytes: Uint8Array, before: Uint8Array | undefined, count: number): void {
    this.#file = new WorkbookFile(bytes);
    this.#before = before;
    this.#lastCount = count;
    this.#workbook = undefined;
  }
}

function stateOf(content: CellContent): CellState {
  switch (content.kind) {
    case 'formula':
      return { value: content.result, formula: content.formula };
    case 'number':
    case 'text':
      return { value: content.value };
    case 'empty':
      return { value: null };
  }
}

function isSame(a: CellState, b: CellState): boolean {
  return a.formula === b.formula && a.value === b.value;
}
