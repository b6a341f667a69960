import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, ancestors, child, open, parse, words } from '../hosts/files/docx/package.ts';
import { folder, jixiao } from '../support/command-line.ts';
import { SAMPLE } from '../support/project.ts';
import { convert, output, requirePrograms } from './libreoffice.ts';

let sample: Printed;
let blank: Printed;

interface Printed {
  readonly docx: string;
  readonly pdf: string;
  /** The text of the pages without any space. */
  readonly text: string;
  readonly pages: number;
}

beforeAll(async () => {
  await requirePrograms();
  const place = await folder();
  const form = join(place, 'form.xlsx');
  await jixiao('new', '--out', form);
  const files = [join(place, 'sample.docx'), join(place, 'blank.docx')];
  await jixiao('evaluate', SAMPLE, '--report', files[0] ?? '');
  await jixiao('evaluate', form, '--report', files[1] ?? '');
  await convert(files, 'pdf', place);
  sample = await printed(files[0] ?? '');
  blank = await printed(files[1] ?? '');
}, 300_000);

async function printed(docx: string): Promise<Printed> {
  const pdf = docx.replace('.docx', '.pdf');
  const text = await output('pdftotext', [pdf, '-']);
  const pages = Number(/Pages:\s+(\d+)/.exec(await output('pdfinfo', [pdf]))?.[1]);
  return { docx, pdf, text: text.replace(/\s+/g, ''), pages };
}

test('the report prints on a handful of A4 pages, each with its number', async () => {
  expect(sample.pages).toBeGreaterThanOrEqual(5);
  expect(sample.pages).toBeLessThanOrEqual(12);
  expect(await output('pdfinfo', [sample.pdf])).toMatch(/Page size:\s+595\.\d* x 841\.\d* pts \(A4\)/);
  for (let page = 1; page <= sample.pages; page++) {
    const text = await output('pdftotext', ['-f', String(page), '-l', String(page), sample.pdf, '-']);
    expect(text.replace(/\s+/g, '')).toContain(`—${String(page)}—`);
  }
});

test('the outline of the model report, in its order', () => {
  const headings = [
    ...['一、部门基本情况', '（一）', '（二）', '（三）', '（四）', '（五）'],
    ...['二、绩效自评情况', '（一）自评结论', '（二）履职效能分析', '（三）管理效率分析'],
    ...['三、存在的主要问题', '四、下一步改进措施', '广州市越秀区科学技术协会', '2024年3月15日'],
  ];
  let at = 0;
  for (const heading of headings) {
    const found = sample.text.indexOf(heading, at);
    expect([heading, found]).toEqual([heading, expect.any(Number)]);
    expect(found).toBeGreaterThanOrEqual(at);
    at = found + heading.length;
  }
});

test.each([
  ...[
    '240.27万元',
    '240.35万元',
    '240.17万元',
    '199.41万元',
    '83.03%',
    '40.76万元',
    '16.97%',
    '244.57万元',
    '0.18万元',
  ],
  ...['预算完成率98.20%', '支出率99.22%', '预算完成率扣0.1分', '一般公共预算支出年度平均执行率扣0.4分'],
  ...['绩效目标合理性扣0.3分', '绩效监控和绩效评价开展情况扣0.2分', '总得分99分', '公务员4名，辅助人员1名'],
  ...[
    '664场',
    '6131名',
    '60417小时',
    '181条',
    '超过188690次',
    '1100多份',
    '348份',
    '近70所学校',
    '20名',
    '2名入选市级',
  ],
])('the pages say %s', (words) => {
  expect(sample.text).toContain(words);
});

test('nothing is left to fill in for the sample, much for the blank form', () => {
  expect(sample.text).not.toContain('待补充');
  expect(sample.text).not.toMatch(/undefined|NaN|缺数据/);
  expect(blank.pages).toBeGreaterThan(1);
  expect(blank.text).toContain('待补充');
  expect(blank.text).toContain('四、下一步改进措施');
  expect(blank.text).not.toMatch(/undefined|NaN|null/);
});

test.each(['sample', 'blank'])(
  '%s: every digit of the text stands in a control whose title names its source',
  async (name) => {
    const { docx } = name === 'sample' ? sample : blank;
    const body = child(parse((await open(new Uint8Array(readFileSync(docx)))).get('word/document.xml')), 'w:body');
    const withDigits = all(body, 'w:t').filter(({ text }) => /\d/.test(text));
    const untold = withDigits.filter((run) => {
      const control = ancestors(run).find((node) => node.name === 'w:sdt');
      return control === undefined || (child(control, 'w:sdtPr', 'w:alias').attributes['w:val'] ?? '') === '';
    });
    expect(untold.map(words)).toEqual([]);
    if (name === 'sample') expect(withDigits.length).toBeGreaterThan(60);
  },
);
