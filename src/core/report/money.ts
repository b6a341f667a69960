import {
  expenditureKey,
  FISCAL_PARTS,
  incomeKey,
  MEASURES,
  OTHER_CATEGORIES,
  OTHER_INCOMES,
  BASES,
  type Basis,
  type Category,
  type Subject,
} from '../ledger/keys.ts';
import { spoken } from '../ledger/spoken.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import { MONEY, MONEY_PARTS, MONEY_WORDS } from '../texts/money-texts.ts';
import { REPORT, SOURCE, TODO } from '../texts/report-texts.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { chosen, clauses, fenOf, hasMoney, scopeOf } from './figures.ts';
import { items } from './items.ts';
import { joined, type Phrases } from './phrases.ts';
import { projects } from './projects.ts';
import type { SectionContext } from './sections.ts';
import { yearAmounts } from './year-amounts.ts';

const TOTAL: Subject = { kind: 'total' };

/** 部门整体收支情况: income, expenditure, what it was spent on, rates of the whole, projects and limited kinds of money. */
export function money(context: SectionContext): readonly Block[] {
  const { phrases, ledger, scorecard, on } = context;
  const knowsIncome = MEASURES.some((measure) => phrases.find(incomeKey(undefined, measure)) !== undefined);
  const detail = on.has('money-table') ? phrases.fill(MONEY.detail, { 表名: REPORT.headings['money-table'] }) : [];
  return paragraphs([
    knowsIncome ? income(phrases) : [phrases.todo('收入', TODO.income)],
    expenditure(phrases),
    parts(phrases),
    rates(phrases, scorecard),
    projects(phrases, ledger, on),
    ...items(phrases),
    detail,
  ]);
}

function year(phrases: Phrases): Inline {
  return phrases.word('评价年度');
}

function income(phrases: Phrases): readonly Inline[] {
  const keyOf = (measure: Parameters<typeof incomeKey>[1]): string => incomeKey(undefined, measure);
  const sentence = phrases.fill(MONEY.income, {
    年度: year(phrases),
    各数: yearAmounts(phrases, { keyOf, rate: '', limited: false }),
  });
  const sources = (['财政拨款', ...OTHER_INCOMES] as const).filter((source) =>
    hasMoney(phrases, incomeKey(source, '决算数')),
  );
  // Without a line for 财政拨款 as a whole its funds are told one by one.
  const funds = sources.includes('财政拨款')
    ? []
    : FISCAL_PARTS.filter((fund) => hasMoney(phrases, incomeKey(fund, '决算数')));
  const keys = [...funds, ...sources].map((source) => incomeKey(source, '决算数'));
  const [only] = keys;
  if (only === undefined) return sentence;
  const total = fenOf(phrases, keyOf('决算数'));
  if (keys.length === 1) {
    if (total !== fenOf(phrases, only)) return sentence;
    const words = MONEY_WORDS.onlyIncome(nameOf(only));
    return [
      ...sentence,
      ...phrases.fill(MONEY.onlyOne, { 整体: MONEY_PARTS.income, 判断: chosen(phrases, only, words, '构成') }),
    ];
  }
  const list = keys.map((key) => phrases.fill(MONEY.part, { 名称: nameOf(key), 数: phrases.fact(key) }));
  return [...sentence, ...phrases.fill(MONEY.parts, { 整体: MONEY_PARTS.income, 各项: joined(list, '，') })];
}

/** `财政拨款收入` of `收入.财政拨款.决算数`. */
function nameOf(key: string): string {
  return spoken(key).replace(/决算数$/, '');
}

function expenditure(phrases: Phrases): readonly Inline[] {
  const scope = scopeOf(phrases, TOTAL);
  const sentence = phrases.fill(MONEY.expenditure, {
    年度: year(phrases),
    范围: scope ?? MONEY_WORDS.department,
    各数: yearAmounts(phrases, {
      keyOf: (measure) => expenditureKey(scope, TOTAL, measure),
      rate: expenditureKey(scope, TOTAL, '支出率'),
      limited: true,
    }),
  });
  return scope === undefined ? [...sentence, ...bySource(phrases)] : sentence;
}

function bySource(phrases: Phrases): readonly Inline[] {
  const other = phrases.find('其他资金.决算数');
  if (other?.value.kind !== 'amount' || (fenOf(phrases, '决算数') ?? 0n) === 0n) return [];
  const fiscal = '财政拨款.决算数';
  const part = (name: string, key: string): readonly Inline[] =>
    phrases.fill(MONEY.part, { 名称: name, 数: phrases.fact(key) });
  const { fen, quantum } = other.value;
  const remainder = fen < 0n ? -fen : fen;
  if (remainder === 0n) {
    const only = chosen(phrases, fiscal, MONEY_WORDS.onlyFiscal, '构成');
    return phrases.fill(MONEY.onlyOne, { 整体: MONEY_PARTS.expenditure, 判断: only });
  }
  // What tables of rounded amounts leave over is no money of its own.
  if (other.trace !== undefined && 2n * remainder <= quantum) {
    return phrases.fill(MONEY.parts, { 整体: MONEY_PARTS.expenditure, 各项: part(MONEY_PARTS.fiscal, fiscal) });
  }
  if (fenOf(phrases, fiscal) === 0n) {
    const only = chosen(phrases, '其他资金.决算数', MONEY_WORDS.onlyPart(MONEY_PARTS.other), '构成');
    return phrases.fill(MONEY.onlyOne, {
      整体: MONEY_PARTS.expenditure,
      判断: clauses([[only], otherSource(phrases)]),
    });
  }
  const list = [part(MONEY_PARTS.fiscal, fiscal), part(MONEY_PARTS.other, '其他资金.决算数'), otherSource(phrases)];
  return phrases.fill(MONEY.parts, { 整体: MONEY_PARTS.expenditure, 各项: clauses(list) });
}

function otherSource(phrases: Phrases): readonly Inline[] {
  const isKnown = phrases.find('其他资金来源') !== undefined;
  return phrases.fill(MONEY.otherSource, {
    来源: isKnown ? phrases.word('其他资金来源') : phrases.todo('其他资金来源', TODO.otherSource),
  });
}

/** What the money was spent on: all of it where 财政拨款 is not all, and 财政拨款. */
function parts(phrases: Phrases): readonly Inline[] {
  const knowsFiscal = [TOTAL, category('基本支出'), category('项目支出')].some(
    (subject) => phrases.find(expenditureKey('财政拨款', subject, '决算数')) !== undefined,
  );
  const knowsAll = phrases.find(expenditureKey(undefined, category('基本支出'), '决算数')) !== undefined;
  const other = hasMoney(phrases, '其他资金.决算数');
  return [
    ...(knowsAll && (other || !knowsFiscal) ? partsOf(phrases, undefined) : []),
    ...(knowsFiscal || !knowsAll ? partsOf(phrases, '财政拨款') : []),
    ...costs(phrases),
  ];
}

function category(name: Category): Subject {
  return { kind: 'category', category: name };
}

function partsOf(phrases: Phrases, basis: Basis | undefined): readonly Inline[] {
  const whole = basis === undefined ? MONEY_PARTS.expenditure : MONEY_PARTS.expenditureOf(basis);
  const total = expenditureKey(basis, TOTAL, '决算数');
  if (fenOf(phrases, total) === 0n) {
    // Of the whole it was said already.
    if (basis === scopeOf(phrases, TOTAL)) return [];
    return [
      ...phrases.fill(MONEY.none, { 年度: year(phrases), 判断: chosen(phrases, total, MONEY_WORDS.noneOf(whole)) }),
    ];
  }
  const keyOf = (name: Category): string => expenditureKey(basis, category(name), '决算数');
  const usual = (['基本支出', '项目支出'] as const).filter((name) => fenOf(phrases, keyOf(name)) !== 0n);
  const names = [...usual, ...OTHER_CATEGORIES.filter((name) => hasMoney(phrases, keyOf(name)))];
  const [only] = names;
  if (only !== undefined && names.length === 1 && fenOf(phrases, keyOf(only)) !== undefined) {
    return phrases.fill(MONEY.onlyOne, {
      整体: whole,
      判断: chosen(phrases, keyOf(only), MONEY_WORDS.onlyPart(only), '构成'),
    });
  }
  const list = names.map((name) => {
    const share = expenditureKey(basis, category(name), '占比');
    const isPart = phrases.find(share) !== undefined && (fenOf(phrases, keyOf(name)) ?? 0n) > 0n;
    const slots = { 名称: name, 数: phrases.fact(keyOf(name)) };
    return isPart
      ? phrases.fill(MONEY.partWithShare, { ...slots, 整体: whole, 占比: phrases.fact(share) })
      : phrases.fill(MONEY.part, slots);
  });
  return list.length === 0 ? [] : phrases.fill(MONEY.parts, { 整体: whole, 各项: joined(list, '；') });
}

/** 人员经费 and 公用经费 of 基本支出, where both are stated. */
function costs(phrases: Phrases): readonly Inline[] {
  const basis = [undefined, '财政拨款' as const].find((one) =>
    (['人员经费', '公用经费'] as const).every((name) =>
      hasMoney(phrases, expenditureKey(one, category(name), '决算数')),
    ),
  );
  const keys = (['人员经费', '公用经费'] as const).map((name) => expenditureKey(basis, category(name), '决算数'));
  if (!keys.every((key) => hasMoney(phrases, key))) return [];
  const list = keys.map((key) => phrases.fill(MONEY.part, { 名称: nameOf(key), 数: phrases.fact(key) }));
  const whole = spoken(expenditureKey(basis, TOTAL, '基本支出'));
  return phrases.fill(MONEY.parts, { 整体: whole, 各项: joined(list, '，') });
}

/** Rates of the whole budget that the scheme looks at, with the amounts that they divide, so that their 口径 is in the sentence. */
function rates(phrases: Phrases, scorecard: Scorecard): readonly Inline[] {
  return scorecard.results.flatMap(({ indicator: { name, measure } }) => {
    if (measure?.kind !== 'ratio' || !isOfBudget(measure.numerator, measure.denominator)) return [];
    if (phrases.find(measure.key) === undefined) return [];
    return phrases.fill(MONEY.measured, {
      指标: phrases.phrase(`指标.${name}`, name, SOURCE.scheme(scorecard.scheme.name)),
      率: phrases.fact(measure.key),
      分子名: spoken(measure.numerator),
      分子: phrases.fact(measure.numerator),
      分母名: spoken(measure.denominator),
      分母: phrases.fact(measure.denominator),
    });
  });
}

/** True for what was spent of the department's budget, all of it or 基本支出 or 项目支出, over one of its budgets. */
function isOfBudget(numerator: string, denominator: string): boolean {
  return [undefined, ...BASES].some((basis) =>
    [TOTAL, category('基本支出'), category('项目支出')].some(
      (subject) =>
        numerator === expenditureKey(basis, subject, '决算数') &&
        MEASURES.some((measure) => denominator === expenditureKey(basis, subject, measure)),
    ),
  );
}
