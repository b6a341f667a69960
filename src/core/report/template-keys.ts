import { showFact, showSource, type Fact } from '../ledger/fact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import { inlinesOf } from './document.ts';
import { draftReport } from './draft.ts';

/** A name that a template may use, with what stands for it. */
export interface TemplateKey {
  readonly key: string;
  /** A fact of the workbook or a rate of the scheme; or words of the draft that depend on them. */
  readonly kind: 'fact' | 'phrase';
  /** What is put in its place: `240.17万元`, `扣0.4分`. */
  readonly display: string;
  /** 元, %, a measure word; empty for words. */
  readonly unit: string;
  readonly basis: string;
  /** For people: `预算!E5`, or what the words were made from. */
  readonly source: string;
}

/**
 * Every name that a template may use: the facts, then the phrases of the whole draft in the order of the report. Words that
 * differ from place to place under one name, as the paragraphs of a task do, have no single text and are left out.
 */
export function templateKeys(
  ledger: Ledger,
  scorecard: Scorecard,
  measuredFacts: readonly Fact[],
): readonly TemplateKey[] {
  const facts = [...ledger.facts(), ...measuredFacts].map((fact): TemplateKey => ({
    key: fact.key,
    kind: 'fact',
    display: showFact(fact),
    unit: fact.unit,
    basis: fact.basis,
    source: showSource(fact),
  }));
  const known = new Set(facts.map(({ key }) => key));
  const phrases = new Map<string, TemplateKey | undefined>();
  const { document } = draftReport(ledger, scorecard, measuredFacts);
  for (const inline of document.blocks.flatMap(inlinesOf)) {
    if (inline.kind !== 'phrase') continue;
    const { id, key = id, text, source } = inline;
    if (known.has(key)) continue;
    const before = phrases.get(key);
    const isNew = !phrases.has(key);
    if (isNew) phrases.set(key, { key, kind: 'phrase', display: text, unit: '', basis: '', source });
    else if (before?.display !== text) phrases.set(key, undefined);
  }
  return [...facts, ...[...phrases.values()].filter((phrase) => phrase !== undefined)];
}
