import fc from 'fast-check';
import type { FoundControl } from '../../../src/core/links/found-control.ts';
import { controlsToFreeze, missingControls, placeFrozen } from '../../../src/core/links/freeze-controls.ts';

/** Paragraphs with a control around each piece that has a tag. */
function documentOf(lines: readonly (readonly { readonly text: string; readonly tag?: string | undefined }[])[]) {
  const controls: FoundControl[] = [];
  const paragraphs = lines.map((line, paragraph) => {
    let text = '';
    for (const piece of line) {
      if (piece.tag !== undefined)
        controls.push({
          tag: piece.tag,
          title: '',
          text: piece.text,
          paragraph,
          offset: text.length,
          locked: false,
        });
      text += piece.text;
    }
    return text;
  });
  const phrases = controls.map(({ tag, text }) => ({ id: tag, tag, kind: 'phrase' as const, text, source: '' }));
  return { paragraphs, controls, carried: { year: '', department: '', facts: [], phrases } };
}

const frozenOf = ({ controls, paragraphs, carried }: ReturnType<typeof documentOf>) =>
  controlsToFreeze(controls, paragraphs, carried);

const SAMPLE = [
  [{ text: '第一节', tag: '章节.problems' }],
  [{ text: '支出' }, { text: '12', tag: '甲' }, { text: '万元，比12万元增长' }, { text: '3%', tag: '乙' }],
  [{ text: '5.00', tag: '丙' }],
  [{ text: '5.00', tag: '丁' }],
];

test('every control goes back where it was', () => {
  const all = documentOf(SAMPLE);
  const { placed, lost } = placeFrozen(frozenOf(all), all.paragraphs);
  expect(lost).toEqual([]);
  expect(placed.map(({ tag, paragraph, offset }) => [tag, paragraph, offset])).toEqual([
    ['章节.problems', 0, 0],
    ['甲', 1, 2],
    ['乙', 1, 14],
    ['丙', 2, 0],
    ['丁', 3, 0],
  ]);
});

test('it follows paragraphs that moved down, cells too', () => {
  const all = documentOf(SAMPLE);
  const { placed, lost } = placeFrozen(frozenOf(all), ['新的一段', '又一段', ...all.paragraphs]);
  expect(lost).toEqual([]);
  expect(placed.map(({ paragraph }) => paragraph)).toEqual([2, 3, 3, 4, 5]);
});

test('words that are gone are told, and never placed on others that read alike', () => {
  const all = documentOf(SAMPLE);
  const changed = [...all.paragraphs];
  changed[2] = '4.00';
  const { placed, lost } = placeFrozen(frozenOf(all), changed);
  expect(lost.map(({ tag }) => tag)).toEqual(['丙']);
  expect(placed.map(({ tag }) => tag)).toEqual(['章节.problems', '甲', '乙', '丁']);
});

test('wherever they are placed, the words stand', () => {
  const piece = fc.record({
    text: fc.string({ unit: fc.constantFrom('甲', '1', '2', '%'), minLength: 1, maxLength: 4 }),
    tag: fc.option(fc.constantFrom('子', '丑', '寅'), { nil: undefined }),
  });
  const lines = fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const all = documentOf(before);
      const { paragraphs } = documentOf(after);
      const frozen = frozenOf(all);
      const { placed, lost } = placeFrozen(frozen, paragraphs);
      expect(placed.length + lost.length).toBe(frozen.length);
      for (const { paragraph, offset, text } of placed)
        expect(paragraphs[paragraph]?.slice(offset, offset + text.length)).toBe(text);
      expect(placeFrozen(frozen, all.paragraphs).lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('controls that still stand are not missing, each counted once', () => {
  const all = documentOf(SAMPLE);
  const frozen = frozenOf(all);
  expect(missingControls(frozen, all.controls)).toEqual([]);
  expect(missingControls([...frozen, ...frozen], all.controls)).toEqual(frozen);
  expect(missingControls(frozen, [])).toEqual(frozen);
});
