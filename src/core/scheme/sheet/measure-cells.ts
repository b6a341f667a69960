import { AVERAGE_RULES } from '../../texts/ledger-texts.ts';
import { ALLOWED, MEASURE_CELLS, MEASURE_NAMES } from '../../texts/scheme-sheet-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { plainLabel, sameLabel } from '../../workbook/labels.ts';
import { nearestNames } from '../../workbook/name-index.ts';
import { BASES, type Basis } from '../../ledger/keys.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { MeasureOf, MeasureSpec } from '../measures/measure-spec.ts';
import { STANDARD_MEASURES } from '../measures/standard-measures.ts';
import { fractionOf, percentText } from '../rules/decimal.ts';
import type { Mistakes } from './cell-values.ts';
import type { IndicatorRow, RowCell } from './read-indicator.ts';

/** The columns that say how an indicator's value is computed. */
export interface MeasureCells {
  readonly value: string | null;
  readonly key: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly basis: string | null;
}

const NONE: MeasureCells = { value: null, key: null, numerator: null, denominator: null, basis: null };

/** A measure as cells; people's judgement has none. `readMeasure` reads them back without loss. */
export function measureCells(measure: MeasureSpec | undefined): MeasureCells {
  if (measure === undefined) return NONE;
  const base = { ...NONE, value: MEASURE_NAMES[measure.kind], key: measure.key };
  switch (measure.kind) {
    case 'ratio':
      return { ...base, numerator: measure.numerator, denominator: measure.denominator, basis: measure.basis };
    case 'change':
      return { ...base, numerator: measure.current, denominator: measure.previous, basis: measure.basis };
    case 'payment-progress':
      return {
        ...base,
        numerator: MEASURE_CELLS.month(measure.month),
        denominator: scheduleText(measure.schedule),
        basis: measure.basis ?? null,
      };
    case 'average-execution':
      return {
        ...base,
        numerator: AVERAGE_RULES[measure.definition],
        denominator: measure.peers,
        basis: measure.basis,
      };
    case 'expression':
      return { ...base, numerator: measure.formula, denominator: measure.unit, basis: measure.basis };
    case 'fact':
      return base;
  }
}

type Schedule = MeasureOf<'payment-progress'>['schedule'];

function scheduleText(schedule: Schedule): string {
  if (schedule.kind === 'elapsed') return MEASURE_CELLS.elapsed;
  return MEASURE_CELLS.stated(percentText(schedule.share), schedule.name);
}

const KINDS = Object.keys(MEASURE_NAMES) as readonly MeasureSpec['kind'][];

/**
 * The measure that a row's cells describe; undefined when they describe none, or something that is not allowed, which is told.
 * 取值方式 is one of the kinds, or the name of a rate that ships with its definition; where it is empty, 分子 and 分母 are a ratio.
 */
export function readMeasure(row: IndicatorRow, mistakes: Mistakes): MeasureSpec | undefined {
  const cells = new CellsOfMeasure(row, mistakes);
  const way = cells.text('value');
  if (way === '') {
    if (cells.text('numerator') === '' && cells.text('denominator') === '') return undefined;
    return cells.measure('ratio');
  }
  const kind = KINDS.find((one) => sameLabel(MEASURE_NAMES[one], way));
  if (kind !== undefined) return cells.measure(kind);
  const standard = STANDARD_MEASURES.find(({ id }) => sameLabel(id, way));
  if (standard !== undefined) return standard.measure;
  const near = nearestNames(
    way,
    STANDARD_MEASURES.map(({ id }) => id),
  );
  const names = [...KINDS.map((one) => MEASURE_NAMES[one]), ...near];
  cells.wrong('value', names.join(LIST_SEPARATOR));
  return undefined;
}

type Part = keyof MeasureCells;

class CellsOfMeasure {
  constructor(
    readonly row: IndicatorRow,
    readonly mistakes: Mistakes,
  ) {}

  text(part: Part): string {
    return this.row.cell(part)?.text ?? '';
  }

  /** Tells that a cell is wrong; where the sheet has no such column, the name's cell stands for it. */
  wrong(part: Part, allowed: string): void {
    const cell: RowCell | undefined = this.row.cell(part) ?? this.row.cell('name');
    if (cell !== undefined) this.mistakes.wrong(cell, allowed);
  }

  #read<T>(part: Part, value: T | undefined, allowed: string): T | undefined {
    if (value === undefined) this.wrong(part, allowed);
    return value;
  }

  #need(part: Part): string | undefined {
    const text = this.text(part);
    return this.#read(part, text === '' ? undefined : text, ALLOWED.words);
  }

  #basis(): Basis | undefined {
    const text = plainLabel(this.text('basis'));
    const basis = BASES.find((one) => one === text);
    return this.#read('basis', basis, BASES.join(LIST_SEPARATOR));
  }

  measure(kind: MeasureSpec['kind']): MeasureSpec | undefined {
    const key = this.text('key') || (this.row.cell('name')?.text ?? '');
    switch (kind) {
      case 'ratio': {
        const [numerator, denominator] = [this.#need('numerator'), this.#need('denominator')];
        if (numerator === undefined || denominator === undefined) return undefined;
        return { kind, key, numerator, denominator, basis: this.text('basis') };
      }
      case 'change': {
        const [current, previous] = [this.#need('numerator'), this.#need('denominator')];
        if (current === undefined || previous === undefined) return undefined;
        return { kind, key, current, previous, basis: this.text('basis') };
      }
      case 'payment-progress':
        return this.#progress(kind, key);
      case 'average-execution': {
        const definition = (Object.keys(AVERAGE_RULES) as (keyof typeof AVERAGE_RULES)[]).find((one) =>
          sameLabel(AVERAGE_RULES[one], this.text('numerator')),
        );
        if (definition === undefined) this.wrong('numerator', Object.values(AVERAGE_RULES).join(LIST_SEPARATOR));
        const basis = this.#basis();
        if (definition === undefined || basis === undefined) return undefined;
        return { kind, key, basis, definition, peers: this.text('denominator') };
      }
      case 'expression': {
        const formula = this.#need('numerator');
        const parsed = formula === undefined ? undefined : parseExpression(formula);
        if (parsed?.status === 'fault') this.wrong('numerator', parsed.fault);
        if (formula === undefined || parsed?.status !== 'expression') return undefined;
        return { kind, key, formula, unit: this.text('denominator') || '%', basis: this.text('basis') };
      }
      case 'fact':
        return { kind, key };
    }
  }

  #progress(kind: 'payment-progress', key: string): MeasureSpec | undefined {
    const month = /^(\d{1,2})月末?$/.exec(plainLabel(this.text('numerator')))?.[1];
    const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
    if (!isMonth) this.wrong('numerator', ALLOWED.month);
    const schedule = this.#schedule();
    const basis = this.text('basis') === '' ? undefined : this.#basis();
    if (!isMonth || schedule === undefined || (basis === undefined && this.text('basis') !== '')) return undefined;
    return { kind, key, month: Number(month), schedule, ...(basis === undefined ? {} : { basis }) };
  }

  #schedule(): Schedule | undefined {
    const text = this.text('denominator');
    if (sameLabel(text, MEASURE_CELLS.elapsed)) return { kind: 'elapsed' };
    const [, percent = '', name = ''] = /^([\d.]+[%％])[（(]([\s\S]+)[）)]$/.exec(text) ?? [];
    const share = fractionOf(percent);
    const schedule: Schedule | undefined =
      Number(share ?? 0) > 0 ? { kind: 'stated', share: share ?? '', name } : undefined;
    return this.#read('denominator', schedule, ALLOWED.schedule);
  }
}
