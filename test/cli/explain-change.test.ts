import { fileOf, jixiao } from '../support/command-line.ts';
import { sample } from '../support/project.ts';

test('explain ends with what would raise the score, and has it as data', async () => {
  const input = await fileOf(sample());
  const { out } = await jixiao('explain', input, '预算完成率');
  expect(out.split('\n').at(-1)).toBe(
    '  提高得分：若财政拨款决算数在12月31日前再支出19530.64元（达到2421243.00元），得分由4.9分提高到满分5.0分。',
  );
  const json = await jixiao('explain', input, '预算完成率', '--json');
  expect(JSON.parse(json.out)).toMatchObject({
    whatIf: {
      kind: 'reachable',
      options: [{ key: '财政拨款.决算数', source: ['执行!D8'], next: { by: '19530.64', score: '5.0' } }],
    },
  });
});

test('--change tells which points move', async () => {
  const { code, out } = await jixiao('explain', await fileOf(sample()), '--change', '财政拨款.决算数=+1%', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    key: '财政拨款.决算数',
    before: { value: '2401712.36', source: ['执行!D8'] },
    after: { value: '2425729.48' },
    indicators: [{ name: '预算完成率', score: { before: '4.9', after: '5.0', change: '0.1' } }],
    total: { before: '99.0', after: '99.1', change: '0.1' },
  });
});

test.each(['财政拨款.决算数', '财政拨款.决算数=1', '财政拨款.决算=+1%'])('--change %s is refused', async (change) => {
  const { code, err } = await jixiao('explain', await fileOf(sample()), '--change', change);
  expect([code, err.length]).toEqual([2, 1]);
  expect(err[0]).toContain('财政拨款.决算');
});
