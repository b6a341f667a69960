import { spawnSync } from 'node:child_process';
import { evaluated, folder, jixiao, type Json } from '../support/command-line.ts';
import { sheetInTenThousands, typed } from '../support/edits.ts';
import { builtCommand, ROOT, SAMPLE, sample } from '../support/project.ts';

let before: Json & { readonly code: number };

beforeAll(async () => {
  before = await evaluated(sample());
});

const indicator = (json: Json, name: string): Json['indicators'][number] | undefined =>
  json.indicators.find((each) => each.name === name);

test.each([
  ['年初预算数', '2402700.00', '240.27万元'],
  ['决算数', '2403498.86', '240.35万元'],
  ['财政拨款.决算数', '2401712.36', '240.17万元'],
  ['其他资金.决算数', '1786.50', '0.18万元'],
  ['财政拨款.基本支出.决算数', '1994108.53', '199.41万元'],
  ['财政拨款.基本支出.占比', '83.03', '83.03%'],
  ['财政拨款.项目支出.决算数', '407603.83', '40.76万元'],
  ['财政拨款.项目支出.占比', '16.97', '16.97%'],
  ['财政拨款.全年预算数', '2445700.00', '244.57万元'],
  ['预算完成率', '98.20', '98.20%'],
  ['项目.科普活动.支出率', '99.22', '99.22%'],
  ['人员.公务员', '4', '4名'],
  ['人员.辅助人员', '1', '1名'],
  ['产出.科普志愿服务活动.实际值', '664', '科普志愿服务活动664场'],
  ['产出.参与志愿者.实际值', '6131', '6131名志愿者'],
  ['产出.志愿服务时长.实际值', '60417', '60417小时'],
  ['产出.公众号推文.实际值', '181', '推文181条'],
  ['产出.累计阅读量.实际值', '188690', '超过188690次'],
  ['产出.参赛作品.实际值', '1100', '1100多份作品'],
  ['产出.获奖作品.实际值', '348', '348份优秀作品'],
  ['产出.参赛学校.实际值', '70', '近70所学校'],
  ['产出.最美科技工作者.实际值', '20', '优秀典型20名'],
  ['产出.市级最美科技工作者.实际值', '2', '2名入选市级“最美科技工作者”'],
])('%s is %s, shown as %s', (key, value, display) => {
  expect(before.facts[key]).toMatchObject({ value, display });
});

test.each([
  ['预算完成率', '5.0', '98.20', '4.9', '0.1', 'scored'],
  ['一般公共预算支出年度平均执行率', '5.0', '91.68', '4.6', '0.4', 'scored'],
  ['绩效目标合理性', '5.0', null, '4.7', '0.3', 'manual'],
  ['绩效监控和绩效评价开展情况', '5.0', null, '4.8', '0.2', 'manual'],
])('%s', (name, weight, value, score, deduction, status) => {
  expect(indicator(before, name)).toMatchObject({ weight, value, score, deduction, status });
  expect(indicator(before, name)?.reason).not.toBe('');
});

test('everything else has full marks; the total is 99.0 of 100', () => {
  const lost = before.indicators.filter(({ deduction }) => deduction !== '0.0').map(({ name }) => name);
  expect(lost).toHaveLength(4);
  expect(before.total).toEqual({ weight: '100.0', score: '99.0', deduction: '1.0' });
  expect(before).toMatchObject({ code: 0, department: '广州市越秀区科学技术协会', year: '2023' });
});

test('the only remark is that the scheme was not verified', () => {
  expect(before.findings.map(({ code, severity }) => [code, severity])).toEqual([['scheme-unverified', 'info']]);
});

/** What differs between two results: facts, indicators and totals by name. */
function changes(after: Json): Record<string, string> {
  const told: Record<string, string> = {};
  for (const key of new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])) {
    const now = after.facts[key]?.value ?? '';
    if (now !== (before.facts[key]?.value ?? '')) told[key] = now;
  }
  for (const { name, score } of before.indicators) {
    const now = indicator(after, name)?.score;
    if (now !== score) told[`得分 ${name}`] = now ?? '';
  }
  if (after.total.score !== before.total.score) told.总分 = after.total.score ?? '';
  return told;
}

const ofCodes = (json: Json, ...codes: string[]): string[] =>
  json.findings.filter(({ code }) => codes.includes(code)).flatMap(({ cells }) => cells);

/** Keys with these endings follow from the cell that was edited; the others must not move. */
const onlyThese = (told: Record<string, string>, pattern: RegExp): string[] =>
  Object.keys(told).filter((key) => !pattern.test(key));

test('a project that spent less: its rates, the totals, the completion rate; the months no longer add up', async () => {
  const after = await evaluated(await typed(sample(), { '执行!D7': 307603.83, '执行!E7': 307603.83 }));
  const told = changes(after);
  expect(told).toMatchObject({
    '项目.科普活动.决算数': '307603.83',
    '项目.科普活动.支出率': '74.88',
    '财政拨款.决算数': '2301712.36',
    决算数: '2303498.86',
    预算完成率: '94.11',
    '得分 预算完成率': '4.7',
    总分: '98.8',
  });
  expect(onlyThese(told, /决算数|占比|支出率|预算完成率|总分/)).toEqual([]);
  expect(after.code).toBe(1);
  expect(ofCodes(after, 'parts-differ')).toEqual(expect.arrayContaining(['执行!E8', '月度执行!M5']));
});

test('basic expenditure', async () => {
  const told = changes(await evaluated(await typed(sample(), { '执行!D5': 2034900, '执行!E5': 2034900 })));
  expect(told).toMatchObject({
    '财政拨款.基本支出.支出率': '100.00',
    '财政拨款.决算数': '2442503.83',
    预算完成率: '99.87',
  });
  expect(onlyThese(told, /决算数|占比|支出率|预算完成率|总分/)).toEqual([]);
});

test('the adjusted budget', async () => {
  const told = changes(await evaluated(await typed(sample(), { '预算!G5': 2234900 })));
  expect(told).toMatchObject({
    '财政拨款.全年预算数': '2645700.00',
    全年预算数: '2647486.50',
    预算完成率: '90.78',
    '得分 预算完成率': '4.5',
    总分: '98.6',
  });
  expect(onlyThese(told, /全年预算数|支出率|预算完成率|总分/)).toEqual([]);
});

test('the initial budget moves no rate that is measured on the adjusted one', async () => {
  const told = changes(await evaluated(await typed(sample(), { '预算!D5': 2000000 })));
  expect(told).toEqual({
    年初预算数: '2410700.00',
    '财政拨款.年初预算数': '2410700.00',
    '基本支出.年初预算数': '2000000.00',
    '财政拨款.基本支出.年初预算数': '2000000.00',
  });
});

test('one month of payments', async () => {
  const told = changes(await evaluated(await typed(sample(), { '月度执行!D5': 606918.72 })));
  expect(told).toEqual({
    '一般公共预算.3月.累计支出数': '606918.72',
    一般公共预算支出年度平均执行率: '92.32',
  });
});

test('all months on schedule: full marks for the average', async () => {
  const cells = Object.fromEntries('BCDEFGHIJKLM'.split('').map((column) => [`月度执行!${column}4`, 2400000] as const));
  const paid = Object.fromEntries(
    'BCDEFGHIJKLM'.split('').map((column, index) => [`月度执行!${column}5`, 200000 * (index + 1)] as const),
  );
  const after = await evaluated(await typed(sample(), { ...cells, ...paid }));
  expect(indicator(after, '一般公共预算支出年度平均执行率')).toMatchObject({
    value: '100.00',
    score: '5.0',
    reason: '',
  });
  expect(after.total.score).toBe('99.4');
});

test('an output below its target', async () => {
  const after = await evaluated(await typed(sample(), { '工作任务!G7': 599 }));
  expect(changes(after)).toEqual({
    '产出.科普志愿服务活动.实际值': '599',
    '产出.科普志愿服务活动.完成率': '99.83',
    '任务.服务公民科学素质提升.完成率': '87.50',
    '得分 服务公民科学素质提升任务完成率': '13.1',
    总分: '97.1',
  });
  expect(ofCodes(after, 'target-missed')).toEqual(['工作任务!G7', '工作任务!F7']);
});

test('a count that people only read about', async () => {
  const after = await evaluated(await typed(sample(), { '工作任务!G9': 70000 }));
  expect(changes(after)).toEqual({ '产出.志愿服务时长.实际值': '70000', '产出.志愿服务时长.完成率': '127.27' });
  expect(after.facts['产出.志愿服务时长.实际值']?.display).toBe('70000小时');
});

test('the number of staff', async () => {
  const after = await evaluated(await typed(sample(), { '基本信息!B12': 5 }));
  expect(changes(after)).toEqual({ '人员.公务员': '5' });
});

test('a word of the department', async () => {
  const after = await evaluated(await typed(sample(), { '基本信息!B4': '某区文学艺术界联合会' }));
  expect(changes(after)).toEqual({ 部门名称: '某区文学艺术界联合会' });
  expect(after.department).toBe('某区文学艺术界联合会');
});

test("a person's score", async () => {
  const after = await evaluated(await typed(sample(), { '自评打分!D18': 4.5 }));
  const told = changes(after);
  expect(Object.values(told)).toEqual(['4.5', expect.stringMatching(/^98\.[78]$/)]);
  expect(after.code).toBe(0);
});

test('a checklist point that is not met', async () => {
  const after = await evaluated(await typed(sample(), { '自评打分!D4': '否' }));
  expect(changes(after)).toEqual({ '得分 资金使用合规性': '3.0', 总分: '97.0' });
  expect(indicator(after, '资金使用合规性')?.reason).toContain('资金支出符合国家财经法规和财务管理制度');
});

test.each(['预算', '执行', '收入', '月度执行'])('%s in 万元 instead of 元 changes nothing', async (name) => {
  const after = await evaluated(await sheetInTenThousands(sample(), name));
  expect(changes(after)).toEqual({});
  const others = after.findings.filter(({ code }) => code !== 'formula-stale').map(({ code }) => code);
  expect(others).toEqual(['scheme-unverified']);
});

test('only the unit changed, not the amounts: the contradiction to the other sheets is an error', async () => {
  const after = await evaluated(await typed(sample(), { '预算!I2': '单位：万元' }));
  expect(after.facts.年初预算数?.value).toBe('24027000000.00');
  expect(after.code).toBe(1);
  const found = after.findings.find(({ code }) => code === 'unit-suspected');
  expect(found?.cells.map((cell) => cell.split('!')[0])).toContain('预算');
  expect(found?.message).toContain('请核对两处的金额单位是否写错');
});

test('the table for people says the same', async () => {
  const { code, out, err } = await jixiao('evaluate', SAMPLE);
  expect(code).toBe(0);
  expect(err).toEqual([]);
  expect(out).toMatch(/预算完成率\s+5\.0\s+98\.20%\s+4\.9\s+0\.1/);
  expect(out).toMatch(/合计\s+100\.0\s+99\.0\s+1\.0/);
  expect(out).toContain('未与正式文件核对');
});

test('the built command gives the same as the source', async () => {
  const place = await folder();
  const result = spawnSync(process.execPath, [builtCommand(), 'evaluate', SAMPLE, '--json'], {
    cwd: place,
    encoding: 'utf8',
  });
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
  expect((JSON.parse(result.stdout) as Json).total).toEqual(before.total);
  const bad = spawnSync(process.execPath, [builtCommand(), 'evaluate', 'no.xlsx'], { cwd: ROOT, encoding: 'utf8' });
  expect([bad.status, bad.stdout]).toEqual([2, '']);
  expect(bad.stderr).toContain('no.xlsx：没有这个文件');
});
