import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { convert, output, requirePrograms } from './libreoffice.ts';

let folder = '';
let text = '';
let info = '';

beforeAll(async () => {
  await requirePrograms();
  folder = await mkdtemp(join(tmpdir(), 'jixiao-report-'));
  const report = join(folder, 'report.docx');
  await run(['evaluate', 'assets/sample.xlsx', '--report', report], { out: () => undefined, err: () => undefined });
  await convert([report], 'pdf', folder);
  const pdf = join(folder, 'report.pdf');
  text = (await output('pdftotext', ['-layout', pdf, '-'])).replace(/\s+/g, '');
  info = await output('pdfinfo', [pdf]);
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the pages are A4 and as many as such a report has', () => {
  expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  expect(pages).toBeGreaterThanOrEqual(5);
  expect(pages).toBeLessThanOrEqual(12);
});

test('the outline stands in its order, numbered by Word', () => {
  const headings = [
    '一、部门基本情况',
    '（一）部门职能',
    '（二）年度总体工作和重点工作任务',
    '（三）部门整体支出绩效目标',
    '（四）部门整体收支情况',
    '（五）部门整体绩效管理情况',
    '二、绩效自评情况',
    '（一）自评结论',
    '（二）履职效能分析',
    '（三）管理效率分析',
    '三、存在的主要问题',
    '四、下一步改进措施',
  ];
  const places = headings.map((heading) => text.indexOf(heading));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([
  '240.27万元',
  '240.35万元',
  '240.17万元',
  '199.41万元',
  '83.03%',
  '40.76万元',
  '16.97%',
  '244.57万元',
  '98.20%',
  '99.22%',
  '其他资金0.18万元',
  '扣0.1分',
  '扣0.4分',
  '扣0.3分',
  '扣0.2分',
  '总得分99分',
  '近70所学校',
  '1100多份作品',
  '348份',
  '664场',
  '6131名志愿者',
  '60417小时',
  '181条',
  '超过188690次',
])('the report says %s', (words) => {
  expect(text).toContain(words);
});

test('nothing is left to fill in', () => {
  expect(text).not.toContain('待补充');
});
