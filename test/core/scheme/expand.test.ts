import fc from 'fast-check';
import { keyPart } from '../../../src/core/ledger/keys.ts';
import { exact, fixed, ratio, sum } from '../../../src/core/money/exact.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { divided, indicatorsFor } from '../../../src/core/scheme/expand.ts';
import { STANDARD_MEASURES } from '../../../src/core/scheme/measures/standard-measures.ts';
import { readPackFile } from '../../../src/core/scheme/pack-file.ts';
import { messageOf } from '../../../src/core/texts/finding-texts.ts';
import { given } from '../support/cases.ts';
import { ledgerOf, taskOf } from '../support/ledgers.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

const SCHEME = schemeOf([
  indicatorOf('{方向}任务完成率', PROPORTIONAL, {
    path: ['履职效能', '{方向}'],
    weight: '60',
    each: 'direction',
    measure: { kind: 'fact', key: '任务.{方向}.完成率' },
    problem: '{方向}未达标',
    improvement: '改进{方向}',
  }),
  indicatorOf('预算完成率', PROPORTIONAL, { weight: '40', measure: COMPLETION }),
]);

function indicators(...directions: string[]): ReturnType<typeof indicatorsFor> {
  return indicatorsFor(SCHEME, ledgerOf({ tasks: directions.map((direction) => taskOf(direction, direction, [])) }));
}

test('one indicator for every direction, in the order of the tasks, the weight divided', () => {
  expect(indicators('服务一', '服务二', '服务三').map(({ name, weight }) => `${name} ${weight}`)).toEqual([
    '服务一任务完成率 20.0',
    '服务二任务完成率 20.0',
    '服务三任务完成率 20.0',
    '预算完成率 40',
  ]);
});

test('what cannot be divided evenly goes to the first', () => {
  const weights = indicators('一', '二', '三', '四', '五', '六', '七').map(({ weight }) => weight);
  expect(weights).toEqual(['8.6', '8.6', '8.6', '8.6', '8.6', '8.5', '8.5', '40']);
});

test('without any direction the indicator stays whole and says what it lacks', () => {
  expect(given(indicators()[0])).toMatchObject({
    name: '履职方向任务完成率',
    weight: '60',
    measure: { key: '任务.履职方向.完成率' },
  });
});

test('the direction stands in every text, and with its dots kept together in the key', () => {
  expect(given(indicators('2.0版服务')[0])).toMatchObject({
    path: ['履职效能', '2.0版服务'],
    name: '2.0版服务任务完成率',
    problem: '2.0版服务未达标',
    improvement: '改进2.0版服务',
    measure: { kind: 'fact', key: '任务.2．0版服务.完成率' },
  });
});

test('a direction is put in as it is, whatever signs it has', () => {
  expect(given(indicators("服务$&$1$$$'")[0]).name).toBe("服务$&$1$$$'任务完成率");
});

test('divided weights add up exactly and differ by one step at most', () => {
  const places = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 40 }), places, (units, parts, at) => {
      const step = ratio(1n, 10n ** BigInt(at));
      const weight = ratio(BigInt(units), 1n).mul(step);
      const list = divided(weight, parts, at);
      expect(sum(list).equals(weight)).toBe(true);
      const sizes = list.map((part) => part.div(step));
      expect(sizes.every((size) => size.d === 1n && size.compare(0) >= 0)).toBe(true);
      expect(
        given(sizes[0])
          .sub(given(sizes.at(-1)))
          .compare(1),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

test('weights of indicators for the directions, as printed, add up to the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const names = Array.from({ length: count }, (_, index) => `方向${String(index)}`);
      const own = indicators(...names).slice(0, -1);
      expect(sum(own.map(({ weight }) => exact(weight))).equals(60)).toBe(true);
    }),
  );
});

const PROJECTS = schemeOf([
  indicatorOf('{项目}预算执行率', PROPORTIONAL, {
    path: ['产出', '{项目}'],
    weight: '10',
    each: 'project',
    measure: given(STANDARD_MEASURES.find(({ id }) => id === '预算执行率（项目，全年预算）')).measure,
    improvement: '加快{项目}支出',
  }),
]);

function overProjects(...projects: string[]): ReturnType<typeof evaluate> {
  const facts = Object.fromEntries(
    projects.flatMap((name, index) => [
      [`项目.${keyPart(name)}.决算数`, `${String(90 - 10 * index)}元`],
      [`项目.${keyPart(name)}.全年预算数`, '100元'],
    ]),
  );
  return evaluate(PROJECTS, ledgerOf({ facts, projects }));
}

test('one indicator for every project, each over its own amounts, the weight divided', () => {
  const { scorecard, findings } = overProjects('科普2.0', '培训', '展览');
  expect(
    scorecard.results.map(({ indicator, weight, score }) =>
      [indicator.path[1], indicator.name, indicator.improvement, fixed(weight, 1), fixed(given(score), 1)].join(' '),
    ),
  ).toEqual([
    '科普2.0 科普2.0预算执行率 加快科普2.0支出 3.4 3.1',
    '培训 培训预算执行率 加快培训支出 3.3 2.6',
    '展览 展览预算执行率 加快展览支出 3.3 2.3',
  ]);
  expect(fixed(scorecard.total.weight, 1)).toBe('10.0');
  expect(findings.map(({ code }) => code)).not.toContain('project-unclear');
  expect(findings.map(({ code }) => code)).not.toContain('weights-differ');
});

test('a workbook without projects is told, and the indicator lacks its data', () => {
  const { scorecard, findings } = overProjects();
  expect(scorecard.results.map(({ indicator, status }) => [indicator.name, status])).toEqual([
    ['项目预算执行率', 'missing'],
  ]);
  expect(findings.filter(({ code }) => code === 'project-unclear').map(messageOf)).toEqual([
    expect.stringMatching(/“\{项目\}预算执行率”针对项目，工作簿中没有列出项目/),
  ]);
});

test.each([
  ['direction', '任务完成率', '{方向}'],
  ['project', '{方向}支出率', '{项目}'],
] as const)('for each %s: a name without its slot is refused, because all would have one name', (each, name, slot) => {
  const indicator = indicatorOf(name, PROPORTIONAL, { each, measure: COMPLETION });
  const read = readPackFile(JSON.stringify({ ...SCHEME, total: '5', indicators: [indicator] }));
  expect(read).toEqual({
    kind: 'problems',
    problems: [expect.stringContaining(`indicators[0]“${name}”.name：逐项设的指标，名称里要有“${slot}”`)],
  });
});
