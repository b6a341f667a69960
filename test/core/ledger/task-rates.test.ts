import { guarded } from '../../../src/core/ledger/cell-formula.ts';
import { showFact } from '../../../src/core/ledger/fact.ts';
import { numberOf, type Ledger } from '../../../src/core/ledger/ledger.ts';
import { deriveTasks, directionsOf, unmetTargets } from '../../../src/core/ledger/task-rates.ts';
import { cases, given } from '../support/cases.ts';
import { dataSheet, ledgerOf, taskOf, type Stated } from '../support/ledgers.ts';
import { compute } from '../support/spreadsheet.ts';

const DIRECTION = '服务科技工作者';
const KEY = `任务.${DIRECTION}.完成率`;

interface Case {
  readonly name: string;
  /** 计划值 and 实际值 of each output. */
  readonly outputs: Readonly<Record<string, readonly [string | null, string | null]>>;
  readonly is: string | null;
  readonly missed: readonly string[];
}

function factsOf({ outputs }: Pick<Case, 'outputs'>): Stated {
  const facts: Record<string, string> = {};
  for (const [name, [planned, actual]] of Object.entries(outputs)) {
    if (planned !== null) facts[`产出.${name}.计划值`] = planned;
    if (actual !== null) facts[`产出.${name}.实际值`] = actual;
  }
  return facts;
}

function ledgerFor(one: Pick<Case, 'outputs'>): Ledger {
  return ledgerOf({ facts: factsOf(one), tasks: [taskOf(DIRECTION, '任务一', Object.keys(one.outputs))] });
}

const CASES = cases<Case>(__dirname, 'targets.json');

test.each(CASES)('$name', (one) => {
  const ledger = ledgerFor(one);
  const findings = deriveTasks(ledger);
  const rate = ledger.get(KEY);
  expect(rate === undefined ? null : showFact(rate)).toBe(one.is);
  const missed = findings.flatMap((found) =>
    found.code === 'target-missed' ? [`${found.params.output} ${found.params.planned} ${found.params.actual}`] : [],
  );
  const unset = Object.values(one.outputs).filter(([planned, actual]) => planned === null && actual !== null);
  expect(findings.filter(({ code }) => code === 'target-unset')).toHaveLength(unset.length);
  expect(missed).toEqual(one.missed);
  expect(unmetTargets(ledger, KEY).map(({ output }) => output)).toEqual(
    one.is === null ? expect.any(Array) : one.missed.map((text) => text.split(' ')[0]),
  );
});

test.each(CASES.filter(({ is }) => is !== null))('a spreadsheet agrees: $name', (one) => {
  const ledger = ledgerFor(one);
  deriveTasks(ledger);
  const rate = ledger.get(KEY);
  if (rate?.formula === undefined) throw new Error('no formula');
  const shown = compute({ 数据: dataSheet(factsOf(one)), 公式: [[`=${guarded(rate.formula)}`]] }).at('公式', 0, 0);
  expect(shown).toBeCloseTo(numberOf(rate)?.valueOf() ?? Number.NaN, 12);
});

test('directions come in the order of the tasks, each once, without the nameless', () => {
  const tasks = ['乙', '甲', '', '乙'].map((direction, index) => taskOf(direction, `任务${String(index)}`, []));
  expect(directionsOf(ledgerOf({ tasks }))).toEqual(['乙', '甲']);
});

test('a direction gathers the outputs of all its tasks and of no other', () => {
  const facts = { '产出.a.计划值': '2个', '产出.a.实际值': '2个', '产出.b.计划值': '2个', '产出.b.实际值': '1个' };
  const tasks = [taskOf('甲', '一', ['a']), taskOf('乙', '二', ['b'])];
  const ledger = ledgerOf({ facts, tasks });
  deriveTasks(ledger);
  expect(['甲', '乙'].map((name) => numberOf(given(ledger.get(`任务.${name}.完成率`)))?.valueOf())).toEqual([1, 0]);
});

test('names with dots stay together, in outputs and in directions', () => {
  const facts = { '产出.1．5期.计划值': '2个', '产出.1．5期.实际值': '1个' };
  const ledger = ledgerOf({ facts, tasks: [taskOf('2.0版服务', '一', ['1.5期'])] });
  deriveTasks(ledger);
  expect(showFact(given(ledger.get('任务.2．0版服务.完成率')))).toBe('0.00%');
  expect(showFact(given(ledger.get('产出.1．5期.完成率')))).toBe('50.00%');
});

test('an output’s rate is a rate of its own; one that was planned as zero has none', () => {
  const ledger = ledgerFor({ outputs: { 讲座: ['8场', '12场'], 事故: ['0次', '0次'] } });
  deriveTasks(ledger);
  expect(showFact(given(ledger.get('产出.讲座.完成率')))).toBe('150.00%');
  expect(ledger.get('产出.事故.完成率')).toBeUndefined();
});
