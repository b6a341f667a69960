import {
  schemeSchema,
  type Indicator,
  type MeasureSpec,
  type Rule,
  type Scheme,
} from '../../../src/core/scheme/scheme.ts';

export const PROPORTIONAL: Rule = { kind: 'proportional', target: '1', cap: '1', floor: '0' };
export const GRADED: Rule = {
  kind: 'graded',
  bands: [
    { name: '优', from: '0.8' },
    { name: '良', from: '0.6' },
    { name: '差', from: '0' },
  ],
};

export const COMPLETION: MeasureSpec = {
  kind: 'ratio',
  key: '预算完成率',
  numerator: '财政拨款.决算数',
  denominator: '财政拨款.全年预算数',
  basis: '财政拨款；决算数 ÷ 全年预算数',
};

/** An indicator with everything but what a test is about filled in. */
export function indicatorOf(name: string, rule: Rule, more: Partial<Indicator> = {}): Indicator {
  return {
    path: ['管理效率', '资金管理'],
    name,
    weight: '5',
    each: 'none',
    rule,
    notApplicable: 'full-marks',
    dataSource: '部门决算报表',
    clause: '某文件第一条',
    verified: true,
    problem: `${name}存在不足`,
    improvement: `改进${name}`,
    ...more,
  };
}

/** A checklist of items worth the given points. */
export function checklist(items: Readonly<Record<string, string>>): Rule {
  return { kind: 'checklist', items: Object.entries(items).map(([text, points]) => ({ text, points })) };
}

/** A verified scheme, checked like one that ships. The total is the sum of the weights unless said otherwise. */
export function schemeOf(indicators: readonly Indicator[], more: Partial<Scheme> = {}): Scheme {
  const hundredths = indicators.reduce((sum, { weight }) => sum + Math.round(Number(weight) * 100), 0);
  return schemeSchema.parse({
    id: 'test',
    name: '某区指标体系',
    year: '2023',
    source: '某文件',
    verified: true,
    precision: 1,
    total: String(hundredths / 100),
    indicators,
    ...more,
  });
}

/** How many decimals a decimal text has. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** A rate, a score by a person and a checklist: 4.9 of 5, 4.7 of 5 and 2 of 3 with the sheets of pipeline.ts. */
export const THREE: Scheme = schemeOf([
  indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION }),
  indicatorOf('绩效目标合理性', GRADED, { path: ['管理效率', '绩效管理'] }),
  indicatorOf('采购管理合规性', checklist({ 意向公开: '2', 备案及时: '1' }), {
    path: ['管理效率', '采购管理'],
    weight: '3',
  }),
]);
