import { OutlineNumbering, type OutlineLevel } from '../../../../src/hosts/files/docx/numbering-part.ts';
import { all, child, parse, type Node } from './package.ts';

/** Numbers headings as Word does: lists of one definition count on together, a list's override counts once, deeper levels restart. */
function shown(numbering: Node, headings: readonly (readonly [OutlineLevel, number])[]): number[] {
  const counters = [0, 0, 0];
  const used = new Set<string>();
  const overrides = new Map(
    all(numbering, 'w:num').map((node) => [
      Number(node.attributes['w:numId']),
      all(node, 'w:lvlOverride').map((override) => ({
        level: Number(override.attributes['w:ilvl']),
        start: Number(child(override, 'w:startOverride').attributes['w:val']),
      })),
    ]),
  );
  return headings.map(([level, list]) => {
    const at = level - 1;
    const override = overrides.get(list)?.find((candidate) => candidate.level === at);
    const key = `${String(list)}/${String(at)}`;
    counters[at] = override !== undefined && !used.has(key) ? override.start : (counters[at] ?? 0) + 1;
    used.add(key);
    counters.fill(0, at + 1);
    return counters[at];
  });
}

test.each<[string, readonly (readonly [OutlineLevel, number])[], readonly number[]]>([
  [
    'a regular outline needs one list',
    [
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
      [1, 2],
      [2, 1],
      [3, 1],
    ],
    [1, 1, 1, 1, 1, 1, 1, 1],
  ],
  [
    'a gap starts a list that its later siblings go on with',
    [
      [1, 1],
      [2, 1],
      [2, 4],
      [2, 5],
      [3, 1],
      [1, 2],
      [2, 1],
    ],
    [1, 1, 2, 2, 2, 1, 1],
  ],
  [
    'an outline that does not begin at one',
    [
      [1, 3],
      [2, 1],
      [1, 4],
      [1, 7],
      [3, 2],
    ],
    [2, 2, 2, 3, 4],
  ],
])('%s', (_, headings, lists) => {
  const numbering = new OutlineNumbering();
  const placed = headings.map(([level, number]) => [level, numbering.place(level, number)] as const);
  expect(placed.map(([, list]) => list)).toEqual(lists);
  expect(shown(parse(numbering.part()), placed)).toEqual(headings.map(([, number]) => number));
});

test('the levels read 一、 （一） 1. with nothing after them and belong to the heading styles', () => {
  const levels = all(parse(new OutlineNumbering().part()), 'w:lvl');
  const property = (name: string): (string | undefined)[] =>
    levels.map((level) => child(level, name).attributes['w:val']);
  expect(property('w:lvlText')).toEqual(['%1、', '（%2）', '%3.']);
  expect(property('w:numFmt')).toEqual(['chineseCountingThousand', 'chineseCountingThousand', 'decimal']);
  expect(property('w:suff')).toEqual(['nothing', 'nothing', 'nothing']);
  expect(property('w:pStyle')).toEqual(['Heading1', 'Heading2', 'Heading3']);
});
