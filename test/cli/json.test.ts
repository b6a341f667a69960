import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluated, fileOf, jixiao } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import { xlsxOf } from '../support/plain-xlsx.ts';
import { ROOT, SAMPLE_DATA, sample } from '../support/project.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Every number of a value, with its path. */
function numbersIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

test('every number of the result is a decimal string', async () => {
  const json = await evaluated(sample());
  expect(numbersIn({ ...json, code: '' })).toEqual([]);
  for (const [key, { value, unit }] of Object.entries(json.facts)) {
    if (unit === '') continue;
    expect([key, value]).toEqual([
      key,
      expect.stringMatching(unit === '元' || unit === '%' ? /^-?\d+\.\d\d$/ : DECIMAL),
    ]);
  }
  for (const { weight, score, deduction } of json.indicators) {
    for (const number of [weight, score, deduction]) expect(number).toMatch(/^\d+\.\d$/);
  }
});

test('the shapes of the contract', async () => {
  const json = await evaluated(sample());
  expect(json.facts['财政拨款.决算数']).toEqual({
    value: '2401712.36',
    unit: '元',
    display: '240.17万元',
    basis: '财政拨款',
    source: ['执行!D8'],
  });
  expect(json.facts.预算完成率).toMatchObject({ unit: '%', basis: '财政拨款；决算数 ÷ 全年预算数' });
  expect(json.indicators.find(({ name }) => name === '预算完成率')).toMatchObject({
    path: ['管理效率', '资金管理'],
    unit: '%',
    status: 'scored',
    source: ['执行!D8', '预算!G8'],
  });
  for (const found of json.findings) {
    expect(Object.keys(found).sort()).toEqual(['cells', 'code', 'message', 'severity']);
    expect(['error', 'warning', 'info']).toContain(found.severity);
  }
  for (const { status } of json.indicators) expect(['scored', 'manual', 'missing', 'not-applicable']).toContain(status);
});

test('standard output holds the JSON alone, also when files are written', async () => {
  const input = await fileOf(sample());
  const { out, err } = await jixiao('evaluate', input, '--json', '--out', `${input}.xlsx`);
  expect(err).toEqual([]);
  expect(out.startsWith('{') && out.endsWith('}')).toBe(true);
  expect(() => JSON.parse(out) as unknown).not.toThrow();
});

test('what is missing is null and named', async () => {
  const json = await evaluated(
    await xlsxOf({ 表: { rows: ['表 | | 单位：元', '项目 | 年初预算数 | 决算数', '基本支出 | 10 | 9'] } }),
  );
  expect(json).toMatchObject({ code: 1, department: null, year: null, total: { score: null, deduction: null } });
  const rate = json.indicators.find(({ name }) => name === '预算完成率');
  expect(rate).toMatchObject({ status: 'missing', value: null, score: null, deduction: null });
  const found = json.findings.filter(({ code }) => code === 'value-missing').map(({ message }) => message);
  expect(found.join()).toContain('财政拨款.全年预算数');
});

test('an output without an actual value: its key and the sheet to fill in are named', async () => {
  const json = await evaluated(await typed(sample(), { '工作任务!G7': '', '工作任务!G9': '' }));
  expect(json.code).toBe(1);
  const name = '服务公民科学素质提升任务完成率';
  expect(json.indicators.find((indicator) => indicator.name === name)).toMatchObject({
    status: 'missing',
    score: null,
  });
  const found = json.findings.filter(({ code }) => code === 'value-missing');
  expect(found).toHaveLength(1);
  expect(found[0]?.severity).toBe('error');
  expect(found[0]?.message).toContain(name);
  expect(found[0]?.message).toContain('产出.科普志愿服务活动.实际值、产出.志愿服务时长.实际值');
  expect(found[0]?.message).toContain('工作任务表');
  expect(json.total.score).toBeNull();
});

test('months that are missing in a row are one range; others are named one by one', async () => {
  const message = async (...columns: readonly string[]): Promise<string> => {
    const cells = Object.fromEntries(columns.map((column) => [`月度执行!${column}5`, '']));
    const { findings } = await evaluated(await typed(sample(), cells));
    return findings.find(({ code }) => code === 'value-missing')?.message ?? '';
  };
  const all = await message(...'B C D E F G H I J K L M'.split(' '));
  expect(all).toContain('一般公共预算.1月至12月.累计支出数');
  expect(all).toContain('月度支出进度表');
  expect(all).not.toMatch(/\.(?:2|11)月\./);
  expect(await message('D', 'E', 'F')).toContain('一般公共预算.3月至5月.累计支出数');
  expect(await message('D', 'G')).toContain('一般公共预算.3月.累计支出数、一般公共预算.6月.累计支出数');
});

test('one month with a budget of 0 among others: that month is named, nothing is divided by it', async () => {
  const json = await evaluated(await typed(sample(), { '月度执行!G4': 0 }));
  const rate = json.indicators.find(({ name }) => name === '一般公共预算支出年度平均执行率');
  expect(rate).toMatchObject({ status: 'missing', value: null, score: null });
  const found = json.findings.filter(({ code }) => code === 'value-missing').map(({ message }) => message);
  expect(found).toEqual([expect.stringContaining('一般公共预算.6月.预算数')]);
});

test('0 ÷ 0 is not applicable, not 0% and not 100%', async () => {
  const cells = { '预算!G5': 0, '预算!G7': 0, '执行!D5': 0, '执行!E5': 0, '执行!D7': 0, '执行!E7': 0 };
  const json = await evaluated(await typed(sample(), cells));
  expect(json.facts.预算完成率).toBeUndefined();
  expect(json.indicators.find(({ name }) => name === '预算完成率')).toMatchObject({
    status: 'not-applicable',
    value: null,
    score: '5.0',
  });
});

test('an error among the findings gives exit code 1, a warning does not', async () => {
  const differs = await evaluated(await typed(sample(), { '执行!E5': 1994000 }));
  expect(differs.code).toBe(1);
  expect(differs.findings.find(({ code }) => code === 'parts-differ')?.cells).toContain('执行!E8');
  const over = await evaluated(await typed(sample(), { '预算!H5': 1000 }));
  expect(over.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(over.findings.map(({ code }) => code)).toContain('over-budget');
  expect(over.code).toBe(0);
});

test('lost points without a reason are an error that names the indicator and the cell', async () => {
  const json = await evaluated(await typed(sample(), { '自评打分!E18': '' }));
  expect(json.code).toBe(1);
  expect(json.findings.find(({ code }) => code === 'reason-missing')).toMatchObject({
    severity: 'error',
    message: '自评打分!D18：指标“绩效目标合理性”扣0.3分，但没有写扣分原因。请补充。',
  });
});

test('messages begin with their cells and end as sentences', async () => {
  const cells = { '执行!E5': 1994000, '工作任务!G7': 1, '预算!B7': '科普', '自评打分!A18': '绩效目标合理' };
  const { findings } = await evaluated(await typed(sample(), cells));
  expect(findings.length).toBeGreaterThan(4);
  for (const { message, cells: places } of findings) {
    if (places[0] !== undefined) expect(message.startsWith(places[0])).toBe(true);
    expect(message).toMatch(/。$/);
    expect(message).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test('none of the sample stands in the code', () => {
  const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|json)$/.test(name))
    .map((name) => [name, withoutComments(readFileSync(join(ROOT, 'src', name), 'utf8'))] as const);
  const figures = [
    ...['240.27', '240.35', '240.17', '199.41', '40.76', '244.57', '83.03', '16.97', '98.20', '99.22', '91.68'],
    ...['664', '6131', '60417', '181', '188690', '1100', '348'],
    ...[...readFileSync(SAMPLE_DATA, 'utf8').matchAll(/(?<![\d.])\d{6,}(?:\.\d+)?/g)].map(([figure]) => figure),
  ];
  const found = code.flatMap(([name, text]) => {
    const inFigures = figures.filter((figure) => new RegExp(`(?<![\\d.])${figure}(?![\\d.])`).test(text));
    const inWords = ['科普活动', '科技工作者', '志愿者'].filter((word) => text.includes(word));
    return [...inFigures, ...inWords].map((what) => `${name}: ${what}`);
  });
  expect(figures.length).toBeGreaterThan(40);
  expect(code.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/\s\/\/ .*/g, '');
}
