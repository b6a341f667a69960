import { READING } from '../texts/intake-texts.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import { CodeReader } from './codes.ts';
import type { GridColumn } from './column-role.ts';
import { classificationOf, lineAspects } from './form-lines.ts';
import { amountColumns, type Grid } from './grid-table.ts';
import { gridRows } from './grid-rows.ts';
import { certainty, type Recognition, type TableView } from './layout.ts';
import type { PublishedForm } from './published-form.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/** How far each hint goes. */
const TITLE = 0.9;
const NUMBER = 0.9;
const SIGNATURE = 0.6;
const ROWS = 0.5;
/** Less than what makes sure, so that it becomes a question. */
const DOUBTFUL = 0.5;

/** What makes the kind of a form: its number, or how the software names its sheets. */
const CAIJUE = /财决(附)?\d\d|^(Z|F)\d\d/;

/** How sure a table is this form, and why. */
export function recogniseForm(form: PublishedForm, view: TableView): Omit<Recognition, 'read'> | undefined {
  const { grids } = view;
  const [grid] = grids;
  const name = plainLabel(view.sheet.name);
  if (grid === undefined || (form.kind === 'caijue') !== (CAIJUE.test(name) || CAIJUE.test(grid.title)))
    return undefined;
  const headers = grids.flatMap(({ columns }) => columns.flatMap(headersOf));
  // Columns alone are a hint, not a proof; and without them a title stands over something else.
  if (!form.signature.every((pattern) => headers.some((header) => pattern.test(header)))) return undefined;
  const hints: { weight: number; reason: string }[] = [];
  if (form.title !== undefined && (form.title.test(grid.title) || form.title.test(name))) {
    hints.push({ weight: TITLE, reason: READING.title(form.name) });
  }
  if (form.number !== undefined && (form.number.test(grid.title) || form.number.test(name))) {
    hints.push({ weight: NUMBER, reason: READING.number });
  }
  const isNamed = hints.length > 0;
  // Without a title only codes tell a form from any other table with such columns.
  if (!isNamed && (form.rows === 'lines' || !grids.some((each) => new CodeReader(each).hasCodes))) {
    return undefined;
  }
  hints.push({ weight: SIGNATURE, reason: READING.columns });
  const known = knownRows(form, grids);
  if (known > 0) hints.push({ weight: ROWS * known, reason: READING.rows(Math.round(known * 100)) });
  return {
    // A title over columns of another form is a contradiction that only a person can resolve, and columns without a title could be
    // those of a budget or of an account.
    confidence: isNamed && !contradicts(form, grids) ? certainty(hints.map(({ weight }) => weight)) : DOUBTFUL,
    reasons: hints.map(({ reason }) => reason),
  };
}

/** What stands over a column, and in the field's own term the measure that it means: 执行数 is 决算数. */
function headersOf({ levels, role }: GridColumn): readonly string[] {
  const measure = role.kind === 'amount' ? role.aspects.measure : undefined;
  return [levels.join(''), ...(measure === undefined ? [] : [measure])];
}

/** True when a column of a budget states what was spent or what the budget became. */
function contradicts(form: PublishedForm, grids: readonly Grid[]): boolean {
  if (form.kind !== 'budget') return false;
  return grids.flatMap(amountColumns).some(({ role }) => {
    const { measure } = role.aspects;
    return measure === '决算数' || measure === '全年预算数';
  });
}

/** How many rows are looked at to know a form by them. */
const SAMPLE_ROWS = 60;

function sampled(grid: Grid): Grid {
  return { ...grid, lastRow: Math.min(grid.lastRow, grid.dataRow + SAMPLE_ROWS) };
}

/** The share of the rows whose label means something. */
function knownRows(form: PublishedForm, grids: readonly Grid[]): number {
  let rows = 0;
  let known = 0;
  for (const grid of grids) {
    const codes = new CodeReader(grid);
    const classification = classificationOf(form, grid);
    for (const { row, label: text } of gridRows(sampled(grid)).body) {
      const label = rowLabel(text);
      const isKnown =
        TOTAL_WORDS.includes(label) ||
        codes.read(row).kind === 'code' ||
        lineAspects(classification, label) !== undefined;
      rows += 1;
      if (isKnown) known += 1;
    }
  }
  return rows === 0 ? 0 : known / rows;
}
