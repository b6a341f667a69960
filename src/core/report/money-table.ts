import { showFact, showSource } from '../ledger/fact.ts';
import {
  BASES,
  expenditureKey,
  FISCAL_PARTS,
  incomeKey,
  keyPart,
  OTHER_CATEGORIES,
  OTHER_INCOMES,
  type Basis,
  type Category,
  type Item,
  type StatedMeasure,
  type Subject,
} from '../ledger/keys.ts';
import { divide } from '../ledger/quotient.ts';
import { spoken } from '../ledger/spoken.ts';
import { chineseNumber, showBareAmount } from '../money/prose.ts';
import { MONEY_PARTS, MONEY_TABLE } from '../texts/money-texts.ts';
import { REPORT, SOURCE } from '../texts/report-texts.ts';
import { NO_DATA } from '../texts/terms.ts';
import type { Block, Inline } from './document.ts';
import { hasMoney, scopeOf } from './figures.ts';
import { kindName } from './items.ts';
import type { Phrases } from './phrases.ts';
import type { SectionContext } from './sections.ts';

const MEASURES = ['上年决算数', '年初预算数', '全年预算数', '决算数'] as const satisfies readonly StatedMeasure[];
const PRIOR = '上年决算数';

const NAME_WIDTH = 34;
const AMOUNT_WIDTH = 17;
const RATE_WIDTH = 13;

/** A row before it is laid out. */
interface Row {
  readonly name: string;
  /** 0 `一、`, 1 and 2 set in under it. */
  readonly level: 0 | 1 | 2;
  readonly keyOf: (measure: string) => string;
  /** A kind of money across the others, of which a form states only some measures. */
  readonly item: boolean;
}

/** 部门整体收入支出情况表: what the workbook states of each kind of income and expenditure, in 万元, every figure a phrase. */
export function moneyTable(context: SectionContext): Block {
  const { phrases } = context;
  const rows = [
    ...incomeRows(phrases),
    ...expenditureRows(context),
    ...fiscalRows(phrases),
    ...itemRows(phrases, '三公经费', MONEY_PARTS.threeExpenses),
    ...itemRows(phrases, '政府采购', '政府采购'),
  ];
  // The year before has a column where it is known of the whole, not of single kinds.
  const hasPrior = rows.some(
    ({ level, item, keyOf }) => level === 0 && !item && phrases.find(keyOf(PRIOR)) !== undefined,
  );
  const measures = MEASURES.filter((measure) => measure !== PRIOR || hasPrior);
  const column = (header: string, width: number): { header: string; align: 'right'; width: number } => ({
    header,
    align: 'right',
    width,
  });
  let heading = 0;
  return {
    kind: 'table',
    title: [{ kind: 'text', text: REPORT.headings['money-table'] }],
    unit: MONEY_TABLE.unit,
    newPage: true,
    columns: [
      { header: MONEY_TABLE.name, align: 'left', width: NAME_WIDTH },
      ...measures.map((measure) => column(measure, AMOUNT_WIDTH)),
      column(MONEY_TABLE.rate, RATE_WIDTH),
    ],
    rows: rows.map((row) => {
      if (row.level === 0) heading += 1;
      const lead =
        row.level === 0 ? MONEY_TABLE.heading(chineseNumber(Math.max(heading, 1))) : MONEY_TABLE.indent(row.level);
      return [
        [
          { kind: 'text', text: lead },
          phrases.phrase(`收支表.${row.keyOf('名称')}`, row.name, phrases.sourceOf(row.keyOf('决算数'))),
        ],
        ...measures.map((measure) => [amount(phrases, row, measure)]),
        [rate(phrases, row)],
      ];
    }),
  };
}

function amount(phrases: Phrases, { keyOf, item }: Row, measure: StatedMeasure): Inline {
  const fact = phrases.find(keyOf(measure));
  return fact?.value.kind === 'amount'
    ? phrases.phrase(`收支表.${fact.key}`, showBareAmount(fact.value.fen), showSource(fact))
    : phrases.phrase(`收支表.${keyOf(measure)}`, item ? MONEY_TABLE.none : NO_DATA, SOURCE.toFill);
}

/** 决算数 ÷ 全年预算数; a dash where there was nothing to divide by. */
function rate(phrases: Phrases, { keyOf, item }: Row): Inline {
  const [spent, budget] = [phrases.find(keyOf('决算数')), phrases.find(keyOf('全年预算数'))];
  const id = `收支表.${keyOf('执行率')}`;
  if (spent === undefined || budget === undefined) {
    return phrases.phrase(id, item ? MONEY_TABLE.none : NO_DATA, SOURCE.toFill);
  }
  const spec = { key: keyOf('执行率'), numerator: spent.key, denominator: budget.key, basis: '' };
  const outcome = divide(spent, budget, spec);
  const text = outcome.status === 'value' ? showFact(outcome.value) : MONEY_TABLE.none;
  return phrases.phrase(id, text, `${showSource(spent)}、${showSource(budget)}`);
}

function isStated(phrases: Phrases, keyOf: Row['keyOf']): boolean {
  return MEASURES.some((measure) => phrases.find(keyOf(measure)) !== undefined);
}

/** A row for each of a kind that has money in any column. */
function present(phrases: Phrases, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ keyOf }) => MEASURES.some((measure) => hasMoney(phrases, keyOf(measure))));
}

function incomeRows(phrases: Phrases): readonly Row[] {
  const row = (source: Parameters<typeof incomeKey>[0], level: 1 | 2): Row => ({
    name: spoken(incomeKey(source, '决算数')).replace(/决算数$/, ''),
    level,
    item: false,
    keyOf: (measure) => incomeKey(source, measure as StatedMeasure),
  });
  const total: Row = { ...row(undefined, 1), name: MONEY_TABLE.income, level: 0 };
  if (!isStated(phrases, total.keyOf)) return [];
  const funds = present(
    phrases,
    FISCAL_PARTS.map((fund) => row(fund, 2)),
  );
  const fiscal = present(phrases, [row('财政拨款', 1)]);
  return [
    total,
    ...fiscal,
    // A single fund is 财政拨款 itself.
    ...(fiscal.length > 0 && funds.length < 2 ? [] : funds),
    ...present(
      phrases,
      OTHER_INCOMES.map((source) => row(source, 1)),
    ),
  ];
}

function expenditureRow(name: string, level: 0 | 1 | 2, basis: Basis | undefined, subject: Subject): Row {
  return { name, level, item: subject.kind === 'item', keyOf: (measure) => expenditureKey(basis, subject, measure) };
}

function expenditureRows({ phrases, ledger }: SectionContext): readonly Row[] {
  const scope = scopeOf(phrases, { kind: 'total' });
  const whole = scope === undefined ? MONEY_TABLE.expenditure : MONEY_PARTS.expenditureOf(scope);
  const category = (name: Category, level: 1 | 2): Row =>
    expenditureRow(name, level, scope, { kind: 'category', category: name });
  const stated = (rows: readonly Row[]): readonly Row[] => rows.filter(({ keyOf }) => isStated(phrases, keyOf));
  const costs = [category('人员经费', 2), category('公用经费', 2)];
  const projects = ledger.projects.map((name): Row => {
    const subject = { kind: 'project', name } as const;
    return expenditureRow(keyPart(name), 2, scopeOf(phrases, subject), subject);
  });
  return [
    expenditureRow(whole, 0, scope, { kind: 'total' }),
    ...stated([category('基本支出', 1)]),
    // One without the other is a figure for an indicator, no part of the table.
    ...(costs.every(({ keyOf }) => isStated(phrases, keyOf)) ? costs : []),
    ...stated([category('项目支出', 1)]),
    ...projects,
    ...present(
      phrases,
      OTHER_CATEGORIES.map((name) => category(name, 1)),
    ),
  ];
}

/** 财政拨款 by itself, where it is not all that was spent. */
function fiscalRows(phrases: Phrases): readonly Row[] {
  if (!hasMoney(phrases, '其他资金.决算数') || scopeOf(phrases, { kind: 'total' }) !== undefined) return [];
  const basis = BASES[0];
  return [
    expenditureRow(MONEY_PARTS.expenditureOf(basis), 0, basis, { kind: 'total' }),
    ...present(
      phrases,
      (['基本支出', '项目支出'] as const).map((name) =>
        expenditureRow(name, 1, basis, { kind: 'category', category: name }),
      ),
    ),
  ];
}

const KINDS: Partial<Record<Item, readonly { readonly item: Item; readonly level: 1 | 2 }[]>> = {
  三公经费: [
    { item: '因公出国(境)费', level: 1 },
    { item: '公务用车购置及运行费', level: 1 },
    { item: '公务用车购置费', level: 2 },
    { item: '公务用车运行费', level: 2 },
    { item: '公务接待费', level: 1 },
  ],
  政府采购: [
    { item: '政府采购货物', level: 1 },
    { item: '政府采购工程', level: 1 },
    { item: '政府采购服务', level: 1 },
  ],
};

function itemRows(phrases: Phrases, item: Item, name: string): readonly Row[] {
  const total = expenditureRow(name, 0, undefined, { kind: 'item', item });
  if (!isStated(phrases, total.keyOf)) return [];
  const kinds = (KINDS[item] ?? []).map((kind) =>
    expenditureRow(kindName(item, kind.item), kind.level, undefined, { kind: 'item', item: kind.item }),
  );
  return [total, ...present(phrases, kinds)];
}
