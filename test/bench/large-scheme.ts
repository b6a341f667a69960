import type { Fact } from '../../src/core/ledger/fact.ts';
import { Ledger } from '../../src/core/ledger/ledger.ts';
import { schemeSchema, type Scheme } from '../../src/core/scheme/scheme.ts';

/** A ledger that counts how often it is asked. */
export class CountingLedger extends Ledger {
  lookUps = 0;

  override get(key: string): Fact | undefined {
    this.lookUps += 1;
    return super.get(key);
  }

  override has(key: string): boolean {
    this.lookUps += 1;
    return super.has(key);
  }
}

/** A ledger of ten facts for each indicator: what its project spent, its budget, and eight that nobody asks for. */
export function largeLedger(indicators: number): CountingLedger {
  const ledger = new CountingLedger();
  for (let index = 0; index < indicators; index += 1) {
    const amount = BigInt(((index * 7919) % 1_000_000) + 1);
    ledger.add(amountFact(index, '决算数', amount, 1));
    ledger.add(amountFact(index, '全年预算数', 1_000_001n, 2));
    for (let extra = 0; extra < 8; extra += 1) {
      ledger.add(amountFact(index, `说明${String(extra)}.决算数`, amount, 3 + extra));
    }
  }
  return ledger;
}

function amountFact(index: number, measure: string, fen: bigint, column: number): Fact {
  const cell = { sheet: '数据', row: index, column };
  return {
    key: `项目.第${String(index)}号.${measure}`,
    value: { kind: 'amount', fen, quantum: 1n },
    unit: '元',
    basis: '合计',
    cells: [cell],
  };
}

/** A scheme with one ratio for each project, under the three kinds of rules over a value in turn. */
export function largeScheme(indicators: number): Scheme {
  const rules = [
    { kind: 'proportional', target: '1', cap: '1', floor: '0' },
    { kind: 'per-point', direction: 'under', threshold: '1', step: '0.01', deduct: '0.1', partSteps: 'pro-rata' },
    {
      kind: 'bands',
      bands: [
        { to: '0.5', points: '2' },
        { from: '0.5', points: '5' },
      ],
    },
  ];
  return schemeSchema.parse({
    id: 'large',
    name: '大表',
    year: '2023',
    source: '生成',
    verified: true,
    precision: 1,
    total: String(5 * indicators),
    indicators: Array.from({ length: indicators }, (_, index) => ({
      path: ['产出', `第${String(index % 20)}组`],
      name: `第${String(index)}号支出率`,
      weight: '5',
      measure: {
        kind: 'ratio',
        key: `第${String(index)}号支出率`,
        numerator: `项目.第${String(index)}号.决算数`,
        denominator: `项目.第${String(index)}号.全年预算数`,
        basis: '',
      },
      rule: rules[index % rules.length],
      notApplicable: 'redistributed',
      clause: '生成',
      verified: true,
      problem: '支出偏慢',
      improvement: '加快支出',
    })),
  });
}
