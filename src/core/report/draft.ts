import { finding, type Finding } from '../findings/finding.ts';
import type { BasicInfoKey } from '../ledger/basic-info.ts';
import { plainValue, showFact, type Fact } from '../ledger/fact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import { REPORT, SOURCE } from '../texts/report-texts.ts';
import { showCell } from '../workbook/cell-ref.ts';
import type { Block, ReportDocument } from './document.ts';
import { evaluationSection } from './evaluation-section.ts';
import { overviewSection } from './overview-section.ts';
import { Phrases } from './phrases.ts';
import { improvementsSection, problemsSection } from './problems-section.ts';
import { scoreTable } from './score-table.ts';

/** What a report cannot be without: whose it is and for which year. */
const NEEDED_FIELDS = ['部门名称', '评价年度'] as const satisfies readonly BasicInfoKey[];

export interface Draft {
  readonly document: ReportDocument;
  readonly findings: readonly Finding[];
}

/**
 * Drafts the whole self-evaluation report: the outline of the model report, every number from the ledger or the scorecard, every
 * deduction with its sentence, a problem for every deduction and a measure for every problem. What the workbook lacks is a
 * visible mark.
 */
export function draftReport(ledger: Ledger, scorecard: Scorecard, measuredFacts: readonly Fact[]): Draft {
  const phrases = new Phrases(ledger, new Map(measuredFacts.map((fact) => [fact.key, fact])));
  const blocks: Block[] = [
    ...front(phrases, scorecard),
    ...overviewSection(phrases, ledger, scorecard),
    ...evaluationSection(phrases, scorecard),
    ...problemsSection(phrases, scorecard),
    ...improvementsSection(phrases, scorecard),
    {
      kind: 'signature',
      lines: [[phrases.word('部门名称')], [phrases.word('成文日期')]],
    },
    scoreTable(phrases, scorecard),
  ];
  const department = ledger.text('部门名称') ?? '';
  const year = ledger.text('评价年度') ?? '';
  const unnamed = NEEDED_FIELDS.filter((field) => !ledger.has(field)).map((field) =>
    finding('field-missing', { field }),
  );
  const findings = [...unnamed, ...phrases.findings];
  const { todos } = phrases;
  if (todos.length > 0) {
    const what = [...new Set(todos)].join('；');
    findings.push(finding('draft-incomplete', { count: String(todos.length), what }));
  }
  return {
    document: {
      title: `${year}年度${department}${REPORT.title[1]}`,
      department,
      year,
      blocks,
      facts: [...ledger.facts(), ...measuredFacts].map(carried),
    },
    findings,
  };
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
