import { join } from 'node:path';
import type { Workbook } from '../../../../src/core/workbook/workbook.ts';
import type { WritePlan } from '../../../../src/core/workbook/write-plan.ts';
import type { Patience } from '../../../../src/hosts/excel/excel-access.ts';
import type { WorkbookSettings, WritePreview } from '../../../../src/hosts/ports/live-spreadsheet.ts';
import type { WriteOutcome } from '../../../../src/hosts/ports/spreadsheet-host.ts';
import { startExcel, type ExcelOptions, type RunningExcel } from '../../../office-host/excel/start-excel.ts';
import type { RoundTrip } from '../../../office-host/request-log.ts';
import { hostAddin } from '../../support/host-addin.ts';
import { swapWorkbook } from './swap-workbook.ts';
import type { PlainError, PlainResult, PlainWorkbook, Told } from './page-code.ts';

/** An error that the host under test threw in the pane. */
export class PaneError extends Error {
  constructor(readonly plain: PlainError) {
    super(`${plain.name} ${plain.message}`);
  }
}

/** The host under test, at work beside a workbook. */
export interface OpenedExcel {
  readonly excel: RunningExcel;
  read(): Promise<Workbook>;
  readsTheSame(): Promise<boolean>;
  evaluate(writeBack: boolean): Promise<PlainResult>;
  preview(plan: WritePlan): Promise<WritePreview>;
  write(plan: WritePlan): Promise<WriteOutcome>;
  undo(): Promise<WriteOutcome>;
  canUndo(): Promise<boolean>;
  reveal(sheet: string, address: string): Promise<void>;
  settings(): Promise<WorkbookSettings>;
  saveSettings(settings: WorkbookSettings): Promise<void>;
  dirty(): Promise<number>;
  /** Puts another workbook in its place, as if the pane were opened on it. */
  reopen(workbook: Uint8Array): Promise<void>;
  /** Runs work and gives the round trips it took. */
  trips(work: () => Promise<unknown>): Promise<readonly RoundTrip[]>;
  close(): Promise<void>;
}

/** Opens a workbook in Excel as the tests play it, with the host under test in its pane. */
export async function openExcel(
  workbook: Uint8Array,
  options: Partial<ExcelOptions> = {},
  patience?: Patience,
): Promise<OpenedExcel> {
  const excel = await startExcel({ workbook, addin: await hostAddin(join(__dirname, 'page-code.ts')), ...options });
  await excel.frame.evaluate((given) => {
    window.jixiao.open(given);
  }, patience);
  return {
    excel,
    read: async () => revived(value(await excel.frame.evaluate(() => window.jixiao.read()))),
    readsTheSame: async () => value(await excel.frame.evaluate(() => window.jixiao.readsTheSame())),
    evaluate: async (writeBack) =>
      value(await excel.frame.evaluate((given) => window.jixiao.evaluate(given), writeBack)),
    preview: async (plan) => value(await excel.frame.evaluate((given) => window.jixiao.preview(given), plan)),
    write: async (plan) => value(await excel.frame.evaluate((given) => window.jixiao.write(given), plan)),
    undo: async () => value(await excel.frame.evaluate(() => window.jixiao.undo())),
    canUndo: () => excel.frame.evaluate(() => window.jixiao.canUndo()),
    reveal: async (sheet, address) => {
      value(await excel.frame.evaluate(([one, other]) => window.jixiao.reveal(one, other), [sheet, address] as const));
    },
    settings: async () => value(await excel.frame.evaluate(() => window.jixiao.settings())),
    saveSettings: async (settings) => {
      value(await excel.frame.evaluate((given) => window.jixiao.saveSettings(given), settings));
    },
    dirty: () => excel.frame.evaluate(() => window.jixiao.dirty()),
    reopen: async (other) => {
      value(await excel.frame.evaluate(() => window.jixiao.close()));
      await swapWorkbook(excel, other);
      await excel.frame.evaluate((given) => {
        window.jixiao.open(given);
      }, patience);
    },
    trips: async (work) => {
      const before = excel.log.roundTrips.length;
      await work();
      return excel.log.roundTrips.slice(before);
    },
    close: () => excel.close(),
  };
}

function value<T>(told: Told<T>): T {
  if ('error' in told) throw new PaneError(told.error);
  return told.value;
}

function revived({ sheets, ...rest }: PlainWorkbook): Workbook {
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, formulas: new Map(sheet.formulas) })) };
}
