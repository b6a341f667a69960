import { BASES, CATEGORIES, OTHER_CATEGORIES, type Category } from '../../ledger/keys.ts';
import { finding } from '../../findings/finding.ts';
import { fenPer, stateAmount } from '../../money/amount.ts';
import { showAmount } from '../../money/prose.ts';
import { COLUMN_MEANINGS, LIST_COLUMNS, LIST_WORDS, READING } from '../../texts/intake-texts.ts';
import { MAPPING_CHOICES } from '../../texts/mapping-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import type { CellRef } from '../../workbook/cell-ref.ts';
import { textAt, valueAt, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { holdsAmount, readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { findListHeader, type ListHeader } from '../columns.ts';
import { yearMonthOf } from '../dates.ts';
import { EntryWords } from '../entry-words.ts';
import { fundOf, kindOf } from '../fund-words.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { PaymentSums } from '../payment-sums.ts';
import { describeList, isTotalRow } from '../records.ts';
import { tableLabel, tableUnit } from '../table-unit.ts';

const WORDS = {
  date: ['实际支付日期', '支付日期', '凭证日期', '付款日期', '实际清算日期', '清算日期', '申请日期', '记账日期'],
  amount: ['实际支付金额', '支付金额', '付款金额', '凭证金额', '支出金额', '支付申请金额', '金额'],
  fund: ['资金性质', '资金性质名称', '资金来源'],
  kind: ['支出类别', '支出类型', '支出性质', '项目类别', '项目类别名称', '项目类型'],
  project: ['项目名称', '预算项目', '预算项目名称'],
  unit: ['单位名称', '预算单位', '预算单位名称', '单位'],
} as const;
type Role = keyof typeof WORDS;

/** Amounts that describe the same payment at an earlier stage. */
const EARLIER = /^(支付申请金额|申请金额|支付金额|凭证金额|金额|退款金额|合同金额)$/;

const KINDS: readonly Category[] = [...CATEGORIES, ...OTHER_CATEGORIES];

/** 支付明细, 支付凭证: one row a payment, refunds negative. */
export const payments: Layout = {
  name: '支付明细表',
  recognise: ({ sheet }) => {
    const header = findHeader(sheet);
    if (header === undefined) return undefined;
    const others = (['fund', 'kind', 'project', 'unit'] as const).filter((role) => header.columns[role] !== undefined);
    // A date and an amount alone can be anything.
    if (others.length === 0 && !/支付|付款/.test(textAt(sheet, header.row, header.columns.amount ?? 0)))
      return undefined;
    return {
      confidence: certaintyOf(6 + others.length),
      reasons: [READING.columns],
      read: (workbook, collector) => {
        read(workbook, sheet, header, collector);
      },
    };
  },
};

/** The header; where several columns could be the date or the amount, the first of the words decides. */
function findHeader(sheet: Sheet): ListHeader<Role> | undefined {
  const header = findListHeader<Role>(sheet, WORDS, ['date', 'amount']);
  if (header === undefined) return undefined;
  const best = (role: 'date' | 'amount'): number | undefined => {
    for (const word of WORDS[role]) {
      const found = findListHeader<Role>(sheet, { ...WORDS, [role]: [word] }, [role]);
      if (found?.row === header.row) return found.columns[role];
    }
    return header.columns[role];
  };
  const [date, amount] = [best('date'), best('amount')];
  return date === undefined || amount === undefined
    ? header
    : { row: header.row, columns: { ...header.columns, date, amount } };
}

function read(workbook: Workbook, sheet: Sheet, header: ListHeader<Role>, collector: Collector): void {
  const { date = 0, amount = 0, fund, kind, project, unit: office } = header.columns;
  const known = (label: string): string | undefined => (EARLIER.test(label) ? COLUMN_MEANINGS.earlier : undefined);
  describeList(sheet, header, LIST_COLUMNS, known, collector);
  const place = { sheet, headerTop: header.row, dataRow: header.row + 1, form: payments.name };
  const unit = tableUnit(place, collector);
  const cells: CellRef = {
    sheet: sheet.name,
    row: header.row + 1,
    column: amount,
    rows: sheet.rows.length - header.row - 1,
  };
  if (unit === undefined) {
    collector.log.skip([cells], READING.noUnit);
    return;
  }
  const byOffice = new Map<string, PaymentSums>();
  const undated: CellRef[] = [];
  const funds = new EntryWords(LIST_WORDS.fund, payments.name, BASES, fundOf, collector);
  const kinds = new EntryWords(LIST_WORDS.kind, payments.name, KINDS, kindOf, collector);
  let total: { fen: bigint; cell: CellRef } | undefined;
  const amountHeader = textAt(sheet, header.row, amount);
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const day = yearMonthOf(valueAt(sheet, row, date), workbook);
    // A row with a date is a payment: words where its amount belongs are told, not passed by.
    if (day === undefined && !holdsAmount(sheet, row, amount)) continue;
    const cell = { sheet: sheet.name, row, column: amount };
    const number = readCellNumber(workbook, sheet, row, amount, amountHeader, collector);
    if (number === undefined) continue;
    const { fen } = stateAmount(number.decimal, unit);
    if (day === undefined) {
      if (isTotalRow(sheet, row)) {
        collector.log.row(row, '合计');
        total = { fen, cell };
      } else undated.push({ ...cell, column: date });
      continue;
    }
    collector.log.row(row, '明细');
    const source = fund === undefined ? undefined : funds.meaning(textAt(sheet, row, fund), { ...cell, column: fund });
    const category =
      kind === undefined ? undefined : kinds.meaning(textAt(sheet, row, kind), { ...cell, column: kind });
    const officeName = office === undefined ? '' : textAt(sheet, row, office);
    const sums = byOffice.get(officeName) ?? new PaymentSums(cells);
    byOffice.set(officeName, sums);
    const name = project === undefined ? '' : textAt(sheet, row, project);
    // In the system every payment belongs to a project; only those of 项目支出 are projects to a person.
    const isProject = name !== '' && (category === undefined ? kindOf(name) === undefined : category === '项目支出');
    sums.add({
      ...day,
      source,
      category: category ?? kindOf(name),
      project: isProject ? collector.project(name) : undefined,
      fen,
    });
  }
  funds.report();
  kinds.report();
  const all = new PaymentSums(cells);
  for (const sums of byOffice.values()) all.addAll(sums);
  if (total !== undefined && total.fen !== all.fen && undated.length === 0) {
    const difference = total.fen > all.fen ? total.fen - all.fen : all.fen - total.fen;
    const [whole = '', parts = '', apart = ''] = [total.fen, all.fen, difference].map((fen) => showAmount(fen, '元'));
    collector.report(finding('list-total-differs', { total: whole, parts, difference: apart }, [total.cell, cells]));
  }
  if (undated.length > 0) {
    // A payment that belongs to no month makes every later month wrong, so none is told.
    collector.report(
      finding('date-unclear', { found: textAt(sheet, undated[0]?.row ?? 0, date) || READING.noLabel }, undated),
    );
    collector.log.skip([cells], READING.undated);
    return;
  }
  collector.payments.push({
    sums: usedSums(byOffice, all, tableLabel(sheet, header.row), collector),
    quantum: fenPer(unit) / 100n,
    byFund: fund !== undefined && funds.complete,
    byKind: kinds.complete && (kind !== undefined || project !== undefined),
    log: collector.log,
  });
}

/** The payments of all units together, or of the one that a person chose. */
function usedSums(
  byOffice: ReadonlyMap<string, PaymentSums>,
  all: PaymentSums,
  label: string,
  collector: Collector,
): PaymentSums {
  const units = [...byOffice.keys()].filter((name) => name !== '');
  if (byOffice.size < 2) return all;
  const cells = [all.cells];
  const alternatives = [MAPPING_CHOICES.addUp, ...units];
  const question = { about: '单位关系', label, form: payments.name, alternatives, cells } as const;
  const decision = collector.ask(question, (choice) => (choice === MAPPING_CHOICES.addUp ? all : byOffice.get(choice)));
  switch (decision.kind) {
    case 'chosen':
      return decision.means;
    case 'left-out':
      return new PaymentSums(all.cells);
    case 'open':
      collector.report(finding('units-added-up', { units: units.join(LIST_SEPARATOR) }, cells));
      return all;
  }
}
