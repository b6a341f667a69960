import { schemeSheets } from '../../../../src/core/scheme/sheet/find-scheme-sheet.ts';
import { readSchemeSheet, type SheetReading } from '../../../../src/core/scheme/sheet/read-scheme-sheet.ts';
import { schemeGrid } from '../../../../src/core/scheme/sheet/write-scheme-sheet.ts';
import type { Scheme } from '../../../../src/core/scheme/scheme.ts';
import type { CellValue, Sheet } from '../../../../src/core/workbook/workbook.ts';
import { given } from '../../support/cases.ts';
import { sheetOf, workbookOf, type Rows } from '../../support/workbooks.ts';

/** The sheet 指标体系 of a scheme, as a workbook would hold it. */
export function sheetOfScheme(scheme: Scheme): Sheet {
  const { rows, merges } = schemeGrid(scheme);
  return { name: '指标体系', hidden: false, rows, formulas: new Map(), merges };
}

/** What a sheet says about its scheme. */
export function readingOf(sheet: Sheet): SheetReading {
  return readSchemeSheet(given(schemeSheets({ ...workbookOf({}), sheets: [sheet] })[0]));
}

/** A sheet as a finance officer would type it: only the columns that are needed, nothing merged. */
export const TYPED: Rows = [
  ['某区部门整体支出绩效指标体系', null],
  ['名称', '某区2023年度评分表'],
  ['年度', 2023],
  ['来源', '某区财政局评分表'],
  ['总分', 10],
  ['得分小数位', 1],
  ['一级指标', '二级指标', '三级指标', '分值', '评分方式', '参数', '分子', '分母', '口径', '依据'],
  ['管理', '预算', '预算完成率', 5, '按比例', '', '财政拨款.决算数', '财政拨款.全年预算数', '财政拨款', '评分表第1行'],
  [
    '',
    '',
    '三公经费控制率',
    3,
    '按百分点扣分',
    '超过100%的部分，每1个百分点扣0.5分；不足1个百分点：不计',
    '三公经费.决算数',
    '三公经费.年初预算数',
    '',
    '评分表第2行',
  ],
  ['履职', '', '制度建设', 2, '要点评分', '①制度健全（1分）；②执行有效（1分）', '', '', '', '评分表第3行'],
  ['合计', '', '', 10, '', '', '', '', '', ''],
];

/** One cell typed over; row and column as in `TYPED`. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** The typed sheet with some cells replaced. */
export function typedWith(cells: readonly Typed[]): Sheet {
  const sheet = sheetOf('指标体系', TYPED);
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => {
      const over = cells.find(({ row: at, column }) => at === r && column === c);
      if (over === undefined) return value;
      // A formula that no program has computed yet.
      return typeof over.value === 'string' && over.value.startsWith('=') ? null : over.value;
    }),
  );
  const formulas = cells.flatMap(({ row, column, value }) =>
    typeof value === 'string' && value.startsWith('=')
      ? [[`${String(row)},${String(column)}`, value.slice(1)] as const]
      : [],
  );
  return { ...sheet, rows, formulas: new Map(formulas) };
}
