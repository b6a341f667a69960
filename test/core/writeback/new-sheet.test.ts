import type { Indicator, Scheme } from '../../../src/core/scheme/scheme.ts';
import { addressOf } from '../../../src/core/workbook/cell-ref.ts';
import type { CellValue, Workbook } from '../../../src/core/workbook/workbook.ts';
import { given } from '../support/cases.ts';
import { ANSWERS, EXECUTION, run } from '../support/pipeline.ts';
import { indicatorOf, schemeOf, THREE } from '../support/schemes.ts';
import { recomputed } from '../support/spreadsheet.ts';
import { workbookOf, type Rows } from '../support/workbooks.ts';

const BOOK = workbookOf({ 执行: EXECUTION, 自评打分: ANSWERS });

function rowsOf(workbook: Workbook, name = '绩效自评表'): readonly (readonly CellValue[])[] {
  return given(workbook.sheets.find((sheet) => sheet.name === name)).rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)),
  );
}

function disagreeing(workbook: Workbook): readonly unknown[] {
  return recomputed(workbook).filter(({ stored, computed }) =>
    typeof stored === 'number' && typeof computed === 'number'
      ? Math.abs(stored - computed) > 1e-9
      : stored !== computed,
  );
}

test('a workbook without a score sheet gets one with everything on it', () => {
  const { after, writeBack } = run(BOOK, THREE);
  expect(writeBack.findings).toEqual([]);
  expect(rowsOf(after)).toEqual([
    ['2023年度某局部门整体支出绩效自评表'],
    ['指标体系：某区指标体系（某文件）'],
    ['一级指标', '二级指标', '三级指标', '分值', '指标值', '得分', '扣分', '扣分原因', '佐证材料'],
    [
      '管理效率',
      '资金管理',
      '预算完成率',
      5,
      0.982014,
      4.9,
      0.1,
      '财政拨款决算数240.17万元，比财政拨款全年预算数244.57万元少4.40万元，预算完成率为98.20%',
      null,
    ],
    [null, '绩效管理', '绩效目标合理性', 5, null, 4.7, 0.3, '目标不够量化', '目标申报表'],
    [null, '采购管理', '采购管理合规性', 3, null, 2, 1, '“备案及时”未达到要求', '公告'],
    ['合计', null, null, 13, null, 11.6, 1.4, null, null],
  ]);
});

test('its scores and totals are live, and a spreadsheet computes what the file says', () => {
  const { after, writeBack } = run(BOOK, THREE);
  expect(disagreeing(after)).toEqual([]);
  const live = given(writeBack.plan.newSheets[0])
    .cells.filter(({ content }) => content.kind === 'formula')
    .map(addressOf);
  expect(live).toEqual(['E4', 'F4', 'G4', 'F5', 'G5', 'F6', 'G6', 'D7', 'F7', 'G7']);
});

test('a second run finds its own sheet and changes nothing', () => {
  const first = run(BOOK, THREE).after;
  const second = run(first, THREE);
  expect(second.writeBack.plan.newSheets).toEqual([]);
  expect(second.writeBack.findings).toEqual([]);
  expect(second.after.sheets).toEqual(first.sheets);
});

test('an unverified scheme is said to be so on the sheet', () => {
  const { after } = run(BOOK, { ...THREE, verified: false });
  expect(rowsOf(after)[1]).toEqual([
    '指标体系：某区指标体系（未与财政部门正式文件核对，分值和评分方式请以当地文件为准）',
  ]);
});

test('a name that is taken is not taken again', () => {
  const other: Rows = [['别的内容']];
  const names = (sheets: Record<string, Rows>): readonly string[] =>
    run(workbookOf({ 执行: EXECUTION, ...sheets }), THREE).writeBack.plan.newSheets.map(({ name }) => name);
  expect(names({ 绩效自评表: other })).toEqual(['绩效自评表2']);
  expect(names({ 绩效自评表: other, 绩效自评表2: other })).toEqual(['绩效自评表3']);
});

test('neighbours of one group are merged, and equal names in different groups are not', () => {
  const paths = [
    ['投入', '管理'],
    ['投入', '管理'],
    ['过程', '管理'],
    ['过程', '执行'],
  ];
  const scheme = schemeOf(
    THREE.indicators
      .slice(0, 1)
      .flatMap((one) => paths.map((path, index): Indicator => ({ ...one, path, name: `指标${String(index)}` }))),
  );
  const { merges } = given(run(BOOK, scheme).writeBack.plan.newSheets[0]);
  const shown = merges.map(
    ({ top, left, bottom, right }) =>
      `${addressOf({ row: top, column: left })}:${addressOf({ row: bottom, column: right })}`,
  );
  expect(shown).toEqual(['A1:I1', 'A2:I2', 'A8:C8', 'A4:A5', 'A6:A7', 'B4:B5']);
});

/** 政府采购执行率 with nothing budgeted and nothing spent. */
function procurement(notApplicable: Indicator['notApplicable']): Scheme {
  const measure = {
    kind: 'ratio' as const,
    key: '采购执行率',
    numerator: '政府性基金.决算数',
    denominator: '政府性基金.全年预算数',
    basis: '基金',
  };
  return schemeOf([
    ...THREE.indicators,
    indicatorOf('政府采购执行率', given(THREE.indicators[0]).rule, { weight: '2', measure, notApplicable }),
  ]);
}

test.each([
  ['full-marks', ['政府采购执行率', 2, '不适用', 2, 0], [15, null, 13.6, 1.4]],
  ['excluded', ['政府采购执行率', 2, '不适用', '不适用', '不适用'], [13, null, 11.6, 1.4]],
] as const)('what does not apply, %s: the row says so and the total counts it or not', (notApplicable, row, total) => {
  const head = ['支出类别', '财政拨款全年预算数', '财政拨款决算数', '政府性基金全年预算数', '政府性基金决算数'];
  const execution: Rows = [
    ['单位：元'],
    head,
    ['基本支出', 2445700, 2401712.36, 0, 0],
    ['合计', 2445700, 2401712.36, 0, 0],
  ];
  const { after } = run(workbookOf({ 执行: execution, 自评打分: ANSWERS }), procurement(notApplicable));
  const rows = rowsOf(after);
  expect([rows[6]?.slice(2, 7), rows[7]?.slice(3, 7)]).toEqual([row, total]);
  expect(disagreeing(after)).toEqual([]);
});

test('with nothing known at all every score and total is 缺数据, never a number', () => {
  const { after } = run(workbookOf({ 空: [['说明']] }), THREE);
  const scores = rowsOf(after)
    .slice(3)
    .map((row) => row.slice(5, 7));
  expect(scores).toEqual(Array.from({ length: 4 }, () => ['缺数据', '缺数据']));
  expect(disagreeing(after)).toEqual([]);
});
