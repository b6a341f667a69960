import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readControls } from '../../src/hosts/files/docx/read-document.ts';
import { open, pack, withPart } from '../hosts/files/docx/package.ts';
import { fileOf, filesIn, folder, jixiao } from '../support/command-line.ts';
import { typed } from '../support/edits.ts';
import { SAMPLE, sample } from '../support/project.ts';

interface Refreshed {
  readonly counts: Readonly<Record<'same' | 'dataChanged' | 'textEdited' | 'sourceMissing', number>>;
  readonly links: readonly {
    readonly tag: string;
    readonly state: string;
    readonly current: string;
    readonly fresh: string | null;
    readonly updated: boolean;
  }[];
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

let report: Uint8Array;
/** The sample after a person changed an amount in it. */
let changed: string;

beforeAll(async () => {
  const path = join(await folder(), 'report.docx');
  await jixiao('evaluate', SAMPLE, '--report', path);
  report = new Uint8Array(await readFile(path));
  const { facts } = JSON.parse((await jixiao('evaluate', SAMPLE, '--json')).out) as {
    facts: Record<string, { value: string; source: string[] }>;
  };
  const cell = facts['财政拨款.决算数']?.source[0] ?? '';
  changed = await fileOf(await typed(sample(), { [cell]: Number(facts['财政拨款.决算数']?.value) - 10_000 }));
});

const reportFile = (bytes = report): Promise<string> => fileOf(bytes, 'report.docx');

async function refreshed(
  file: string,
  workbook: string,
  ...more: readonly string[]
): Promise<Refreshed & { code: number }> {
  const { code, out, err } = await jixiao('refresh', file, '--workbook', workbook, '--json', ...more);
  expect(err).toEqual([]);
  return { code, ...(JSON.parse(out) as Refreshed) };
}

test('a report that was just made says what its workbook says', async () => {
  const { code, counts, findings } = await refreshed(await reportFile(), SAMPLE);
  expect([code, findings]).toEqual([0, []]);
  expect(counts).toEqual({ same: counts.same, dataChanged: 0, textEdited: 0, sourceMissing: 0 });
  expect(counts.same).toBeGreaterThan(200);
});

test('changed data is told as an error, and updated into a new file; the old one stays', async () => {
  const file = await reportFile();
  const found = await refreshed(file, changed);
  expect(found.code).toBe(1);
  expect(found.findings.map(({ code }) => code)).toContain('phrases-stale');
  expect(found.counts.dataChanged).toBeGreaterThan(3);
  const out = `${file}.new.docx`;
  const updated = await refreshed(file, changed, '--out', out);
  expect(updated.links.filter((link) => link.updated)).toHaveLength(found.counts.dataChanged);
  expect(new Uint8Array(await readFile(file))).toEqual(report);
  const after = await refreshed(out, changed);
  expect([after.code, after.counts.dataChanged]).toEqual([0, 0]);
});

test('words that a person edited are kept, unless all are asked for', async () => {
  const edited = await withPart(report, 'word/document.xml', (xml) => xml.replace(/>240\.17万元</, '>约240万元<'));
  const file = await reportFile(edited);
  const out = `${file}.new.docx`;
  const kept = await refreshed(file, changed, '--update', 'changed', '--out', out);
  expect(kept.counts.textEdited).toBe(1);
  // Its own figure is as it was: there is nothing to tell but that it was edited.
  expect(kept.findings).toEqual([]);
  const texts = async (): Promise<readonly string[]> =>
    (await readControls(new Uint8Array(await readFile(out)))).map(({ text }) => text);
  expect(await texts()).toContain('约240万元');
  await refreshed(file, changed, '--update', 'all', '--out', out);
  expect(await texts()).not.toContain('约240万元');
});

test('定稿 and back: the links are gone, and then there again', async () => {
  const file = await reportFile();
  const final = `${file}.final.docx`;
  const back = `${file}.back.docx`;
  expect((await jixiao('freeze', file, '--out', final)).out).toContain('已定稿');
  expect(await readControls(new Uint8Array(await readFile(final)))).toEqual([]);
  const refused = await jixiao('refresh', final, '--workbook', SAMPLE);
  expect([refused.code, refused.err[0]]).toEqual([2, expect.stringContaining('已经定稿')]);
  expect((await jixiao('freeze', final, '--undo', '--out', back)).code).toBe(0);
  const { code, counts } = await refreshed(back, SAMPLE);
  expect([code, counts.dataChanged + counts.textEdited + counts.sourceMissing]).toEqual([0, 0]);
});

test('a final report with something left to fill in is told', async () => {
  const gap = await withPart(report, 'customXml/item1.xml', (xml) => xml.replace('kind="phrase"', 'kind="todo"'));
  const file = await reportFile(gap);
  const { code, out } = await jixiao('freeze', file, '--out', `${file}.final.docx`, '--json');
  expect(code).toBe(1);
  expect((JSON.parse(out) as Refreshed).findings.map((found) => found.code)).toEqual(['final-incomplete']);
});

describe('what cannot be used', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['no report', ['refresh', '--workbook', SAMPLE], '请写明报告'],
    ['no workbook', ['refresh', 'report.docx'], '--workbook'],
    ['an update without a place', ['refresh', 'report.docx', '--workbook', SAMPLE, '--update', 'all'], '--out'],
    ['an unknown update', ['refresh', 'r.docx', '--workbook', SAMPLE, '--update', 'some', '--out', 'a.docx'], 'some'],
    ['a place that is no document', ['refresh', 'r.docx', '--workbook', SAMPLE, '--out', 'a.xlsx'], '.docx'],
    ['no such report', ['refresh', 'nowhere.docx', '--workbook', SAMPLE], 'nowhere.docx：没有这个文件'],
    ['a workbook as report', ['refresh', SAMPLE, '--workbook', SAMPLE], '不是Word文档'],
    ['freeze without a place', ['freeze', 'report.docx'], '--out'],
    ['freeze of no report', ['freeze', '--out', 'a.docx'], '请写明报告'],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await jixiao(...args);
    expect([code, out, err.length]).toEqual([2, '', 1]);
    expect(err[0]).toContain(message);
  });

  test('a document that is no report of ours: nothing is written', async () => {
    const parts = await open(report);
    parts.delete('customXml/item1.xml');
    parts.set(
      'word/document.xml',
      (parts.get('word/document.xml') ?? '').replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content)?>/gs, ''),
    );
    const file = await reportFile(await pack(parts));
    const refresh = await jixiao('refresh', file, '--workbook', SAMPLE, '--out', `${file}.docx`);
    expect([refresh.code, refresh.err[0]]).toEqual([2, expect.stringContaining('没有与工作簿关联的内容')]);
    const freeze = await jixiao('freeze', file, '--out', `${file}.docx`);
    expect([freeze.code, freeze.err[0]]).toEqual([2, expect.stringContaining('没有写出任何文件')]);
    const undo = await jixiao('freeze', file, '--undo', '--out', `${file}.docx`);
    expect([undo.code, undo.err[0]]).toEqual([2, expect.stringContaining('没有写出任何文件')]);
    expect(await filesIn(join(file, '..'))).toEqual(['report.docx']);
  });

  test('a report on another year is not compared', async () => {
    const other = await withPart(report, 'customXml/item1.xml', (xml) => xml.replace(/year="\d+"/, 'year="2019"'));
    const { code, err } = await jixiao('refresh', await reportFile(other), '--workbook', SAMPLE);
    expect([code, err[0]]).toEqual([2, expect.stringContaining('2019年度')]);
  });

  test('a damaged document, and one with a signature', async () => {
    const damaged = await fileOf(report.slice(0, report.length - 300), 'report.docx');
    expect((await jixiao('refresh', damaged, '--workbook', SAMPLE)).err[0]).toContain('已损坏');
    const parts = await open(report);
    parts.set('_xmlsignatures/sig1.xml', '<Signature/>');
    const signed = await reportFile(await pack(parts));
    const { code, err } = await jixiao('freeze', signed, '--out', `${signed}.docx`);
    expect([code, err[0]]).toEqual([2, expect.stringContaining('数字签名')]);
    const unusable = join(await folder(), 'w.xlsx');
    await writeFile(unusable, 'text');
    expect((await jixiao('refresh', await reportFile(), '--workbook', unusable)).code).toBe(2);
  });
});
