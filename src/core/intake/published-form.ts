import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { MEASURES, type Classification, type Measure } from '../ledger/keys.ts';
import type { AmountUnit } from '../money/amount.ts';
import { exactOf } from '../money/decimal.ts';
import { showAmount } from '../money/prose.ts';
import { READING } from '../texts/intake-texts.ts';
import { DERIVED_SUM } from '../texts/ledger-texts.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { plainLabel, rowLabel } from '../workbook/labels.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { amountFacts, holdsAmount, readCellNumber, type PendingAmount } from './amounts.ts';
import { statedBy, withDefaults, merged, type Aspects } from './aspects.ts';
import { ECONOMIC_CLASSES, FUNCTION_CLASSES } from './class-names.ts';
import { CODE_LENGTHS, CodeReader } from './codes.ts';
import type { Collector } from './collector.ts';
import {
  amountColumns,
  headerText,
  isBlankRow,
  isNoteRow,
  repeatsHeader,
  type AmountGridColumn,
  type Grid,
} from './grid-table.ts';
import { aspectsOf } from './header-words.ts';
import { certainty, type Layout, type Recognition, type TableView } from './layout.ts';
import { reconcileLevels, topsOf, type LevelAmount } from './levels.ts';
import { SumGaps } from './sum-gaps.ts';
import { answeredGrid, answeredLine } from './grid-questions.ts';
import { describeColumns, gridUnits } from './grid-units.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/** A table form that a bureau publishes: what it is called, and what it says wherever a column or a row says nothing. */
export interface PublishedForm {
  readonly name: string;
  /** Matches the title as a plain label, or the sheet's name; anchored so that a longer title of another form does not match. */
  readonly title: RegExp;
  /** The form's number: `公开03表`, `财决04表`, or the beginning of a sheet's name. */
  readonly number?: RegExp;
  /** What every amount is unless its column or row says otherwise. */
  readonly says: Aspects;
  /** Headers that tell the form without its title; each must be found in some column, as plain labels joined over the levels. */
  readonly signature: readonly RegExp[];
  /** What the rows are: codes of a classification, or lines of words. */
  readonly rows: Classification | 'lines';
}

/** How far each hint goes. */
const TITLE = 0.9;
const NUMBER = 0.9;
const SIGNATURE = 0.6;
const ROWS = 0.5;

/** The layout of a published form. */
export function publishedForm(form: PublishedForm): Layout {
  return {
    name: form.name,
    recognise: (view) => {
      const { grid } = view;
      if (grid === undefined) return undefined;
      const hints = hintsFor(form, view, grid);
      if (hints.length === 0) return undefined;
      const recognition: Recognition = {
        confidence: certainty(hints.map(({ weight }) => weight)),
        reasons: hints.map(({ reason }) => reason),
        read: (workbook, collector) => {
          new FormReader(form, answeredGrid(grid, form.name, collector), workbook, collector).read();
        },
      };
      return recognition;
    },
  };
}

function hintsFor(
  form: PublishedForm,
  { sheet }: TableView,
  grid: Grid,
): readonly { weight: number; reason: string }[] {
  const hints: { weight: number; reason: string }[] = [];
  const name = plainLabel(sheet.name);
  const headers = grid.columns.map(({ levels }) => levels.join(''));
  const fits = form.signature.every((pattern) => headers.some((header) => pattern.test(header)));
  if (form.title.test(grid.title) || form.title.test(name))
    hints.push({ weight: TITLE, reason: READING.title(form.name) });
  if (form.number !== undefined && (form.number.test(grid.title) || form.number.test(name))) {
    hints.push({ weight: NUMBER, reason: READING.number });
  }
  // Columns alone are a hint, not a proof; and without them a title stands over something else.
  if (!fits) return [];
  hints.push({ weight: SIGNATURE, reason: READING.columns });
  const known = knownRows(form, grid);
  if (known > 0) hints.push({ weight: ROWS * known, reason: READING.rows(Math.round(known * 100)) });
  return hints;
}

/** The share of the rows with amounts whose label means something. */
function knownRows(form: PublishedForm, grid: Grid): number {
  const codes = new CodeReader(grid);
  let rows = 0;
  let known = 0;
  for (let row = grid.dataRow; row <= Math.min(grid.lastRow, grid.dataRow + 60); row++) {
    if (isBlankRow(grid.sheet, row) || isNoteRow(grid.sheet, row)) continue;
    rows += 1;
    const label = rowLabel(labelAt(grid, row));
    if (TOTAL_WORDS.includes(label) || codes.read(row).kind === 'code' || lineAspects(form, label) !== undefined)
      known += 1;
  }
  return rows === 0 ? 0 : known / rows;
}

/** The label of a row: the text of the last name column that has one, or of any other column before the amounts. */
function labelAt(grid: Grid, row: number): string {
  const first = amountColumns(grid)[0]?.column ?? Number.MAX_SAFE_INTEGER;
  let label = '';
  for (const { column, role } of grid.columns) {
    if (role.kind === 'amount' || column > first) continue;
    if (role.kind === 'other' && role.why !== 'text') continue;
    const text = grid.merges.text(grid.sheet, row, column);
    if (text !== '' && !/^\d+$/.test(text.trim())) label = text;
  }
  return label;
}

/** What a line of words is about, with the classes that forms list by name only. */
function lineAspects(form: PublishedForm, label: string): Aspects | undefined {
  const classification: Classification = form.rows === '经济分类' ? '经济分类' : '功能分类';
  const code = (classification === '功能分类' ? FUNCTION_CLASSES : ECONOMIC_CLASSES).get(label);
  if (code !== undefined) return { side: 'expenditure', subject: { kind: 'class', classification, code } };
  if (label === '') return undefined;
  const said = aspectsOf(label);
  // A label of fillers only, such as 其中, is about nothing.
  return said !== undefined && Object.keys(said).length > 0 ? said : undefined;
}

/** Takes the facts of one table. */
class FormReader {
  readonly #columns: readonly AmountGridColumn[];
  readonly #codes: CodeReader;
  /** The stock whose parts by source of money follow. */
  #stock: Aspects | undefined;

  constructor(
    private readonly form: PublishedForm,
    private readonly grid: Grid,
    private readonly workbook: Workbook,
    private readonly collector: Collector,
  ) {
    this.#columns = amountColumns(grid);
    this.#codes = new CodeReader(grid);
  }

  read(): void {
    const { grid, collector } = this;
    describeColumns(grid, this.form.says, collector);
    if (this.form.says.measure !== undefined) this.#noteMeasure(this.form.says.measure);
    const rows = this.#rows();
    const used = rows.filter(({ row }) => this.#columns.some(({ column }) => holdsAmount(grid.sheet, row, column)));
    // An empty table keeps its frame, and needs no unit.
    if (used.length === 0) return;
    const units = gridUnits(grid, this.#columns, this.form.name, collector);
    if (units === undefined) return;
    this.#take(used, units);
  }

  #noteMeasure(measure: Aspects['measure']): void {
    const known = MEASURES.find((candidate) => candidate === measure);
    if (known !== undefined) this.collector.measures.add(known satisfies Measure);
  }

  #rows(): readonly FormRow[] {
    const { grid, collector } = this;
    const rows: FormRow[] = [];
    for (let row = grid.dataRow; row <= grid.lastRow; row++) {
      if (isBlankRow(grid.sheet, row)) continue;
      if (isNoteRow(grid.sheet, row)) {
        collector.log.row(row, '注');
        continue;
      }
      if (repeatsHeader(grid, row)) {
        collector.log.row(row, '重复表头');
        continue;
      }
      const said = this.#rowAspects(row);
      if (said !== undefined) rows.push({ row, ...said });
    }
    return rows;
  }

  /** What a row is about; reported when it holds amounts and says nothing known. */
  #rowAspects(row: number): Omit<FormRow, 'row'> | undefined {
    const { grid, collector, form } = this;
    const text = labelAt(grid, row);
    const label = rowLabel(text);
    const reading = form.rows === 'lines' ? ({ kind: 'none' } as const) : this.#codes.read(row);
    if (reading.kind === 'code') {
      collector.log.row(
        row,
        (['类', '款', '项'] as const)[CODE_LENGTHS.indexOf(reading.code.length as 3 | 5 | 7)] ?? '明细',
      );
      const classification = form.rows === 'lines' ? '功能分类' : form.rows;
      return { code: reading.code, aspects: { subject: { kind: 'class', classification, code: reading.code } } };
    }
    const isTotal = TOTAL_WORDS.includes(label);
    if (reading.kind === 'bad' && !isTotal) {
      if (this.#holdsAmounts(row)) {
        collector.report(
          finding('code-unclear', { found: reading.found }, [{ sheet: grid.sheet.name, row, column: reading.column }]),
        );
      }
      collector.log.row(row, '未采用');
      return undefined;
    }
    if (isTotal) {
      collector.log.row(row, '合计');
      this.#stock = undefined;
      return { code: '', aspects: this.#totalAspects(label) };
    }
    const said =
      lineAspects(form, label) ?? answeredLine(grid, row, text, form.name, this.#holdsAmounts(row), collector);
    if (said === undefined) {
      collector.log.row(row, '未采用');
      return undefined;
    }
    collector.log.row(row, '明细');
    return { code: undefined, aspects: this.#withStock(said) };
  }

  /** 总计 beside 本年收入合计 and 本年支出合计 also counts what was carried over; elsewhere it is the total. */
  #totalAspects(label: string): Aspects {
    const side: Aspects = label.includes('收入')
      ? { side: 'income' }
      : label.includes('支出')
        ? { side: 'expenditure' }
        : {};
    if (!label.includes('总计') || !this.#balances()) return side;
    const income = (side.side ?? this.#side()) === 'income';
    return income
      ? { side: 'income', subject: { kind: 'line', line: '收入总计' } }
      : { side: 'expenditure', subject: { kind: 'line', line: '支出总计' } };
  }

  #balances(): boolean {
    const { grid } = this;
    for (let row = grid.dataRow; row <= grid.lastRow; row++) {
      if (/^本年(收入|支出)合计$/.test(rowLabel(labelAt(grid, row)))) return true;
    }
    return false;
  }

  /** The side of the table that its columns or its rows speak of. */
  #side(): Aspects['side'] {
    const { grid } = this;
    const stated = this.#columns.find(({ role }) => role.aspects.side !== undefined)?.role.aspects.side;
    if (stated !== undefined) return stated;
    for (let row = grid.dataRow; row <= grid.lastRow; row++) {
      const side = lineAspects(this.form, rowLabel(labelAt(grid, row)))?.side;
      if (side !== undefined) return side;
    }
    return this.form.says.side;
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

  #holdsAmounts(row: number): boolean {
    return this.#columns.some(({ column }) => holdsAmount(this.grid.sheet, row, column));
  }

  #take(rows: readonly FormRow[], units: ReadonlyMap<number, AmountUnit>): void {
    const { grid, collector, workbook, form } = this;
    const gaps = new SumGaps(grid.sheet.name, new Set(rows.map(({ row }) => row)));
    const side = this.#side();
    const pending: (PendingAmount & { readonly place: Place; readonly isFact: boolean })[] = [];
    for (const { row, code, aspects } of rows) {
      for (const gridColumn of this.#columns) {
        const { column, role } = gridColumn;
        if (!holdsAmount(grid.sheet, row, column)) continue;
        const header = headerText(gridColumn);
        const cell: CellRef = { sheet: grid.sheet.name, row, column };
        const both = merged(role.aspects, aspects);
        const complete = both && withDefaults(both, side === undefined ? form.says : { ...form.says, side });
        const stated = complete && statedBy(complete);
        const place = { code, column };
        if (complete === undefined || stated === undefined) {
          collector.log.skip([cell], both === undefined ? READING.crossing : READING.open);
          if (both !== undefined || code === undefined || code === '') continue;
          // 基本支出 of one 科目 is no fact of its own, but the levels of the column must agree and may have to be added up.
          const number = readCellNumber(workbook, grid.sheet, row, column, header, collector);
          if (number === undefined || !gaps.accept(number)) continue;
          const key = `${code}·${header}`;
          pending.push({ key, basis: '', unit: units.get(column) ?? '元', number, header, place, isFact: false });
          continue;
        }
        const number = readCellNumber(
          workbook,
          grid.sheet,
          row,
          column,
          header,
          collector,
          stated.kind === 'count' ? 'number' : 'amount',
        );
        if (number === undefined || !gaps.accept(number)) continue;
        if (stated.kind === 'count') {
          const count = { kind: 'count', count: exactOf(number.decimal), wording: '' } as const;
          collector.fact({ key: stated.key, value: count, unit: '', basis: '', cells: [cell] });
          continue;
        }
        const measure = complete.measure;
        if (measure !== undefined) this.#noteMeasure(measure);
        pending.push({
          key: stated.key,
          basis: stated.basis,
          unit: units.get(column) ?? '元',
          number,
          header,
          place,
          isFact: true,
        });
      }
    }
    gaps.report(collector);
    const facts = amountFacts(pending, collector);
    const byColumn = new Map<number, LevelAmount[]>();
    for (const [index, fact] of facts.entries()) {
      const { place, isFact } = pending[index] ?? {};
      if (isFact === true) collector.fact(fact);
      if (place?.code === undefined) continue;
      const list = byColumn.get(place.column) ?? [];
      if (!list.some(({ code }) => code === place.code)) list.push({ code: place.code, fact });
      byColumn.set(place.column, list);
    }
    for (const [column, amounts] of byColumn) this.#levels(column, amounts, side);
  }

  /** Reconciles the levels of a column; a total that no row states is the sum of the highest ones. */
  #levels(column: number, amounts: readonly LevelAmount[], side: Aspects['side']): void {
    const { collector, form } = this;
    if (form.rows === 'lines') return;
    reconcileLevels(amounts, collector);
    if (amounts.some(({ code }) => code === '')) return;
    const aspects = this.#columns.find((candidate) => candidate.column === column)?.role.aspects ?? {};
    const stated = statedBy(withDefaults(aspects, side === undefined ? form.says : { ...form.says, side }));
    const parts: readonly Fact[] = topsOf(amounts).map(({ fact }) => fact);
    if (stated === undefined || parts.length === 0) return;
    const total = derivedAmount({
      key: stated.key,
      basis: stated.basis,
      parts,
      operation: 'sum',
      rule: DERIVED_SUM(parts.map(({ key }) => key)),
      substitution: DERIVED_SUM(parts.map(plainValue)),
    });
    collector.fact(total);
    const fen = total.value.kind === 'amount' ? total.value.fen : 0n;
    collector.report(finding('total-added-up', { key: stated.key, total: showAmount(fen, '元') }, total.cells));
  }
}

interface FormRow {
  readonly row: number;
  /** The code of a row of a hierarchy, '' for its total; undefined for a line of words. */
  readonly code: string | undefined;
  readonly aspects: Aspects;
}

interface Place {
  readonly code: string | undefined;
  readonly column: number;
}
