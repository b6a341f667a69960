import type { CellRef } from '../workbook/cell-ref.ts';

/**
 * Every code a run can report, with the parameters of its message. Wording lives in texts/finding-texts.ts.
 * All parameters are ready to read; amounts come with their unit.
 */
export interface FindingParams {
  'no-known-sheet': { sheets: string };
  'table-missing': { what: string; sheets: string };
  'unit-missing': { sheet: string };
  'unit-assumed': { sheet: string; unit: string; key: string; amount: string };
  'unit-unknown': { sheet: string; unit: string };
  'unit-contradicts': { units: string };
  'unit-suspected': { larger: string; largerAmount: string; smaller: string; smallerAmount: string };
  'number-expected': { found: string; header: string; advice: string };
  'cell-error': { error: string; header: string };
  'formula-without-value': { formula: string; header: string };
  'formula-stale': { stored: string; computed: string };
  'fraction-of-fen': { header: string };
  'column-unknown': { header: string };
  'column-repeated': { header: string };
  'column-other-year': { header: string; year: string };
  'column-year-assumed': { year: string };
  'columns-year-unclear': { headers: string };
  'row-unknown': { label: string };
  'row-above-header': { label: string };
  'field-unknown': { label: string; known: string };
  'project-unmatched': { name: string; has: string; lacks: string; known: string };
  'sheet-unrecognised': { sheet: string };
  'sheet-hidden': { sheet: string };
  'month-mode-detected': { series: string; mode: string; why: string };
  'month-mode-unclear': { series: string };
  'month-mode-contradicts': { series: string; stated: string; why: string; year: string; likely: string };
  'month-falls': { series: string; month: string; from: string; to: string };
  'year-differs': { year: string; other: string };
  'years-differ': { years: string };
  'year-unclear': { found: string };
  'answer-unknown': { found: string; allowed: string };
  'parts-differ': { total: string; totalName: string; parts: string; partsName: string; difference: string };
  'levels-differ': { whole: string; total: string; parts: string; difference: string };
  'total-added-up': { key: string; total: string };
  'page-sum-differs': { label: string; header: string; total: string; parts: string };
  'code-unclear': { found: string };
  'code-repeated': { code: string };
  'form-unclear': { sheet: string; forms: string };
  'choice-unusable': { about: string; label: string; choice: string; allowed: string };
  'more-of-kind': { count: string };
  'meaning-unclear': { header: string; form: string; alternatives: string };
  'meaning-contradicts': { row: string; header: string; form: string };
  'entry-unclear': { what: string; found: string };
  'state-unclear': { what: string; found: string };
  'kind-missing': { names: string };
  'header-misspelt': { header: string; word: string };
  'units-added-up': { units: string };
  'units-incomplete': { keys: string };
  'unit-tables-unclear': { form: string; sheets: string };
  'list-total-differs': { total: string; parts: string; difference: string };
  'date-unclear': { found: string };
  'amount-blank': { header: string };
  'records-repeated': { what: string };
  'figures-not-final': { headers: string };
  'funds-unclear': { key: string; funds: string };
  'records-other-year': { what: string; year: string; count: string; amount: string };
  'payments-left-out': { what: string; states: string; count: string; amount: string };
  'returns-unclear': { count: string; amount: string };
  'refund-column-unclear': { header: string; count: string; amount: string };
  'refund-unclear': { words: string; count: string; amount: string };
  'refunds-taken-off': { words: string; count: string; amount: string };
  'payments-start-late': { month: string };
  'records-year-unclear': { what: string; years: string };
  'part-exceeds-whole': { part: string; partAmount: string; whole: string; wholeAmount: string };
  'parts-rounding': { totalName: string; difference: string };
  'told-twice': { key: string; first: string; second: string };
  'over-budget': { key: string; executed: string; budget: string };
  'spent-without-budget': { key: string; executed: string };
  'average-budget-assumed': { basis: string };
  'scheme-unverified': { scheme: string; source: string };
  'project-unclear': { indicator: string; count: string; projects: string };
  'fact-name-unknown': { indicator: string; name: string; known: string };
  'weights-differ': { sum: string; total: string };
  'value-missing': { indicator: string; keys: string };
  'value-above-full': { indicator: string; value: string };
  'value-negative': { indicator: string; value: string };
  'weight-redistributed': { indicator: string; weight: string; others: string };
  'judgement-missing': { indicator: string; points: string };
  'reason-missing': { indicator: string; deduction: string };
  'score-out-of-range': { indicator: string; score: string; weight: string };
  'override-kept': { indicator: string; stated: string; computed: string };
  'indicator-unknown': { name: string; known: string };
  'point-unknown': { indicator: string; point: string };
  'weight-in-sheet-differs': { indicator: string; stated: string; weight: string };
  'placeholder-unknown': { name: string; known: string };
  'output-name-repeated': { name: string };
  'target-missed': { output: string; planned: string; actual: string };
  'draft-incomplete': { count: string; what: string };
  'indicator-repeated': { indicator: string; sheet: string };
  'indicator-not-in-sheet': { indicator: string; sheet: string };
  'total-incomplete': { sheet: string };
  'total-skips-blank': { sheet: string };
  'text-in-sum': { sheet: string };
  'totals-differ': { first: string; firstAmount: string; second: string; secondAmount: string };
  'part-missing': { totalName: string; total: string; partsName: string; parts: string; missing: string };
  'negative-amount': { key: string; amount: string };
  'name-masked': { name: string };
  'project-nameless': { label: string };
  'project-without-funds': { project: string };
  'project-repeated': { project: string };
  'target-unset': { output: string };
  'field-missing': { field: string };
  'brace-unclosed': { text: string };
  'evidence-missing': { indicators: string; count: string };
  'scheme-cell': { header: string; found: string; allowed: string };
  'scheme-part-missing': { part: string };
  'scheme-name-repeated': { indicator: string };
  'scheme-sheets': { sheets: string };
  'scheme-sheet-passed-over': { sheet: string; chosen: string };
  'scheme-sheet-unread': { sheet: string; columns: string };
  'scheme-sheet-hidden': { sheet: string };
  'cell-kept': { indicator: string; column: string; kept: string };
  'cell-changed-meanwhile': { count: string };
  'document-data-missing': Record<string, never>;
  'document-data-altered': Record<string, never>;
  'document-of-other': { document: string; workbook: string };
  'phrases-stale': { count: string };
  'phrases-edited': { count: string };
  'phrases-sourceless': { count: string };
  'phrases-kept': { count: string };
  'controls-lost': { count: string; what: string };
  'final-incomplete': { count: string; what: string };
  'template-brace-open': { text: string; place: string };
  'template-brace-close': { text: string; place: string };
  'template-empty': { place: string };
  'template-name-unknown': { tag: string; place: string; known: string };
  'template-loop-unknown': { tag: string; place: string; known: string };
  'template-outside-loop': { tag: string; place: string; loops: string };
  'template-loop-as-value': { tag: string; place: string };
  'template-value-as-loop': { tag: string; place: string; name: string; known: string };
  'template-loop-in-itself': { tag: string; place: string; loop: string };
  'template-unclosed': { tag: string; place: string; end: string };
  'template-unopened': { tag: string; place: string };
  'template-mismatch': { tag: string; place: string; opened: string; end: string };
  'template-across': { tag: string; place: string; end: string };
  'template-too-long': { limit: string };
  'template-layout': { tags: string };
  'template-blank': { example: string };
}

export type FindingCode = keyof FindingParams;

export type Severity = 'error' | 'warning' | 'info';

/** How grave a finding is. `unusable` is an error that leaves nothing to compute with: the run stops and writes nothing. */
const GRAVITY: Record<FindingCode, Severity | 'unusable'> = {
  'no-known-sheet': 'unusable',
  'table-missing': 'unusable',
  'unit-missing': 'unusable',
  'unit-assumed': 'warning',
  'unit-unknown': 'unusable',
  'unit-contradicts': 'unusable',
  'unit-suspected': 'error',
  'number-expected': 'unusable',
  'cell-error': 'unusable',
  'formula-without-value': 'unusable',
  'formula-stale': 'warning',
  'fraction-of-fen': 'info',
  'column-unknown': 'warning',
  'column-repeated': 'warning',
  'column-other-year': 'warning',
  'column-year-assumed': 'warning',
  'columns-year-unclear': 'error',
  'row-unknown': 'warning',
  'row-above-header': 'warning',
  'field-unknown': 'info',
  'project-unmatched': 'warning',
  'sheet-unrecognised': 'info',
  'sheet-hidden': 'info',
  'month-mode-detected': 'info',
  'month-mode-unclear': 'unusable',
  'month-mode-contradicts': 'error',
  'month-falls': 'warning',
  'year-differs': 'warning',
  'years-differ': 'warning',
  'year-unclear': 'error',
  'answer-unknown': 'unusable',
  'parts-differ': 'error',
  'levels-differ': 'error',
  'total-added-up': 'info',
  'page-sum-differs': 'warning',
  'code-unclear': 'error',
  'code-repeated': 'warning',
  'form-unclear': 'error',
  'choice-unusable': 'error',
  'more-of-kind': 'info',
  'meaning-unclear': 'error',
  'meaning-contradicts': 'error',
  'entry-unclear': 'error',
  'state-unclear': 'error',
  'kind-missing': 'warning',
  'header-misspelt': 'warning',
  'units-added-up': 'info',
  'units-incomplete': 'error',
  'unit-tables-unclear': 'error',
  'list-total-differs': 'error',
  'date-unclear': 'error',
  'amount-blank': 'error',
  'records-repeated': 'error',
  'figures-not-final': 'warning',
  'funds-unclear': 'error',
  'records-other-year': 'warning',
  'payments-left-out': 'warning',
  'returns-unclear': 'error',
  'refund-column-unclear': 'error',
  'refund-unclear': 'error',
  'refunds-taken-off': 'warning',
  'payments-start-late': 'warning',
  'records-year-unclear': 'error',
  'part-exceeds-whole': 'error',
  'parts-rounding': 'info',
  'told-twice': 'error',
  'over-budget': 'warning',
  'spent-without-budget': 'warning',
  'average-budget-assumed': 'info',
  'scheme-unverified': 'info',
  'project-unclear': 'error',
  'fact-name-unknown': 'error',
  'weights-differ': 'error',
  'value-missing': 'error',
  'value-above-full': 'warning',
  'value-negative': 'warning',
  'weight-redistributed': 'info',
  'judgement-missing': 'error',
  'reason-missing': 'error',
  'score-out-of-range': 'unusable',
  'override-kept': 'warning',
  'indicator-unknown': 'warning',
  'point-unknown': 'warning',
  'weight-in-sheet-differs': 'error',
  'placeholder-unknown': 'warning',
  'output-name-repeated': 'error',
  'target-missed': 'info',
  'draft-incomplete': 'info',
  'indicator-repeated': 'warning',
  'indicator-not-in-sheet': 'warning',
  'total-incomplete': 'error',
  'total-skips-blank': 'warning',
  'text-in-sum': 'warning',
  'totals-differ': 'warning',
  'part-missing': 'warning',
  'negative-amount': 'warning',
  'name-masked': 'info',
  'project-nameless': 'error',
  'project-without-funds': 'error',
  'project-repeated': 'error',
  'target-unset': 'warning',
  'field-missing': 'error',
  'brace-unclosed': 'warning',
  'evidence-missing': 'warning',
  'scheme-cell': 'unusable',
  'scheme-part-missing': 'unusable',
  'scheme-name-repeated': 'unusable',
  'scheme-sheets': 'unusable',
  'scheme-sheet-passed-over': 'warning',
  'scheme-sheet-unread': 'error',
  'scheme-sheet-hidden': 'error',
  'cell-kept': 'warning',
  'cell-changed-meanwhile': 'warning',
  'document-data-missing': 'warning',
  'document-data-altered': 'warning',
  'document-of-other': 'warning',
  'phrases-stale': 'error',
  'phrases-edited': 'warning',
  'phrases-sourceless': 'warning',
  'phrases-kept': 'warning',
  'controls-lost': 'warning',
  'final-incomplete': 'error',
  'template-brace-open': 'error',
  'template-brace-close': 'error',
  'template-empty': 'error',
  'template-name-unknown': 'error',
  'template-loop-unknown': 'error',
  'template-outside-loop': 'error',
  'template-loop-as-value': 'error',
  'template-value-as-loop': 'error',
  'template-loop-in-itself': 'error',
  'template-unclosed': 'error',
  'template-unopened': 'error',
  'template-mismatch': 'error',
  'template-across': 'error',
  'template-too-long': 'error',
  'template-layout': 'error',
  'template-blank': 'error',
};

/** Something a person should know about a run, tied to the cells it is about. */
export type Finding = {
  [C in FindingCode]: {
    readonly code: C;
    readonly params: FindingParams[C];
    readonly cells: readonly CellRef[];
    /** How many places are meant, where `cells` only outlines them. */
    readonly count?: number;
  };
}[FindingCode];

/** Makes a finding; the compiler ties the parameters to the code. */
export function finding<C extends FindingCode>(
  code: C,
  params: FindingParams[C],
  cells: readonly CellRef[] = [],
): Finding {
  return { code, params, cells } as unknown as Finding;
}

export function severityOf(finding: Finding): Severity {
  const gravity = GRAVITY[finding.code];
  return gravity === 'unusable' ? 'error' : gravity;
}

/** True for findings after which nothing may be computed or written. */
export function isUnusable(finding: Finding): boolean {
  return GRAVITY[finding.code] === 'unusable';
}
