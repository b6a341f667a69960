import { finding, type Finding } from '../core/findings/finding.ts';
import { checkLinks } from '../core/links/check-links.ts';
import type { FoundData } from '../core/links/carried-data.ts';
import type { ControlRef } from '../core/links/found-control.ts';
import type { Link, LinkCheck } from '../core/links/link.ts';
import { linksToUpdate, planUpdate, type UpdateScope } from '../core/links/update-links.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { draftReport } from '../core/report/draft.ts';
import type { ReportDocument, WorkbookOrigin } from '../core/report/document.ts';
import { alsoSaid } from '../core/report/template/also-said.ts';
import { templateContent } from '../core/report/template/template-content.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import type { LiveDocument } from '../hosts/ports/live-document.ts';
import type { Command } from './command.ts';
import { scoreWorkbook, type ScoreContext } from './score-workbook.ts';

export interface RefreshContext extends ScoreContext {
  readonly document: LiveDocument;
  /** Which phrases get the words of the workbook; absent when the document is only looked at. */
  readonly update?: UpdateScope | readonly ControlRef[] | undefined;
  /** Which workbook it is, for the document to remember. */
  readonly workbook?: WorkbookOrigin | undefined;
}

export type RefreshResult =
  | {
      readonly kind: 'done';
      /** As it was found, before anything was updated. */
      readonly check: LinkCheck;
      /** The report as the workbook gives it now. */
      readonly report: ReportDocument;
      /** The links that now say what the workbook says. */
      readonly updated: readonly Link[];
      /** Chosen links that were left, because somebody edited them meanwhile or they are locked. */
      readonly kept: readonly ControlRef[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] }
  /** The document has no phrase that is tied to a workbook. */
  | { readonly kind: 'no-links' }
  /** 定稿 took the links away. */
  | { readonly kind: 'frozen' }
  /** The document reports on another year: nothing was compared. */
  | { readonly kind: 'other-year'; readonly document: string; readonly workbook: string };

/** Compares the phrases of a report with the workbook, and gives those that were chosen their new words. */
export const refresh: Command<RefreshContext, RefreshResult> = {
  id: 'refresh',
  label: COMMANDS.refresh.label,
  unavailable: ({ spreadsheet, document }) => {
    if (document === undefined) return COMMANDS.refresh.noDocument;
    return spreadsheet === undefined ? COMMANDS.evaluate.noWorkbook : undefined;
  },
  run: async ({ document, update, workbook, ...choices }) => {
    const scored = await scoreWorkbook(choices);
    if (scored.kind === 'unusable') return scored;
    const state = await document.read();
    const { carried, controls } = state;
    if (state.frozen !== undefined) return { kind: 'frozen' };
    const { ledger, evaluation } = scored;
    const year = ledger.text('评价年度') ?? '';
    if (carried !== undefined && carried.year !== '' && year !== '' && carried.year !== year)
      return { kind: 'other-year', document: carried.year, workbook: year };
    const options = carried?.off === undefined ? {} : { off: carried.off };
    const drafted = draftReport(ledger, evaluation.scorecard, evaluation.facts, options);
    // A document made from a template says things that the draft does not say.
    const said = alsoSaid(drafted.document, carried?.phrases.map(({ id }) => id) ?? [], () =>
      templateContent(ledger, evaluation.scorecard, evaluation.facts),
    );
    const report = workbook === undefined ? said : { ...said, workbook };
    const check = checkLinks(controls, carried, report);
    if (check.links.length === 0) return { kind: 'no-links' };
    const chosen = update === undefined ? [] : typeof update === 'string' ? linksToUpdate(check, update) : update;
    const plan = planUpdate(check, chosen, carried, report);
    const { kept } =
      update === undefined || plan.changes.length === 0
        ? { kept: [] }
        : await document.update(plan.changes, plan.carried);
    const isKept = (ref: ControlRef): boolean => kept.some(({ tag, index }) => tag === ref.tag && index === ref.index);
    const updated = check.links.filter(
      (link) => !isKept(link) && plan.changes.some(({ tag, index }) => tag === link.tag && index === link.index),
    );
    const left = check.links.filter((link) => !updated.includes(link));
    const findings = [...documentFindings(carried, ledger), ...linkFindings(left, kept)];
    return { kind: 'done', check, report, updated, kept, findings };
  },
};

function documentFindings(carried: FoundData | undefined, ledger: Ledger): readonly Finding[] {
  if (carried === undefined) return [finding('document-data-missing', {})];
  const department = ledger.text('部门名称') ?? '';
  const differs = carried.department !== '' && department !== '' && carried.department !== department;
  return [
    ...(carried.hashMatches ? [] : [finding('document-data-altered', {})]),
    ...(differs ? [finding('document-of-other', { document: carried.department, workbook: department })] : []),
  ];
}

function linkFindings(left: readonly Link[], kept: readonly ControlRef[]): readonly Finding[] {
  const of = (is: (link: Link) => boolean): readonly Link[] => left.filter(is);
  const count = (links: readonly unknown[]): string => String(links.length);
  const stale = of(({ state }) => state === 'data-changed');
  const edited = of(({ state, dataChanged }) => state === 'text-edited' && dataChanged);
  const missing = of(({ state }) => state === 'source-missing');
  return [
    ...(stale.length === 0 ? [] : [finding('phrases-stale', { count: count(stale) })]),
    ...(edited.length === 0 ? [] : [finding('phrases-edited', { count: count(edited) })]),
    ...(missing.length === 0 ? [] : [finding('phrases-sourceless', { count: count(missing) })]),
    ...(kept.length === 0 ? [] : [finding('phrases-kept', { count: count(kept) })]),
  ];
}
