import { finding, type Finding } from '../findings/finding.ts';
import type { BasicInfoKey } from '../ledger/basic-info.ts';
import { plainValue, showFact, type Fact } from '../ledger/fact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import { REPORT, SOURCE } from '../texts/report-texts.ts';
import { showCell } from '../workbook/cell-ref.ts';
import { inlinesOf, type Block, type ReportDocument } from './document.ts';
import { placedOutline, type OutlineEntry, type Placed, type SectionId } from './outline.ts';
import { Phrases } from './phrases.ts';
import { SECTION_TEXTS, type SectionContext } from './sections.ts';

/** What a report cannot be without: whose it is and for which year. */
const NEEDED_FIELDS = ['部门名称', '评价年度'] as const satisfies readonly BasicInfoKey[];

export interface DraftOptions {
  /** Sections to leave out; those under them go with them. */
  readonly off?: readonly SectionId[];
  /** A person's notes by section: plain text, a line a paragraph, put at the end of the section's own text as it is. */
  readonly notes?: Readonly<Partial<Record<SectionId, string>>>;
}

export interface Draft {
  readonly document: ReportDocument;
  readonly findings: readonly Finding[];
  /** Every section of the outline, those that are off too, with what is left to fill in. */
  readonly outline: readonly OutlineEntry[];
}

/**
 * Drafts the self-evaluation report: the outline of the model report, every number from the ledger or the scorecard, every
 * deduction with its sentence, a problem for every deduction and a measure for every problem. What the workbook lacks is a
 * visible mark.
 */
export function draftReport(
  ledger: Ledger,
  scorecard: Scorecard,
  measuredFacts: readonly Fact[],
  { off = [], notes = {} }: DraftOptions = {},
): Draft {
  const measured = new Map(measuredFacts.map((fact) => [fact.key, fact]));
  const phrases = new Phrases(ledger, measured);
  const placed = placedOutline(off);
  const on = new Set(placed.filter((section) => section.on).map(({ id }) => id));
  const opening = front(phrases, scorecard);
  const entryOf = (section: Placed): OutlineEntry => {
    // What is left out must not use up ids or count as something to fill in.
    const own = section.on ? phrases : new Phrases(ledger, measured);
    return entry(section, { phrases: own, ledger, scorecard, on }, notes[section.id] ?? '');
  };
  const body = placed.filter(({ level }) => level !== 'annex').map(entryOf);
  const signature: Block = {
    kind: 'signature',
    lines: [[phrases.word('部门名称')], [phrases.word('成文日期')]],
  };
  const annexes = placed.filter(({ level }) => level === 'annex').map(entryOf);
  const standing = (entries: readonly OutlineEntry[]): readonly Block[] =>
    entries.flatMap((one) => (one.on ? one.blocks : []));
  const department = ledger.text('部门名称') ?? '';
  const year = ledger.text('评价年度') ?? '';
  const unnamed = NEEDED_FIELDS.filter((field) => !ledger.has(field)).map((field) =>
    finding('field-missing', { field }),
  );
  const findings = [...unnamed, ...phrases.findings];
  findings.push(...incomplete(phrases.todos));
  return {
    document: {
      title: `${year}年度${department}${REPORT.title[1]}`,
      department,
      year,
      blocks: [...opening, ...standing(body), signature, ...standing(annexes)],
      facts: [...ledger.facts(), ...measuredFacts].map(carried),
      ...(off.length === 0 ? {} : { off }),
    },
    findings,
    outline: [...body, ...annexes],
  };
}

/** What is left to fill in, told as one finding; none when nothing is. */
export function incomplete(todos: readonly string[]): readonly Finding[] {
  if (todos.length === 0) return [];
  return [finding('draft-incomplete', { count: String(todos.length), what: [...new Set(todos)].join('；') })];
}

/** The outline of a draft: its sections with their titles, switches and what is left to fill in. */
export function outlineOf(
  ledger: Ledger,
  scorecard: Scorecard,
  measuredFacts: readonly Fact[],
  options: DraftOptions = {},
): readonly OutlineEntry[] {
  return draftReport(ledger, scorecard, measuredFacts, options).outline;
}

function entry(section: Placed, context: SectionContext, note: string): OutlineEntry {
  const { id, title, level, number = 1 } = section;
  const blocks: Block[] = [
    ...(level === 'annex'
      ? []
      : [{ kind: 'heading', level, number, section: id, content: [{ kind: 'text', text: title }] } as const]),
    ...(level === 'annex' ? begun(SECTION_TEXTS[id](context), id) : SECTION_TEXTS[id](context)),
    ...noted(note),
  ];
  const todos = blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'todo' ? [inline] : []));
  return { ...section, todos: todos.map((todo) => ({ id: todo.id, text: todo.text })), blocks };
}

/** An annex begins with its table. */
function begun([first, ...rest]: readonly Block[], section: SectionId): readonly Block[] {
  return first?.kind === 'table' ? [{ ...first, section }, ...rest] : [...(first ? [first] : []), ...rest];
}

/** A person's notes, a line a paragraph; no phrase, because no workbook says them. */
function noted(text: string): readonly Block[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', content: [{ kind: 'text', text: line }] }));
}

function front(phrases: Phrases, scorecard: Scorecard): Block[] {
  const blocks: Block[] = [];
  if (phrases.find('附件序号') !== undefined) {
    blocks.push({
      kind: 'attachment-label',
      content: phrases.fill(REPORT.attachment, { 序号: phrases.word('附件序号') }),
    });
  }
  blocks.push({
    kind: 'title',
    lines: REPORT.title.map((line) =>
      phrases.fill(
        line,
        line.includes('{') ? { 年度: phrases.word('评价年度'), 部门名称: phrases.word('部门名称') } : {},
      ),
    ),
  });
  const { scheme } = scorecard;
  if (!scheme.verified) {
    const name = phrases.phrase('指标体系', scheme.name, SOURCE.scheme(scheme.name));
    blocks.push({ kind: 'remark', content: phrases.fill(REPORT.unverified, { 名称: name }) });
  }
  return blocks;
}

function carried(fact: Fact): ReportDocument['facts'][number] {
  return {
    key: fact.key,
    value: plainValue(fact),
    unit: fact.unit,
    display: showFact(fact),
    basis: fact.basis,
    source: fact.cells.map(showCell),
  };
}
