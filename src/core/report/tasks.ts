import { outputKey } from '../ledger/keys.ts';
import { numberOf, type Ledger } from '../ledger/ledger.ts';
import { whole } from '../money/exact.ts';
import { JUDGED, REPORT, TODO } from '../texts/report-texts.ts';
import { showCell } from '../workbook/cell-ref.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { joined, type Phrases } from './phrases.ts';
import type { SectionContext } from './sections.ts';

/** 年度总体工作和重点工作任务: every task with what was done, and its outputs where the text does not name them. */
export function tasks({ phrases, ledger }: SectionContext): readonly Block[] {
  return [...paragraphs(phrases.field('年度总体工作')), ...taskBlocks(phrases, ledger)];
}

function taskBlocks(phrases: Phrases, ledger: Ledger): Block[] {
  if (ledger.tasks.length === 0) return [{ kind: 'paragraph', content: [phrases.todo('工作任务', TODO.tasks)] }];
  return ledger.tasks.flatMap((task, index): Block[] => {
    const id = `工作任务.${task.title}`;
    const narrative =
      task.narrative === ''
        ? [[phrases.todo(id, TODO.narrative(task.title))]]
        : phrases.notes(`${id}.开展情况`, task.narrative, [task.narrativeCell]);
    const rest = task.outputs.filter((name) => !task.narrative.includes(`{${name}}`));
    return [
      {
        kind: 'heading',
        level: 3,
        number: index + 1,
        content: [phrases.phrase(id, task.title, showCell(task.titleCell))],
      },
      ...paragraphs(narrative),
      ...(rest.length === 0 ? [] : [{ kind: 'paragraph', content: outputs(phrases, rest) } as const]),
    ];
  });
}

function outputs(phrases: Phrases, names: readonly string[]): readonly Inline[] {
  return phrases.fill(REPORT.outputs, {
    产出: joined(
      names.map((name) => output(phrases, name)),
      '；',
    ),
  });
}

/** An output with its target and whether it was reached; alone where nothing was planned. */
function output(phrases: Phrases, name: string): readonly Inline[] {
  const [planned, actual] = [outputKey(name, '计划值'), outputKey(name, '实际值')];
  const figure = phrases.fact(actual);
  // A wording of the department's own often names the output itself.
  const words = figure.text.includes(name) ? '' : phrases.phrase(`产出.${name}`, name, phrases.sourceOf(actual));
  const [target, reached] = [phrases.find(planned), phrases.find(actual)].map((fact) => fact && numberOf(fact));
  if (target === undefined || target.equals(whole(0)))
    return phrases.fill(REPORT.output, { 名称: words, 数量: figure });
  if (reached === undefined) return phrases.fill(REPORT.output, { 名称: words, 数量: figure });
  const order = reached.compare(target);
  const judged = order > 0 ? JUDGED.plan.more : order < 0 ? JUDGED.plan.less : JUDGED.plan.met;
  const slots = {
    计划: phrases.fact(planned),
    实际: figure,
    判断: phrases.phrase(`产出.${name}.判断`, judged, phrases.sourceOf(actual)),
  };
  return words === ''
    ? phrases.fill(REPORT.outputNamed, slots)
    : phrases.fill(REPORT.outputWithPlan, { ...slots, 名称: words });
}
