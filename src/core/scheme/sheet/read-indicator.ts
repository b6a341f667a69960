import { ALLOWED, NO_LEVEL, type SchemeColumn } from '../../texts/scheme-sheet-texts.ts';
import type { Indicator } from '../scheme.ts';
import type { Mistakes, SchemeCell } from './cell-values.ts';
import { CHECKED_ALIASES, CHECKED_WORDS, EACH_CHOICES, NOT_APPLICABLE_CHOICES } from './choices.ts';
import { readMeasure } from './measure-cells.ts';
import { readRule } from './rule-cells.ts';

/** One row of the table. */
export interface IndicatorRow {
  readonly row: number;
  /** The cell of a column; undefined when the sheet has no such column. Merged cells are those a person sees. */
  readonly cell: (column: SchemeColumn) => RowCell | undefined;
}

export interface RowCell extends SchemeCell {
  /** True below the first row of a merged cell. */
  readonly isContinued: boolean;
}

/** The columns without which no row can be read; the others may be left out. */
export const REQUIRED_COLUMNS: readonly SchemeColumn[] = ['first', 'name', 'weight', 'rule', 'parameters', 'clause'];

/** What belongs to one indicator, so that a cell merged over several rows is a mistake. */
const OWN_COLUMNS: readonly SchemeColumn[] = ['name', 'weight'];

/**
 * The indicator in a row, without the parts that are wrong, which are told as mistakes. `precision` is that of the scheme's
 * scores, if it is known.
 */
export function readIndicator(
  row: IndicatorRow,
  path: readonly string[] | undefined,
  precision: number | undefined,
  mistakes: Mistakes,
): Partial<Indicator> {
  const need = (column: SchemeColumn): string | undefined => {
    const cell = row.cell(column);
    return cell && mistakes.words(cell);
  };
  const may = (column: SchemeColumn): string | undefined => {
    const cell = row.cell(column);
    return cell === undefined ? '' : mistakes.anyWords(cell);
  };
  const chosen = <T>(
    column: SchemeColumn,
    choices: ReadonlyMap<string, T>,
    otherwise: T,
    aliases?: ReadonlyMap<string, T>,
  ): T | undefined => {
    const cell = row.cell(column);
    return cell === undefined ? otherwise : mistakes.choice(cell, choices, aliases);
  };
  for (const column of OWN_COLUMNS) {
    const cell = row.cell(column);
    if (cell?.isContinued === true)
      mistakes.wrong({ ...cell, cell: { ...cell.cell, row: row.row } }, ALLOWED.notMerged);
  }
  const name = need('name');
  const measure = readMeasure(row, mistakes);
  return defined({
    path: path === undefined ? undefined : [...path],
    name,
    weight: readWeight(row.cell('weight'), precision, mistakes),
    each: chosen('each', EACH_CHOICES, 'none'),
    measure,
    rule: readRule(row, mistakes),
    notApplicable: chosen('notApplicable', NOT_APPLICABLE_CHOICES, 'full-marks'),
    dataSource: may('dataSource'),
    clause: need('clause'),
    verified: chosen('verified', CHECKED_WORDS, false, CHECKED_ALIASES),
    problem: may('problem'),
    improvement: may('improvement'),
  });
}

function readWeight(
  cell: SchemeCell | undefined,
  precision: number | undefined,
  mistakes: Mistakes,
): string | undefined {
  const weight = cell && mistakes.decimal(cell);
  if (cell === undefined || weight === undefined || precision === undefined) return weight;
  const decimals = weight.split('.')[1]?.length ?? 0;
  return mistakes.read(cell, decimals > precision ? undefined : weight, ALLOWED.weight(String(precision)));
}

/**
 * 一级 and 二级指标 of every row. An empty 一级指标 goes on with the one above; so does an empty 二级指标, unless a new
 * 一级指标 begins there. A dash says that there is no 二级指标.
 */
export function readPaths(
  rows: readonly IndicatorRow[],
  mistakes: Mistakes,
): readonly (readonly string[] | undefined)[] {
  let [first, second] = ['', ''];
  return rows.map((row) => {
    const [one, two] = [row.cell('first'), row.cell('second')];
    const begins = one !== undefined && one.text !== '' && !one.isContinued;
    if (begins) {
      first = one.text;
      second = '';
    }
    if (two !== undefined && two.text !== '') second = two.text === NO_LEVEL ? '' : two.text;
    if (first === '') {
      if (one !== undefined) mistakes.wrong(one, ALLOWED.words);
      return undefined;
    }
    return second === '' ? [first] : [first, second];
  });
}

/** The same without fields that are undefined. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
