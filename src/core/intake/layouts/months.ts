import { expenditureKey, monthKey, type Basis, type MonthMeasure } from '../../ledger/keys.ts';
import type { Fact } from '../../ledger/fact.ts';
import { COLUMN_MEANINGS, READING } from '../../texts/intake-texts.ts';
import { ALL_SOURCES, MONTH_SERIES } from '../../texts/ledger-texts.ts';
import { textAt, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { finding } from '../../findings/finding.ts';
import { amountFacts, holdsAmount, readCellNumber, type PendingAmount } from '../amounts.ts';
import type { Collector, MonthSeries } from '../collector.ts';
import { MergeIndex } from '../grid.ts';
import { plainLabel, rowLabel } from '../../workbook/labels.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { tableUnit } from '../table-unit.ts';
import { BASIS_WORDS, wordIn } from '../vocabulary.ts';

const MONTH_NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const HEADER_SEARCH_ROWS = 30;
const MIN_MONTHS = 4;

/** Tables with a column for each month: budget in force and payments, accumulated or month by month. */
export const months: Layout = {
  name: '月度支出进度表',
  perUnit: true,
  recognise: ({ sheet }) => {
    const header = findMonths(sheet);
    if (header === undefined) return undefined;
    return {
      confidence: certaintyOf(header.columns.size),
      reasons: [READING.columns, READING.words(header.columns.size)],
      read: (workbook, collector) => {
        read(workbook, sheet, header, collector);
      },
    };
  },
};

interface MonthHeader {
  readonly row: number;
  /** Column by month, months counted from 1. */
  readonly columns: ReadonlyMap<number, number>;
}

function findMonths(sheet: Sheet): MonthHeader | undefined {
  const last = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    const columns = new Map<number, number>();
    const width = sheet.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const month = monthOf(plainLabel(textAt(sheet, row, column)));
      if (month !== undefined && !columns.has(month)) columns.set(month, column);
    }
    if (columns.size >= MIN_MONTHS) return { row, columns };
  }
  return undefined;
}

/** `3月`, `3月末`, `三月`, `2023年3月`, `1-3月` (which ends with March). */
function monthOf(label: string): number | undefined {
  const match = /^(?:\d{4}年)?(?:1[-—~至])?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:末|底|份|止|累计)?$/.exec(label);
  const text = match?.[1];
  if (text === undefined) return undefined;
  const month = /^\d+$/.test(text) ? Number(text) : MONTH_NAMES.indexOf(text) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
}

type Mode = 'cumulative' | 'per-month' | undefined;

function statedMode(label: string): Mode {
  if (/累计|月末支出/.test(label)) return 'cumulative';
  if (/当月|本月|分月|各月|每月/.test(label)) return 'per-month';
  return undefined;
}

function read(workbook: Workbook, sheet: Sheet, header: MonthHeader, collector: Collector): void {
  const place = { sheet, headerTop: header.row, dataRow: header.row + 1, form: months.name };
  const unit = tableUnit(place, collector);
  const merges = new MergeIndex(sheet);
  describeMonths(sheet, merges, header, collector);
  const firstMonth = Math.min(...header.columns.values());
  const title = titleText(sheet, header.row);
  const rows: { label: string; basis: Basis | undefined; measure: MonthMeasure; pending: PendingAmount[] }[] = [];
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const label = labelOf(sheet, merges, row, firstMonth);
    const measure = measureOf(label);
    if (measure === undefined) {
      reportUnknown(sheet, header, row, label, collector);
      continue;
    }
    collector.log.row(row, '明细');
    const basis = basisOf(label) ?? basisOf(title);
    const pending: PendingAmount[] = [];
    for (const [month, column] of header.columns) {
      const name = `${label}·${String(month)}月`;
      const number = readCellNumber(workbook, sheet, row, column, name, collector);
      if (number === undefined) continue;
      if (unit === undefined) {
        collector.log.skip([number.cell], READING.noUnit);
        continue;
      }
      pending.push({
        key: monthKey(basis, month, measure),
        basis: basis ?? ALL_SOURCES,
        unit,
        number,
        header: name,
      });
    }
    rows.push({ label, basis, measure, pending });
  }
  const facts = amountFacts(
    rows.flatMap(({ pending }) => pending),
    collector,
  );
  let next = 0;
  for (const { label, basis, measure, pending } of rows) {
    const own = facts.slice(next, next + pending.length);
    next += pending.length;
    if (measure === '预算数') {
      for (const fact of own) collector.fact(fact);
    } else {
      collector.series.push({ ...seriesOf(own, label, title, basis), log: collector.log });
    }
  }
}

/** Tells the log which column is which month. */
function describeMonths(sheet: Sheet, merges: MergeIndex, header: MonthHeader, collector: Collector): void {
  const monthOfColumn = new Map([...header.columns].map(([month, column]) => [column, month]));
  const columns = [];
  for (let column = 0; column < (sheet.rows[header.row]?.length ?? 0); column++) {
    const text = plainLabel(merges.text(sheet, header.row, column));
    const month = monthOfColumn.get(column);
    if (text === '') continue;
    columns.push({
      column,
      header: text,
      meaning: month === undefined ? COLUMN_MEANINGS.text : COLUMN_MEANINGS.month(month),
    });
  }
  collector.log.describe({ top: header.row, bottom: header.row }, columns);
}

/** Reports a row with numbers in its months whose label says neither budget nor payment; rates follow from the others. */
function reportUnknown(sheet: Sheet, header: MonthHeader, row: number, label: string, collector: Collector): void {
  const months = [...header.columns.values()];
  if (label === '' || RATE.test(label) || !months.some((column) => holdsAmount(sheet, row, column))) return;
  collector.log.row(row, '未采用');
  collector.log.skip(
    months.filter((column) => holdsAmount(sheet, row, column)).map((column) => ({ sheet: sheet.name, row, column })),
    READING.unknownRow,
  );
  collector.report(finding('row-unknown', { label }, [{ sheet: sheet.name, row, column: 0 }]));
}

function seriesOf(
  facts: readonly Fact[],
  label: string,
  title: string,
  basis: Basis | undefined,
): Omit<MonthSeries, 'log'> {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  return {
    keyOf: (month) => monthKey(basis, month, '累计支出数'),
    annualKey: expenditureKey(basis, { kind: 'total' }, '决算数'),
    label: label === '' ? MONTH_SERIES(basis ?? '') : label,
    stated: statedMode(label) ?? statedMode(title),
    months: Array.from({ length: 12 }, (_, index) => byKey.get(monthKey(basis, index + 1, '累计支出数'))),
  };
}

function titleText(sheet: Sheet, headerRow: number): string {
  let title = '';
  for (let row = 0; row < headerRow; row++) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++)
      title += plainLabel(textAt(sheet, row, column));
  }
  return title;
}

function labelOf(sheet: Sheet, merges: MergeIndex, row: number, firstMonth: number): string {
  const parts: string[] = [];
  for (let column = 0; column < firstMonth; column++) {
    const part = rowLabel(merges.text(sheet, row, column));
    if (part !== '' && !/^\d+$/.test(part) && part !== parts.at(-1)) parts.push(part);
  }
  return parts.join('');
}

const RATE = /率|进度|占比|%/;

function measureOf(label: string): MonthMeasure | undefined {
  if (RATE.test(label)) return undefined;
  if (/预算数|指标数|预算额度/.test(label)) return '预算数';
  if (/支出|执行数|支付|付款/.test(label)) return '累计支出数';
  return undefined;
}

function basisOf(label: string): Basis | undefined {
  return wordIn(label, BASIS_WORDS);
}
