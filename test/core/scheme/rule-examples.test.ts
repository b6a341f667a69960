import type { Judgement } from '../../../src/core/ledger/judgement.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { exact, fixed } from '../../../src/core/money/exact.ts';
import { evaluate, type Evaluation } from '../../../src/core/scheme/evaluate.ts';
import {
  describeRule,
  isJudgedRule,
  isMeasuredRule,
  judgedKind,
  measuredKind,
  namesPoints,
  parseRule,
  printParameters,
  ruleName,
  RULE_NAMES,
  type Rule,
} from '../../../src/core/scheme/rules/rules.ts';
import { treatedValue } from '../../../src/core/scheme/rules/value-treatment.ts';
import type { MeasureSpec, Scheme } from '../../../src/core/scheme/scheme.ts';
import type { IndicatorResult } from '../../../src/core/scheme/scorecard.ts';
import { scoreContent } from '../../../src/core/writeback/result-cells.ts';
import { given } from '../support/cases.ts';
import { dataSheet, judgementOf, ledgerOf } from '../support/ledgers.ts';
import { indicatorOf, schemeOf } from '../support/schemes.ts';
import { DIRECTIONS, examplesOf, KINDS, nameOf, ruleOf, type Example, type Row } from '../support/rule-examples.ts';
import { compute } from '../support/spreadsheet.ts';

/*
 * The examples beside each rule are the tests of the rule: the points, the words, the text of the column 参数 and the formula, which
 * an independent spreadsheet computes. An indicator's own value is the fact 年度数, a value of another name the fact of that name.
 */

const OWN = '年度数';
const NO_REFS = { value: undefined, weight: undefined, score: undefined };

function measureOf(value: string | undefined, fact: string): MeasureSpec | undefined {
  if (value === undefined) return undefined;
  return value === '不适用'
    ? { kind: 'ratio', key: '某率', numerator: '无.上', denominator: '无.下', basis: '测试口径' }
    : { kind: 'fact', key: fact };
}

/** The scheme of an example: the indicator first, then one for each further value that does not apply. */
function schemeFor(rule: Rule, row: Row, example: Example): Scheme {
  const values = named(example);
  const own = measureOf(values[''], OWN);
  const indicator = indicatorOf(row.指标, rule, { weight: row.分值, ...(own && { measure: own }) });
  const others = Object.entries(values).flatMap(([name, value]) => {
    const measure = name !== '' && value === '不适用' ? measureOf(value, name) : undefined;
    const rest: Rule = { kind: 'proportional', target: '1', cap: '1', floor: '0' };
    return measure === undefined ? [] : [indicatorOf(name, rest, { weight: '0', measure })];
  });
  return schemeOf([indicator, ...others], { precision: row.得分小数 });
}

function named({ 指标值: value }: Example): Readonly<Record<string, string>> {
  return typeof value === 'string' ? { '': value } : (value ?? {});
}

function factsOf(example: Example): Readonly<Record<string, string>> {
  const values = Object.entries(named(example)).filter(([, value]) => value !== '缺' && value !== '不适用');
  const facts = Object.fromEntries(values.map(([name, value]) => [name === '' ? OWN : name, value]));
  return { ...facts, '无.上': '0元', '无.下': '0元' };
}

function judgementsOf(rule: Rule, row: Row, { 填写: entered = {} }: Example): readonly Judgement[] {
  const asks = isJudgedRule(rule) ? given(judgedKind(rule).points(rule, row.分值)[0]).asks : 'answer';
  return Object.entries(entered).map(([point, answer]) => {
    const otherWord = answer === '符合';
    const judgement = judgementOf(row.指标, otherWord ? '是' : answer, { point, ...(answer === '' ? { asks } : {}) });
    return { ...judgement, plainAnswer: !otherWord };
  });
}

interface Run {
  readonly evaluation: Evaluation;
  readonly result: IndicatorResult;
  readonly judgements: readonly Judgement[];
}

function run(rule: Rule, row: Row, example: Example): Run {
  const judgements = judgementsOf(rule, row, example);
  const ledger: Ledger = ledgerOf({ facts: factsOf(example), judgements });
  const evaluation = evaluate(schemeFor(rule, row, example), ledger);
  return { evaluation, judgements, result: given(evaluation.scorecard.results[0]) };
}

test('every rule has a folder with examples, and every folder a rule', () => {
  expect(KINDS.map(nameOf).sort()).toEqual([...RULE_NAMES].sort());
  for (const kind of KINDS) {
    expect(new Set(examplesOf(kind).表.map((row) => ruleOf(kind, row.参数).kind))).toEqual(new Set([kind]));
  }
});

describe.each(KINDS)('%s', (kind) => {
  const { 表: rows, 不允许: refused } = examplesOf(kind);

  describe.each(rows)('$指标 $分值分：$参数', (row) => {
    const rule = ruleOf(kind, row.参数);

    test.each(row.例)('$说明', (example) => {
      const { result, evaluation } = run(rule, row, example);
      expect(result.score === undefined ? null : fixed(result.score, row.得分小数)).toBe(example.得分);
      expect(result.status === 'missing').toBe(example.得分 === null);
      expect(result.missing).toEqual(example.缺 ?? []);
      if (example.原因 !== undefined) expect(result.reason).toBe(example.原因);
      if (example.过程 !== undefined) expect(result.trace.substitution).toBe(example.过程);
      if (isMeasuredRule(rule) && typeof example.指标值 === 'string' && example.指标值.endsWith('%')) {
        const value = exact(example.指标值.slice(0, -1)).div(100);
        const isTreated = !treatedValue(rule, value).equals(value);
        expect(result.trace.substitution.startsWith('指标值')).toBe(isTreated);
      }
      if (example.提示 !== undefined) {
        const codes = evaluation.findings.map(({ code }) => code).filter((code) => /^value-(?!missing)/.test(code));
        expect(codes).toEqual(example.提示);
      }
    });

    test('the spreadsheet formula gives the same points', () => {
      for (const example of row.例) {
        const { result, judgements } = run(rule, row, example);
        const content = scoreContent(result, NO_REFS);
        if (!isLive(example)) {
          expect(content.kind).not.toBe('formula');
          continue;
        }
        if (content.kind !== 'formula') throw new Error(`${example.说明}: no formula`);
        const shown = compute({
          数据: dataSheet(factsOf(example)),
          自评打分: answersSheet(judgements, example),
          结果: [[`=${content.formula}`]],
        }).at('结果', 0, 0);
        const printed = typeof shown === 'number' ? shown.toFixed(row.得分小数) : shown;
        expect([example.说明, printed]).toEqual([example.说明, example.得分 ?? '缺数据']);
      }
    });

    test('says what it does', () => {
      expect(describeRule(rule)).toBe(row.意思);
      expect(ruleName(rule)).toBe(nameOf(kind));
      expect(isMeasuredRule(rule)).toBe(row.方向 !== undefined);
      // Only a rule that says nothing of points can be divided with its weight.
      expect(namesPoints(rule)).toBe(/\d分/.test(row.参数));
      if (isMeasuredRule(rule)) expect(measuredKind(rule).better(rule)).toBe(DIRECTIONS[given(row.方向)]);
    });

    test('参数 is printed as it was read', () => {
      expect(printParameters(rule)).toBe(row.参数);
      for (const other of row.也可写成 ?? []) expect(ruleOf(kind, other)).toEqual(rule);
    });
  });

  test.each(refused)('refused: $参数', ({ 参数: parameters, 提示: hint }) => {
    expect(parseRule(nameOf(kind), parameters)).toMatchObject({
      status: 'problem',
      allowed: expect.stringContaining(hint) as string,
    });
  });
});

test('an unknown 评分方式 is no rule', () => {
  expect(parseRule('抽签', '')).toBeUndefined();
});

/** A formula is written where every input has a cell with a number, or a word that the form offers. */
function isLive({ 填写: entered, 指标值: value, 无公式: none }: Example): boolean {
  if (none === true) return false;
  if (entered !== undefined) return Object.keys(entered).length > 0;
  return Object.values(typeof value === 'string' ? { '': value } : (value ?? {})).every((one) => one.endsWith('%'));
}

const WORDS = { met: '是', 'not-met': '否', 'not-applicable': '不适用' } as const;

/** The sheet 自评打分 with what the answers' cells hold. */
function answersSheet(judgements: readonly Judgement[], { 填写: entered = {} }: Example): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  for (const { cell, answer } of judgements) {
    rows[cell.row] = [null, null, null, answer === undefined ? null : cellOf(answer, entered)];
  }
  return Array.from({ length: rows.length }, (_, row) => rows[row] ?? []);
}

function cellOf(answer: NonNullable<Judgement['answer']>, all: Readonly<Record<string, string>>): string | number {
  return answer.kind === 'score' || answer.kind === 'deduction' || answer.kind === 'count'
    ? Number(/[\d.]+/.exec(Object.values(all)[0] ?? '')?.[0])
    : WORDS[answer.kind];
}
