import { plainValue, type Fact } from '../core/ledger/fact.ts';
import { fixed, type Exact } from '../core/money/exact.ts';
import type { CostliestMonth } from '../core/scheme/what-if/costliest-month.ts';
import { whatIfSentence } from '../core/scheme/what-if/sentence.ts';
import type { Option, Step, WhatIf } from '../core/scheme/what-if/what-if.ts';
import type { IndicatorResult, Scorecard } from '../core/scheme/scorecard.ts';
import { showCell } from '../core/workbook/cell-ref.ts';

/** What would raise a score, for scripts and the pane; every number is a text. `message` says the same in words. */
export function whatIfJson(answer: WhatIf, result: IndicatorResult, scorecard: Scorecard): unknown {
  const { precision } = scorecard.scheme;
  return {
    kind: answer.kind,
    message: whatIfSentence(answer, result, scorecard),
    keys: 'keys' in answer ? answer.keys : [],
    options: answer.kind === 'reachable' ? answer.options.map((option) => optionJson(option, precision)) : [],
    costliestMonth: 'costliest' in answer && answer.costliest ? monthJson(answer.costliest, precision) : null,
  };
}

function optionJson({ fact, role, direction, next, full }: Option, precision: number): unknown {
  return {
    key: fact.key,
    source: fact.cells.map(showCell),
    role,
    direction,
    value: plainValue(fact),
    unit: fact.unit,
    next: stepJson(fact, next, precision),
    full: full === undefined ? null : stepJson(fact, full, precision),
  };
}

function stepJson(fact: Fact, { by, value, score }: Step, precision: number): unknown {
  return {
    by: plainValue({ ...fact, value: by }),
    value: plainValue({ ...fact, value }),
    score: fixed(score, precision),
  };
}

function monthJson({ month, fact, rate, schedule, short, gain, score }: CostliestMonth, precision: number): unknown {
  const percent = (share: Exact): string => fixed(share.mul(100), 2);
  return {
    month: String(month),
    key: fact.key,
    source: fact.cells.map(showCell),
    rate: percent(rate),
    schedule: percent(schedule),
    short: plainValue({ ...fact, value: short }),
    gain: percent(gain),
    score: score === undefined ? null : fixed(score, precision),
  };
}
