import type { Judgement } from '../../ledger/judgement.ts';
import type { Outcome } from '../../ledger/outcome.ts';
import type { Trace } from '../../ledger/trace.ts';
import type { Exact } from '../../money/exact.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import type { Parsed } from './parsed.ts';

/*
 * What a kind of rule brings with it. Each kind has a folder with everything of its own: schema, evaluation, explanation, formula,
 * its parameters as text, its words and its examples; rules.ts lists the folders. Methods are written as methods so that a kind
 * of one rule can stand in the list of all.
 */

interface Kind<R> {
  /** 评分方式 in the sheet 指标体系. */
  readonly name: string;
  /** What the cell 参数 may say. */
  readonly allowed: string;
  /** The most points that the rule names itself; an indicator is worth at least that. Absent when only the weight says it. */
  most?(rule: R): Exact | undefined;
  /** True when the rule names points of its own, so that it says nothing about an indicator with another weight. */
  namesPoints(rule: R): boolean;
  /** The rule in words, as a table of a finance bureau says it. */
  explain(rule: R): string;
  /** The rule as the text of the cell 参数; `parseParameters` reads it back without loss. */
  printParameters(rule: R): string;
  /** The rule that a text in the cell 参数 describes, or what is allowed there. */
  parseParameters(text: string): Parsed<R>;
}

/** A rule that turns the ledger's value into points by itself. */
export interface MeasuredKind<R> extends Kind<R> {
  readonly asks: 'value';
  /** Which values earn more; undefined when the rule does not say, as bands that go up and down. */
  better(rule: R): 'more' | 'less' | undefined;
  /** The unrounded points for a value (1 is 100%); undefined when the rule says nothing about it. */
  evaluate(rule: R, weight: Exact, value: Exact): RuleTrace | undefined;
  /** The same as a spreadsheet expression over the cells or expressions of weight and value. */
  toFormula(rule: R, weight: string, value: string): string;
}

/** A rule over several values of the ledger, by name; the empty name is the indicator's own value. */
export interface CombinedKind<R> extends Kind<R> {
  readonly asks: 'values';
  /** The names of the values that the rule looks at. */
  values(rule: R): readonly string[];
  /** The unrounded points, or what is missing, or why the rule does not apply. */
  evaluate(rule: R, weight: Exact, values: ReadonlyMap<string, Outcome<Exact>>): Outcome<RuleTrace>;
  /** The same as a spreadsheet expression over the cells or expressions of weight and values; a value without one is left out. */
  toFormula(rule: R, weight: string, values: ReadonlyMap<string, string>): string;
}

/** A rule that people answer. */
export interface JudgedKind<R> extends Kind<R> {
  readonly asks: 'people';
  /** The rows that the form 自评打分 has for the rule. */
  points(rule: R, weight: string): readonly AskedPoint[];
  /** What the rule makes of the answers, with a formula over their cells. */
  evaluate(rule: R, weight: Exact, answers: readonly Judgement[]): Judged;
}

/** What a rule makes of a value: points before rounding, and how it got there with the values put in. */
export interface RuleTrace {
  readonly points: Exact;
  readonly substitution: string;
}

/** A row of the form 自评打分. */
export interface AskedPoint {
  /** The item of a checklist, or what the number is. */
  readonly text: string;
  readonly asks: 'answer' | 'count' | 'score';
  /** The most that the row can earn. */
  readonly points: string;
}

/** What a rule makes of the answers that people gave. */
export interface Judged {
  readonly status: 'scored' | 'manual' | 'missing';
  /** Before rounding; undefined while an answer is missing. */
  readonly points: Exact | undefined;
  readonly missing: readonly string[];
  /** What the answers say about lost points, if they say it themselves. */
  readonly reason: string;
  readonly cells: readonly CellRef[];
  /** The test that every answer is there and the unrounded points; undefined when a formula could not read the cells. */
  readonly formula: AnswerFormula | undefined;
  readonly substitution: string;
  readonly inputs: readonly Trace[];
}

export interface AnswerFormula {
  readonly test: string;
  readonly expression: string;
}
