import type { Finding } from '../../findings/finding.ts';
import type { Fact } from '../../ledger/fact.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { isKey, KNOWN_KEYS } from '../../scheme/expression/known-keys.ts';
import type { Scorecard } from '../../scheme/scorecard.ts';
import { TODO } from '../../texts/report-texts.ts';
import { NO_DATA } from '../../texts/terms.ts';
import { inlinesOf, type Inline, type ReportDocument } from '../document.ts';
import { draftReport } from '../draft.ts';
import { OUTLINE } from '../outline.ts';
import { Phrases } from '../phrases.ts';
import { Scored } from '../scored.ts';
import { absentWords, saysNothing } from './absent-words.ts';
import { factWords, isField } from './fact-words.ts';
import { indicatorNames, indicatorWords } from './indicator-fields.ts';
import { loopsOf, type FilledLoop } from './loops.ts';
import { looseName } from './template-tag.ts';
import { said, type TemplateLoop, type TemplateScope, type TemplateWords } from './template-scope.ts';

/** What a bureau's own template is filled with. */
export interface TemplateContent extends Pick<ReportDocument, 'title' | 'department' | 'year' | 'facts'> {
  /** What names stand for outside every loop. */
  readonly root: TemplateScope;
  readonly loops: readonly TemplateLoop[];
  /** The names that stand for something outside every loop, to suggest from. */
  readonly names: readonly string[];
  /** What the workbook's own texts have to tell, as with the draft. */
  readonly findings: readonly Finding[];
}

const ANNEXES = OUTLINE.filter(({ level }) => level === 'annex').map(({ id }) => id);

/** The facts, the phrases of the draft and the loops that a template may use. */
export function templateContent(ledger: Ledger, scorecard: Scorecard, measuredFacts: readonly Fact[]): TemplateContent {
  const { document, findings } = draftReport(ledger, scorecard, measuredFacts);
  // A section that a template takes over may not point to tables that the template does not have.
  const { outline } = draftReport(ledger, scorecard, measuredFacts, { off: ANNEXES });
  const phrases = new Phrases(ledger, new Map(measuredFacts.map((fact) => [fact.key, fact])));
  const scored = new Scored(phrases, scorecard);
  const drafted = draftedPhrases(document);
  const sections = outline.filter(
    ({ level, blocks }) => level !== 'annex' && blocks.some(({ kind }) => kind === 'paragraph'),
  );
  const loops = loopsOf(scored, ledger, sections);
  const names = [
    ...[...ledger.facts(), ...measuredFacts].map(({ key }) => key),
    ...drafted.keys(),
    ...indicatorNames(scored),
    ...KNOWN_KEYS,
  ];
  return {
    title: document.title,
    department: document.department,
    year: document.year,
    facts: document.facts,
    root: new Root(scored, drafted, loops, [...new Set(names)]),
    loops: loops.map(({ loop }) => loop),
    names: [...new Set(names)],
    findings: findings.filter(({ code }) => code !== 'draft-incomplete'),
  };
}

class Root implements TemplateScope {
  #loose: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly scored: Scored,
    private readonly drafted: ReadonlyMap<string, Inline>,
    private readonly loops: readonly FilledLoop[],
    private readonly names: readonly string[],
  ) {}

  words(name: string): TemplateWords | undefined {
    return this.#exactly(name) ?? this.#exactly(this.#names().get(looseName(name)) ?? looseName(name));
  }

  rounds(name: string): readonly TemplateScope[] | undefined {
    return this.loops.find(({ loop }) => looseName(loop.name) === looseName(name))?.rounds();
  }

  #names(): ReadonlyMap<string, string> {
    this.#loose ??= new Map(this.names.map((name) => [looseName(name), name]));
    return this.#loose;
  }

  #exactly(name: string): TemplateWords | undefined {
    const { phrases } = this.scored;
    if (phrases.find(name) !== undefined) return factWords(phrases, name);
    const ofIndicator = indicatorWords(name, this.scored);
    if (ofIndicator !== undefined) return ofIndicator;
    const drafted = this.drafted.get(name);
    // The tables of the draft say 缺数据 where a template gets a mark.
    if (drafted !== undefined && drafted.text !== NO_DATA) return said(drafted, !saysNothing(drafted.text));
    if (isField(name) || isKey(name)) return factWords(phrases, name);
    return absentWords(name, this.scored) ?? (drafted && said(phrases.todo(name, TODO.fact(name))));
  }
}

/** The phrases of the draft by key; words that differ from place to place under one key have no single text. */
function draftedPhrases(document: ReportDocument): ReadonlyMap<string, Inline> {
  const found = new Map<string, Inline | undefined>();
  for (const inline of document.blocks.flatMap(inlinesOf)) {
    if (inline.kind !== 'phrase') continue;
    const key = inline.key ?? inline.id;
    if (!found.has(key)) found.set(key, inline);
    else if (found.get(key)?.text !== inline.text) found.set(key, undefined);
  }
  return new Map([...found].flatMap(([key, inline]) => (inline === undefined ? [] : [[key, inline] as const])));
}
