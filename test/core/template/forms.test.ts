import { intake } from '../../../src/core/intake/intake.ts';
import { neededKeys } from '../../../src/core/scheme/needed-keys.ts';
import { packById, PACKS } from '../../../src/core/scheme/packs/packs.ts';
import { schemeOfWorkbook } from '../../../src/core/scheme/sheet/scheme-in-force.ts';
import { buildForm } from '../../../src/core/template/build-form.ts';
import type { FormData, FormSheet } from '../../../src/core/template/input-workbook.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { given } from '../support/cases.ts';

/** A form as a workbook that was saved holds it. */
function workbookOfForm(sheets: readonly FormSheet[]): Workbook {
  return {
    written: [],
    date1904: false,
    sheets: sheets.map(({ name, cells, merges }) => {
      const rows: (string | number | null)[][] = [];
      const formulas = new Map<string, string>();
      for (const { row, column, value, formula } of cells) {
        while (rows.length <= row) rows.push([]);
        const line = given(rows[row]);
        while (line.length <= column) line.push(null);
        line[column] = value;
        if (formula !== undefined) formulas.set(`${String(row)},${String(column)}`, formula);
      }
      return { name, hidden: false, rows, formulas, merges };
    }),
  };
}

const AMOUNTS = { fiscal: 100, other: 0 };
const DATA: FormData = {
  year: '2023',
  basicInfo: { 评价年度: '2023', 部门名称: '某局', 在职人数: 18, 编制人数: 20 },
  basic: { initial: AMOUNTS, adjusted: AMOUNTS, executed: { ...AMOUNTS, general: 100 } },
  projects: [{ name: '甲', initial: AMOUNTS, adjusted: AMOUNTS, executed: { ...AMOUNTS, general: 100 } }],
  months: {
    budget: Array.from({ length: 12 }, () => 200),
    paid: Array.from({ length: 12 }, (_, month) => 10 * (month + 1)),
  },
  tasks: [
    {
      direction: '甲方向',
      title: '任务',
      narrative: '',
      outputs: [{ name: '会议', planned: 1, actual: 1, unit: '次' }],
    },
  ],
};

describe.each(PACKS)('the form of $id', (pack) => {
  test('carries its scheme, which is then the one in force', () => {
    const own = schemeOfWorkbook(workbookOfForm(buildForm(pack)));
    expect(own.findings).toEqual([]);
    expect(own.scheme).toEqual(pack);
  });

  test('asks for every figure that the scheme needs', () => {
    const keys = [...neededKeys(pack)].filter((key) => !key.startsWith('任务.'));
    const amounts = Object.fromEntries(keys.map((key, index) => [key, 1000 + index]));
    const form = buildForm(pack, { ...DATA, amounts });
    const { ledger } = intake(workbookOfForm(form));
    const shown = new Set(form.flatMap(({ cells }) => cells.map(({ value }) => value)));
    // What the sheets for some schemes only ask for has a cell of its own; the rest comes from the sheets of every form.
    expect(keys.filter((key) => !ledger.has(key) && !shown.has(amounts[key] ?? null))).toEqual([]);
  });
});

test('a scheme that needs nothing more asks for nothing more', () => {
  const names = buildForm(given(packById('yuexiu-2023-style'))).map(({ name }) => name);
  expect(names).toEqual([
    '填报说明',
    '基本信息',
    '预算',
    '执行',
    '收入',
    '月度执行',
    '工作任务',
    '自评打分',
    '指标体系',
  ]);
});

test('the national framework asks for 三公经费, 政府采购, 公用经费, 结转结余, 固定资产, 预算调整 and staff', () => {
  const form = buildForm(given(packById('national-2013-framework')));
  const textsOf = (name: string): readonly unknown[] =>
    given(form.find((sheet) => sheet.name === name)).cells.map(({ value }) => value);
  expect(textsOf('专项经费')).toEqual(
    expect.arrayContaining([
      '单位：元',
      '项目',
      '上年预算数',
      '年初预算数',
      '决算数',
      '三公经费',
      '政府采购',
      '公用经费',
      '重点项目支出',
    ]),
  );
  expect(textsOf('结转结余和资产')).toEqual(
    expect.arrayContaining(['单位：元', '年初数', '年末数', '结转结余', '固定资产', '在用固定资产']),
  );
  expect(textsOf('预算调整')).toEqual(expect.arrayContaining(['单位：元', '合计', '预算调整数']));
  expect(textsOf('基本信息')).toEqual(expect.arrayContaining(['编制人数', '在职人数']));
});
