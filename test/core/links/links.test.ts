import fc from 'fast-check';
import type { CarriedData } from '../../../src/core/links/carried-data.ts';
import { checkLinks } from '../../../src/core/links/check-links.ts';
import { numbered, type FoundControl } from '../../../src/core/links/found-control.ts';
import { linksToUpdate, planUpdate } from '../../../src/core/links/update-links.ts';
import type { Inline } from '../../../src/core/report/document.ts';
import { phrase, todo } from '../../hosts/files/docx/fixture.ts';
import { reportOf } from '../../hosts/files/docx/package.ts';
import cases from './states.json';

const control = (tag: string, text: string): FoundControl => ({
  tag,
  title: '来源',
  text,
  paragraph: 0,
  offset: 0,
  locked: false,
});
const carriedOf = (...phrases: readonly (readonly [string, string, ('phrase' | 'todo')?])[]): CarriedData => ({
  year: '2023',
  department: '部门',
  facts: [],
  phrases: phrases.map(([tag, text, kind = 'phrase']) => ({ id: tag, tag, kind, text, source: '表!A1' })),
});
const reportWith = (...content: readonly Inline[]) => reportOf({ kind: 'paragraph', content });

test.each(cases)('$name', ({ written, current, fresh, state, dataChanged }) => {
  // Another phrase of the report, so that the control counts even when both sides lost it.
  const report = reportWith(phrase('乙', '1'), ...(fresh === null ? [] : [phrase('甲', fresh)]));
  const carried = written === null ? undefined : carriedOf(['甲', written]);
  const [link] = checkLinks([control('甲', current)], carried, report).links;
  expect(link).toMatchObject({ state, dataChanged, current, index: 0 });
});

test('copies are links of their own; deleted, new and foreign controls are counted', () => {
  const carried = carriedOf(['甲', '1'], ['乙', '2']);
  const report = reportWith(phrase('甲', '3'), phrase('丙', '4'));
  const found = [control('甲', '1'), control('别人的', 'x'), control('章节.money', '收支'), control('甲', '改')];
  const { links, deleted, unplaced, others } = checkLinks(found, carried, report);
  expect(links.map(({ tag, index, state }) => [tag, index, state])).toEqual([
    ['甲', 0, 'data-changed'],
    ['甲', 1, 'text-edited'],
  ]);
  expect([deleted, unplaced, others]).toEqual([['乙'], 1, 1]);
});

test('a place that is gone takes the words of its key, when they are the same everywhere', () => {
  const carried = carriedOf(['甲#3', '1'], ['乙#2', '1']);
  const report = reportWith(phrase('甲', '5'), phrase('甲#2', '5'), phrase('乙', '6'), phrase('乙#3', '7'));
  const { links } = checkLinks([control('甲#3', '1'), control('乙#2', '1')], carried, report);
  expect(links.map(({ state, fresh }) => [state, fresh])).toEqual([
    ['data-changed', '5'],
    ['source-missing', undefined],
  ]);
});

test('a gap that the workbook fills becomes the phrase; one that a person filled is kept', () => {
  const mark = '【待补充：甲】';
  const carried = carriedOf(['待补充.甲', mark, 'todo'], ['待补充.乙', mark, 'todo']);
  const report = reportWith(phrase('甲', '12万元', '执行!B2'), todo('待补充.乙', '甲'));
  const found = [control('待补充.甲', mark), control('待补充.甲', '约12万元'), control('待补充.乙', '人写的')];
  const check = checkLinks(found, carried, report);
  expect(check.links.map(({ state, becomes }) => [state, becomes?.tag])).toEqual([
    ['data-changed', '甲'],
    ['text-edited', '甲'],
    ['text-edited', undefined],
  ]);
  const { changes, carried: after } = planUpdate(check, linksToUpdate(check, 'changed'), carried, report);
  expect(changes).toEqual([
    {
      tag: '待补充.甲',
      index: 0,
      expected: mark,
      text: '12万元',
      becomes: { tag: '甲', title: '执行!B2' },
    },
  ]);
  expect(after.phrases.map(({ tag }) => tag).sort()).toEqual(['待补充.乙', '待补充.甲', '甲']);
});

test('an update makes what was chosen say what the workbook says, and changes the state of nothing else', () => {
  const word = fc.constantFrom('1', '2', '3', '');
  const place = fc.record({ key: fc.constantFrom('甲', '乙', '丙', '丁'), current: word, chosen: fc.boolean() });
  const texts = fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁'), word);
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), texts, texts, (places, written, fresh) => {
      const carried = carriedOf(...Object.entries(written).map(([tag, text]) => [tag, text] as const));
      const report = reportWith(...Object.entries(fresh).map(([tag, text]) => phrase(tag, text)));
      const found = places.map(({ key, current }) => control(key, current));
      const check = checkLinks(found, carried, report);
      const refs = numbered(found);
      const chosen = refs.filter((_, at) => places[at]?.chosen === true);
      const { changes, carried: after } = planUpdate(check, chosen, carried, report);
      const now = refs.map((ref) => {
        const change = changes.find(({ tag, index }) => tag === ref.tag && index === ref.index);
        expect(change?.expected ?? ref.text).toBe(ref.text);
        return control(ref.tag, change?.text ?? ref.text);
      });
      const again = checkLinks(now, after, report);
      check.links.forEach((before, at) => {
        const link = again.links[at];
        const isChanged = changes.some(({ tag, index }) => tag === before.tag && index === before.index);
        if (isChanged) expect(link?.state).toBe('same');
        else expect([link?.state, link?.current]).toEqual([before.state, before.current]);
      });
      // What a person wrote changes only when it was chosen itself.
      for (const { tag, index } of changes) {
        const before = check.links.find((link) => link.tag === tag && link.index === index);
        const isChosen = chosen.some((ref) => ref.tag === tag && ref.index === index);
        expect(isChosen || before?.state === 'data-changed').toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
