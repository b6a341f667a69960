import { sheetInTenThousands, typed } from '../support/edits.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { sample } from '../support/project.ts';
import { scoreSheetRows, withScoreSheet } from '../support/score-sheets.ts';

const AMOUNT_SHEETS = ['预算', '执行', '收入', '月度执行'];

/** The sample as people change it, and a workbook that did not come from the form. */
export const EDITED_VARIANTS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'the sample file': () => Promise.resolve(sample()),
  'less spent': () => typed(sample(), { '执行!D7': 300000.01, '执行!E7': 300000.01, '预算!G5': 2500000.33 }),
  'more spent than the budget': () => typed(sample(), { '执行!D5': 2600000, '执行!E5': 2600000 }),
  'answers and scores changed': () =>
    typed(sample(), { '自评打分!D4': '否', '自评打分!D5': '不适用', '自评打分!D18': 3.25, '工作任务!G12': 19 }),
  'all sheets in 万元': async () => {
    let bytes = sample();
    for (const name of AMOUNT_SHEETS) bytes = await sheetInTenThousands(bytes, name);
    return bytes;
  },
  'single cells empty': () =>
    typed(sample(), { '执行!D5': '', '执行!D7': '', '月度执行!F5': '', '自评打分!D7': '', '工作任务!G14': '' }),
  'numbers typed as text': () =>
    typed(sample(), {
      '执行!D8': '2,401,712.36',
      '工作任务!G4': '70',
      '自评打分!D18': '4.7',
      '月度执行!C5': '331,275.16',
    }),
  "own sheet with a person's score": () =>
    withScoreSheet(
      scoreSheetRows().map((line) => (line.startsWith('预算完成率') ? '预算完成率 | 5 | | 4 | | 指标下达较晚' : line)),
    ),
  'sheet names that formulas have to quote': () =>
    xlsxOf({
      "2023 年'预算'(一)": {
        rows: [
          '预算表 | | 单位：万元',
          '项目 | 年初预算数 | 财政拨款全年预算数',
          '基本支出 | 10 | 11',
          '合计 | 10 | 11',
        ],
      },
      A1: { rows: ['执行表 | 单位：元', '项目 | 财政拨款决算数', '基本支出 | 98765.43', '合计 | 98765.43'] },
    }),
};
