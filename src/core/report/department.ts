import type { Fact } from '../ledger/fact.ts';
import { STAFF_GROUPS, staffKey } from '../ledger/keys.ts';
import { whole } from '../money/exact.ts';
import { REPORT, TODO } from '../texts/report-texts.ts';
import { paragraphs, subheading } from './blocks.ts';
import type { Block, Inline } from './document.ts';
import { joined, type Phrases } from './phrases.ts';
import type { SectionContext } from './sections.ts';

const { headings } = REPORT;

/** 部门职能: duties and organisation in the department's words, and its staff. */
export function functions({ phrases, ledger }: SectionContext): readonly Block[] {
  const organisation = phrases.find('机构设置') === undefined ? [] : phrases.field('机构设置');
  return paragraphs([...phrases.field('部门职能'), ...organisation, staff(phrases, ledger)]);
}

/** 部门整体支出绩效目标 */
export function goals({ phrases }: SectionContext): readonly Block[] {
  return paragraphs(phrases.field('整体绩效目标'));
}

/** 部门整体绩效管理情况: rules and monitoring. */
export function management({ phrases }: SectionContext): readonly Block[] {
  return [
    subheading(1, headings.rules),
    ...paragraphs(phrases.field('绩效管理制度')),
    subheading(2, headings.monitoring),
    ...paragraphs(phrases.field('绩效运行监控')),
  ];
}

/** Posts and people in them, and the groups of staff that there are. */
function staff(phrases: Phrases, ledger: SectionContext['ledger']): readonly Inline[] {
  const all = ledger.facts().filter(({ key }) => key.startsWith('人员.'));
  if (all.length === 0) return [phrases.todo('人员', TODO.staff)];
  const isPost = ({ key }: Fact): boolean => STAFF_GROUPS.some((group) => key === staffKey(group));
  const there = all.filter(({ value }) => value.kind !== 'count' || !value.count.equals(whole(0)));
  const listed = there.length === 0 ? all : there;
  const part = ({ key }: Fact): readonly Inline[] =>
    phrases.fill(REPORT.post, { 名称: key.slice('人员.'.length), 人数: phrases.fact(key) });
  const posts = listed.filter(isPost).map(part);
  const groups = listed.filter((fact) => !isPost(fact)).map(part);
  return [
    ...(posts.length === 0 ? [] : phrases.fill(REPORT.posts, { 各数: joined(posts, '，') })),
    ...(groups.length === 0 ? [] : phrases.fill(REPORT.staff, { 人员: joined(groups, '，') })),
  ];
}
