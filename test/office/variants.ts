import sample from '../../assets/sample-data.json';
import { DEFAULT_PACK, packById } from '../../src/core/scheme/packs/packs.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { buildForm } from '../../src/core/template/build-form.ts';
import type { FormData } from '../../src/core/template/input-workbook.ts';
import type { CellWrite } from '../../src/core/workbook/write-plan.ts';
import { createXlsx } from '../../src/hosts/files/xlsx/create-xlsx.ts';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';

const data = sample as unknown as FormData;

export function scheme(): Scheme {
  const found = packById(DEFAULT_PACK);
  if (found === undefined) throw new Error('the default scheme is not there');
  return found;
}

async function form(change: Partial<FormData> = {}): Promise<Uint8Array> {
  return createXlsx(buildForm(scheme(), { ...data, ...change }));
}

const number = (row: number, column: number, value: number): CellWrite => ({
  row,
  column,
  content: { kind: 'number', value },
});
const text = (row: number, column: number, value: string): CellWrite => ({
  row,
  column,
  content: { kind: 'text', value },
});

/** The bureau's own table, filled in by nobody yet. */
async function withOwnSheet(headers: readonly string[]): Promise<Uint8Array> {
  const rows = (await indicatorRows()).map(([name, weight], index) => [
    text(index + 2, 0, name),
    number(index + 2, 1, weight),
  ]);
  return patchXlsx(await form(), {
    changes: [],
    newSheets: [
      {
        name: '自评表 (区)',
        cells: [
          text(0, 0, '区级部门整体支出自评表'),
          ...headers.map((header, column) => text(1, column, header)),
          ...rows.flat(),
          text(rows.length + 2, 0, '合计'),
        ],
        merges: [],
        columnWidths: headers.map(() => 16),
        headerRow: 1,
      },
    ],
  });
}

function indicatorRows(): Promise<readonly (readonly [string, number])[]> {
  const directions = [...new Set((data.tasks ?? []).map((task) => task.direction))];
  return Promise.resolve(
    scheme().indicators.flatMap((indicator): (readonly [string, number])[] =>
      indicator.each === 'direction'
        ? directions.map((direction) => [
            indicator.name.replaceAll('{方向}', direction),
            Number(indicator.weight) / directions.length,
          ])
        : [[indicator.name, Number(indicator.weight)]],
    ),
  );
}

const payments = data.months?.paid ?? [];
const perMonth = payments.map((paid, month) => Math.round((paid - (payments[month - 1] ?? 0)) * 100) / 100);

/** Workbooks whose formulas a spreadsheet must compute to the same values as the core, by name. */
export const VARIANTS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  sample: () => form(),
  'own sheet, all columns': () => withOwnSheet(['指标', '分值', '指标值', '得分', '扣分', '扣分原因']),
  'own sheet, score only': () => withOwnSheet(['指标', '分值', '得分']),
  'own sheet, deduction only': () => withOwnSheet(['指标', '分值', '扣分', '扣分原因']),
  'months not filled in': () => form({ months: { budget: [], paid: [] } }),
  'months one by one': async () =>
    patchXlsx(await form(), {
      changes: [
        {
          sheet: '月度执行',
          cells: [text(4, 0, '一般公共预算当月支出数'), ...perMonth.map((paid, month) => number(4, month + 1, paid))],
        },
      ],
      newSheets: [],
    }),
  'execution in 万元': async () =>
    patchXlsx(await form(), {
      changes: [
        {
          sheet: '执行',
          cells: [
            text(1, 6, '单位：万元'),
            ...(['basic', 'project'] as const).flatMap((kind) => {
              const executed = kind === 'basic' ? data.basic?.executed : data.projects?.[0]?.executed;
              const row = kind === 'basic' ? 4 : 6;
              return [executed?.fiscal, executed?.general, executed?.other].map((amount, index) =>
                number(row, 3 + index, (amount ?? 0) / 10_000),
              );
            }),
          ],
        },
      ],
      newSheets: [],
    }),
  'a score not given, an answer not given': () =>
    form({
      judgements: {
        ...data.judgements,
        绩效目标合理性: {},
        采购管理合规性: { answers: ['是', '否'] },
      },
    }),
  'no budget at all': () =>
    form({
      basic: {
        initial: { fiscal: 0, other: 0 },
        adjusted: { fiscal: 0, other: 0 },
        executed: { fiscal: 0, general: 0, other: 0 },
      },
      projects: [
        {
          name: '科普活动',
          initial: { fiscal: 0, other: 0 },
          adjusted: { fiscal: 0, other: 0 },
          executed: { fiscal: 0, general: 0, other: 0 },
        },
      ],
      months: { budget: payments.map(() => 0), paid: payments.map(() => 0) },
    }),
  'targets missed': () =>
    form({
      tasks: (data.tasks ?? []).map((task) => ({
        ...task,
        outputs: task.outputs.map((output, index) => (index === 0 ? { ...output, actual: 1 } : output)),
      })),
    }),
  blank: () => createXlsx(buildForm(scheme())),
};
