/* What draws the charts: one file, loaded when the scores are looked at. */
export { DeductionChart } from './deduction-chart.tsx';
export { MonthChart } from './month-chart.tsx';
