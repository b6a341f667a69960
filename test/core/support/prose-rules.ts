import type { Block, Inline, ReportDocument } from '../../../src/core/report/document.ts';
import { showFact, type Fact } from '../../../src/core/ledger/fact.ts';
import { inlinesOf, textOf } from './documents.ts';

/*
 * What holds for every sentence of every draft, whatever the figures are. Each rule gives what breaks it.
 */

/** Marks that must not stand beside each other, and brackets with nothing between them. */
const DOUBLED = /[。，；：、][。，；：、）】]|[（【“][。，；：、）】”]|——/gu;
const NO_WORDS = /undefined|NaN|Infinity|null|\[object|[{}]/g;
const DOUBLED_UNIT = /(万元|亿元|元|%|分|名|个|次)\1|万元元|元万元/gu;
const DOUBLED_WORDS = /(主要原因是|由于|其中|占|为全年预算的)\1|项目项目|工程项目|经费项目|比比|与与/gu;
/** A comma, a colon or a bracket of Latin text beside a Han character. */
const LATIN_MARK = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/gu;
/** A number that nothing follows which it could be counted in. */
const BARE_NUMBER = /\d(?:\.\d+)?(?=[\s，。；：、）】”]|$)/gu;
const ENDED = /[。】]$/u;

/** Paragraphs: what a reader takes for sentences, without titles, headings and tables. */
function sentences({ blocks }: ReportDocument): readonly (readonly Inline[])[] {
  return blocks.flatMap((block: Block) => (block.kind === 'paragraph' ? [block.content] : []));
}

/** Names that a scheme or a person gave, which may hold whatever they like. */
function isName({ kind, ...inline }: Inline): boolean {
  return kind !== 'text' && 'id' in inline && /^(指标体系|指标|项目|产出)\./u.test(keyOf(inline));
}

export function keyOf({ id, key }: { readonly id: string; readonly key?: string }): string {
  return key ?? id;
}

/** Everything in a draft that no careful officer would write. */
export function faultsOf(document: ReportDocument): readonly string[] {
  const faults: string[] = [];
  const report = (rule: string, found: readonly string[] | null, line: string): void => {
    for (const one of found ?? []) faults.push(`${rule} “${one}”: ${line}`);
  };
  for (const content of sentences(document)) {
    const line = textOf(content);
    report('marks', line.match(DOUBLED), line);
    report('no words', line.match(NO_WORDS), line);
    report('unit twice', line.match(DOUBLED_UNIT), line);
    report('words twice', line.match(DOUBLED_WORDS), line);
    report('Latin mark', line.match(LATIN_MARK), line);
    report('number without unit', textOf(content.filter((one) => !isName(one))).match(BARE_NUMBER), line);
    if (!ENDED.test(line)) faults.push(`no end: ${line}`);
  }
  for (const inline of document.blocks.flatMap(inlinesOf)) {
    if (inline.kind === 'text' && /\p{N}/u.test(inline.text)) faults.push(`digit outside a phrase: ${inline.text}`);
    if (inline.text === '') faults.push('empty words');
  }
  return faults;
}

/** Phrases of one key that read differently; the paragraphs of a typed text share its key. */
export function differentWords(document: ReportDocument, facts: ReadonlyMap<string, Fact>): readonly string[] {
  const said = new Map<string, Set<string>>();
  for (const inline of document.blocks.flatMap(inlinesOf)) {
    if (inline.kind === 'text') continue;
    const key = keyOf(inline);
    if (facts.get(key)?.value.kind === 'text' || key.startsWith('工作任务.')) continue;
    said.set(key, (said.get(key) ?? new Set()).add(inline.text));
  }
  return [...said].filter(([, texts]) => texts.size > 1).map(([key, texts]) => `${key}: ${[...texts].join(' | ')}`);
}

/** Phrases that carry the key of a figure and do not read as the figure does. */
export function untrueFigures(document: ReportDocument, facts: ReadonlyMap<string, Fact>): readonly string[] {
  return document.blocks.flatMap(inlinesOf).flatMap((inline) => {
    if (inline.kind !== 'phrase') return [];
    const fact = facts.get(keyOf(inline));
    if (fact === undefined || fact.value.kind === 'text' || showFact(fact) === inline.text) return [];
    return [`${fact.key}: ${showFact(fact)} | ${inline.text}`];
  });
}

/** Words of comparison that stand against the two amounts they compare. */
export function untrueComparisons(document: ReportDocument, facts: ReadonlyMap<string, Fact>): readonly string[] {
  return document.blocks.flatMap(inlinesOf).flatMap((inline) => {
    if (inline.kind !== 'phrase') return [];
    const [, to = '', measure = ''] = /^(.*)比([^.]+)$/u.exec(keyOf(inline)) ?? [];
    const after = facts.get(to);
    const before = facts.get([...to.split('.').slice(0, -1), measure].join('.'));
    if (before?.value.kind !== 'amount' || after?.value.kind !== 'amount') return [];
    const difference = after.value.fen - before.value.fen;
    const expected =
      difference === 0n
        ? /持平/u
        : difference > 0n
          ? /增加|超出|基本持平|无同期可比数/u
          : /减少|基本持平|无同期可比数/u;
    const against = difference > 0n ? /减少|下降/u : difference < 0n ? /增加|增长|超出/u : /增加|减少|增长|下降|超出/u;
    return expected.test(inline.text) && !against.test(inline.text) ? [] : [`${inline.text}: ${String(difference)}`];
  });
}
