import { isUnusable } from '../../../../src/core/findings/finding.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import type { CellValue } from '../../../../src/core/workbook/workbook.ts';
import { evaluate } from '../../../../src/core/scheme/evaluate.ts';
import { cases, given } from '../../support/cases.ts';
import { ledgerOf } from '../../support/ledgers.ts';
import { readingOf, typedWith } from './support.ts';

interface Case {
  readonly name: string;
  /** Counted from 0, in the typed sheet of support.ts. */
  readonly row: number;
  readonly column: number;
  readonly typed: CellValue;
  /** How each message begins. */
  readonly says: readonly string[];
}

test.each(cases<Case>(__dirname, 'mistakes.json'))('$name', ({ row, column, typed, says }) => {
  const { scheme, findings } = readingOf(typedWith([{ row, column, value: typed }]));
  expect(scheme).toBeUndefined();
  expect(findings.map(messageOf)).toEqual(says.map((start) => expect.stringMatching(startsWith(start)) as string));
  expect(findings.every(isUnusable)).toBe(true);
});

test('all mistakes of a sheet are told together, each with its cell', () => {
  const wrong = cases<Case>(__dirname, 'mistakes.json').filter(({ row }) => row === 7 || row === 4);
  const cells = new Map(
    wrong.map(({ row, column, typed }) => [`${String(row)},${String(column)}`, { row, column, value: typed }]),
  );
  const { findings } = readingOf(typedWith([...cells.values()]));
  expect(findings).toHaveLength(cells.size);
  expect(new Set(findings.map(({ cells: [cell] }) => `${String(cell?.row)},${String(cell?.column)}`))).toEqual(
    new Set(cells.keys()),
  );
});

test('weights that do not add up are no mistake of a cell: the scheme is read, with the cells of the weights and the total', () => {
  const { scheme, places } = readingOf(typedWith([{ row: 4, column: 1, value: 100 }]));
  expect(scheme?.total).toBe('100');
  expect(places).toMatchObject({
    weights: [7, 8, 9].map((row) => ({ sheet: '指标体系', row, column: 3 })),
    total: [{ sheet: '指标体系', row: 4, column: 1 }],
    source: [{ sheet: '指标体系', row: 3, column: 1 }],
  });
});

test('figures that decide and are not named are a mistake of the row', () => {
  const { scheme, findings } = readingOf(
    typedWith([
      { row: 8, column: 6, value: '' },
      { row: 8, column: 7, value: null },
    ]),
  );
  expect(scheme).toBeUndefined();
  expect(findings.map(messageOf)).toEqual([expect.stringMatching(/^指标体系!G9：.*“分子”没有填写.*取值方式/)]);
});

test('a sheet that calls the whole verified must have every row verified', () => {
  const { findings } = readingOf(
    typedWith([
      { row: 0, column: 0, value: '核对情况' },
      { row: 0, column: 1, value: '已核对' },
      { row: 6, column: 8, value: '核对情况' },
      { row: 7, column: 8, value: '已核对' },
      { row: 9, column: 8, value: '已核对' },
    ]),
  );
  expect(findings.map(messageOf)).toEqual([
    expect.stringMatching(/^指标体系!I9：.*“核对情况”没有填写.*每个指标都应已核对/),
  ]);
});

test('the name of a rate that ships stands for its definition', () => {
  const row = 7;
  const way = '预算完成率（一般公共预算，年初预算）';
  const { scheme } = readingOf(
    typedWith([
      { row: 6, column: 8, value: '取值方式' },
      { row, column: 8, value: way },
      { row, column: 6, value: '' },
      { row, column: 7, value: '' },
      { row: 8, column: 8, value: '' },
    ]),
  );
  expect(scheme?.indicators[0]?.measure).toEqual({
    kind: 'ratio',
    key: '预算完成率',
    numerator: '一般公共预算.决算数',
    denominator: '一般公共预算.年初预算数',
    basis: '一般公共预算；决算数 ÷ 年初预算数',
  });
});

test('a rate that is not known is answered with those nearest', () => {
  const { findings } = readingOf(
    typedWith([
      { row: 6, column: 8, value: '取值方式' },
      { row: 7, column: 8, value: '预算完成率（财政，全年）' },
    ]),
  );
  expect(messageOf(findings[0] as never)).toContain('预算完成率（财政拨款，全年预算）');
});

/** 取值方式 in column I, 分子 in G, 分母 in H of the row of 预算完成率. */
function computedBy(way: string, numerator: string, denominator: string): ReturnType<typeof readingOf> {
  return readingOf(
    typedWith([
      { row: 6, column: 8, value: '取值方式' },
      { row: 7, column: 8, value: way },
      { row: 7, column: 6, value: numerator },
      { row: 7, column: 7, value: denominator },
      { row: 8, column: 8, value: '' },
    ]),
  );
}

test.each([
  ['公式', '决算数 ÷', '%', /^指标体系!G8：.*“分子”填写了“决算数 ÷”，这里应为：只能使用数据名称、数字、加减乘除/],
  ['公式', '开方(决算数)', '%', /^指标体系!G8：.*没有“开方”这个函数，可用的有最小、最大、平均、求和/],
  ['公式', '', '%', /^指标体系!G8：.*“分子”没有填写/],
  ['支付进度', '13月末', '序时进度', /^指标体系!G8：.*1月末至12月末/],
  ['支付进度', '6月末', '0%（某文件）', /^指标体系!H8：.*“0%（某文件）”，这里应为：序时进度，或者进度和出处/],
  ['年度平均执行率', '各月平均', '', /^指标体系!G8：.*各月末累计执行率的平均值 ÷ 序时进度平均值/],
])('%s %s: the cell and what is allowed there', (way, numerator, denominator, message) => {
  const { scheme, findings } = computedBy(way, numerator, denominator);
  expect(scheme).toBeUndefined();
  expect(findings.map(messageOf)).toContainEqual(expect.stringMatching(message));
});

test.each([
  ['公式', '(财政拨款.决箅数 − 追加数) ÷ 财政拨款.全年预算数', '%', 'G8'],
  ['比率', '财政拨款.决箅数', '财政拨款.全年预算数', 'G8'],
  ['比率', '财政拨款.全年预算数', '财政拨款.决箅数', 'H8'],
])(
  '%s: a name that no form can fill is told with its cell and the nearest that there are',
  (way, above, below, cell) => {
    const { scheme, places } = computedBy(way, above, below);
    const { findings } = evaluate(given(scheme), ledgerOf({}), places);
    const told = findings.filter(({ code }) => code === 'fact-name-unknown').map(messageOf);
    expect(told).toEqual([
      expect.stringMatching(new RegExp(`^指标体系!${cell}：指标“预算完成率”用到的“财政拨款.决箅数”.*财政拨款.决算数`)),
    ]);
  },
);

test('points that a rule names cannot be divided over 履职方向, nor names without the direction', () => {
  const { scheme, findings } = readingOf(
    typedWith([
      { row: 6, column: 8, value: '逐项设指标' },
      { row: 7, column: 8, value: '否' },
      { row: 8, column: 8, value: '按履职方向' },
    ]),
  );
  expect(scheme).toBeUndefined();
  expect(findings.map(messageOf)).toEqual([
    expect.stringMatching(/^指标体系!F9：.*“参数”填写了“超过100%.*逐项设的指标.*只能是“按比例”或“评定等次”/),
    expect.stringMatching(/^指标体系!C9：.*“三公经费控制率”.*名称里要有“\{方向\}”/),
  ]);
});

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
