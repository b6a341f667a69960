import { finding } from '../findings/finding.ts';
import { derivedAmount } from '../ledger/derived-amount.ts';
import { plainValue, type Fact } from '../ledger/fact.ts';
import { MEASURES, type Classification, type Measure, type StatedMeasure } from '../ledger/keys.ts';
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
  type GridColumn,
} from './grid-table.ts';
import { aspectsOf } from './header-words.ts';
import { certainty, type Layout, type Recognition, type TableView } from './layout.ts';
import { reconcileLevels, topsOf, type LevelAmount } from './levels.ts';
import { SumGaps } from './sum-gaps.ts';
import { describeColumns, gridUnits } from './grid-units.ts';
import { TOTAL_WORDS } from './vocabulary.ts';

/** A table form that a bureau publishes: what it is called, and what it says wherever a column or a row says nothing. */
export interface PublishedForm {
  readonly name: string;
  /** Matches the title as a plain label, or the sheet's name; anchored so that a longer title of another form does not match. */
  readonly title?: RegExp;
  /** Whose form it is: 部门预算公开, 部门决算公开 or 财决. A title of one kind is never that of another. */
  readonly kind: 'budget' | 'account' | 'caijue';
  /** The form's number: `公开03表`, `财决04表`, or the beginning of a sheet's name. */
  readonly number?: RegExp;
  /** What every amount is unless its column or row says otherwise. */
  readonly says: Aspects;
  /** What `预算数` alone means, where that is not what the form says of every amount. */
  readonly budget?: StatedMeasure;
  /** Parts of the form that are tables of their own, and what each says besides. The title or the sheet's name tells them. */
  readonly variants?: readonly { readonly title: RegExp; readonly says: Aspects }[];
  /** Headers that tell the form without its title; each must be found in some column, as plain labels joined over the levels. */
  readonly signature: readonly RegExp[];
  /** What the rows are: codes of a classification, or lines of words. */
  readonly rows: Classification | 'lines';
  /** True when the economic classes stand in the columns, each with its 款 beside it. */
  readonly classColumns?: true;
  /** Rows that are known and that nothing needs, as row labels. */
  readonly ignores?: RegExp;
}

/** How far each hint goes. */
const TITLE = 0.9;
const NUMBER = 0.9;
const SIGNATURE = 0.6;
const ROWS = 0.5;
/** Less than what makes sure, so that it becomes a question. */
const DOUBTFUL = 0.5;

/** The layout of a published form. */
export function publishedForm(form: PublishedForm): Layout {
  return {
    name: form.name,
    recognise: (view) => {
      const { grid } = view;
      if (grid === undefined) return undefined;
      const hints = hintsFor(form, view, grid);
      if (hints.length === 0) return undefined;
      const says = { ...form.says, ...variantOf(form, view.sheet.name, grid.title)?.says };
      const recognition: Recognition = {
        // A title over columns of another form is a contradiction that only a person can resolve.
        confidence: contradicts(form, grid) ? DOUBTFUL : certainty(hints.map(({ weight }) => weight)),
        reasons: hints.map(({ reason }) => reason),
        read: (workbook, collector) => {
          new FormReader({ ...form, says }, grid, view.isBlock, workbook, collector).read();
        },
      };
      return recognition;
    },
  };
}

/** The columns of 财决05 and 财决08: 工资福利支出 with its 小计 is a class, 基本工资 beside it is one of its 款 and not taken. */
function withClassColumns(grid: Grid): Grid {
  const columns = grid.columns.map((column): GridColumn => {
    const [group = '', ...levels] = column.levels;
    const code = ECONOMIC_CLASSES.get(group);
    if (code === undefined || column.role.kind === 'name' || column.role.kind === 'code') return column;
    if (levels.some((level) => level !== '小计' && level !== '合计')) {
      return { ...column, role: { kind: 'other', why: 'detail' } };
    }
    const subject = { kind: 'class', classification: '经济分类', code } as const;
    return { ...column, role: { kind: 'amount', aspects: { side: 'expenditure', subject }, unit: undefined } };
  });
  return { ...grid, columns };
}

function variantOf(form: PublishedForm, sheet: string, title: string): { readonly says: Aspects } | undefined {
  const name = plainLabel(sheet);
  return form.variants?.find((variant) => variant.title.test(name) || variant.title.test(title));
}

/** True when a column of a budget states what was spent or what the budget became. */
function contradicts(form: PublishedForm, grid: Grid): boolean {
  return amountColumns(grid).some(({ role }) => {
    const { measure } = role.aspects;
    return form.kind === 'budget' && (measure === '决算数' || measure === '全年预算数');
  });
}

/** What makes the kind of a form: its number, or how the software names its sheets. */
const CAIJUE = /财决(附)?\d\d|^(Z|F)\d\d/;

function hintsFor(
  form: PublishedForm,
  { sheet }: TableView,
  grid: Grid,
): readonly { weight: number; reason: string }[] {
  const hints: { weight: number; reason: string }[] = [];
  const name = plainLabel(sheet.name);
  const headers = grid.columns.map(({ levels }) => levels.join(''));
  const fits = form.signature.every((pattern) => headers.some((header) => pattern.test(header)));
  if ((form.kind === 'caijue') !== (CAIJUE.test(name) || CAIJUE.test(grid.title))) return [];
  if (form.title !== undefined && (form.title.test(grid.title) || form.title.test(name)))
    hints.push({ weight: TITLE, reason: READING.title(form.name) });
  if (form.number !== undefined && (form.number.test(grid.title) || form.number.test(name))) {
    hints.push({ weight: NUMBER, reason: READING.number });
  }
  // Columns alone are a hint, not a proof; and without them a title stands over something else.
  if (!fits) return [];
  // Without a title only codes tell a form from any other table with such columns.
  if (hints.length === 0 && (form.rows === 'lines' || !new CodeReader(grid).hasCodes)) return [];
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
    if (
      TOTAL_WORDS.includes(label) ||
      codes.read(row).kind === 'code' ||
      lineAspects(classificationOf(form, grid), label) !== undefined
    )
      known += 1;
  }
  return rows === 0 ? 0 : known / rows;
}

/** The label of a row: the text of the last name column that has one, or of any other column before the amounts. */
function labelAt(grid: Grid, row: number): string {
  const first = amountColumns(grid)[0]?.column ?? Number.MAX_SAFE_INTEGER;
  let label = '';
  for (const { column, role } of grid.columns) {
    if (role.kind === 'amount' || role.kind === 'unknown' || column > first) continue;
    if (role.kind === 'other' && role.why !== 'text') continue;
    const text = grid.merges.text(grid.sheet, row, column);
    if (text !== '' && !/^\d+$/.test(text.trim())) label = text;
  }
  return label;
}

/** Which classification the names of classes are of: that of the form, or what the head of the names says. */
function classificationOf(form: PublishedForm, grid: Grid): Classification {
  if (form.rows === '经济分类') return '经济分类';
  const heads = grid.columns.filter(({ role }) => role.kind === 'name').map(({ levels }) => levels.join(''));
  return heads.some((head) => head.includes('经济分类')) ? '经济分类' : '功能分类';
}

/** What a line of words is about, with the classes that forms list by name only. */
function lineAspects(classification: Classification, label: string): Aspects | undefined {
  const code = (classification === '功能分类' ? FUNCTION_CLASSES : ECONOMIC_CLASSES).get(label);
  if (code !== undefined) return { side: 'expenditure', subject: { kind: 'class', classification, code } };
  if (label === '') return undefined;
  const said = aspectsOf(label);
  // A label of fillers only, such as 其中, is about nothing.
  return said !== undefined && Object.keys(said).length > 0 ? said : undefined;
}

/** Takes the facts of one table. */
class FormReader {
  private readonly grid: Grid;
  readonly #columns: readonly AmountGridColumn[];
  readonly #codes: CodeReader;
  readonly #classification: Classification;
  /** What every column says, or else the form: the rows divide it. */
  readonly #whole: Aspects['subject'];
  /** The stock whose parts by source of money follow. */
  #stock: Aspects | undefined;

  constructor(
    private readonly form: PublishedForm,
    grid: Grid,
    /** True for one of several blocks side by side: its rows alone make no total of the form. */
    private readonly isBlock: boolean,
    private readonly workbook: Workbook,
    private readonly collector: Collector,
  ) {
    this.grid = form.classColumns === true ? withClassColumns(grid) : grid;
    this.#columns = amountColumns(this.grid);
    this.#codes = new CodeReader(grid);
    this.#classification = classificationOf(form, grid);
    const [first, ...others] = this.#columns.map(({ role }) => role.aspects.subject);
    const isShared = first?.kind === 'category' && others.every((other) => sameSubject(other, first));
    this.#whole = isShared ? first : form.says.subject;
  }

  read(): void {
    const { grid, collector } = this;
    describeColumns(grid, this.form.says, this.form.name, collector);
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
    if (form.ignores?.test(label) === true) {
      collector.log.row(row, '未采用');
      const cells = this.#columns.filter(({ column }) => holdsAmount(grid.sheet, row, column));
      if (cells.length > 0) {
        collector.log.skip(
          cells.map(({ column }) => ({ sheet: grid.sheet.name, row, column })),
          READING.ignoredRow,
        );
      }
      return undefined;
    }
    const said = this.#answered(label) ?? this.#lineOf(label);
    if (said === undefined) {
      collector.log.row(row, '未采用');
      if (this.#holdsAmounts(row) && this.collector.answers.find('行', label, form.name) === undefined) {
        const column = grid.columns.find(({ role }) => role.kind === 'name')?.column ?? grid.columns[0]?.column ?? 0;
        collector.report(
          finding('row-unknown', { label: text || READING.noLabel }, [{ sheet: grid.sheet.name, row, column }]),
        );
      }
      return undefined;
    }
    if (form.rows !== 'lines' && this.#isTotal(said)) {
      collector.log.row(row, '合计');
      return { code: '', aspects: said };
    }
    collector.log.row(row, '明细');
    return { code: undefined, aspects: this.#withStock(said) };
  }

  /** 人员经费合计 under the classes of 人员经费: what the rows of a block make up. */
  #isTotal({ subject }: Aspects): boolean {
    return this.isBlock && subject?.kind === 'category' && this.#whole !== undefined;
  }

  #answered(label: string): Aspects | undefined {
    const means = this.collector.answers.find('行', label, this.form.name);
    return means === undefined ? undefined : aspectsOf(plainLabel(means).replaceAll('.', ''));
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
      if (/^(本年(收入|支出)(合计)?|上年结转.*|年[初末].*结转.*|结转下年)$/.test(rowLabel(labelAt(grid, row))))
        return true;
    }
    return false;
  }

  /** The side of the table that its columns or its rows speak of. */
  #side(): Aspects['side'] {
    const { grid } = this;
    const stated = this.#columns.find(({ role }) => role.aspects.side !== undefined)?.role.aspects.side;
    if (stated !== undefined) return stated;
    for (let row = grid.dataRow; row <= grid.lastRow; row++) {
      const side = lineAspects(this.#classification, rowLabel(labelAt(grid, row)))?.side;
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

  /** A line of words; in a table without names every row is about what its columns say. */
  #lineOf(label: string): Aspects | undefined {
    const hasNames = this.grid.columns.some(({ role }) => role.kind === 'name' || role.kind === 'code');
    return label === '' && !hasNames ? {} : lineAspects(this.#classification, label);
  }

  /** What a cell is about: its column and its row joined, with what the form says about the rest. Undefined when they contradict. */
  #complete(column: Aspects, row: Aspects, side: Aspects['side']): Aspects | undefined {
    const { form } = this;
    const { subject, ...rest } = column;
    // A class of a part, 功能分类 within 基本支出, is no amount of the class as a whole.
    const isPart = this.#whole !== undefined && form.rows === '功能分类';
    if (isPart && (subject?.kind === 'class' || row.subject?.kind === 'class')) return undefined;
    // Rows divide what the whole table is about; said again by a column, it is no second division.
    const own = row.subject !== undefined && sameSubject(subject, this.#whole) ? rest : column;
    const both = merged(own, row);
    if (both === undefined) return undefined;
    const whole = this.#whole === undefined ? {} : { subject: this.#whole };
    const budget = both.budget === true && both.prior !== true && both.measure === undefined ? form.budget : undefined;
    const said = budget === undefined ? both : { ...both, measure: budget };
    return withDefaults(said, { ...form.says, ...whole, ...(side === undefined ? {} : { side }) });
  }

  #holdsAmounts(row: number): boolean {
    return this.#columns.some(({ column }) => holdsAmount(this.grid.sheet, row, column));
  }

  #take(rows: readonly FormRow[], units: ReadonlyMap<number, AmountUnit>): void {
    const { grid, collector, workbook } = this;
    const gaps = new SumGaps(grid.sheet.name, new Set(rows.map(({ row }) => row)));
    const side = this.#side();
    const pending: (PendingAmount & { readonly place: Place; readonly isFact: boolean })[] = [];
    for (const { row, code, aspects } of rows) {
      for (const gridColumn of this.#columns) {
        const { column, role } = gridColumn;
        if (!holdsAmount(grid.sheet, row, column)) continue;
        const header = headerText(gridColumn);
        const cell: CellRef = { sheet: grid.sheet.name, row, column };
        const complete = this.#complete(role.aspects, aspects, side);
        const stated = complete && statedBy(complete);
        const place = { code, column };
        if (complete === undefined || stated === undefined) {
          collector.log.skip(
            [cell],
            complete === undefined ? READING.crossing : complete.stock === undefined ? READING.open : READING.plan,
          );
          if (complete !== undefined || code === undefined || code === '') continue;
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
    if (this.isBlock && sameSubject(this.#whole, form.says.subject)) return;
    const aspects = this.#columns.find((candidate) => candidate.column === column)?.role.aspects ?? {};
    const complete = this.#complete(aspects, {}, side);
    const stated = complete && statedBy(complete);
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

function sameSubject(a: Aspects['subject'], b: Aspects['subject']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
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
