import { evaluate, type EvaluateResult } from '../../../../src/commands/evaluate.ts';
import { plainValue } from '../../../../src/core/ledger/fact.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import type { Workbook } from '../../../../src/core/workbook/workbook.ts';
import type { WritePlan } from '../../../../src/core/workbook/write-plan.ts';
import type { Patience } from '../../../../src/hosts/excel/excel-access.ts';
import { ExcelWorkbook } from '../../../../src/hosts/excel/excel-workbook.ts';
import type { WorkbookSettings, WritePreview } from '../../../../src/hosts/ports/live-spreadsheet.ts';
import type { WriteOutcome } from '../../../../src/hosts/ports/spreadsheet-host.ts';

/*
 * What the tests run in the pane's window, beside the real Office.js. Values cross to the tests as JSON.
 */

/** A workbook as JSON. */
export interface PlainWorkbook extends Omit<Workbook, 'sheets'> {
  readonly sheets: readonly (Omit<Workbook['sheets'][number], 'formulas'> & {
    readonly formulas: readonly (readonly [string, string])[];
  })[];
}

/** What an evaluation came to, as JSON. */
export interface PlainResult {
  readonly kind: EvaluateResult['kind'];
  readonly facts: readonly (readonly [string, string])[];
  readonly scores: readonly (readonly [string, string])[];
  readonly findings: readonly string[];
}

/** An error as JSON. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly reason: string;
  readonly detail: string;
  readonly cells: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
}

export type Told<T> = { readonly value: T } | { readonly error: PlainError };

export interface PageCode {
  open(patience?: Patience): void;
  read(): Promise<Told<PlainWorkbook>>;
  /** Reads once more; whether the very same object came back. */
  readsTheSame(): Promise<Told<boolean>>;
  evaluate(writeBack: boolean): Promise<Told<PlainResult>>;
  preview(plan: WritePlan): Promise<Told<WritePreview>>;
  write(plan: WritePlan): Promise<Told<WriteOutcome>>;
  undo(): Promise<Told<WriteOutcome>>;
  canUndo(): boolean;
  reveal(sheet: string, address: string): Promise<Told<void>>;
  settings(): Promise<Told<WorkbookSettings>>;
  saveSettings(settings: WorkbookSettings): Promise<Told<void>>;
  /** How often the workbook was told to have changed. */
  dirty(): number;
  close(): Promise<Told<void>>;
}

declare global {
  interface Window {
    jixiao: PageCode;
  }
}

let workbook: ExcelWorkbook;
let dirty = 0;
let last: Workbook | undefined;

async function told<T>(work: () => Promise<T>): Promise<Told<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const { name, message, reason = '', detail = '', cells = [] } = error as Error & Partial<PlainError>;
    return { error: { name, message, reason, detail, cells } };
  }
}

function plainWorkbook({ sheets, ...rest }: Workbook): PlainWorkbook {
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, formulas: [...sheet.formulas] })) };
}

function plainResult(result: EvaluateResult): PlainResult {
  const findings = result.findings.map((found) => `${found.code} ${messageOf(found)}`);
  if (result.kind === 'unusable') return { kind: result.kind, facts: [], scores: [], findings };
  return {
    kind: result.kind,
    facts: result.facts.map((fact) => [fact.key, plainValue(fact)]),
    scores: result.scorecard.results.map(({ indicator, score }) => [indicator.name, score?.toString() ?? '']),
    findings,
  };
}

window.jixiao = {
  open: (patience) => {
    workbook = new ExcelWorkbook(patience);
    void workbook.watch(() => (dirty += 1));
  },
  read: () =>
    told(async () => {
      last = await workbook.read();
      return plainWorkbook(last);
    }),
  readsTheSame: () =>
    told(async () => {
      const before = last;
      last = await workbook.read();
      return last === before;
    }),
  evaluate: (writeBack) =>
    told(async () => plainResult(await evaluate.run({ spreadsheet: workbook, scheme: undefined, writeBack }))),
  preview: (plan) => told(() => workbook.preview(plan)),
  write: (plan) => told(() => workbook.write(plan)),
  undo: () => told(() => workbook.undo()),
  canUndo: () => workbook.canUndo,
  reveal: (sheet, address) => told(() => workbook.reveal(sheet, address)),
  settings: () => told(() => workbook.settings()),
  saveSettings: (settings) => told(() => workbook.saveSettings(settings)),
  dirty: () => dirty,
  close: () => told(() => workbook.close()),
};
