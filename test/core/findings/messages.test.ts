import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, isUnusable, severityOf, type Finding, type FindingCode } from '../../../src/core/findings/finding.ts';
import { messageOf, SEVERITY_NAMES } from '../../../src/core/texts/finding-texts.ts';

/** Every code with the names of its parameters, as its declaration has them. */
function declared(): readonly { code: FindingCode; params: readonly string[] }[] {
  const source = readFileSync(join(__dirname, '../../../src/core/findings/finding.ts'), 'utf8');
  const body = /interface FindingParams \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  return [...body.matchAll(/'([a-z-]+)': \{([^}]*)\}/g)].map(([, code = '', fields = '']) => ({
    code: code as FindingCode,
    params: [...fields.matchAll(/(\w+):/g)].map(([, name = '']) => name),
  }));
}

const CODES = declared();

function made(code: FindingCode, params: Readonly<Record<string, string>>): Finding {
  return finding(code, params as never, []);
}

test('the declaration was read', () => {
  expect(CODES.length).toBeGreaterThan(30);
  expect(CODES.every(({ params }) => params.length > 0)).toBe(true);
});

test.each(CODES)('$code says everything it was told', ({ code, params }) => {
  const words = Object.fromEntries(params.map((name) => [name, `〈${name}〉`]));
  const message = messageOf(made(code, words));
  for (const word of Object.values(words)) expect(message).toContain(word);
  expect(message).toMatch(/。$/);
  expect(message).not.toMatch(/undefined|null|\[object|。。/);
});

test.each(CODES)('$code reads as a sentence whatever it is told, and never fails', ({ code, params }) => {
  const text = fc.string({ unit: fc.constantFrom('预', '1', '“', '{', '$&', '。', ' ') });
  fc.assert(
    fc.property(fc.array(text, { minLength: params.length, maxLength: params.length }), (values) => {
      const words = Object.fromEntries(params.map((name, index) => [name, values[index] ?? '']));
      expect(messageOf(made(code, words)).length).toBeGreaterThan(8);
    }),
    { numRuns: 20 },
  );
});

test.each(CODES)('$code has a severity that has a name, and only errors can stop a run', ({ code, params }) => {
  const found = made(code, Object.fromEntries(params.map((name) => [name, 'x'])));
  expect(SEVERITY_NAMES[severityOf(found)]).toMatch(/^(错误|提醒|提示)$/);
  if (isUnusable(found)) expect(severityOf(found)).toBe('error');
});

test('the place stands in front, neighbours joined', () => {
  const cells = [1, 2, 3].map((column) => ({ sheet: '执行', row: 4, column }));
  const message = messageOf(finding('cell-error', { error: '#REF!', header: '决算数' }, cells));
  expect(message).toBe('执行!B5:D5：“决算数”的公式出错，显示#REF!。请修正公式或直接填写数值。');
});
