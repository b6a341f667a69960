import { BASIC_INFO_FIELDS } from '../../ledger/basic-info.ts';
import { showFact, showSource, type Fact } from '../../ledger/fact.ts';
import { numberOf } from '../../ledger/ledger.ts';
import { whole } from '../../money/exact.ts';
import { TODO } from '../../texts/report-texts.ts';
import type { Phrases } from '../phrases.ts';
import { said, type TemplateWords } from './template-scope.ts';

/** The words for a fact, or a mark that it is missing. A typed text stands as it was typed, a line a paragraph. */
export function factWords(phrases: Phrases, key: string): TemplateWords {
  const fact = phrases.find(key);
  if (fact === undefined) return said(isField(key) ? phrases.todo(key, TODO.field(key)) : phrases.fact(key));
  if (fact.value.kind !== 'text') return said(phrases.phrase(key, showFact(fact), showSource(fact)), isSomething(fact));
  const lines = phrases.typed(key, fact.value.text, fact.cells);
  return lines.length === 0 ? said(phrases.todo(key, TODO.field(key))) : { lines, holds: true };
}

/** True for a name that the sheet 基本信息 may fill in. */
export function isField(key: string): boolean {
  return BASIC_INFO_FIELDS.some((field) => field.key === key);
}

function isSomething(fact: Fact): boolean {
  return numberOf(fact)?.equals(whole(0)) === false;
}
