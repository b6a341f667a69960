import { severityOf, type Finding, type Severity } from '../core/findings/finding.ts';
import { showFact } from '../core/ledger/fact.ts';
import { fixed, type Exact } from '../core/money/exact.ts';
import type { IndicatorResult, Scorecard } from '../core/scheme/scorecard.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf, SEVERITY_NAMES } from '../core/texts/finding-texts.ts';
import { NOT_APPLICABLE, NO_DATA } from '../core/texts/terms.ts';
import type { EvaluateResult } from '../commands/evaluate.ts';
import type { Output } from './exit.ts';
import { textTable, type TextColumn } from './text-table.ts';

const SCORE_COLUMNS: readonly TextColumn[] = [
  { width: 32, align: 'left' },
  { width: 6, align: 'right' },
  { width: 8, align: 'right' },
  { width: 6, align: 'right' },
  { width: 6, align: 'right' },
  { width: 52, align: 'left' },
];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The scorecard and the findings as a person reads them in a terminal. */
export function printEvaluation(result: Extract<EvaluateResult, { kind: 'done' }>, output: Output): void {
  const { ledger, scorecard, findings } = result;
  output.out(CLI.header(ledger.text('部门名称') ?? '', ledger.text('评价年度') ?? ''));
  output.out(CLI.scheme(scorecard.scheme.name, scorecard.scheme.verified));
  output.out(scoreTable(scorecard));
  printFindings(findings, output);
}

/** Findings by severity, the gravest first. */
export function printFindings(findings: readonly Finding[], output: Output): void {
  if (findings.length === 0) {
    output.out(CLI.noFindings);
    return;
  }
  const of = (severity: Severity): readonly Finding[] => findings.filter((found) => severityOf(found) === severity);
  output.out(CLI.findings(of('error').length, of('warning').length, of('info').length));
  for (const severity of SEVERITIES) {
    for (const found of of(severity)) output.out(`  [${SEVERITY_NAMES[severity]}] ${messageOf(found)}`);
  }
}

function scoreTable(scorecard: Scorecard): string {
  const { scheme, results, total } = scorecard;
  const show = (value: Exact | undefined): string => (value === undefined ? NO_DATA : fixed(value, scheme.precision));
  const rows = results.map((result) => [
    result.indicator.name,
    show(result.weight),
    showValue(result),
    result.status === 'not-applicable' ? NOT_APPLICABLE : show(result.score),
    show(result.deduction),
    result.reason,
  ]);
  const last = [CLI.total, show(total.weight), '', show(total.score), show(total.deduction), ''];
  return textTable(SCORE_COLUMNS, [[...CLI.columns], ...rows], last);
}

function showValue({ value }: IndicatorResult): string {
  if (value === undefined) return '';
  if (value.status === 'value') return showFact(value.value);
  return value.status === 'missing' ? NO_DATA : NOT_APPLICABLE;
}
