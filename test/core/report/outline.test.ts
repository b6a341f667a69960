import { draftReport, outlineOf, type DraftOptions } from '../../../src/core/report/draft.ts';
import { OUTLINE, type SectionId } from '../../../src/core/report/outline.ts';
import { deriveTasks } from '../../../src/core/ledger/task-rates.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { inlinesOf, linesOf, sectionOf, textOf } from '../support/documents.ts';
import { derivedLedger } from '../support/ledgers.ts';
import { department, SCHEME } from './model.ts';

/** The draft of the full department without some of its figures, under the options. */
function draftOf(options: DraftOptions, without: readonly string[] = []): ReturnType<typeof draftReport> {
  const ledger = derivedLedger(department({}, without));
  deriveTasks(ledger);
  const { scorecard, facts } = evaluate(SCHEME, ledger);
  return draftReport(ledger, scorecard, facts, options);
}

/** `1.2 绩效自评情况` */
function headingsOf({ document }: ReturnType<typeof draftReport>): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level < 3
      ? [`${String(block.level)}.${String(block.number)} ${textOf(block.content)}`]
      : [],
  );
}

test('every section stands in the outline once, with its title, and those under another name it', () => {
  expect(OUTLINE.map(({ id }) => id)).toEqual([...new Set(OUTLINE.map(({ id }) => id))]);
  expect(OUTLINE.find(({ id }) => id === 'conclusion')).toEqual({
    id: 'conclusion',
    title: '自评结论',
    level: 2,
    parent: 'evaluation',
  });
});

test('sections that are off leave no words, and what remains is numbered anew', () => {
  const draft = draftOf({ off: ['tasks', 'goals', 'performance', 'improvements'] });
  expect(headingsOf(draft)).toEqual([
    '1.1 部门基本情况',
    '2.1 部门职能',
    '2.2 部门整体收支情况',
    '2.3 部门整体绩效管理情况',
    '1.2 绩效自评情况',
    '2.1 自评结论',
    '2.2 管理效率分析',
    '1.3 存在的主要问题',
  ]);
  expect(linesOf(draft.document).join('\n')).not.toMatch(/科普行动|提升公民科学素质|下一步/);
});

test('a section goes with the one that it belongs to, and a heading without anything under it goes too', () => {
  const without = draftOf({ off: ['overview'] });
  expect(headingsOf(without)[0]).toBe('1.1 绩效自评情况');
  const emptied = draftOf({ off: ['conclusion', 'performance', 'efficiency'] });
  expect(headingsOf(emptied)).not.toContain('1.2 绩效自评情况');
  expect(emptied.outline.find(({ id }) => id === 'evaluation')?.on).toBe(false);
});

test('an annex that is off is no page of the document', () => {
  const kinds = (options: DraftOptions): readonly string[] => draftOf(options).document.blocks.map(({ kind }) => kind);
  expect(kinds({})).toContain('table');
  expect(kinds({ off: ['money-table', 'score-table'] })).not.toContain('table');
});

test('notes are plain paragraphs at the end of the section’s own text, word for word', () => {
  const note = '  已按{街道}<b>要求</b>整改2项。\r\n\n=1+1\n';
  const { document } = draftOf({ notes: { problems: note, overview: '总的情况见下。' } });
  const lines = sectionOf(document, '存在的主要问题');
  expect(lines.slice(1)).toEqual(['已按{街道}<b>要求</b>整改2项。', '=1+1']);
  expect(sectionOf(document, '部门基本情况')[0]).toBe('总的情况见下。');
  const last = document.blocks.findLast((block) => inlinesOf(block).some(({ text }) => text === '=1+1'));
  expect(last).toEqual({ kind: 'paragraph', content: [{ kind: 'text', text: '=1+1' }] });
});

test('the outline tells what is left to fill in, section by section; what is off does not count for the document', () => {
  const missing = ['整体绩效目标', '绩效运行监控'];
  const all = draftOf({}, missing);
  const counts = (outline: typeof all.outline): Partial<Record<SectionId, number>> =>
    Object.fromEntries(outline.filter(({ todos }) => todos.length > 0).map(({ id, todos }) => [id, todos.length]));
  expect(counts(all.outline)).toEqual({ goals: 1, management: 1 });
  expect(all.outline.find(({ id }) => id === 'goals')?.todos).toEqual([
    { id: '待补充.整体绩效目标', text: '【待补充：整体绩效目标，填入“基本信息”表】' },
  ]);
  const fewer = draftOf({ off: ['goals'] }, missing);
  expect(counts(fewer.outline)).toEqual({ goals: 1, management: 1 });
  expect(fewer.findings).toMatchObject([{ code: 'draft-incomplete', params: { count: '1' } }]);
});

test('the blocks of the sections that are on are the document between its title and its signature', () => {
  const { outline, document } = draftOf({ off: ['tasks'], notes: { goals: '另行说明。' } });
  const body = outline.filter(({ on, level }) => on && level !== 'annex').flatMap(({ blocks }) => blocks);
  const from = document.blocks.findIndex(({ kind }) => kind === 'heading');
  const to = document.blocks.findIndex(({ kind }) => kind === 'signature');
  expect(document.blocks.slice(from, to)).toEqual(body);
  const off = outline.find(({ id }) => id === 'tasks');
  expect(off?.on).toBe(false);
  expect(off?.blocks.length).toBeGreaterThan(1);
});

test('outlineOf is the outline of the draft', () => {
  const ledger = derivedLedger(department());
  const { scorecard, facts } = evaluate(SCHEME, ledger);
  expect(outlineOf(ledger, scorecard, facts)).toEqual(draftReport(ledger, scorecard, facts).outline);
});
