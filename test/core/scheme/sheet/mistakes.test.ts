import { isUnusable } from '../../../../src/core/findings/finding.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import type { CellValue } from '../../../../src/core/workbook/workbook.ts';
import { cases } from '../../support/cases.ts';
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
  expect(places).toEqual({
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

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
