/** Words of the score sheet that a write-back adds, and of its columns. */
export const SCORE_SHEET = {
  name: '绩效自评表',
  title: (year: string, department: string): string =>
    `${year === '' ? '' : `${year}年度`}${department}部门整体支出绩效自评表`,
  note: (name: string, source: string, verified: boolean): string =>
    `指标体系：${name}${verified ? `（${source}）` : '（未与财政部门正式文件核对，分值和评分方式请以当地文件为准）'}`,
  columns: ['一级指标', '二级指标', '三级指标', '分值', '指标值', '得分', '扣分', '扣分原因', '佐证材料'],
} as const;

export const ROLE_NAMES = { value: '指标值', score: '得分', deduction: '扣分', reason: '扣分原因' } as const;
