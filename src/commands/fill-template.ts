import type { Finding } from '../core/findings/finding.ts';
import type { Fact } from '../core/ledger/fact.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { incomplete } from '../core/report/draft.ts';
import { templateContent } from '../core/report/template/template-content.ts';
import type { Scorecard } from '../core/scheme/scorecard.ts';
import type { TemplateHost } from '../hosts/ports/template-host.ts';

/** Fills a template with the facts and phrases of a scored workbook, and tells what is left to fill in, or why it was refused. */
export async function fillTemplate(
  template: TemplateHost,
  ledger: Ledger,
  scorecard: Scorecard,
  measuredFacts: readonly Fact[],
): Promise<{ readonly kind: 'filled' | 'refused'; readonly findings: readonly Finding[] }> {
  const content = templateContent(ledger, scorecard, measuredFacts);
  const outcome = await template.fill(content);
  switch (outcome.kind) {
    case 'refused':
      return outcome;
    case 'filled':
      return { kind: 'filled', findings: [...content.findings, ...incomplete(outcome.todos)] };
  }
}
