import { finding } from '../findings/finding.ts';
import type { Classification } from '../ledger/keys.ts';
import { READING } from '../texts/intake-texts.ts';
import { rowLabel } from '../workbook/labels.ts';
import { statedBy, type Aspects, type Stated } from './aspects.ts';
import { meaningOf, sameSubject, themeOf, type BlockTheme, type CellMeaning } from './cell-meaning.ts';
import { CODE_LENGTHS, CodeReader } from './codes.ts';
import type { Collector } from './collector.ts';
import { classificationOf, lineAspects } from './form-lines.ts';
import { answeredLine } from './grid-questions.ts';
import { amountColumns, type AmountGridColumn, type Grid } from './grid-table.ts';
import { gridRows, type BodyRow, type GridRows } from './grid-rows.ts';
import type { PublishedForm } from './published-form.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/** Where a row stands among the others: what it adds up to and what it adds up. */
export type RowPlace =
  | { readonly kind: 'total' }
  | { readonly kind: 'code'; readonly code: string }
  /** The sum of the rows since the last subtotal. */
  | { readonly kind: 'subtotal' }
  | { readonly kind: 'line' };

/** A row of a form that holds amounts, and what it says about them. */
export interface FormRow extends BodyRow {
  readonly place: RowPlace;
  readonly aspects: Aspects;
}

const CODE_CLASSES = ['类', '款', '项'] as const;

/** One block of a published form: what its rows and columns say together. */
export class FormBlock {
  readonly columns: readonly AmountGridColumn[];
  readonly classification: Classification;
  /** The rows that hold amounts and say something known. */
  readonly rows: readonly FormRow[];
  /** True when rows with amounts had to be left out: what is left makes no total. */
  readonly hasGaps: boolean;
  readonly #codes: CodeReader;
  readonly #grid: GridRows;
  readonly #theme: BlockTheme;
  readonly #totals = new Map<number, Stated | undefined>();
  /** The stock whose parts by source of money follow. */
  #stock: Aspects | undefined;

  /** @param isPart true for one of several blocks side by side */
  constructor(
    private readonly form: PublishedForm,
    private readonly grid: Grid,
    isPart: boolean,
    private readonly collector: Collector,
  ) {
    this.columns = amountColumns(grid);
    this.classification = classificationOf(form, grid);
    this.#codes = new CodeReader(grid);
    this.#grid = gridRows(grid);
    const labels = this.#grid.body.map(({ label }) => rowLabel(label));
    this.#theme = themeOf(form, this.columns, labels, this.classification, isPart);
    const { rows, hasGaps } = this.#read();
    this.rows = rows;
    this.hasGaps = hasGaps;
  }

  /** What a cell is about: its column and its row joined, with what the form says about the rest. */
  complete(column: Aspects, row: Aspects): CellMeaning {
    return meaningOf(this.form, this.#theme, column, row);
  }

  /** What the total of a column is. */
  totalOf({ column, role }: AmountGridColumn): Stated | undefined {
    if (!this.#totals.has(column)) {
      const meaning = this.complete(role.aspects, {});
      this.#totals.set(column, meaning.kind === 'meaning' ? statedBy(meaning.aspects) : undefined);
    }
    return this.#totals.get(column);
  }

  /** The cells that say what the amounts are: the header over them and the words beside them. */
  get words(): readonly { readonly row: number; readonly column: number }[] {
    const { headerTop, dataRow, columns } = this.grid;
    const header = Array.from({ length: dataRow - headerTop }, (_, level) => headerTop + level);
    return [
      ...header.flatMap((row) => columns.map(({ column }) => ({ row, column }))),
      ...this.#grid.body.flatMap(({ row }) => this.#grid.labels.map((column) => ({ row, column }))),
    ];
  }

  #read(): { rows: readonly FormRow[]; hasGaps: boolean } {
    const { body, notes, repeats } = this.#grid;
    const { log } = this.collector;
    for (const row of notes) log.row(row, '注');
    for (const row of repeats) log.row(row, '重复表头');
    const rows: FormRow[] = [];
    let hasGaps = false;
    const firstRows = new Map<string, number>();
    const units: BodyRow[] = [];
    const isByUnit = isTableOfUnits(this.grid);
    for (const each of body) {
      const label = rowLabel(each.label);
      if (isByUnit && !TOTAL_WORDS.includes(label)) {
        units.push(each);
        continue;
      }
      const said = this.#aspectsOf(each, label);
      if (said === 'unknown') hasGaps ||= each.amounts.length > 0;
      else if (said !== undefined && each.entries.length > 0) {
        this.#noteRepeated(said.place, each, firstRows);
        rows.push({ ...each, ...said });
      }
    }
    if (units.length > 0) hasGaps = this.#takeUnits(units, rows) || hasGaps;
    return { rows, hasGaps };
  }

  /** A code lost in a lower level leaves that of the level above a second time. */
  #noteRepeated(place: RowPlace, { row, amounts }: BodyRow, firstRows: Map<string, number>): void {
    if (place.kind !== 'code' || amounts.length === 0) return;
    const first = firstRows.get(place.code);
    firstRows.set(place.code, first ?? row);
    if (first === undefined) return;
    const column = this.grid.columns.find(({ role }) => role.kind === 'code')?.column ?? this.#grid.labels[0] ?? 0;
    const sheet = this.grid.sheet.name;
    this.collector.report(
      finding('code-repeated', { code: place.code }, [
        { sheet, row: first, column },
        { sheet, row, column },
      ]),
    );
  }

  /** The rows of a table by units: of one unit they are the total, of several only a total row is. @returns whether any was lost */
  #takeUnits(units: readonly BodyRow[], rows: FormRow[]): boolean {
    const { log } = this.collector;
    const used = units.filter(({ amounts }) => amounts.length > 0);
    const [first] = used;
    if (first === undefined) return false;
    const hasTotal = rows.length > 0;
    if (used.length === 1 && !hasTotal) {
      log.row(first.row, '明细');
      rows.push({ ...first, place: { kind: 'total' }, aspects: {} });
      return false;
    }
    for (const each of used) {
      log.row(each.row, hasTotal ? '明细' : '未采用');
      if (hasTotal) this.#skip(each, READING.unitRow);
      else this.#reportUnknown(each);
    }
    return !hasTotal;
  }

  /** What a row is about. 'unknown' when it says nothing known, undefined when nothing needs it. */
  #aspectsOf(each: BodyRow, label: string): Pick<FormRow, 'place' | 'aspects'> | 'unknown' | undefined {
    const { collector, form, classification } = this;
    const { row } = each;
    const isTotal = TOTAL_WORDS.includes(label);
    const reading = form.rows === 'lines' ? ({ kind: 'none' } as const) : this.#codes.read(row);
    if (reading.kind === 'code') {
      const { code } = reading;
      collector.log.row(row, CODE_CLASSES[CODE_LENGTHS.indexOf(code.length as 3 | 5 | 7)] ?? '明细');
      return { place: { kind: 'code', code }, aspects: { subject: { kind: 'class', classification, code } } };
    }
    if (isTotal && this.#theme.hasTotal) return this.#total(row, this.#totalAspects(label));
    if (reading.kind === 'bad' && !isTotal) {
      collector.log.row(row, '未采用');
      const cell = { sheet: this.grid.sheet.name, row, column: reading.column };
      if (each.amounts.length > 0) collector.report(finding('code-unclear', { found: reading.found }, [cell]));
      return 'unknown';
    }
    if (form.ignores?.test(label) === true) {
      collector.log.row(row, '未采用');
      this.#skip(each, READING.ignoredRow);
      return undefined;
    }
    if (form.rows !== 'lines' && label === '小计') {
      collector.log.row(row, '合计');
      return { place: { kind: 'subtotal' }, aspects: {} };
    }
    const said =
      (isTotal ? undefined : this.#lineOf(label)) ??
      answeredLine(this.grid, row, each.label, form.name, each.amounts.length > 0, collector);
    if (said === undefined) {
      collector.log.row(row, '未采用');
      return 'unknown';
    }
    // 人员经费合计 under the classes of 人员经费, 经济分类支出合计 over them.
    const { whole } = this.#theme;
    if (whole !== undefined && sameSubject(said.subject, whole)) return this.#total(row, said);
    if (Object.keys(said).every((name) => name === 'side')) return this.#total(row, said);
    collector.log.row(row, '明细');
    const aspects = this.#withStock(said);
    const { subject } = aspects;
    const place: RowPlace = subject?.kind === 'class' ? { kind: 'code', code: subject.code } : { kind: 'line' };
    return { place, aspects };
  }

  #total(row: number, aspects: Aspects): Pick<FormRow, 'place' | 'aspects'> {
    this.collector.log.row(row, '合计');
    this.#stock = undefined;
    return { place: { kind: aspects.subject?.kind === 'line' ? 'line' : 'total' }, aspects };
  }

  /** 总计 beside 本年收入合计 and 本年支出合计 also counts what was carried over; elsewhere it is the total. */
  #totalAspects(label: string): Aspects {
    const side: Aspects = label.includes('收入')
      ? { side: 'income' }
      : label.includes('支出')
        ? { side: 'expenditure' }
        : {};
    if (!label.includes('总计') || !this.#theme.balances) return side;
    return (side.side ?? this.#theme.side) === 'income'
      ? { side: 'income', subject: { kind: 'line', line: '收入总计' } }
      : { side: 'expenditure', subject: { kind: 'line', line: '支出总计' } };
  }

  /** Under 年初财政拨款结转和结余 stand its parts by source of money. */
  #withStock(said: Aspects): Aspects {
    if (said.stock !== undefined) {
      this.#stock = said;
      return said;
    }
    const isPart = Object.keys(said).every((name) => name === 'basis') && this.#stock !== undefined;
    if (isPart) return { ...this.#stock, ...said };
    this.#stock = undefined;
    return said;
  }

  /** A line of words; in a table without names every row is about what its columns say. */
  #lineOf(label: string): Aspects | undefined {
    const hasNames = this.grid.columns.some(({ role }) => role.kind === 'name' || role.kind === 'code');
    if (label === '' && !hasNames) return {};
    const said = lineAspects(this.classification, label);
    // Under codes a class may be income as well: whose side it is, the columns say.
    return said?.subject?.kind === 'class' && this.form.rows !== 'lines' ? { subject: said.subject } : said;
  }

  #reportUnknown({ row, label }: BodyRow): void {
    const { columns, sheet } = this.grid;
    const column = columns.find(({ role }) => role.kind === 'name')?.column ?? columns[0]?.column ?? 0;
    this.collector.report(
      finding('row-unknown', { label: label || READING.noLabel }, [{ sheet: sheet.name, row, column }]),
    );
  }

  #skip({ row, amounts }: BodyRow, reason: string): void {
    const sheet = this.grid.sheet.name;
    if (amounts.length > 0) {
      this.collector.log.skip(
        amounts.map((column) => ({ sheet, row, column })),
        reason,
      );
    }
  }
}

function isTableOfUnits({ columns }: Grid): boolean {
  const kinds = columns.map(({ role }) => role.kind);
  return kinds.includes('unit') && !kinds.includes('name') && !kinds.includes('code');
}
