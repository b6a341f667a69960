import type { Layout } from '../layout.ts';
import { basicInfo } from './basic-info.ts';
import { expenditureBudget } from './budget/expenditure.ts';
import { expenditure } from './expenditure.ts';
import { expenditureAccount } from './final-account/expenditure.ts';
import { income } from './income.ts';
import { judgements } from './judgements.ts';
import { months } from './months.ts';
import { payments } from './payments.ts';
import { performanceGrid } from './performance-grid.ts';
import { quotas } from './quotas.ts';
import { scoreSheet } from './score-sheet.ts';
import { tasks } from './tasks.ts';

/** Every known form. */
export const LAYOUTS: readonly Layout[] = [
  basicInfo,
  tasks,
  income,
  expenditure,
  months,
  judgements,
  scoreSheet,
  payments,
  quotas,
  performanceGrid,
  expenditureBudget,
  expenditureAccount,
];
