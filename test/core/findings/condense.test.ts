import { condensed } from '../../../src/core/findings/condense.ts';
import { finding, type Finding } from '../../../src/core/findings/finding.ts';
import { messageOf } from '../../../src/core/texts/finding-texts.ts';

function bad(row: number, found = '？', column = 3, sheet = '支付'): Finding {
  return finding('number-expected', { found, header: '支付金额', advice: '请填' }, [{ sheet, row, column }]);
}
function count(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

test('a few findings stay as they are, in their order', () => {
  const few = [bad(1), finding('sheet-hidden', { sheet: '甲' }), bad(5), bad(2)];
  expect(condensed(few)).toEqual(few);
});

test('a bad column is one finding with a run of cells, examples and a count', () => {
  const [one, ...more] = condensed(count(100_000).map((row) => bad(row + 1, `错${String(row)}`)));
  expect(more).toEqual([]);
  expect(one?.cells).toEqual([{ sheet: '支付', row: 1, column: 3, rows: 100_000 }]);
  const message = one === undefined ? '' : messageOf(one);
  expect(message).toContain('支付!D2:D100001（共100000处）');
  expect(message).toContain('“错0、错1、错2等”');
  expect(message.length).toBeLessThan(200);
});

test('scattered cells are outlined from first to last, and counted', () => {
  const [one] = condensed(count(5000).map((index) => bad(2 * index)));
  expect(one?.cells).toEqual([{ sheet: '支付', row: 0, column: 3, rows: 9999 }]);
  expect(one?.count).toBe(5000);
});

test('sheets, headers and kinds are told apart', () => {
  const many = [
    ...count(20).map((row) => bad(row)),
    ...count(20).map((row) => bad(row, '？', 3, '指标')),
    ...count(20).map((row) =>
      finding('cell-error', { error: '#N/A', header: '支付金额' }, [{ sheet: '支付', row, column: 3 }]),
    ),
  ];
  expect(condensed(many).map(({ code, cells, count: places }) => [code, cells[0]?.sheet, places])).toEqual([
    ['number-expected', '支付', 20],
    ['number-expected', '指标', 20],
    ['cell-error', '支付', 20],
  ]);
});

test('one finding about very many cells is outlined, its words cut', () => {
  const cells = count(3000).map((row) => ({ sheet: '支付', row: row * 3, column: 4 }));
  const found = count(3000).map(String).join('、');
  const [one] = condensed([finding('entry-unclear', { what: '资金性质', found }, cells)]);
  expect(one?.cells).toEqual([{ sheet: '支付', row: 0, column: 4, rows: 8998 }]);
  expect(one?.count).toBe(3000);
  expect(one === undefined ? '' : messageOf(one)).toMatch(/^支付!E1:E8998（共3000处）：.{1,600}$/);
});

test('different findings of one kind are listed up to a number, and the others counted', () => {
  const many = count(1000).map((row) =>
    finding('levels-differ', { whole: String(row), total: '1元', parts: '2元', difference: '1元' }, [
      { sheet: '03', row, column: 4 },
    ]),
  );
  const shown = condensed(many);
  expect(shown).toHaveLength(51);
  expect(shown.at(-1)).toMatchObject({ code: 'more-of-kind', params: { count: '950' } });
});
