import fc from 'fast-check';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { reconcile } from '../../../src/core/ledger/reconcile.ts';
import { amountIn, stateAmount } from '../../../src/core/money/amount.ts';
import { readNumber } from '../../../src/core/money/decimal.ts';
import { fixed } from '../../../src/core/money/exact.ts';
import { cases } from '../support/cases.ts';
import { ledgerOf, type Stated } from '../support/ledgers.ts';
import { Ledger } from '../../../src/core/ledger/ledger.ts';

/** A finding with the parameters that tell what was found, in the order of the case files. */
function said(found: Finding): string {
  const order: readonly string[] = [
    'totalName',
    'key',
    'first',
    'second',
    'amount',
    'total',
    'parts',
    'executed',
    'budget',
    'difference',
  ];
  const params: Readonly<Record<string, string>> = { ...found.params };
  return [found.code, ...order.flatMap((name) => params[name] ?? [])].join(' ');
}

interface Case {
  readonly name: string;
  readonly projects?: readonly string[];
  readonly facts: Stated;
  readonly finds: readonly string[];
}

test.each(cases<Case>(__dirname, 'reconciliation.json'))('$name', ({ projects = [], facts, finds }) => {
  expect(reconcile(ledgerOf({ facts, projects })).map(said)).toEqual(finds);
});

test('a finding names the cells of the total and of every part', () => {
  const facts = { 决算数: '100.00元', '基本支出.决算数': '60.00元', '项目支出.决算数': '30.00元' };
  expect(reconcile(ledgerOf({ facts }))[0]?.cells.map(({ row }) => row)).toEqual([0, 1, 2]);
});

/** A ledger of projects as a table in 万元 with two decimals prints amounts that were added up in 元. */
function printed(parts: readonly bigint[], total: bigint, places: number): Ledger {
  const names = parts.map((_, index) => `项目${String(index)}`);
  const ledger = new Ledger([], [], names);
  const add = (key: string, fen: bigint): void => {
    const reading = readNumber(fixed(amountIn(fen, '万元'), places));
    if (reading.kind !== 'number') throw new Error('not read');
    const { fen: stated, quantum } = stateAmount(reading.decimal, '万元', places);
    ledger.add({ key, value: { kind: 'amount', fen: stated, quantum }, unit: '元', basis: '', cells: [] });
  };
  parts.forEach((fen, index) => {
    add(`项目.${names[index] ?? ''}.决算数`, fen);
  });
  add('项目支出.决算数', total);
  return ledger;
}

const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
const decimals = fc.integer({ min: 0, max: 6 });

test('rounding alone is never an error', () => {
  fc.assert(
    fc.property(amounts, decimals, (parts, places) => {
      const total = parts.reduce((sum, fen) => sum + fen, 0n);
      const codes = reconcile(printed(parts, total, places)).map(({ code }) => code);
      expect(codes).not.toContain('parts-differ');
    }),
  );
});

test('a difference that rounding cannot explain is always an error', () => {
  fc.assert(
    fc.property(amounts, decimals, fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), (parts, places, up, more) => {
      const step = 10n ** BigInt(6 - places);
      // Every amount may be off by half a step in what is printed, and by as much again in what is tolerated.
      const wrong = BigInt(parts.length + 1) * step + 1n + more;
      const total = parts.reduce((sum, fen) => sum + fen, 0n) + (up ? wrong : -wrong);
      const codes = reconcile(printed(parts, total, places)).map(({ code }) => code);
      expect(codes).toContain('parts-differ');
    }),
  );
});
