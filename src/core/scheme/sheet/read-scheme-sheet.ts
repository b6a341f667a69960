import { finding, type Finding } from '../../findings/finding.ts';
import {
  ALLOWED,
  SCHEME_COLUMNS,
  SCHEME_HEAD,
  SCHEME_SHEET_NAME,
  type SchemeColumn,
  type SchemeHead,
} from '../../texts/scheme-sheet-texts.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { MergeIndex } from '../../workbook/merge-index.ts';
import { textAt, valueAt, type Sheet } from '../../workbook/workbook.ts';
import type { SchemePlaces } from '../scheme-places.ts';
import type { Indicator, Scheme } from '../scheme.ts';
import { schemeSchema } from '../scheme.ts';
import { cellAt, Mistakes, type SchemeCell } from './cell-values.ts';
import { CHECKED_ALIASES, CHECKED_WORDS } from './choices.ts';
import type { SchemeSheet } from './find-scheme-sheet.ts';
import { indicatorRows, tellBroken } from './indicator-rows.ts';
import { readIndicator, readPaths, REQUIRED_COLUMNS, type IndicatorRow } from './read-indicator.ts';

/** What a scheme sheet says. With mistakes the scheme is undefined, and the findings name every cell that is wrong. */
export interface SheetReading {
  readonly scheme: Scheme | undefined;
  readonly places: SchemePlaces;
  readonly findings: readonly Finding[];
}

/**
 * Reads the sheet 指标体系: the lines about the scheme as a whole above the header, one row an indicator below it, up to a row
 * 合计 or the end. Merged cells of 一级指标 and 二级指标 count for all their rows.
 */
export function readSchemeSheet({ sheet, header }: SchemeSheet): SheetReading {
  const mistakes = new Mistakes();
  const merges = new MergeIndex(sheet);
  for (const column of REQUIRED_COLUMNS) {
    if (header.columns[column] !== undefined) continue;
    const cell = { sheet: sheet.name, row: header.row, column: 0 };
    mistakes.findings.push(finding('scheme-part-missing', { part: SCHEME_COLUMNS[column][0] }, [cell]));
  }
  const head = new HeadLines(sheet, header.row, mistakes);
  const id = head.find('id');
  const [name, year, source] = (['name', 'year', 'source'] as const).map((line) => head.need(line));
  const total = head.need('total');
  const precision = head.need('precision');
  const verified = head.find('verified');
  const whole = {
    id: id === undefined || id.text === '' ? name?.text : id.text,
    name: name && mistakes.words(name),
    year: year && mistakes.words(year),
    source: source && mistakes.words(source),
    verified: verified === undefined ? false : mistakes.choice(verified, CHECKED_WORDS, CHECKED_ALIASES),
    precision: precision && places(precision, mistakes),
    total: total && mistakes.decimal(total),
  };
  const rows = indicatorRows(sheet, header, merges, mistakes);
  const [first] = rows;
  if (first === undefined) {
    const cell = { sheet: sheet.name, row: header.row, column: header.columns.name ?? 0 };
    mistakes.findings.push(finding('scheme-part-missing', { part: SCHEME_COLUMNS.name[0] }, [cell]));
  }
  for (const row of rows) tellBroken(row, mistakes);
  const paths = readPaths(rows, mistakes);
  const indicators = rows.map((row, index) => readIndicator(row, paths[index], whole.precision, mistakes));
  repeatedNames(indicators, rows, mistakes);
  const where = placesOf(rows, total, source);
  if (mistakes.findings.length > 0) return { scheme: undefined, places: where, findings: mistakes.findings };
  const parsed = schemeSchema.safeParse({ ...whole, indicators });
  if (parsed.success) return { scheme: parsed.data, places: where, findings: [] };
  return { scheme: undefined, places: where, findings: leftOver(parsed.error.issues, rows) };
}

/** The lines over the table: a label in one cell, what it says in the next that holds something. */
class HeadLines {
  constructor(
    readonly sheet: Sheet,
    readonly end: number,
    readonly mistakes: Mistakes,
  ) {}

  find(line: SchemeHead): SchemeCell | undefined {
    const words: readonly string[] = SCHEME_HEAD[line];
    for (let row = 0; row < this.end; row++) {
      const width = this.sheet.rows[row]?.length ?? 0;
      for (let column = 0; column < width; column++) {
        const label = plainLabel(textAt(this.sheet, row, column)).replace(/:$/, '');
        if (words.includes(label)) return this.#beside(row, column, words[0] ?? '');
      }
    }
    return undefined;
  }

  need(line: SchemeHead): SchemeCell | undefined {
    const cell = this.find(line);
    if (cell !== undefined) return cell;
    const at = { sheet: this.sheet.name, row: this.end, column: 0 };
    this.mistakes.findings.push(finding('scheme-part-missing', { part: SCHEME_HEAD[line][0] }, [at]));
    return undefined;
  }

  #beside(row: number, column: number, header: string): SchemeCell {
    const width = this.sheet.rows[row]?.length ?? 0;
    let at = column + 1;
    while (at < width && valueAt(this.sheet, row, at) === null) at += 1;
    if (at >= width) at = column + 1;
    return cellAt(this.sheet, row, at, header);
  }
}

function places(cell: SchemeCell, mistakes: Mistakes): number | undefined {
  return mistakes.read(cell, /^[012]$/.test(cell.text) ? Number(cell.text) : undefined, ALLOWED.places);
}

function repeatedNames(
  indicators: readonly Partial<Indicator>[],
  rows: readonly IndicatorRow[],
  mistakes: Mistakes,
): void {
  const known = new Map<string, CellRef>();
  indicators.forEach(({ name }, index) => {
    const cell = rows[index]?.cell('name');
    // A merged one is told by itself.
    if (name === undefined || cell === undefined || cell.isContinued) return;
    const before = known.get(plainLabel(name));
    if (before === undefined) known.set(plainLabel(name), cell.cell);
    else mistakes.findings.push(finding('scheme-name-repeated', { indicator: name }, [before, cell.cell]));
  });
}

/** The columns that may hold names of facts. */
const VALUE_COLUMNS = ['numerator', 'denominator', 'parameters'] as const satisfies readonly SchemeColumn[];

function placesOf(
  rows: readonly IndicatorRow[],
  total: SchemeCell | undefined,
  source: SchemeCell | undefined,
): SchemePlaces {
  const at = (cell: SchemeCell | undefined): readonly CellRef[] => (cell === undefined ? [] : [cell.cell]);
  return {
    weights: rows.flatMap((row) => at(row.cell('weight'))),
    total: at(total),
    source: at(source),
    values: new Map(
      rows.map((row) => [row.cell('name')?.text ?? '', VALUE_COLUMNS.flatMap((column) => row.cell(column) ?? [])]),
    ),
  };
}

/** What only the scheme as a whole shows; named at the cell of its row that it is about. */
function leftOver(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  rows: readonly IndicatorRow[],
): readonly Finding[] {
  return issues.map(({ path, message }) => {
    const [field, index, part] = path;
    const row = field === 'indicators' && typeof index === 'number' ? rows[index] : undefined;
    const cell = row?.cell(COLUMN_OF.get(part) ?? 'parameters') ?? row?.cell('name');
    const params = { header: cell?.header ?? SCHEME_SHEET_NAME, found: cell?.text ?? '', allowed: message };
    return finding('scheme-cell', params, cell === undefined ? [] : [cell.cell]);
  });
}

/** The column that a field of an indicator is read from; a rule's own fields stand in 参数. */
const COLUMN_OF: ReadonlyMap<PropertyKey | undefined, SchemeColumn> = new Map([
  ['name', 'name'],
  ['weight', 'weight'],
  ['verified', 'verified'],
  ['measure', 'numerator'],
]);
