import { judgementOf, taskOf, type LedgerInput, type Stated } from '../support/ledgers.ts';
import { checklist, COMPLETION, GRADED, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

/** A department that filled in everything, and lost points in three places. */
export const WORDS: Stated = {
  部门名称: '某市科学技术协会',
  部门自称: '我会',
  评价年度: '2023',
  附件序号: '4',
  成文日期: '2024年3月5日',
  部门职能: '开展科学普及\n联系科技工作者。',
  机构设置: '内设2个部',
  年度总体工作: '全年开展{科普讲座}，财政拨款支出{财政拨款.决算数}。',
  整体绩效目标: '提升公民科学素质',
  其他资金来源: '上级学会经费',
  绩效管理制度: '印发制度3项',
  绩效运行监控: '1—6月开展监控',
  履职效能总体情况: '年度任务总体完成',
};

export const MONEY: Stated = {
  年初预算数: '240.27万元',
  全年预算数: '244.75万元',
  决算数: '240.35万元',
  '财政拨款.年初预算数': '240.27万元',
  '财政拨款.全年预算数': '244.57万元',
  '财政拨款.决算数': '240.17万元',
  '财政拨款.基本支出.决算数': '199.41万元',
  '财政拨款.项目支出.决算数': '40.76万元',
  '收入.年初预算数': '240.27万元',
  '收入.决算数': '240.35万元',
  '项目.科普活动.全年预算数': '41.08万元',
  '项目.科普活动.决算数': '40.76万元',
};

export const FIGURES: Stated = {
  '人员.公务员': '8名',
  '人员.事业人员': '3名',
  '产出.科普讲座.计划值': '10场',
  '产出.科普讲座.实际值': '12场',
  '产出.科技竞赛.计划值': '4次',
  '产出.科技竞赛.实际值': '3次',
};

export const SCHEME = schemeOf(
  [
    indicatorOf('{方向}任务完成率', PROPORTIONAL, {
      path: ['履职效能', '{方向}'],
      weight: '60',
      each: 'direction',
      measure: { kind: 'fact', key: '任务.{方向}.完成率' },
      problem: '{方向}部分任务未达标',
      improvement: '逐项整改{方向}任务',
    }),
    indicatorOf('预算完成率', PROPORTIONAL, {
      weight: '20',
      measure: COMPLETION,
      problem: '预算未用完',
      improvement: '加快支出',
    }),
    indicatorOf('绩效目标合理性', GRADED, {
      path: ['管理效率', '绩效管理'],
      weight: '15',
      problem: '目标不够量化',
      improvement: '细化目标',
    }),
    indicatorOf('采购管理合规性', checklist({ 意向公开: '3', 备案及时: '2' }), {
      path: ['管理效率', '采购管理'],
      problem: '采购环节薄弱',
      improvement: '梳理采购流程',
    }),
  ],
  { name: '某区2023年指标体系' },
);

export const JUDGED = [
  judgementOf('绩效目标合理性', '得分14.7', { reason: '产出指标只有5个。' }),
  judgementOf('采购管理合规性', '是', { point: '意向公开' }),
  judgementOf('采购管理合规性', '是', { point: '备案及时' }),
];

export const TASKS = [
  taskOf('服务公众', '开展2023年科普行动', ['科普讲座'], '举办{科普讲座}，覆盖12个街道'),
  taskOf('服务科技工作者', '组织科技竞赛', ['科技竞赛'], '组织竞赛'),
];

/** Full but for what a test leaves out or changes. */
export function department(change: Stated = {}, without: readonly string[] = [], more: LedgerInput = {}): LedgerInput {
  const facts = Object.fromEntries(
    Object.entries({ ...WORDS, ...MONEY, ...FIGURES, ...change }).filter(([key]) => !without.includes(key)),
  );
  return { facts, projects: ['科普活动'], tasks: TASKS, judgements: JUDGED, ...more };
}
