import type { Layout } from '../layout.ts';
import { basicInfo } from './basic-info.ts';
import { expenditure } from './expenditure.ts';
import { income } from './income.ts';
import { judgements } from './judgements.ts';
import { months } from './months.ts';
import { payments } from './payments.ts';
import { performanceGrid } from './performance-grid.ts';
import { projectForm } from './project-form.ts';
import { quotas } from './quotas.ts';
import { schemeSheet } from './scheme-sheet.ts';
import { scoreSheet } from './score-sheet.ts';
import { tasks } from './tasks.ts';
import { balanceBudget } from './budget/balance.ts';
import { incomeBudget } from './budget/income.ts';
import { expenditureBudget } from './budget/expenditure.ts';
import { fiscalBalanceBudget } from './budget/fiscal-balance.ts';
import { generalBudget } from './budget/general-budget.ts';
import { governmentFundBudget } from './budget/government-fund.ts';
import { stateCapitalBudget } from './budget/state-capital.ts';
import { basicExpenditureBudget } from './budget/basic-expenditure.ts';
import { threeExpensesBudget } from './budget/three-expenses.ts';
import { balanceAccount } from './final-account/balance.ts';
import { incomeAccount } from './final-account/income.ts';
import { expenditureAccount } from './final-account/expenditure.ts';
import { fiscalBalanceAccount } from './final-account/fiscal-balance.ts';
import { generalBudgetAccount } from './final-account/general-budget.ts';
import { basicExpenditureAccount } from './final-account/basic-expenditure.ts';
import { threeExpensesAccount } from './final-account/three-expenses.ts';
import { governmentFundAccount } from './final-account/government-fund.ts';
import { stateCapitalAccount } from './final-account/state-capital.ts';
import { z01 } from './caijue/z01.ts';
import { z03 } from './caijue/z03.ts';
import { z04 } from './caijue/z04.ts';
import { z05 } from './caijue/z05.ts';
import { z07 } from './caijue/z07.ts';
import { z08 } from './caijue/z08.ts';
import { f03 } from './caijue/f03.ts';
import { adjustments } from './items/adjustments.ts';
import { assets } from './items/assets.ts';
import { baseData } from './items/base-data.ts';
import { carryOver } from './items/carry-over.ts';
import { procurement } from './items/procurement.ts';
import { specialItems } from './items/special-items.ts';
import { staff } from './items/staff.ts';
import { stocks } from './items/stocks.ts';
import { threeExpenses } from './items/three-expenses.ts';

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
  projectForm,
  schemeSheet,
  quotas,
  performanceGrid,
  balanceBudget,
  incomeBudget,
  expenditureBudget,
  fiscalBalanceBudget,
  generalBudget,
  governmentFundBudget,
  stateCapitalBudget,
  basicExpenditureBudget,
  threeExpensesBudget,
  balanceAccount,
  incomeAccount,
  expenditureAccount,
  fiscalBalanceAccount,
  generalBudgetAccount,
  basicExpenditureAccount,
  threeExpensesAccount,
  governmentFundAccount,
  stateCapitalAccount,
  z01,
  z03,
  z04,
  z05,
  z07,
  z08,
  f03,
  threeExpenses,
  procurement,
  assets,
  carryOver,
  staff,
  specialItems,
  stocks,
  adjustments,
  baseData,
];
