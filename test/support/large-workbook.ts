import { schemeSchema } from '../../src/core/scheme/scheme.ts';
import { schemeGrid } from '../../src/core/scheme/sheet/write-scheme-sheet.ts';
import { SCHEME_SHEET_NAME } from '../../src/core/texts/scheme-sheet-texts.ts';
import type { CellValue } from '../../src/core/workbook/workbook.ts';
import type { CellWrite, NewSheet } from '../../src/core/workbook/write-plan.ts';
import { patchXlsx } from '../../src/hosts/files/xlsx/patch-xlsx.ts';
import { withoutRecord } from './edits.ts';
import { sample } from './project.ts';

/** How many indicators the large workbook scores. */
export const LARGE_SCORES = 300;

/**
 * The sample with 20 sheets of 10,000 numbers more, a scheme of its own with 300 indicators in 60 groups, and a score sheet for
 * them: 指标 | 分值 | 得分, a heading before each group.
 */
export async function largeWorkbook(): Promise<Uint8Array> {
  const { rows, merges, headerRow } = schemeGrid(scheme());
  const own = sheetOf(`${SCHEME_SHEET_NAME}（大表）`, rows, headerRow);
  const details = Array.from({ length: 20 }, (_sheet, index) => sheetOf(`明细${String(index + 1)}`, numbers(index), 0));
  const scores = sheetOf('评分表', [['自评评分表'], ['指标', '分值', '得分'], ...scoreRows()], 1);
  const newSheets = [{ ...own, merges }, ...details, scores];
  // The sample's own scheme is none any more without its headers.
  const headers = Array.from({ length: rows[headerRow]?.length ?? 0 }, (_header, column): CellWrite => {
    return { row: headerRow, column, content: { kind: 'empty' } };
  });
  const changes = [{ sheet: SCHEME_SHEET_NAME, cells: headers }];
  return withoutRecord(await patchXlsx(sample(), { changes, newSheets }));
}

function scheme(): ReturnType<typeof schemeSchema.parse> {
  return schemeSchema.parse({
    id: 'large',
    name: '大表',
    year: '2023',
    source: '生成',
    verified: true,
    precision: 1,
    total: String(LARGE_SCORES),
    indicators: Array.from({ length: LARGE_SCORES }, (_indicator, index) => ({
      path: ['产出', groupOf(index)],
      name: nameOf(index),
      weight: '1',
      measure: {
        kind: 'ratio',
        key: nameOf(index),
        numerator: '财政拨款.决算数',
        denominator: '财政拨款.全年预算数',
        basis: '财政拨款',
      },
      rule: { kind: 'proportional', target: '1', cap: '1', floor: '0' },
      notApplicable: 'redistributed',
      clause: '生成',
      verified: true,
      problem: '支出偏慢',
      improvement: '加快支出',
    })),
  });
}

const groupOf = (index: number): string => `第${String(Math.floor(index / 5) + 1)}组`;
const nameOf = (index: number): string => `第${String(index + 1)}号支出率`;

function scoreRows(): readonly (readonly CellValue[])[] {
  return Array.from({ length: LARGE_SCORES }, (_row, index) => [
    ...(index % 5 === 0 ? [[groupOf(index)]] : []),
    [nameOf(index), 1],
  ]).flat();
}

function numbers(sheet: number): readonly (readonly number[])[] {
  return Array.from({ length: 1000 }, (_row, r) =>
    Array.from({ length: 10 }, (_cell, c) => (sheet * 7919 + r * 31 + c * 17) / 100),
  );
}

function sheetOf(name: string, rows: readonly (readonly CellValue[])[], headerRow: number): NewSheet {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, column): CellWrite[] => {
      if (typeof value === 'number') return [{ row: r, column, content: { kind: 'number', value } }];
      return typeof value === 'string' ? [{ row: r, column, content: { kind: 'text', value } }] : [];
    }),
  );
  return { name, cells, merges: [], columnWidths: [], headerRow };
}
