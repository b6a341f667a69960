/** What `inspect` prints of sheets and tables. */
export const INSPECTION = {
  sheet: (name: string): string => `工作表“${name}”`,
  confidence: '把握',
  header: '表头',
  unit: '单位',
  unitFrom: { cell: '写在表中', header: '写在列名中', magnitude: '按数量级推断', mapping: '已确认' },
  columns: '列',
  rowClasses: '行',
  facts: '数据',
  skipped: '未采用',
  rows: (from: number, to: number): string =>
    from === to ? `第${String(from)}行` : `第${String(from)}至${String(to)}行`,
  moreRows: (runs: number): string => `等${String(runs)}段`,
  count: (facts: number): string => `${String(facts)}项`,
} as const;
