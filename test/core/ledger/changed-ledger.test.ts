import fc from 'fast-check';
import { ChangedLedger, rederived, slopesOf } from '../../../src/core/ledger/changed-ledger.ts';
import { plainValue } from '../../../src/core/ledger/fact.ts';
import { subjectsOf, expenditureKey, MEASURES, type Basis } from '../../../src/core/ledger/keys.ts';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { deriveTasks } from '../../../src/core/ledger/task-rates.ts';
import { given } from '../support/cases.ts';
import { derivedLedger, taskOf, type Stated } from '../support/ledgers.ts';

const FACTS: Stated = {
  '基本支出.决算数': '60.00元',
  '项目.科普.决算数': '25.00元',
  '项目.讲座.决算数': '15.00元',
  '财政拨款.决算数': '80.00元',
  全年预算数: '120.00元',
};

function changed(key: string, fen: bigint, facts: Stated = FACTS): Ledger {
  const ledger = derivedLedger({ facts, projects: ['科普', '讲座'] });
  return new ChangedLedger(ledger, key, { kind: 'amount', fen, quantum: 1n });
}

const shown = (ledger: Ledger, ...keys: readonly string[]): readonly (string | undefined)[] =>
  keys.map((key) => ledger.get(key)).map((fact) => fact && plainValue(fact));

test('what follows from a changed amount follows it: the totals that no sheet states, the rest, the rates', () => {
  const ledger = changed('项目.科普.决算数', 4500n);
  expect(shown(ledger, '项目支出.决算数', '决算数', '其他资金.决算数', '支出率', '项目.科普.占比')).toEqual([
    '60.00',
    '120.00',
    '40.00',
    '100.00',
    '37.50',
  ]);
});

test('a total that a sheet states stays, whatever becomes of its parts', () => {
  const ledger = changed('项目.科普.决算数', 4500n, { ...FACTS, 决算数: '100.00元' });
  expect(shown(ledger, '项目支出.决算数', '决算数')).toEqual(['60.00', '100.00']);
});

test('a derived total can be changed: its parts stay, what is above it follows', () => {
  const ledger = changed('项目支出.决算数', 5000n);
  expect(shown(ledger, '项目.科普.决算数', '项目支出.决算数', '决算数')).toEqual(['25.00', '50.00', '110.00']);
});

test('财政拨款 is taken away from the other money', () => {
  const ledger = derivedLedger({ facts: FACTS, projects: ['科普', '讲座'] });
  expect([...slopesOf(ledger, '财政拨款.决算数')]).toEqual([['其他资金.决算数', -1n]]);
});

test('an output that reaches its target raises the rate of its direction', () => {
  const facts = { '产出.讲座.计划值': '12场', '产出.讲座.实际值': '9场' };
  const ledger = derivedLedger({ facts, tasks: [taskOf('甲', '一', ['讲座'])] });
  deriveTasks(ledger);
  const count = given(ledger.get('产出.讲座.计划值')).value;
  if (count.kind !== 'count') throw new Error('a count');
  const more = new ChangedLedger(ledger, '产出.讲座.实际值', count);
  expect(shown(ledger, '任务.甲.完成率', '产出.讲座.完成率')).toEqual(['0.00', '75.00']);
  expect(shown(more, '任务.甲.完成率', '产出.讲座.完成率')).toEqual(['100.00', '100.00']);
});

test('a changed ledger takes no facts', () => {
  const ledger = changed('决算数', 1n);
  expect(() => {
    ledger.add(given(ledger.get('决算数')));
  }).toThrow('决算数');
});

/* Random amounts under random keys; some totals are stated, some follow. */

const BASES: readonly (Basis | undefined)[] = [undefined, '财政拨款'];
const KEYS = BASES.flatMap((basis) =>
  subjectsOf(['科普', '讲座']).flatMap((subject) => MEASURES.map((measure) => expenditureKey(basis, subject, measure))),
);
const amounts = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.integer({ min: 1, max: 1_000_000 }).map((fen) => `${(fen / 100).toFixed(2)}元`),
  { minKeys: 5 },
);

test('the view agrees with deriving everything anew', () => {
  fc.assert(
    fc.property(amounts, fc.nat(), fc.bigInt({ min: 1n, max: 2_000_000n }), (facts, index, fen) => {
      const ledger = derivedLedger({ facts, projects: ['科普', '讲座'] });
      const changeable = ledger.facts().filter(({ value }) => value.kind === 'amount');
      const { key } = given(changeable[index % changeable.length]);
      const value = { kind: 'amount', fen, quantum: 1n } as const;
      const anew = rederived(ledger, key, value);
      const view = new ChangedLedger(ledger, key, value);
      const differing = ledger.facts().filter((fact) => {
        const [one, other] = [anew.get(fact.key), view.get(fact.key)];
        return !(one && other) || plainValue(one) !== plainValue(other);
      });
      expect(differing.map(({ key: differs }) => differs)).toEqual([]);
    }),
  );
});
