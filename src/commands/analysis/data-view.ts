import type { Intake, SheetReading } from '../../core/intake/intake.ts';
import type { AskedQuestion } from '../../core/intake/question.ts';
import type { TableReading } from '../../core/intake/table-reading.ts';
import { plainValue, type Fact } from '../../core/ledger/fact.ts';
import { INSPECTION } from '../../core/texts/inspection-texts.ts';
import { showRange } from '../../core/workbook/cell-ranges.ts';
import { placesOf, type Place } from './place.ts';

/** One thing the workbook says, or that follows from it. */
export interface FactView {
  readonly key: string;
  readonly kind: Fact['value']['kind'];
  /** The bare value in the unit: `2401712.36`, `98.20`, `664`; text as it is. */
  readonly value: string;
  /** 元, %, a measure word, or empty. */
  readonly unit: string;
  readonly basis: string;
  readonly places: readonly Place[];
  /** True for a value that no cell states. */
  readonly derived: boolean;
}

export interface TableView {
  readonly form: string;
  readonly range: string;
  /** `元（写在表中）`; empty for tables without amounts. */
  readonly unit: string;
  /** How sure, in %. */
  readonly confidence: number;
  readonly columns: readonly { readonly header: string; readonly meaning: string }[];
  readonly facts: number;
  readonly skipped: readonly { readonly places: readonly Place[]; readonly reason: string }[];
}

export interface SheetView {
  readonly name: string;
  readonly tables: readonly TableView[];
  /** What was passed over and why; the whole sheet when there is no range. */
  readonly passed: readonly { readonly range?: string; readonly reason: string }[];
  /** What its cells state, in the order of the ledger. */
  readonly facts: readonly FactView[];
}

export interface QuestionView {
  readonly about: AskedQuestion['about'];
  readonly label: string;
  readonly form?: string;
  readonly alternatives: readonly string[];
  readonly chosen?: string;
  readonly places: readonly Place[];
}

/** What was recognised and taken from the workbook. */
export interface DataView {
  readonly sheets: readonly SheetView[];
  /** Facts that follow from those of the sheets. */
  readonly derived: readonly FactView[];
  readonly questions: readonly QuestionView[];
}

/** @param rates the facts that evaluating added to those of the ledger */
export function dataView({ sheets, questions, ledger }: Intake, rates: readonly Fact[]): DataView {
  const derived: FactView[] = [];
  const bySheet = new Map<string, FactView[]>(sheets.map(({ name }) => [name, []]));
  for (const fact of [...ledger.facts(), ...rates]) {
    const own = bySheet.get(fact.cells[0]?.sheet ?? '');
    const isDerived = fact.trace !== undefined || fact.derivation !== undefined || own === undefined;
    (isDerived ? derived : own).push(factView(fact, isDerived));
  }
  return {
    sheets: sheets.map((sheet) => sheetView(sheet, bySheet.get(sheet.name) ?? [])),
    derived,
    questions: questions.map(questionView),
  };
}

function factView(fact: Fact, derived: boolean): FactView {
  const { key, unit, basis, cells, value } = fact;
  return { key, kind: value.kind, value: plainValue(fact), unit, basis, places: placesOf(cells), derived };
}

function sheetView({ name, tables, passed }: SheetReading, facts: readonly FactView[]): SheetView {
  return {
    name,
    tables: tables.map(tableView),
    passed: passed.map(({ range, reason }) => (range === undefined ? { reason } : { range: showRange(range), reason })),
    facts,
  };
}

function tableView({ form, range, unit, confidence, columns, facts, skipped }: TableReading): TableView {
  return {
    form,
    range: showRange(range),
    unit: unit === undefined ? '' : `${unit.unit}（${INSPECTION.unitFrom[unit.from]}）`,
    confidence: Math.round(confidence * 100),
    columns: columns.map(({ header, meaning }) => ({ header, meaning })),
    facts,
    skipped: skipped.map(({ cells, reason }) => ({ places: placesOf(cells), reason })),
  };
}

function questionView({ about, label, form, alternatives, chosen, cells }: AskedQuestion): QuestionView {
  return {
    about,
    label,
    ...(form === undefined ? {} : { form }),
    alternatives,
    ...(chosen === undefined ? {} : { chosen }),
    places: placesOf(cells),
  };
}
