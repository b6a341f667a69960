import fc from 'fast-check';
import { readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { flatOpc, readFlatOpc } from './word/docx/flat-opc.ts';
import { loadDocument, saveDocument } from './word/docx/load-document.ts';
import { clear } from './word/model/clear.ts';
import { putControlAround, removeControl } from './word/model/controls-in-text.ts';
import { Extent, textOfExtent } from './word/model/extent.ts';
import { insertText } from './word/model/insert-text.ts';
import { placeOf } from './word/model/places.ts';
import { partOf, search } from './word/model/search.ts';
import type { WordModel } from './word/model/word-model.ts';
import { comparePoints } from './word/tree/walk.ts';
import { parseTree } from './word/tree/xml-text.ts';

const line = (model: WordModel): Extent => Extent.inside(model.body.all('w:p')[0] ?? model.body);
const both = (extent: Extent) => ({ inside: extent, around: extent });

/** What is done to a line of text; numbers are taken modulo what there is. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(40), text: fc.stringMatching(/^[甲乙<&"\t ]{1,4}$/) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(40), length: fc.nat(6) }),
  fc.record({ kind: fc.constant('wrap' as const), at: fc.nat(40), length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('unwrap' as const), at: fc.nat(10) }),
);

test('a line of text is what was typed into it, whatever controls come and go', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const model = await loadDocument(undefined);
      insertText(model, both(line(model)), '一二三四五六七八', 'Start');
      let expected = '一二三四五六七八';
      for (const one of steps) {
        const at = 'at' in one ? one.at % (expected.length + 1) : 0;
        switch (one.kind) {
          case 'insert': {
            const extent = partOf(line(model), at, at);
            expect(textOfExtent(insertText(model, both(extent), one.text, 'Start'))).toBe(one.text);
            expected = expected.slice(0, at) + one.text + expected.slice(at);
            break;
          }
          case 'delete': {
            const to = Math.min(expected.length, at + one.length);
            clear(model, partOf(line(model), at, to));
            expected = expected.slice(0, at) + expected.slice(to);
            break;
          }
          case 'wrap': {
            const to = Math.min(expected.length, at + one.length);
            if (to > at) putControlAround(model, partOf(line(model), at, to));
            break;
          }
          case 'unwrap': {
            const control = model.controls[one.at % Math.max(1, model.controls.length)];
            if (control !== undefined) removeControl(model, control, true);
            break;
          }
        }
        expect(textOfExtent(line(model))).toBe(expected);
      }
      const saved = await readDocument(await saveDocument(model));
      expect(saved.paragraphs).toEqual([expected]);
      expect(saved.controls).toHaveLength(model.controls.length);
    }),
    { numRuns: 150 },
  );
});

test('a range keeps its text while others around it change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const model = await loadDocument(undefined);
      insertText(model, both(line(model)), '一二三四五六七八', 'Start');
      const kept = partOf(line(model), 3, 5);
      for (const one of steps) {
        const whole = textOfExtent(line(model));
        const from = whole.indexOf('四五');
        // Only what lies before or behind the range is touched.
        const before = one.at % 2 === 0;
        const room = before ? from : whole.length - from - 2;
        const at = (before ? 0 : from + 2) + (room === 0 ? 0 : one.at % room);
        const end = before ? from : whole.length;
        if (one.kind === 'insert' && at !== from && at !== from + 2)
          insertText(model, both(partOf(line(model), at, at)), one.text, 'Start');
        if (one.kind === 'delete') clear(model, partOf(line(model), at, Math.min(end, at + one.length)));
        if (one.kind === 'wrap' && at < end)
          putControlAround(model, partOf(line(model), at, Math.min(end, at + one.length)));
        if (one.kind === 'unwrap' && model.controls[0] !== undefined) removeControl(model, model.controls[0], true);
        expect(textOfExtent(kept)).toBe('四五');
      }
    }),
    { numRuns: 150 },
  );
});

const place = fc.record({ line: fc.nat(5), at: fc.nat(12) });
const edit = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), from: place, text: fc.stringMatching(/^[甲乙\n]{1,4}$/) }),
  fc.record({ kind: fc.constant('delete' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('wrap' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('unwrap' as const), from: place }),
);

test('several paragraphs are what was typed into them: ends of lines begin one, deletions join two', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 10 }), async (edits) => {
      const model = await loadDocument(undefined);
      insertText(model, both(line(model)), '一二三\n四五六\n\n七八九', 'Start');
      let expected = ['一二三', '四五六', '', '七八九'];
      const lines = () => model.body.all('w:p').map((one) => Extent.inside(one));
      for (const one of edits) {
        const inText = ({ line: index, at }: { line: number; at: number }) => {
          const number = index % expected.length;
          const text = expected[number] ?? '';
          return { number, at: at % (text.length + 1), text };
        };
        const ends = [inText(one.from), inText('to' in one ? one.to : one.from)].sort(
          (a, b) => a.number - b.number || a.at - b.at,
        );
        const [from, to] = ends as [(typeof ends)[0], (typeof ends)[0]];
        const point = (where: typeof from): Extent => {
          const whole = lines()[where.number];
          if (whole === undefined) throw new Error(`no line ${String(where.number)}`);
          return partOf(whole, where.at, where.at);
        };
        const extent = new Extent(point(from).start, point(to).start);
        switch (one.kind) {
          case 'insert': {
            // Within a control in a line there are no paragraphs.
            if (one.text.includes('\n') && placeOf(extent.start.copy(), 'start').parent.name !== 'w:p') break;
            insertText(model, both(extent), one.text, 'Start');
            const text = from.text.slice(0, from.at) + one.text + from.text.slice(from.at);
            expected = [...expected.slice(0, from.number), ...text.split('\n'), ...expected.slice(from.number + 1)];
            break;
          }
          case 'delete': {
            clear(model, extent);
            const text = from.text.slice(0, from.at) + to.text.slice(to.at);
            expected = [...expected.slice(0, from.number), text, ...expected.slice(to.number + 1)];
            break;
          }
          case 'wrap':
            if (from.number === to.number && from.at < to.at) putControlAround(model, extent);
            break;
          case 'unwrap': {
            const control = model.controls[one.from.at % Math.max(1, model.controls.length)];
            if (control !== undefined) removeControl(model, control, true);
            break;
          }
        }
        expect(lines().map(textOfExtent)).toEqual(expected);
      }
      expect((await readDocument(await saveDocument(model))).paragraphs).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('the markup of a range has its text', async () => {
  const model = await loadDocument(undefined);
  insertText(model, both(line(model)), '一二三\n四五六\n\n七八九', 'Start');
  const lines = () => model.body.all('w:p').map((one) => Extent.inside(one));
  for (const [index, from, to] of [
    [0, 1, 3],
    [1, 0, 2],
    [3, 1, 2],
  ] as const) {
    const whole = lines()[index];
    if (whole !== undefined) putControlAround(model, partOf(whole, from, to));
  }
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 2 }), (places) => {
      const points = places.map(({ line: index, at }) => {
        const whole = lines()[index % 4];
        if (whole === undefined) throw new Error('no such line');
        return partOf(whole, at % (textOfExtent(whole).length + 1), at % (textOfExtent(whole).length + 1)).start;
      });
      const [start, end] = points.sort(comparePoints);
      if (start === undefined || end === undefined) throw new Error('no points');
      const extent = new Extent(start, end);
      const body = readFlatOpc(flatOpc(model, extent, model.mainPart))
        .tree('word/document.xml')
        .child('w:body');
      if (body === undefined) throw new Error('no body');
      expect(textOfExtent(Extent.inside(body))).toBe(textOfExtent(extent));
    }),
  );
});

test('a search finds what stands in several runs and controls, once for each place', async () => {
  const model = await loadDocument(undefined);
  const [paragraph] = model.body.all('w:p');
  paragraph?.append(
    ...parseTree(
      '<w:p xmlns:w="x"><w:r><w:t>预算</w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>执行</w:t></w:r></w:sdtContent></w:sdt><w:r><w:br/><w:t>率预算执行</w:t></w:r><w:del><w:r><w:delText>预算</w:delText></w:r></w:del></w:p>',
    ).elements.map((one) => one.clone()),
  );
  const find = (text: string, matchCase = false): string[] =>
    search(line(model), text, { matchCase, matchWholeWord: false }).map(textOfExtent);
  expect(find('预算执行')).toEqual(['预算执行', '预算执行']);
  expect(find('执行^l率')).toEqual(['执行\u000b率']);
  expect(find('决算')).toEqual([]);
  expect(() => find('长'.repeat(256))).toThrow('too long');
});
