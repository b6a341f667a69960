import { packFileText, readPackFile } from '../../../src/core/scheme/pack-file.ts';
import { cases } from '../support/cases.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';

/* Pack files as somebody wrote them who meant well, and as somebody who did not. */

interface Case {
  readonly 说明: string;
  /** Fields of the first indicator, and of a second one. */
  readonly 改: Readonly<Record<string, unknown>>;
  readonly 再加?: Readonly<Record<string, unknown>>;
  /** How often `决算数 + ` stands in the formula. */
  readonly 公式重复?: number;
  readonly 错误: readonly string[];
}

const SCHEME = schemeOf([indicatorOf('预算完成率', PROPORTIONAL, { measure: COMPLETION })]);

function problemsOf(text: string): readonly string[] {
  const read = readPackFile(text);
  return read.kind === 'problems' ? read.problems : [];
}

test.each(cases<Case>(__dirname, 'pack-mistakes.json'))(
  '$说明',
  ({ 改: changed, 再加: more, 公式重复: times, 错误 }) => {
    const [indicator] = SCHEME.indicators;
    const measure =
      times === undefined
        ? {}
        : { measure: { ...(changed.measure as object), formula: `${'决算数 + '.repeat(times)}1` } };
    const indicators = [
      { ...indicator, ...changed, ...measure },
      ...(more === undefined ? [] : [{ ...indicator, ...more }]),
    ];
    expect(problemsOf(JSON.stringify({ ...SCHEME, indicators }))).toEqual(
      错误.map((said) => expect.stringContaining(said) as string),
    );
  },
);

test('a text that is no JSON says where, and one that nests without end is refused', () => {
  const text = packFileText(SCHEME);
  expect(problemsOf(text.replace('"total": "5",', '"total": "5"'))).toEqual([
    expect.stringMatching(/^不是有效的JSON文件（第\d+行第\d+个字附近有错）。请检查括号、引号和逗号。$/),
  ]);
  expect(problemsOf('')).toEqual(['不是有效的JSON文件。请检查括号、引号和逗号。']);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(problemsOf(deep)).toEqual(['嵌套的层数太多，不是指标体系。']);
  expect(problemsOf(text.replace('"某文件"', deep))).toEqual(['嵌套的层数太多，不是指标体系。']);
});

test('a name that every object has is a name like any other; a prototype in the file is an unknown field', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const scheme = schemeOf(names.map((name) => indicatorOf(name, PROPORTIONAL, { measure: COMPLETION })));
  expect(readPackFile(packFileText(scheme))).toEqual({ kind: 'scheme', scheme });
  const hostile = packFileText(SCHEME).replace('"path":', '"__proto__": { "weight": "99" }, "path":');
  expect(problemsOf(hostile)).toEqual([expect.stringContaining('没有“__proto__”这样的字段')]);
});
