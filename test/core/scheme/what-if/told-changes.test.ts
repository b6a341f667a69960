import { plainValue } from '../../../../src/core/ledger/fact.ts';
import type { Ledger } from '../../../../src/core/ledger/ledger.ts';
import { deriveTasks } from '../../../../src/core/ledger/task-rates.ts';
import { exactOf, readNumber } from '../../../../src/core/money/decimal.ts';
import { fixed } from '../../../../src/core/money/exact.ts';
import { evaluate } from '../../../../src/core/scheme/evaluate.ts';
import type { IndicatorResult, Scorecard } from '../../../../src/core/scheme/scorecard.ts';
import type { Indicator, Scheme } from '../../../../src/core/scheme/scheme.ts';
import { parseRule } from '../../../../src/core/scheme/rules/rules.ts';
import { whatIfSentence } from '../../../../src/core/scheme/what-if/sentence.ts';
import { whatIf, type Step, type WhatIf } from '../../../../src/core/scheme/what-if/what-if.ts';
import { cases, given } from '../../support/cases.ts';
import { derivedLedger, taskOf, type Stated } from '../../support/ledgers.ts';
import { measureOf } from '../../support/measure-examples.ts';
import { indicatorOf, schemeOf } from '../../support/schemes.ts';

/*
 * Changes worked out by hand. Each is applied to the data as a person would enter it, everything is scored anew, and the score must
 * be the promised one; a 分, or one in the last decimal of a count, less must not do.
 */

interface Row {
  readonly 名称: string;
  readonly 分值: string;
  /** The columns of the sheet 指标体系 that say how the value is computed. */
  readonly 取值?: Readonly<Record<string, string>>;
  readonly 评分方式: string;
  readonly 参数: string;
  readonly 不适用时?: Indicator['notApplicable'];
  readonly 逐项设指标?: Indicator['each'];
}

interface Case {
  readonly 说明: string;
  readonly 指标: readonly Row[];
  /** The indicator that is asked about, where it is not the first. */
  readonly 看?: string;
  readonly 数据: Stated;
  readonly 工作任务?: readonly { readonly 履职方向: string; readonly 产出: readonly string[] }[];
  readonly 类?: WhatIf['kind'];
  /** The input, what it becomes, the score that gives, and what it becomes for full marks, if it can alone. */
  readonly 办法?: readonly { readonly 改: string; readonly 为: string; readonly 得: string; readonly 再为?: string }[];
  readonly 答: string;
}

function schemeIn(rows: readonly Row[]): Scheme {
  return schemeOf(
    rows.map((row) => {
      const read = given(parseRule(row.评分方式, row.参数));
      if (read.status !== 'rule') throw new Error(read.allowed);
      return indicatorOf(row.名称, read.rule, {
        weight: row.分值,
        ...(row.取值 === undefined
          ? {}
          : { measure: measureOf({ 列: { 三级指标: row.名称, ...row.取值 }, 口径: '', 例: [] }) }),
        ...(row.不适用时 === undefined ? {} : { notApplicable: row.不适用时 }),
        ...(row.逐项设指标 === undefined ? {} : { each: row.逐项设指标 }),
      });
    }),
  );
}

function ledgerIn({ 数据: facts, 工作任务: tasks = [] }: Case, changed: Stated = {}): Ledger {
  const ledger = derivedLedger({
    facts: { ...facts, ...changed },
    tasks: tasks.map((task, index) => taskOf(task.履职方向, `任务${String(index)}`, task.产出)),
  });
  deriveTasks(ledger);
  return ledger;
}

function asked(one: Case, scheme: Scheme, ledger: Ledger): { result: IndicatorResult; scorecard: Scorecard } {
  const { scorecard } = evaluate(scheme, ledger);
  const { results } = scorecard;
  return {
    result: given(one.看 === undefined ? results[0] : results.find((r) => r.indicator.name === one.看)),
    scorecard,
  };
}

function scoreWith(one: Case, scheme: Scheme, key: string, text: string): string {
  const { result } = asked(one, scheme, ledgerIn(one, { [key]: text }));
  return fixed(given(result.score), scheme.precision);
}

/** `40.25元`, one 分 or one in the last decimal of the data back: `40.24元`. */
function oneBack(text: string, as: string, less: boolean): string {
  const decimals = /\.(\d+)/.exec(as)?.[1]?.length ?? 0;
  const [, digits = '', unit = ''] = /^(-?[\d.]+)(.*)$/u.exec(text) ?? [];
  const reading = readNumber(digits);
  if (reading.kind !== 'number') throw new Error(text);
  const step = exactOf({ units: 1n, decimals });
  const number = exactOf(reading.decimal);
  return `${fixed(less ? number.add(step) : number.sub(step), decimals)}${unit}`;
}

test.each(cases<Case>(__dirname, 'told-changes.json'))('$说明', (one) => {
  const scheme = schemeIn(one.指标);
  const ledger = ledgerIn(one);
  const { result, scorecard } = asked(one, scheme, ledger);
  const answer = whatIf(scorecard, ledger)(result);
  expect([answer.kind, whatIfSentence(answer, result, scorecard)]).toEqual([one.类 ?? 'reachable', one.答]);
  if (answer.kind !== 'reachable') return;
  const told = answer.options.map(({ fact, next, full }) => {
    const text = (step: Step): string => `${plainValue({ ...fact, value: step.value })}${fact.unit}`;
    return {
      改: fact.key,
      为: text(next),
      得: fixed(next.score, scheme.precision),
      ...(full === undefined ? {} : { 再为: text(full) }),
    };
  });
  expect(told).toEqual(one.办法);
  for (const { 改: key, 为: next, 得: score, 再为: full } of told) {
    const less = given(answer.options.find(({ fact }) => fact.key === key)).direction === 'less';
    const before = Number(fixed(given(result.score), scheme.precision));
    const back = (text: string): string => oneBack(text, given(one.数据[key]), less);
    expect(scoreWith(one, scheme, key, next)).toBe(score);
    expect(Number(scoreWith(one, scheme, key, back(next)))).toBeLessThanOrEqual(before);
    if (full === undefined) continue;
    expect(scoreWith(one, scheme, key, full)).toBe(fixed(result.weight, scheme.precision));
    expect(Number(scoreWith(one, scheme, key, back(full)))).toBeLessThan(
      Number(fixed(result.weight, scheme.precision)),
    );
  }
});
