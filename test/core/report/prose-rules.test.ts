import type { Fact } from '../../../src/core/ledger/fact.ts';
import type { Block, Inline, ReportDocument, TableCellContent } from '../../../src/core/report/document.ts';
import { given } from '../support/cases.ts';
import { inlinesOf, textOf } from '../support/documents.ts';
import { factOf } from '../support/ledgers.ts';
import { draftedFile, ledgerFiles } from '../support/ledger-files.ts';
import { differentWords, faultsOf, untrueComparisons, untrueFigures } from '../support/prose-rules.ts';

const DRAFTS = ledgerFiles().map((file) => {
  const { ledger, evaluation, draft } = draftedFile(file);
  const facts = new Map<string, Fact>([...ledger.facts(), ...evaluation.facts].map((fact) => [fact.key, fact]));
  return [file.name, { ledger, evaluation, document: draft.document, facts }] as const;
});

test('there are departments of at least twelve kinds, each told by what it is an example of', () => {
  expect(DRAFTS.length).toBeGreaterThanOrEqual(12);
  for (const { about } of ledgerFiles()) expect(about).toMatch(/^\p{Script=Han}+：.+。$/u);
});

describe('the rules find what they are for', () => {
  const paragraph = (...content: Inline[]): ReportDocument => ({
    title: '',
    department: '',
    year: '',
    blocks: [{ kind: 'paragraph', content }],
    facts: [],
  });
  const phrase = (text: string, id = '决算数'): Inline => ({ kind: 'phrase', id, text, source: '表!A1' });

  test.each([
    ['marks', '决算，。'],
    ['marks', '其中（）。'],
    ['no words', '决算undefined万元。'],
    ['unit twice', '决算1.00万元万元。'],
    ['words twice', '主要原因是主要原因是进度慢。'],
    ['Latin mark', '决算(合计)。'],
    ['number without unit', '决算1.00，预算2.00万元。'],
    ['no end', '决算1.00万元'],
  ])('%s: %s', (rule, text) => {
    expect(faultsOf(paragraph(phrase(text))).map((fault) => fault.split(/[ :]?[“:]/u)[0]?.trim())).toContain(rule);
  });

  test('digits outside phrases, and words that are empty', () => {
    const text: Inline = { kind: 'text', text: '决算1万元。' };
    expect(faultsOf(paragraph(text, { kind: 'text', text: '' }))).toEqual([
      'digit outside a phrase: 决算1万元。',
      'empty words',
    ]);
  });

  test('figures and comparisons that are not those of the facts, and one key said in two ways', () => {
    const facts = new Map(
      [factOf('决算数', '2.00万元'), factOf('全年预算数', '1.00万元')].map((fact) => [fact.key, fact]),
    );
    const wrong = paragraph(phrase('3.00万元'), phrase('比全年预算减少1.00万元', '决算数比全年预算数'));
    expect(untrueFigures(wrong, facts)).toEqual(['决算数: 2.00万元 | 3.00万元']);
    expect(untrueComparisons(wrong, facts)).toEqual(['比全年预算减少1.00万元: 1000000']);
    const twice: Inline = { kind: 'phrase', id: '决算数#2', key: '决算数', text: '2万元', source: '表!A1' };
    expect(differentWords(paragraph(phrase('2.00万元'), twice), facts)).toEqual(['决算数: 2.00万元 | 2万元']);
  });
});

describe.each(DRAFTS)('%s', (_, { document, facts, evaluation }) => {
  test('no sentence that a careful officer would not write', () => {
    expect(faultsOf(document)).toEqual([]);
  });

  test('every figure reads as its fact does, and the same everywhere', () => {
    expect(untrueFigures(document, facts)).toEqual([]);
    expect(differentWords(document, facts)).toEqual([]);
  });

  test('no word of comparison stands against its amounts', () => {
    expect(untrueComparisons(document, facts)).toEqual([]);
  });

  test('the scores add up: groups to the total, rows of the table to its last', () => {
    const rows = given(tableOf(document, '部门整体支出绩效自评表')).rows.map(cells);
    const last = given(rows.at(-1));
    const { precision } = evaluation.scorecard.scheme;
    for (const column of [3, 5, 6]) {
      const parts = rows.slice(0, -1).map((row) => row[column] ?? '');
      if (parts.includes('缺数据')) continue;
      expect(parts.reduce((sum, part) => sum + Number(part), 0).toFixed(precision)).toBe(last[column]);
    }
    const text = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.content)] : []));
    const total = /总得分([\d.]+)分，满分([\d.]+)分，(?:共扣([\d.]+)分|未扣分)(?:；其中(.*?))?。/u.exec(
      text.join('\n'),
    );
    if (total === null) {
      expect(text.join('\n')).toContain('总得分暂不能得出');
      return;
    }
    const [, score, weight, lost = '0', groups] = total;
    expect(Number(score) + Number(lost)).toBeCloseTo(Number(weight), 9);
    const points = [...(groups ?? '').matchAll(/得([\d.]+)分/gu)].map(([, one]) => Number(one));
    if (points.length > 0) expect(points.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(score), 9);
  });

  test('the points lost in the problems are all that were lost', () => {
    const { deduction } = evaluation.scorecard.total;
    const at = document.blocks.findIndex(
      (block) => block.kind === 'heading' && textOf(block.content) === '存在的主要问题',
    );
    const next = document.blocks.findIndex((block, index) => index > at && block.kind === 'heading');
    const text = document.blocks
      .slice(at, next)
      .map((block) => textOf(inlinesOf(block)))
      .join('');
    const lost = [...text.matchAll(/扣([\d.]+)分/gu)].reduce((sum, [, points]) => sum + Number(points), 0);
    if (deduction !== undefined) expect(lost).toBeCloseTo(deduction.valueOf(), 9);
  });

  test('the rows of income and expenditure add up to those above them', () => {
    const { rows, columns } = given(tableOf(document, '部门整体收入支出情况表'));
    const table = rows.map(cells);
    const total = table.findIndex(([name = '']) => /支出合计$|、财政拨款支出$/u.test(name));
    const below = table.slice(total + 1);
    const end = below.findIndex(([name = '']) => !name.startsWith('\u3000'));
    const kinds = below.slice(0, end < 0 ? undefined : end);
    const parts = kinds.filter(([name = '']) => /^\u3000[^\u3000]/u.test(name));
    for (let column = 1; column < columns.length - 1; column++) {
      const values = parts.map((row) => row[column] ?? '');
      if ([...values, table[total]?.[column]].includes('缺数据')) continue;
      const sum = values.reduce((all, value) => all + inWan(value), 0);
      expect(Math.abs(sum - inWan(table[total]?.[column] ?? ''))).toBeLessThan(0.005 * (values.length + 1));
    }
  });
});

function tableOf({ blocks }: ReportDocument, title: string): Extract<Block, { kind: 'table' }> | undefined {
  return blocks.find(
    (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table' && textOf(block.title) === title,
  );
}

function cells(row: readonly TableCellContent[]): readonly string[] {
  return row.map((cell) => (cell === 'above' ? '〃' : textOf(cell)));
}

/** `240.27` as it stands under 万元, or `45.00元`. */
function inWan(text: string): number {
  return text.endsWith('元') ? Number(text.slice(0, -1)) / 10_000 : Number(text);
}
