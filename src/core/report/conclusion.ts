import { chineseNumber } from '../money/prose.ts';
import { sum, whole } from '../money/exact.ts';
import { isCounted } from '../scheme/scorecard.ts';
import { JUDGED, REPORT } from '../texts/report-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { paragraphs } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { joined } from './phrases.ts';
import { aspectOf, grouped, Scored, topOf, unique } from './scored.ts';
import type { SectionContext } from './sections.ts';

/** 自评结论: the scheme, and the total with what it is made of. */
export function conclusion({ phrases, scorecard, on }: SectionContext): readonly Block[] {
  const scored = new Scored(phrases, scorecard);
  const table = on.has('score-table') ? phrases.fill(REPORT.scoreTable, { 表名: REPORT.headings['score-table'] }) : [];
  return paragraphs([structure(scored), [...result(scored), ...table]]);
}

function structure(scored: Scored): readonly Inline[] {
  const { phrases, scorecard } = scored;
  const tops = grouped(scorecard.results, topOf);
  const names = tops.map(({ name }) => name);
  const [first = ''] = names;
  const count = names.length === 2 ? JUDGED.two : chineseNumber(Math.min(Math.max(names.length, 1), 99));
  const all = names.length === 1 ? JUDGED.only(first) : JUDGED.partsOf(names.join(LIST_SEPARATOR), count);
  const groups = tops.flatMap(({ name, results }) => {
    const below = unique(results.map(aspectOf)).filter((aspect) => aspect !== name);
    if (below.length === 0) return [];
    return [
      phrases.fill(REPORT.group, {
        一级: scored.level(name),
        二级: phrases.phrase(`指标体系.${name}`, below.join(LIST_SEPARATOR), scored.scheme),
      }),
    ];
  });
  const slots = {
    自称: scored.self(),
    指标体系: phrases.phrase('指标体系.引用', `“${scorecard.scheme.name}”`, scored.scheme),
    年度: phrases.word('评价年度'),
    一级: phrases.phrase('指标体系.一级', all, scored.scheme),
  };
  return groups.length === 0
    ? phrases.fill(REPORT.structureFlat, slots)
    : phrases.fill(REPORT.structure, { ...slots, 二级: joined(groups, '；') });
}

function result(scored: Scored): readonly Inline[] {
  const { phrases, scorecard } = scored;
  const { results, total } = scorecard;
  if (total.score === undefined || total.deduction === undefined) {
    const open = results.filter(({ score, status }) => score === undefined && status !== 'not-applicable');
    const marks = open.map((one) => [scored.missing(one)]);
    return phrases.fill(REPORT.resultMissing, { 缺项: joined(marks, LIST_SEPARATOR) });
  }
  const counted = results.filter(isCounted);
  const groups = grouped(counted, topOf).map(({ name, results: own }) => {
    const points = sum(own.map(({ score }) => score ?? whole(0)));
    return phrases.fill(REPORT.resultGroup, {
      一级: scored.level(name),
      得分: phrases.phrase(`自评.${name}.得分`, scored.show(points), scored.total),
    });
  });
  const words =
    total.deduction.compare(whole(0)) > 0 ? JUDGED.deducted(scored.show(total.deduction)) : JUDGED.noDeduction;
  return [
    ...phrases.fill(REPORT.result, {
      得分: phrases.phrase('自评.得分', scored.show(total.score), scored.total),
      满分: phrases.phrase('自评.满分', scored.show(total.weight), scored.total),
      扣分: phrases.phrase('自评.扣分', words, scored.total),
      分项: groups.length < 2 ? '' : phrases.fill(REPORT.resultGroups, { 分项: joined(groups, '，') }),
    }),
    ...leftOut(scored),
  ];
}

/** The indicators that do not apply and are not part of the total. */
function leftOut(scored: Scored): readonly Inline[] {
  const out = scored.scorecard.results.filter((one) => !isCounted(one) && one.indicator.notApplicable === 'excluded');
  if (out.length === 0) return [];
  const names = out.map((one) => [scored.indicator(one)]);
  return scored.phrases.fill(REPORT.notCounted, { 指标: joined(names, LIST_SEPARATOR) });
}
