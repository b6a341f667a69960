import { LiveWorkbookFile } from '../../../src/hosts/files/live-workbook-file.ts';
import { HostFailure, type HostFailureReason } from '../../../src/hosts/ports/host-failure.ts';
import { mount, type MountedPane } from '../../../src/taskpane/mount.tsx';
import { ribbonWish } from '../../../src/taskpane/app/ribbon-wish.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import type { WritePlan } from '../../../src/core/workbook/write-plan.ts';
import type { WriteOutcome } from '../../../src/hosts/ports/spreadsheet-host.ts';

/** What tests see of the page: the pane, its workbook, what it showed and what it offered. */
export interface PageUnderTest {
  open(bytes: readonly number[]): void;
  pane: MountedPane | undefined;
  workbook: LiveWorkbookFile | undefined;
  /** What the workbook's program refuses from now on. */
  fails: HostFailureReason | undefined;
  /** The workbook's program does not answer while this is true. */
  hangs: boolean;
  readonly revealed: string[];
  readonly offered: { readonly name: string; readonly bytes: readonly number[] }[];
}

/** A workbook whose program may refuse or keep one waiting. */
class UnwillingWorkbook extends LiveWorkbookFile {
  override async read(): Promise<Workbook> {
    await willing();
    return super.read();
  }

  override async write(plan: WritePlan): Promise<WriteOutcome> {
    await willing();
    return super.write(plan);
  }
}

async function willing(): Promise<void> {
  while (page.hangs) await new Promise((resolve) => setTimeout(resolve, 20));
  if (page.fails !== undefined) throw new HostFailure(page.fails);
}

const page: PageUnderTest = {
  pane: undefined,
  workbook: undefined,
  fails: undefined,
  hangs: false,
  revealed: [],
  offered: [],
  open(bytes) {
    const element = document.getElementById('pane');
    if (element === null) throw new Error('The page has no #pane.');
    this.workbook = new UnwillingWorkbook(Uint8Array.from(bytes), (sheet, address) => {
      this.revealed.push(`${sheet}!${address}`);
    });
    this.pane = mount(element, {
      spreadsheet: this.workbook,
      offer: (name, file) => {
        this.offered.push({ name, bytes: [...file] });
      },
      wish: ribbonWish(location.search),
    });
  },
};
(globalThis as { underTest?: PageUnderTest }).underTest = page;
