import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureSpec } from '../../../src/core/scheme/scheme.ts';
import { standardMeasureById } from '../../../src/core/scheme/measures/standard-measures.ts';
import { Mistakes } from '../../../src/core/scheme/sheet/cell-values.ts';
import { readMeasure } from '../../../src/core/scheme/sheet/measure-cells.ts';
import type { RowCell } from '../../../src/core/scheme/sheet/read-indicator.ts';
import { SCHEME_COLUMNS, type SchemeColumn } from '../../../src/core/texts/scheme-sheet-texts.ts';
import { monthKey } from '../../../src/core/ledger/keys.ts';
import { given } from './cases.ts';
import type { Stated } from './ledgers.ts';

/* The examples that stand beside the measures, written as a finance officer would work them out. */

export interface MeasureExample {
  readonly 说明: string;
  readonly 数据?: Stated;
  /** 一般公共预算, in 万元. */
  readonly 各月末累计支出数?: readonly (number | null)[];
  readonly 各月末预算数?: readonly (number | null)[];
  /** One of the three answers. */
  readonly 结果?: string;
  readonly 缺?: readonly string[];
  readonly 不适用?: string;
}

export interface MeasureExamples {
  /** A measure that ships, by its id. */
  readonly 指标值?: string;
  /** Or a scheme's own, as the columns of the sheet 指标体系. */
  readonly 列?: Readonly<Record<string, string | null>>;
  readonly 口径: string;
  readonly 例: readonly MeasureExample[];
}

const FOLDER = join(__dirname, '../../../src/core/scheme/measures/examples');

export const MEASURE_EXAMPLES: readonly MeasureExamples[] = readdirSync(FOLDER).flatMap(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as MeasureExamples[],
);

/** The measure that examples are about. */
export function measureOf({ 指标值: id, 列: columns = {} }: MeasureExamples): MeasureSpec {
  if (id !== undefined) return given(standardMeasureById(id)).measure;
  const mistakes = new Mistakes();
  const measure = readMeasure({ row: 0, cell: (column) => cellOf(column, columns) }, mistakes);
  if (mistakes.findings.length > 0) throw new Error(JSON.stringify(mistakes.findings));
  return given(measure);
}

function cellOf(column: SchemeColumn, columns: Readonly<Record<string, string | null>>): RowCell {
  const header = SCHEME_COLUMNS[column][0];
  const value = columns[header] ?? null;
  return {
    value,
    text: value ?? '',
    broken: false,
    header,
    cell: { sheet: '指标体系', row: 0, column: 0 },
    isContinued: false,
  };
}

/** What the ledger knows in an example. */
export function factsOf({ 数据: stated = {}, ...months }: MeasureExample): Stated {
  const series = [
    ['累计支出数', months.各月末累计支出数],
    ['预算数', months.各月末预算数],
  ] as const;
  const monthly = series.flatMap(([measure, list = []]) =>
    list.flatMap((amount, index) =>
      amount === null ? [] : [[monthKey('一般公共预算', index + 1, measure), `${String(amount)}万元`] as const],
    ),
  );
  return { ...stated, ...Object.fromEntries(monthly) };
}
