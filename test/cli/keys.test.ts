import { evaluated, fileOf, jixiao } from '../support/command-line.ts';
import { sample } from '../support/project.ts';

interface Key {
  readonly key: string;
  readonly kind: 'fact' | 'phrase';
  readonly display: string;
  readonly unit: string;
  readonly basis: string;
  readonly source: string;
}

async function keysOf(): Promise<ReadonlyMap<string, Key>> {
  const { code, out, err } = await jixiao('keys', await fileOf(sample()), '--json');
  expect([code, err]).toEqual([0, []]);
  const { keys } = JSON.parse(out) as { readonly keys: readonly Key[] };
  const names = keys.map(({ key }) => key);
  expect(new Set(names).size).toBe(names.length);
  return new Map(keys.map((key) => [key.key, key]));
}

test('every fact of the evaluation may be used, as it stands in the report', async () => {
  const keys = await keysOf();
  const { facts } = await evaluated(sample());
  for (const [key, { display, unit, basis }] of Object.entries(facts)) {
    expect(keys.get(key)).toMatchObject({ kind: 'fact', display, unit, basis });
  }
  expect(keys.get('财政拨款.决算数')).toEqual({
    key: '财政拨款.决算数',
    kind: 'fact',
    display: '240.17万元',
    unit: '元',
    basis: '财政拨款',
    source: '执行!D8',
  });
});

test('so may the words of the draft, with what they were made from', async () => {
  const keys = await keysOf();
  expect(keys.get('自评.得分')).toMatchObject({ kind: 'phrase', display: '99分' });
  expect(keys.get('扣分.绩效目标合理性')).toMatchObject({ kind: 'phrase', display: '扣0.3分' });
  expect(keys.get('决算数比全年预算数')).toMatchObject({ display: '比全年预算减少4.40万元' });
  for (const { display, source } of keys.values()) expect([display, source]).not.toContain('');
});

test('as a table: names in braces, as they are written into a template; long texts by their beginning', async () => {
  const { code, out } = await jixiao('keys', await fileOf(sample()));
  expect(code).toBe(0);
  expect(out).toMatch(/^数据\n名称 +内容 +来源\n/);
  expect(out).toMatch(/\{财政拨款\.决算数\} +240\.17万元 +执行!D8/);
  expect(out).toMatch(/报告用语\n名称/);
  expect(out).toContain('…');
});

test('a workbook that is none, and too many of them', async () => {
  expect(await jixiao('keys')).toMatchObject({ code: 2, out: '' });
  expect((await jixiao('keys', 'a.xlsx', 'b.xlsx')).err.join('')).toContain('多余的参数“b.xlsx”');
  expect(await jixiao('keys', await fileOf('text'))).toMatchObject({ code: 2, out: '' });
});
