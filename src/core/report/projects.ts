import { keyPart, expenditureKey } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { projectWord } from '../texts/ledger-texts.ts';
import { MONEY, MONEY_WORDS } from '../texts/money-texts.ts';
import { showAmount } from '../money/prose.ts';
import type { Inline } from './document.ts';
import { chosen, clauses, comparison, fenOf, scopeOf } from './figures.ts';
import type { SectionId } from './outline.ts';
import { joined, type Phrases } from './phrases.ts';

/** More projects than this are no sentence: the largest are told, the table has all. */
const TOLD = 6;
const LARGEST = 5;

/** How each project's money was spent; the largest alone where there are many and a table that has them all. */
export function projects(phrases: Phrases, ledger: Ledger, on: ReadonlySet<SectionId>): readonly Inline[] {
  const names = ledger.projects.map((name) => ({ name, spent: fenOf(phrases, keyOf(phrases, name)('决算数')) }));
  if (names.length === 0) return [];
  if (names.length <= TOLD || !on.has('money-table')) {
    return phrases.fill(MONEY.projects, {
      项目: joined(
        names.map(({ name }) => project(phrases, name)),
        '；',
      ),
    });
  }
  const largest = names.toSorted((a, b) => order(b.spent, a.spent)).slice(0, LARGEST);
  const sources = names.map(({ name }) => phrases.sourceOf(keyOf(phrases, name)('决算数')));
  return phrases.fill(MONEY.manyProjects, {
    个数: phrases.phrase('项目.个数', MONEY_WORDS.projectCount(String(names.length)), sources.join('、')),
    项目: joined(
      largest.map(({ name }) => project(phrases, name)),
      '；',
    ),
  });
}

function order(a = 0n, b = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf(phrases: Phrases, name: string): (measure: string) => string {
  const subject = { kind: 'project', name } as const;
  const scope = scopeOf(phrases, subject);
  return (measure) => expenditureKey(scope, subject, measure);
}

function project(phrases: Phrases, name: string): readonly Inline[] {
  const key = keyOf(phrases, name);
  const title = phrases.phrase(`项目.${keyPart(name)}`, `${name}${projectWord(name)}`, phrases.sourceOf(key('决算数')));
  return phrases.fill(MONEY.project, { 名称: title, 各数: spending(phrases, key) });
}

function spending(phrases: Phrases, key: (measure: string) => string): readonly Inline[] {
  const budget = fenOf(phrases, key('全年预算数'));
  const spent = fenOf(phrases, key('决算数'));
  if (budget === 0n && spent === 0n) return [chosen(phrases, key('决算数'), MONEY_WORDS.neither)];
  return clauses([
    budget === 0n
      ? [chosen(phrases, key('全年预算数'), MONEY_WORDS.noBudget)]
      : budget === undefined
        ? []
        : phrases.fill(MONEY.projectBudget, { 数: phrases.fact(key('全年预算数')) }),
    spentWords(phrases, key('决算数'), spent),
    budget !== undefined && budget > 0n && spent !== undefined && spent > budget
      ? comparison(phrases, MONEY_WORDS.budgetName, key('全年预算数'), key('决算数'), '超出')
      : [],
    phrases.find(key('支出率')) === undefined || (spent ?? 0n) <= 0n || (budget ?? 0n) <= 0n
      ? []
      : phrases.fill(MONEY.projectRate, { 率: phrases.fact(key('支出率')) }),
  ]);
}

function spentWords(phrases: Phrases, key: string, spent: bigint | undefined): readonly Inline[] {
  if (spent === 0n) return [chosen(phrases, key, MONEY_WORDS.notSpent)];
  if (spent !== undefined && spent < 0n) return [chosen(phrases, key, MONEY_WORDS.refunded(showAmount(-spent)))];
  return phrases.fill(MONEY.projectSpent, { 数: phrases.fact(key) });
}
