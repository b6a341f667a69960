import { draftReport, type Draft, type DraftOptions } from '../../core/report/draft.ts';
import { templateContent, type TemplateContent } from '../../core/report/template/template-content.ts';
import { packById } from '../../core/scheme/packs/packs.ts';
import { schemeOfWorkbook } from '../../core/scheme/sheet/scheme-in-force.ts';
import { whatIfSentence } from '../../core/scheme/what-if/sentence.ts';
import { whatIf } from '../../core/scheme/what-if/what-if.ts';
import type { Mapping } from '../../core/workbook/mapping.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import { planWriteBack } from '../../core/writeback/plan.ts';
import { rememberingMapping } from '../../core/writeback/remember-mapping.ts';
import { scoringOf, type Scoring } from '../score-workbook.ts';
import type { Analysis } from './analysis.ts';
import { dataView } from './data-view.ts';
import { findingView } from './finding-view.ts';
import { schemeViews, scoreView } from './score-view.ts';

/** What a person chose for a workbook. */
export interface Choices {
  /** The id of a scheme that ships; absent, the workbook's own or the standard one stands. */
  readonly scheme?: string;
  readonly mapping?: Mapping;
}

/** Analyses a workbook and answers what is asked about it afterwards. It never writes. */
export class Analyst {
  #scoring: Scoring | undefined;

  analyse(workbook: Workbook, { scheme, mapping }: Choices): Analysis {
    const scoring = scoringOf(workbook, { scheme: scheme === undefined ? undefined : packById(scheme), mapping });
    this.#scoring = scoring;
    const { intake, inForce, evaluation, unusable } = scoring;
    const { ledger } = intake;
    const heading = { department: ledger.text('部门名称') ?? '', year: ledger.text('评价年度') ?? '' };
    const usable = evaluation !== undefined && unusable.length === 0 ? evaluation : undefined;
    const target = usable && planWriteBack(workbook, usable.scorecard, heading);
    const plan = target && rememberingMapping(target.plan, workbook, mapping);
    const findings = [...scoring.findings, ...(target?.findings ?? [])];
    return {
      ...heading,
      data: dataView(intake, usable?.facts ?? []),
      score: usable && scoreView(workbook, ledger, usable.scorecard, inForce.origin),
      findings: findings.map(findingView),
      plan: plan !== undefined && plan.changes.length + plan.newSheets.length > 0 ? plan : undefined,
      schemes: schemeViews(),
      ownScheme: schemeOfWorkbook(workbook).scheme?.name,
    };
  }

  /** What would raise an indicator's score; empty when the workbook is not scored or has no such indicator. */
  whatIf(name: string): string {
    const { evaluation, intake } = this.#scoring ?? {};
    const result = evaluation?.scorecard.results.find(({ indicator }) => indicator.name === name);
    if (evaluation === undefined || intake === undefined || result === undefined) return '';
    return whatIfSentence(whatIf(evaluation.scorecard, intake.ledger)(result), result, evaluation.scorecard);
  }

  /** What a template is filled with; undefined when the workbook cannot be scored. */
  templateContent(): TemplateContent | undefined {
    const scoring = this.#scoring;
    if (scoring?.evaluation === undefined || scoring.unusable.length > 0) return undefined;
    const { scorecard, facts } = scoring.evaluation;
    return templateContent(scoring.intake.ledger, scorecard, facts);
  }

  /** The draft of the report; undefined when the workbook cannot be scored. */
  draft(options: DraftOptions): Draft | undefined {
    const scoring = this.#scoring;
    if (scoring?.evaluation === undefined || scoring.unusable.length > 0) return undefined;
    const { scorecard, facts } = scoring.evaluation;
    return draftReport(scoring.intake.ledger, scorecard, facts, options);
  }
}
