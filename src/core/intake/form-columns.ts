import { ECONOMIC_CLASSES } from './class-names.ts';
import type { GridColumn } from './column-role.ts';
import { amountColumns, type Grid } from './grid-table.ts';
import type { PublishedForm } from './published-form.ts';

/** The grid with what only the form knows of its columns. */
export function withFormColumns(form: PublishedForm, grid: Grid): Grid {
  const countsCarryOver = amountColumns(grid).some(({ role }) => role.aspects.stock !== undefined);
  const columns = grid.columns.map((column) => {
    if (form.classColumns === true) return classColumn(column);
    if (isNumeric(column) && form.details?.test(column.levels.join('')) === true) return detail(column);
    return countsCarryOver ? totalColumn(form, column) : column;
  });
  return { ...grid, columns: columns.some(({ role }) => role.kind === 'amount') ? columns : withoutCodes(columns) };
}

/** Without any column of amounts, numbers under 编码 after the first column of labels may be the amounts under a wrong header. */
function withoutCodes(columns: readonly GridColumn[]): readonly GridColumn[] {
  const first = columns.findIndex(({ role }) => role.kind === 'code' || role.kind === 'name');
  return columns.map((column, index) =>
    index > first && column.role.kind === 'code' && column.role.part === 'whole'
      ? { ...column, role: { kind: 'unknown' } }
      : column,
  );
}

function isNumeric({ role }: GridColumn): boolean {
  return role.kind === 'amount' || role.kind === 'unknown';
}

function detail(column: GridColumn): GridColumn {
  return { ...column, role: { kind: 'other', why: 'detail' } };
}

/** 财决05 and 财决08: 工资福利支出 with its 小计 is a class, 基本工资 beside it is one of its 款 and not taken. */
function classColumn(column: GridColumn): GridColumn {
  const [group = '', ...levels] = column.levels;
  const code = ECONOMIC_CLASSES.get(group);
  if (code === undefined || column.role.kind === 'name' || column.role.kind === 'code') return column;
  if (levels.some((level) => level !== '小计' && level !== '合计')) return detail(column);
  const subject = { kind: 'class', classification: '经济分类', code } as const;
  return { ...column, role: { kind: 'amount', aspects: { side: 'expenditure', subject }, unit: undefined } };
}

/** 合计 beside 上年结转 counts what was carried over too: it is no income of the year. */
function totalColumn(form: PublishedForm, column: GridColumn): GridColumn {
  if (form.says.side !== 'income' || column.role.kind !== 'amount' || Object.keys(column.role.aspects).length > 0) {
    return column;
  }
  const aspects = { side: 'income', subject: { kind: 'line', line: '收入总计' } } as const;
  return { ...column, role: { ...column.role, aspects } };
}
