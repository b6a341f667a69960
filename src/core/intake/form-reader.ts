import { finding } from '../findings/finding.ts';
import { MEASURES } from '../ledger/keys.ts';
import type { AmountUnit } from '../money/amount.ts';
import { exactOf } from '../money/decimal.ts';
import { READING } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR, SIDES, WORD_CELLS } from '../texts/terms.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { amountFacts, readCellNumber, type CellNumber, type PendingAmount } from './amounts.ts';
import { statedBy, type Aspects } from './aspects.ts';
import type { Collector } from './collector.ts';
import type { CellMeaning } from './cell-meaning.ts';
import { FormBlock, type FormRow, type RowPlace } from './form-block.ts';
import { withFormColumns } from './form-columns.ts';
import { FormTotals } from './form-totals.ts';
import { headerText, type AmountGridColumn, type Grid } from './grid-table.ts';
import { answeredGrid } from './grid-questions.ts';
import { describeColumns, gridUnits } from './grid-units.ts';
import type { TableView } from './layout.ts';
import { joinedFunds, ownFundIn, type FundFact, type OwnFund } from './own-funds.ts';
import type { PublishedForm } from './published-form.ts';
import { SumGaps } from './sum-gaps.ts';

/** Takes the facts of one table, whose blocks may stand side by side. */
export function readForm(form: PublishedForm, view: TableView, workbook: Workbook, collector: Collector): void {
  const [first] = view.grids;
  if (first === undefined) return;
  const own = { ...form, says: { ...form.says, ...variantOf(form, view.sheet.name, first.title)?.says } };
  const grids = view.grids.map((grid) => answeredGrid(withFormColumns(own, grid), own.name, collector));
  const whole = joined(view, first, grids);
  describeColumns(whole, own.says, collector);
  noteMeasure(own.says.measure, collector);
  const blocks = grids.map((grid) => new FormBlock(own, grid, grids.length > 1, collector));
  for (const block of blocks) collector.wordErrors(view.sheet, block.words, WORD_CELLS.table);
  // An empty table keeps its frame, and needs no unit.
  if (blocks.every(({ rows }) => rows.length === 0)) return;
  const columns = blocks.flatMap((block) => block.columns);
  const units = gridUnits(whole, columns, own.name, collector);
  if (units !== undefined) new FormReader(own, whole, units, workbook, collector).read(blocks);
}

function variantOf(form: PublishedForm, sheet: string, title: string): { readonly says: Aspects } | undefined {
  const name = plainLabel(sheet);
  return form.variants?.find((variant) => variant.title.test(name) || variant.title.test(title));
}

/** The blocks as one table, whose unit may stand over or under any of them. */
function joined({ sheet }: TableView, first: Grid, grids: readonly Grid[]): Grid {
  return {
    ...first,
    sheet,
    dataRow: Math.max(...grids.map(({ dataRow }) => dataRow)),
    lastRow: Math.max(...grids.map(({ lastRow }) => lastRow)),
    columns: grids.flatMap(({ columns }) => columns),
  };
}

function noteMeasure(measure: Aspects['measure'], collector: Collector): void {
  const known = MEASURES.find((candidate) => candidate === measure);
  if (known !== undefined) collector.measures.add(known);
}

/** An amount of the table with its place; one that is no fact is there for the levels of its column to agree. */
interface PlacedAmount extends PendingAmount {
  readonly block: FormBlock;
  readonly column: AmountGridColumn;
  readonly place: RowPlace;
  readonly isFact: boolean;
  /** The part of 其他资金 that its row or its column names. */
  readonly fund: OwnFund | undefined;
}

class FormReader {
  readonly #pending: PlacedAmount[] = [];
  /** Columns of which no one says what measure they state. */
  readonly #unclear = new Set<number>();
  /** Cells by column whose row and column cannot both be true. */
  readonly #contradictions = new Map<number, { label: string; column: AmountGridColumn; cells: CellRef[] }>();

  constructor(
    private readonly form: PublishedForm,
    private readonly whole: Grid,
    private readonly units: ReadonlyMap<number, AmountUnit>,
    private readonly workbook: Workbook,
    private readonly collector: Collector,
  ) {}

  read(blocks: readonly FormBlock[]): void {
    const { collector, whole } = this;
    const inUse = new Set(blocks.flatMap(({ rows }) => rows.map(({ row }) => row)));
    const gaps = new SumGaps(whole.sheet.name, inUse);
    for (const block of blocks) {
      const columns = new Map(block.columns.map((column) => [column.column, column]));
      for (const row of block.rows) {
        for (const at of row.entries) {
          const column = columns.get(at);
          if (column !== undefined) this.#take(block, row, column, gaps);
        }
      }
    }
    gaps.report(collector);
    this.#reportContradictions();
    const totals = new FormTotals(
      blocks.some(({ hasGaps }) => hasGaps),
      collector,
    );
    const facts: FundFact[] = [];
    for (const [index, fact] of amountFacts(this.#pending, collector).entries()) {
      const amount = this.#pending[index];
      if (amount === undefined) continue;
      if (amount.isFact) facts.push({ fact, fund: amount.fund });
      totals.add({ ...amount, fact });
    }
    facts.push(...totals.settle());
    for (const fact of joinedFunds(facts, collector)) collector.fact(fact);
  }

  #take(block: FormBlock, row: FormRow, column: AmountGridColumn, gaps: SumGaps): void {
    const { collector } = this;
    const { place } = row;
    const fund = ownFundIn(rowLabel(row.label)) ?? ownFundIn(headerText(column));
    const cell = { sheet: this.whole.sheet.name, row: row.row, column: column.column };
    const meaning = block.complete(column.role.aspects, row.aspects);
    const aspects = meaning.kind === 'meaning' ? meaning.aspects : undefined;
    const stated = place.kind === 'subtotal' || aspects === undefined ? undefined : statedBy(aspects);
    if (stated === undefined) {
      if (place.kind !== 'subtotal') this.#leaveOut(meaning, row, column, cell);
      // 基本支出 of one 科目 is no fact of its own, but the levels of the column must agree and may have to be added up.
      const name = placeName(place);
      const number = name === undefined ? undefined : this.#number(row.row, column, 'amount', gaps);
      if (number === undefined) return;
      const key = `${name ?? ''}·${headerText(column)}`;
      this.#pending.push({ ...this.#amount(key, '', number, column), block, column, place, isFact: false, fund });
      return;
    }
    const number = this.#number(row.row, column, stated.kind === 'count' ? 'number' : 'amount', gaps);
    if (number === undefined) return;
    if (stated.kind === 'count') {
      const count = { kind: 'count', count: exactOf(number.decimal), wording: '' } as const;
      collector.fact({ key: stated.key, value: count, unit: '', basis: '', cells: [cell] });
      return;
    }
    noteMeasure(aspects?.measure, collector);
    const amount = this.#amount(stated.key, stated.basis, number, column);
    this.#pending.push({ ...amount, block, column, place, isFact: true, fund });
  }

  /** Tells why a cell makes no fact; reports it when that is not how the form is made. */
  #leaveOut(meaning: CellMeaning, { label }: FormRow, column: AmountGridColumn, cell: CellRef): void {
    const { log } = this.collector;
    const aspects = meaning.kind === 'meaning' ? meaning.aspects : undefined;
    if (meaning.kind === 'crossing' || aspects?.subject?.kind === 'class') log.skip([cell], READING.crossing);
    else if (meaning.kind === 'sideless') {
      log.skip([cell], READING.sideless);
      this.#askMeaning(SIDES, column);
    } else if (aspects?.stock !== undefined && aspects.subject === undefined) log.skip([cell], READING.plan);
    else if (aspects !== undefined && aspects.measure === undefined) {
      log.skip([cell], READING.open);
      const budgets = MEASURES.filter((measure) => measure.endsWith('预算数'));
      this.#askMeaning(aspects.budget === true ? budgets : MEASURES, column);
    } else {
      log.skip([cell], READING.contradiction);
      const known = this.#contradictions.get(column.column);
      if (known === undefined) this.#contradictions.set(column.column, { label, column, cells: [cell] });
      else known.cells.push(cell);
    }
  }

  #number(row: number, column: AmountGridColumn, kind: 'amount' | 'number', gaps: SumGaps): CellNumber | undefined {
    const { workbook, whole, collector } = this;
    const header = headerText(column);
    const number = readCellNumber(workbook, whole.sheet, row, column.column, header, collector, kind);
    return number !== undefined && gaps.accept(number) ? number : undefined;
  }

  #amount(key: string, basis: string, number: CellNumber, column: AmountGridColumn): PendingAmount {
    return { key, basis, unit: this.units.get(column.column) ?? '元', number, header: headerText(column) };
  }

  /** 预算数 in a form that has more than one budget, no measure at all, or no side, is a question, asked once a column. */
  #askMeaning(alternatives: readonly string[], column: AmountGridColumn): void {
    if (this.#unclear.has(column.column)) return;
    this.#unclear.add(column.column);
    const [header, form] = [headerText(column), this.form.name];
    const cells = [{ sheet: this.whole.sheet.name, row: this.whole.headerTop, column: column.column }];
    // An answer that the column can have was taken with the header; what is left is open.
    this.collector.ask({ about: '列', label: header, form, alternatives, cells }, () => undefined);
    const params = { header, form, alternatives: alternatives.join(LIST_SEPARATOR) };
    this.collector.report(finding('meaning-unclear', params, cells));
  }

  #reportContradictions(): void {
    for (const { label, column, cells } of this.#contradictions.values()) {
      const params = { row: label || READING.noLabel, header: headerText(column), form: this.form.name };
      this.collector.report(finding('meaning-contradicts', params, cells));
    }
  }
}

function placeName(place: RowPlace): string | undefined {
  switch (place.kind) {
    case 'code':
      return place.code;
    case 'total':
      return READING.total;
    case 'subtotal':
      return READING.subtotal;
    case 'line':
      return undefined;
  }
}
