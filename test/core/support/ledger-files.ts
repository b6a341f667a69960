import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake } from '../../../src/core/intake/intake.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import type { Block } from '../../../src/core/report/document.ts';
import { draftReport, type Draft, type DraftOptions } from '../../../src/core/report/draft.ts';
import { evaluate, type Evaluation } from '../../../src/core/scheme/evaluate.ts';
import { packById } from '../../../src/core/scheme/packs/packs.ts';
import type { Scheme } from '../../../src/core/scheme/scheme.ts';
import { chineseNumber } from '../../../src/core/money/prose.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { workbookOf } from '../../support/plain-sheets.ts';
import { textOf } from './documents.ts';
import { given } from './cases.ts';

const FOLDER = join(__dirname, '..', 'report', 'ledgers');

/** One department's year as a text file: what it is an example of, the scheme, and the sheets of its workbook. */
export interface LedgerFile {
  readonly name: string;
  readonly about: string;
  readonly scheme: Scheme;
  readonly workbook: Workbook;
}

/**
 * The departments of test/core/report/ledgers. First what the file shows, then `指标体系：ID`, then `【表名】` and its rows, cells
 * parted by `|` as in plain-sheets.ts; `⏎` is a line break in a cell.
 */
export function ledgerFiles(): readonly LedgerFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readLedger(file.replace('.txt', ''), readFileSync(join(FOLDER, file), 'utf8')));
}

function readLedger(name: string, text: string): LedgerFile {
  const [about = '', scheme = '', ...lines] = text.split('\n');
  const sheets: Record<string, { rows: string[] }> = {};
  let rows: string[] = [];
  for (const line of lines) {
    const sheet = /^【(.+)】$/.exec(line)?.[1];
    if (sheet !== undefined) {
      rows = [];
      sheets[sheet] = { rows };
    } else if (line.trim() !== '') rows.push(line.replaceAll('⏎', '\n'));
  }
  const id = scheme.replace('指标体系：', '');
  return { name, about, scheme: given(packById(id)), workbook: workbookOf(sheets) };
}

/** A file read, scored and drafted. */
export function draftedFile(
  { workbook, scheme }: LedgerFile,
  options?: DraftOptions,
): { readonly ledger: Ledger; readonly evaluation: Evaluation; readonly draft: Draft } {
  const { ledger } = intake(workbook);
  const evaluation = evaluate(scheme, ledger);
  return { ledger, evaluation, draft: draftReport(ledger, evaluation.scorecard, evaluation.facts, options) };
}

/** The report as a person reads it: numbered headings, a line a paragraph, tables with ` | ` between cells. */
export function plainText({ document }: Draft): string {
  return `${document.blocks.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'signature':
      return block.lines.map(textOf).join('\n');
    case 'heading': {
      const number = chineseNumber(block.number);
      const mark = { 1: `${number}、`, 2: `（${number}）`, 3: `${String(block.number)}.` }[block.level];
      return mark + textOf(block.content);
    }
    case 'remark':
      return `【起草提示】${textOf(block.content)}`;
    case 'attachment-label':
    case 'paragraph':
      return textOf(block.content);
    case 'table':
      return [
        `${textOf(block.title)}${block.unit === '' ? '' : ` ${block.unit}`}`,
        block.columns.map(({ header }) => header).join(' | '),
        ...block.rows.map((row) => row.map((cell) => (cell === 'above' ? '〃' : textOf(cell))).join(' | ')),
      ].join('\n');
  }
}
