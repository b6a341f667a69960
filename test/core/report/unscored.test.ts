import { drafted, sectionOf } from '../support/documents.ts';
import { judgementOf } from '../support/ledgers.ts';
import { GRADED, indicatorOf, schemeOf } from '../support/schemes.ts';
import { department } from './model.ts';

/*
 * What the report may say about the whole: nothing while scores are missing, 较好 only from 90% of the points on (优 in
 * 财预〔2020〕10号).
 */
const NAMES = ['指标甲', '指标乙'];
const SCHEME = schemeOf(
  NAMES.map((name) => indicatorOf(name, GRADED, { weight: '5', problem: `${name}有差距`, improvement: `改进${name}` })),
);
const PRAISE = /较好|未发现|继续保持|均未扣分/;
const UNSCORED = '【待补充：部分指标尚未计分，补充数据和打分后再分析】';

interface Said {
  readonly problems: string;
  readonly improvements: string;
  readonly codes: readonly string[];
}

/** The two sections for a score of each indicator; an empty one is not scored yet. */
function said(scores: readonly string[]): Said {
  const judgements = NAMES.flatMap((name, index) => {
    const score = scores[index] ?? '';
    return score === '' ? [] : [judgementOf(name, `得分${score}`, { reason: '有差距' })];
  });
  const { document, findings } = drafted(department({}, [], { judgements }), SCHEME);
  return {
    problems: sectionOf(document, '存在的主要问题').join('\n'),
    improvements: sectionOf(document, '下一步改进措施').join('\n'),
    codes: findings.map(({ code }) => code),
  };
}

test.each([
  ['nothing is scored', ['', '']],
  ['full marks for the one, the other not scored', ['5', '']],
])('%s: a mark in both sections and nothing good', (_, scores) => {
  const { problems, improvements, codes } = said(scores);
  expect([problems, improvements]).toEqual([UNSCORED, UNSCORED]);
  expect(codes).toContain('draft-incomplete');
});

test('one lost points, the other is not scored: the problem is told, the lists are marked as unfinished', () => {
  const { problems, improvements } = said(['4.8', '']);
  expect(problems).toBe(
    `${UNSCORED}\n对照指标体系，我会部门整体支出绩效管理存在以下问题：指标甲有差距（指标甲扣0.2分）。`,
  );
  expect(improvements).toBe(`${UNSCORED}\n针对“指标甲”，改进指标甲。`);
  expect(`${problems}${improvements}`).not.toMatch(PRAISE);
});

test.each([
  [['4.5', '4.4'], false],
  [['3.9', '5'], false],
  [['0', '0'], false],
  [['4.5', '4.5'], true],
  [['4', '5'], true],
  [['5', '4.9'], true],
])('%j of 5 each: 较好 is %s', (scores, isGood) => {
  const { problems } = said(scores);
  expect(problems.includes('总体情况较好')).toBe(isGood);
  expect(problems).toMatch(isGood ? /^我会.*仍存在以下问题[。：]/ : /^对照指标体系，我会.*存在以下问题[。：]/);
});

test('full marks: no problems, no mark', () => {
  expect(said(['5', '5'])).toEqual({
    problems: '对照指标体系，本年度各项指标均未扣分，未发现需要说明的突出问题。',
    improvements: '继续保持现有做法，巩固预算执行和绩效管理成效。',
    codes: [],
  });
});
