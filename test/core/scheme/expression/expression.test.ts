import { guarded } from '../../../../src/core/ledger/cell-formula.ts';
import { showFact } from '../../../../src/core/ledger/fact.ts';
import { numberOf } from '../../../../src/core/ledger/ledger.ts';
import { asDouble } from '../../../../src/core/money/exact.ts';
import { evaluate } from '../../../../src/core/scheme/evaluate.ts';
import { expressionValue } from '../../../../src/core/scheme/expression/expression-value.ts';
import { parseExpression } from '../../../../src/core/scheme/expression/parse-expression.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import { cases, given } from '../../support/cases.ts';
import { dataSheet, ledgerOf, type Stated } from '../../support/ledgers.ts';
import { PROPORTIONAL, indicatorOf, schemeOf } from '../../support/schemes.ts';
import { compute } from '../../support/spreadsheet.ts';

interface Case {
  readonly name: string;
  readonly formula: string;
  readonly facts: Stated;
  readonly is: string;
}

const CASES = cases<Case>(__dirname, 'expressions.json');

function specOf(formula: string, unit = '%'): Parameters<typeof expressionValue>[1] {
  return { key: '自定义比率', formula, unit, basis: '某文件' };
}

test.each(CASES)('$name', ({ formula, facts, is }) => {
  const outcome = expressionValue(ledgerOf({ facts }), specOf(formula));
  const said =
    outcome.status === 'value'
      ? showFact(outcome.value)
      : outcome.status === 'missing'
        ? `缺数据：${outcome.keys.join('、')}`
        : `不适用：${outcome.why}`;
  expect(said).toBe(is);
});

/** The formula of a case as it is written when all facts are positive; the guard must see zeros by itself. */
test.each(CASES.filter(({ facts }) => !Object.values(facts).includes('无')))(
  'a spreadsheet answers the same: $name',
  ({ formula, facts, is }) => {
    const keys = [...Object.keys(facts)];
    const ones = Object.fromEntries(keys.map((key, index) => [key, `${String(7 ** (index + 1))}元`]));
    const positive = expressionValue(ledgerOf({ facts: ones }), specOf(formula));
    if (positive.status !== 'value') {
      // A fact that the case leaves out has no cell either.
      expect(is).toMatch(/^缺数据/);
      return;
    }
    const yuan = Object.fromEntries(
      Object.entries(facts).map(([key, text]) => [
        key,
        text.endsWith('万元') ? `${String(Number.parseFloat(text) * 10000)}元` : text,
      ]),
    );
    const shown = compute({ 数据: dataSheet(yuan), 公式: [[`=${guarded(given(positive.value.formula))}`]] });
    const outcome = expressionValue(ledgerOf({ facts: yuan }), specOf(formula));
    if (outcome.status === 'value') {
      expect(shown.at('公式', 0, 0)).toBeCloseTo(asDouble(given(numberOf(outcome.value))), 12);
    } else {
      expect(shown.at('公式', 0, 0)).toBe(outcome.status === 'missing' ? '缺数据' : '不适用');
    }
  },
);

test('a trace shows the formula, the values put in and every source', () => {
  const ledger = ledgerOf({ facts: { 决算数: '90元', 追加数: '5元', 全年预算数: '100元' } });
  const outcome = expressionValue(ledger, specOf('(决算数+追加数)/全年预算数'));
  if (outcome.status !== 'value') throw new Error(outcome.status);
  expect(outcome.value.trace).toMatchObject({
    rule: '(决算数+追加数)/全年预算数',
    substitution: '(90.00 + 5.00) ÷ 100.00',
    result: '95.00%',
  });
  expect(outcome.value.trace?.inputs.map(({ label }) => label)).toEqual(['决算数', '追加数', '全年预算数']);
  expect(outcome.value.cells.map(({ row }) => row)).toEqual([0, 1, 2]);
});

test('a formula may count instead of dividing', () => {
  const ledger = ledgerOf({ facts: { '人员.在职': '12人', '人员.编制': '10人' } });
  const outcome = expressionValue(ledger, specOf('人员.在职 - 人员.编制', '人'));
  expect(outcome.status === 'value' && showFact(outcome.value)).toBe('2人');
});

test.each([
  ['决算数 +', '括号和运算符'],
  ['决算数 ? 1 : 2', '括号和运算符'],
  ['决算数 (', '最小'],
  ['', '括号和运算符'],
  ['+决算数', '括号和运算符'],
  ['开方(决算数)', '“开方”'],
  ['最小()', '括号和运算符'],
  ['决算数 ÷ (追加数 ÷ 追减数)', 'a × c ÷ b'],
  ['决算数 ÷ 0', '不等于0'],
  ['决算数 追加数', '括号和运算符'],
])('%s cannot be read, and says why', (formula, why) => {
  const parsed = parseExpression(formula);
  expect(parsed.status === 'fault' ? parsed.fault : parsed).toContain(why);
});

function findingsOf(formula: string): readonly string[] {
  const measure = { kind: 'expression', ...specOf(formula) } as const;
  const scheme = schemeOf([indicatorOf('自定义', PROPORTIONAL, { measure })]);
  return evaluate(scheme, ledgerOf({ facts: { 决算数: '1元' } })).findings.map(messageOf);
}

test('a name that no form can fill is told with the nearest that there are; one that is only absent is missing data', () => {
  const [unknown] = findingsOf('三公经费.决箅数 ÷ 决算数').filter((message) =>
    message.includes('不是任何表能提供的数据'),
  );
  expect(unknown).toContain('“三公经费.决箅数”');
  expect(unknown).toContain('三公经费.决算数');
  expect(findingsOf('项目.科普活动.决算数 ÷ 决算数').some((message) => message.includes('相近的有'))).toBe(false);
});
