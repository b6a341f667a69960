import { outputKey, expenditureKey, MEASURES, type Subject } from '../../ledger/keys.ts';
import { numberOf, type Ledger } from '../../ledger/ledger.ts';
import type { Task } from '../../ledger/task.ts';
import { whole } from '../../money/exact.ts';
import type { IndicatorResult } from '../../scheme/scorecard.ts';
import { JUDGED, REPORT, TODO } from '../../texts/report-texts.ts';
import { TEMPLATE } from '../../texts/report-template-texts.ts';
import { showCell } from '../../workbook/cell-ref.ts';
import type { Block, Inline } from '../document.ts';
import { scopeOf } from '../figures.ts';
import { joined, type Phrases } from '../phrases.ts';
import { problemsOf, type Problem } from '../problems.ts';
import { grouped, isDeducted, topOf, type Scored } from '../scored.ts';
import { defineLoop, inside, type Loop } from './define-loop.ts';
import { factWords } from './fact-words.ts';
import { INDICATOR_FIELDS, together } from './indicator-fields.ts';
import { said, sentence, type TemplateLoop, type TemplateScope, type TemplateWords } from './template-scope.ts';

const OUTPUTS: Loop<string> = defineLoop({
  name: '产出',
  fields: {
    产出名称: (name, { phrases }) =>
      said(phrases.phrase(`产出.${name}`, name, phrases.sourceOf(outputKey(name, '实际值')))),
    计划值: (name, { phrases }) => factWords(phrases, outputKey(name, '计划值')),
    实际值: (name, { phrases }) => factWords(phrases, outputKey(name, '实际值')),
    完成率: (name, { phrases }) => factWords(phrases, outputKey(name, '完成率')),
    完成情况: (name, { phrases }) => reached(phrases, name),
  },
});

const TASKS: Loop<Task> = defineLoop({
  name: '工作任务',
  fields: {
    任务名称: ({ title, titleCell }, { phrases }) =>
      said(phrases.phrase(`工作任务.${title}`, title, showCell(titleCell))),
    履职方向: ({ direction, title, titleCell }, { phrases }) =>
      direction === ''
        ? said(phrases.todo(`工作任务.${title}.履职方向`, TODO.direction(title)))
        : said(phrases.phrase(`工作任务.${title}.履职方向`, direction, showCell(titleCell))),
    开展情况: ({ title, narrative, narrativeCell }, { phrases }) =>
      narrative.trim() === ''
        ? said(phrases.todo(`工作任务.${title}`, TODO.narrative(title)))
        : { lines: phrases.notes(`工作任务.${title}.开展情况`, narrative, [narrativeCell]), holds: true },
  },
  inside: [inside(OUTPUTS, ({ outputs }) => outputs)],
});

const INDICATORS: Loop<IndicatorResult> = defineLoop({ name: '指标', fields: INDICATOR_FIELDS });
const DEDUCTED: Loop<IndicatorResult> = defineLoop({ name: '扣分指标', fields: INDICATOR_FIELDS });

interface Group {
  readonly name: string;
  readonly results: readonly IndicatorResult[];
}

const GROUPS: Loop<Group> = defineLoop({
  name: '一级指标',
  fields: {
    一级指标: ({ name }, scored) => said(scored.level(name)),
    分值: ({ name, results }, scored) => together(name, results, 'weight', '分值', scored),
    得分: ({ name, results }, scored) => together(name, results, 'score', '得分', scored),
    扣分: ({ name, results }, scored) => together(name, results, 'deduction', '扣分', scored),
  },
  inside: [inside(INDICATORS, ({ results }) => results), inside(DEDUCTED, ({ results }) => results.filter(isDeducted))],
});

const PROBLEMS: Loop<Problem> = defineLoop({
  name: '问题',
  fields: {
    问题: ([first], scored) => INDICATOR_FIELDS.问题(first, scored),
    改进措施: ([first], scored) => INDICATOR_FIELDS.改进措施(first, scored),
    指标名称: (problem, scored) =>
      sentence(
        joined(
          problem.map((one) => scored.phrases.fill(REPORT.improvementPoint, { 指标: scored.indicator(one) })),
          '',
        ),
      ),
    扣分情况: (problem, scored) =>
      sentence(
        joined(
          problem.map((one) =>
            scored.phrases.fill(REPORT.problemPoint, { 指标: scored.indicator(one), 扣分: scored.deduction(one) }),
          ),
          '，',
        ),
      ),
  },
});

const PROJECTS: Loop<string> = defineLoop({
  name: '项目',
  fields: {
    项目名称: (name, { phrases }) =>
      said(phrases.phrase(`项目.${name}.名称`, name, phrases.sourceOf(projectKey(phrases, name, '决算数')))),
    ...Object.fromEntries(
      [...MEASURES, '支出率'].map((measure) => [
        measure,
        (name: string, { phrases }: Scored): TemplateWords => factWords(phrases, projectKey(phrases, name, measure)),
      ]),
    ),
  },
});

const PARAGRAPHS = {
  段落: (content: readonly Inline[]): TemplateWords => sentence(content),
};

/** A loop over the paragraphs of one section of the draft. */
function sectionLoop(title: string): Loop<readonly Inline[]> {
  return defineLoop({ name: TEMPLATE.section(title), fields: PARAGRAPHS });
}

/** A loop with the rounds that the workbook gives it. */
export interface FilledLoop {
  readonly loop: TemplateLoop;
  readonly rounds: () => readonly TemplateScope[];
}

/** The sections of the draft that a template may take over. */
export interface DraftedSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Every loop that a template may begin outside any other. */
export function loopsOf(
  scored: Scored,
  { tasks, projects }: Ledger,
  sections: readonly DraftedSection[],
): readonly FilledLoop[] {
  const { results } = scored.scorecard;
  const filled = <Item>(loop: Loop<Item>, items: () => readonly Item[]): FilledLoop => ({
    loop,
    rounds: () => loop.rounds(items(), scored),
  });
  return [
    filled(TASKS, () => tasks),
    filled(OUTPUTS, () => tasks.flatMap(({ outputs }) => outputs)),
    filled(INDICATORS, () => results),
    filled(DEDUCTED, () => results.filter(isDeducted)),
    filled(GROUPS, () => grouped(results, topOf)),
    filled(PROBLEMS, () => problemsOf(scored)),
    filled(PROJECTS, () => projects),
    ...sections.map(({ title, blocks }) => filled(sectionLoop(title), () => paragraphsOf(blocks))),
  ];
}

/** What a section says, a paragraph each; headings inside it with their number, tables not. */
function paragraphsOf(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  return blocks.flatMap((block): readonly (readonly Inline[])[] => {
    switch (block.kind) {
      case 'heading':
        return block.level === 3 ? [[{ kind: 'text', text: `${String(block.number)}.` }, ...block.content]] : [];
      case 'paragraph':
        return [block.content];
      case 'title':
      case 'attachment-label':
      case 'remark':
      case 'signature':
      case 'table':
        return [];
    }
  });
}

function projectKey(phrases: Phrases, name: string, measure: string): string {
  const subject: Subject = { kind: 'project', name };
  return expenditureKey(scopeOf(phrases, subject), subject, measure);
}

/** Whether an output reached what was planned. */
function reached(phrases: Phrases, name: string): TemplateWords {
  const actualKey = outputKey(name, '实际值');
  const [target, actual] = [outputKey(name, '计划值'), actualKey].map((key) => {
    const fact = phrases.find(key);
    return fact && numberOf(fact);
  });
  if (actual === undefined) return said(phrases.todo(actualKey, TODO.actual(name)));
  if (target === undefined || target.equals(whole(0))) return said({ kind: 'text', text: JUDGED.noPlan }, false);
  const order = actual.compare(target);
  const words = order > 0 ? JUDGED.plan.more : order < 0 ? JUDGED.plan.less : JUDGED.plan.met;
  return said(phrases.phrase(`产出.${name}.判断`, words, phrases.sourceOf(actualKey)), order >= 0);
}
