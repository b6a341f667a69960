import { finding } from '../../findings/finding.ts';
import { sumOfCells } from '../../ledger/cell-formula.ts';
import { COUNT_SLOT } from '../../ledger/fact.ts';
import { outputKey } from '../../ledger/keys.ts';
import { exactOf } from '../../money/decimal.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import type { Sheet, Workbook } from '../../workbook/workbook.ts';
import { NO_LABEL, WORD_CELLS } from '../../texts/terms.ts';
import { OWN_COLUMNS, READING } from '../../texts/intake-texts.ts';
import { holdsAmount, readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { findListHeader, type ListHeader } from '../../workbook/list-header.ts';
import { MergeIndex } from '../../workbook/merge-index.ts';
import { describeList } from '../records.ts';
import { certaintyOf, type Layout } from '../layout.ts';

const WORDS = {
  direction: ['履职方向', '工作方向', '职责'],
  title: ['工作任务', '重点工作任务', '重点工作', '任务名称'],
  narrative: ['工作开展情况', '完成情况说明', '主要做法', '开展情况'],
  output: ['产出指标', '指标名称', '产出名称'],
  planned: ['计划值', '目标值', '年度指标值', '计划数'],
  actual: ['实际值', '完成值', '全年完成值', '实际完成值', '完成数'],
  unit: ['计量单位', '度量单位'],
  wording: ['报告表述', '表述方式'],
} as const;

type Role = keyof typeof WORDS;

/** The year's tasks and their outputs: a task may span several rows, one an output. */
export const tasks: Layout = {
  name: '工作任务',
  recognise: ({ sheet }) => {
    const header = findListHeader<Role>(sheet, WORDS, ['title', 'output', 'actual']);
    if (header === undefined) return undefined;
    return {
      confidence: certaintyOf(3 * Object.keys(header.columns).length),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        describeList(sheet, { ...header, meanings: OWN_COLUMNS }, collector);
        read(workbook, sheet, header, collector);
      },
    };
  },
};

interface OpenTask {
  direction: string;
  title: string;
  titleCell: CellRef;
  narrative: string;
  narrativeCell: CellRef;
  outputs: string[];
}

function read(workbook: Workbook, sheet: Sheet, header: ListHeader<Role>, collector: Collector): void {
  const merges = new MergeIndex(sheet);
  const textOf = (row: number, role: Role): string => {
    const column = header.columns[role];
    return column === undefined ? '' : merges.text(sheet, row, column).trim();
  };
  const cellOf = (row: number, role: Role): CellRef => {
    const column = header.columns[role] ?? 0;
    const range = merges.range(row, column);
    return { sheet: sheet.name, row: range?.top ?? row, column: range?.left ?? column };
  };
  const open: OpenTask[] = [];
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const title = textOf(row, 'title');
    const output = collector.named(textOf(row, 'output'), [cellOf(row, 'output')]);
    const current = open.at(-1);
    if (title !== '' && title !== current?.title) {
      open.push({
        direction: textOf(row, 'direction') || (current?.direction ?? ''),
        title,
        titleCell: cellOf(row, 'title'),
        narrative: textOf(row, 'narrative'),
        narrativeCell: cellOf(row, 'narrative'),
        outputs: [],
      });
    }
    const task = open.at(-1);
    if (output === '' || task === undefined) {
      const lost = [header.columns.planned, header.columns.actual].some(
        (column) => column !== undefined && holdsAmount(sheet, row, column),
      );
      if (lost) collector.log.row(row, '未采用');
      if (lost) collector.report(finding('row-unknown', { label: output || NO_LABEL }, [cellOf(row, 'output')]));
      continue;
    }
    if (collector.tells(outputKey(output, '实际值')) || open.some(({ outputs }) => outputs.includes(output))) {
      collector.report(finding('output-name-repeated', { name: output }, [cellOf(row, 'output')]));
      continue;
    }
    task.outputs.push(output);
    collector.log.row(row, '明细');
    readOutput(workbook, sheet, row, output, header, textOf, collector);
  }
  const words = (['direction', 'title', 'narrative', 'output', 'unit', 'wording'] as const).flatMap(
    (role) => header.columns[role] ?? [],
  );
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    collector.wordErrors(
      sheet,
      words.map((column) => ({ row, column })),
      WORD_CELLS.task,
    );
  }
  for (const task of open) collector.tasks.push(task);
}

function readOutput(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  output: string,
  header: ListHeader<Role>,
  textOf: (row: number, role: Role) => string,
  collector: Collector,
): void {
  const unit = textOf(row, 'unit');
  const wording = textOf(row, 'wording');
  for (const [role, measure] of [
    ['planned', '计划值'],
    ['actual', '实际值'],
  ] as const) {
    const column = header.columns[role];
    if (column === undefined) continue;
    const number = readCellNumber(workbook, sheet, row, column, `${output}·${measure}`, collector, 'number');
    if (number === undefined) continue;
    collector.fact({
      key: outputKey(output, measure),
      value: {
        kind: 'count',
        count: exactOf(number.decimal),
        wording: measure === '实际值' && wording.includes(COUNT_SLOT) ? wording : '',
      },
      unit,
      basis: '',
      cells: [number.cell],
      ...(number.native ? { formula: sumOfCells([number.cell], 1) } : {}),
    });
  }
}
