import { severityOf, type Finding } from '../core/findings/finding.ts';
import { plainValue, showFact, type Fact } from '../core/ledger/fact.ts';
import { fixed, type Exact } from '../core/money/exact.ts';
import type { IndicatorResult, Scorecard } from '../core/scheme/scorecard.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { showCell } from '../core/workbook/cell-ref.ts';
import type { EvaluateResult } from '../commands/evaluate.ts';

/**
 * The result of an evaluation for scripts. Numbers are decimal strings: amounts in 元, rates in %, scores to the scheme's
 * precision; null where the input is missing.
 */
export function evaluationJson(result: Extract<EvaluateResult, { kind: 'done' }>): object {
  const { ledger, scorecard, schemeOrigin, facts, findings } = result;
  const { scheme, total } = scorecard;
  const score = (value: Exact | undefined): string | null =>
    value === undefined ? null : fixed(value, scheme.precision);
  return {
    department: ledger.text('部门名称') ?? null,
    year: ledger.text('评价年度') ?? null,
    scheme: {
      id: scheme.id,
      name: scheme.name,
      year: scheme.year,
      source: scheme.source,
      verified: scheme.verified,
      origin: schemeOrigin,
    },
    facts: Object.fromEntries(facts.map((fact) => [fact.key, factJson(fact)])),
    indicators: scorecard.results.map((indicator) => indicatorJson(indicator, scorecard)),
    total: { weight: score(total.weight), score: score(total.score), deduction: score(total.deduction) },
    findings: findings.map(findingJson),
  };
}

/** A finding for scripts. */
export function findingJson(found: Finding): unknown {
  return {
    code: found.code,
    severity: severityOf(found),
    message: messageOf(found),
    cells: found.cells.map(showCell),
    ...(found.count === undefined ? {} : { count: found.count }),
  };
}

/** A fact with its source. */
export function factJson(fact: Fact): unknown {
  return {
    value: plainValue(fact),
    unit: fact.unit,
    display: showFact(fact),
    basis: fact.basis,
    source: fact.cells.map(showCell),
  };
}

/** What became of one indicator, as in the list of an evaluation. */
export function indicatorJson(result: IndicatorResult, { scheme }: Scorecard): unknown {
  const { indicator, value, status, reason } = result;
  const fact = value?.status === 'value' ? value.value : undefined;
  const score = (number: Exact | undefined): string | null =>
    number === undefined ? null : fixed(number, scheme.precision);
  return {
    path: indicator.path,
    name: indicator.name,
    weight: score(result.weight),
    value: fact === undefined ? null : plainValue(fact),
    unit: fact?.unit ?? '',
    score: score(result.score),
    deduction: score(result.deduction),
    status,
    reason,
    reasonSource: result.reasonCells.map(showCell),
    evidence: result.evidence.map(({ name, where, cell }) => ({ name, where, cell: showCell(cell) })),
    missing: result.missing,
    source: result.cells.map(showCell),
    clause: indicator.clause,
    verified: indicator.verified,
  };
}
