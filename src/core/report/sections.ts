import type { Ledger } from '../ledger/ledger.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import type { Block } from './document.ts';
import { conclusion } from './conclusion.ts';
import { functions, goals, management } from './department.ts';
import { efficiency } from './efficiency.ts';
import { performance } from './performance.ts';
import { money } from './money.ts';
import { moneyTable } from './money-table.ts';
import type { SectionId } from './outline.ts';
import type { Phrases } from './phrases.ts';
import { improvements, problems } from './problems.ts';
import { scoreTable } from './score-table.ts';
import { tasks } from './tasks.ts';

/** What the text of a section is made from. */
export interface SectionContext {
  readonly phrases: Phrases;
  readonly ledger: Ledger;
  readonly scorecard: Scorecard;
  /** The sections that are part of the document, for sentences that point to another. */
  readonly on: ReadonlySet<SectionId>;
}

/** What stands under the heading of each section; nothing for those that only hold others. */
export const SECTION_TEXTS: Readonly<Record<SectionId, (context: SectionContext) => readonly Block[]>> = {
  overview: () => [],
  functions,
  tasks,
  goals,
  money,
  management,
  evaluation: () => [],
  conclusion,
  performance,
  efficiency,
  problems,
  improvements,
  'money-table': (context) => [moneyTable(context)],
  'score-table': (context) => [scoreTable(context)],
};
