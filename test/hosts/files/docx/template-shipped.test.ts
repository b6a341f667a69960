import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateReport } from '../../../../assets/template-report.ts';
import { loopKeys } from '../../../../src/core/report/template/loop-keys.ts';
import { templateContent, type TemplateContent } from '../../../../src/core/report/template/template-content.ts';
import { templateKeys } from '../../../../src/core/report/template-keys.ts';
import { readCarriedData } from '../../../../src/hosts/files/docx/read-carried-data.ts';
import { readControls, readDocument } from '../../../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { draftedFile, ledgerFiles, type LedgerFile } from '../../../core/support/ledger-files.ts';
import { ROOT } from '../../../support/project.ts';
import { contentOf, filled } from './template-docx.ts';

/** The template that shows how, as it ships. */
const SHIPPED = new Uint8Array(readFileSync(join(ROOT, 'assets', 'template.docx')));

const FILES = ledgerFiles().map((file) => [file.name, file] as const);

function contentOfFile(file: LedgerFile): TemplateContent {
  const { ledger, evaluation } = draftedFile(file);
  return templateContent(ledger, evaluation.scorecard, evaluation.facts);
}

test('is what its data say; made by `npm run template`', async () => {
  expect(Buffer.from(SHIPPED).equals(Buffer.from(await writeDocx(templateReport())))).toBe(true);
});

test.each(FILES)('serves %s', async (_, file) => {
  const bytes = await filled(SHIPPED, contentOfFile(file));
  const { paragraphs } = await readDocument(bytes);
  const text = paragraphs.join('\n');
  expect(text).not.toMatch(/[{}]|undefined|，，|。。|、。/);
  const data = await readCarriedData(bytes);
  expect(data?.hashMatches).toBe(true);
  expect((await readControls(bytes)).map(({ tag, text: words }) => [tag, words])).toEqual(
    data?.phrases.map(({ tag, text: words }) => [tag, words]),
  );
});

test('reads like this for the sample', async () => {
  const { paragraphs } = await readDocument(await filled(SHIPPED, await contentOf()));
  expect(paragraphs.slice(0, 4)).toEqual([
    '附件4',
    '2023年度广州市越秀区科学技术协会\n整体支出绩效自评报告',
    '部门概况',
    '主要职能和机构设置',
  ]);
  expect(paragraphs.find((text) => text.startsWith('2023年度，'))).toBe(
    '2023年度，广州市越秀区科学技术协会收入240.35万元，支出240.35万元，比年初预算增加0.08万元。支出中，基本支出199.59万元，占83.04%；项目支出40.76万元，占16.96%。全年预算244.75万元，支出率98.20%。',
  );
  // A section of the draft does not speak of a table that the template has not.
  expect(paragraphs.find((text) => text.startsWith('经自评'))).toBe(
    '经自评，总得分99分，满分100分，共扣1分；其中履职效能得60分，管理效率得39分。',
  );
});

test('a name that one workbook gives is known with another of the same scheme, though it may be a mark there', async () => {
  const [full, poor] = [await contentOf(), ledgerFiles().find(({ name }) => name.includes('数据不全'))];
  if (poor === undefined) throw new Error('no such ledger');
  const content = contentOfFile(poor);
  // Names of a department's own are not another's.
  const ofOwn = /(?:^|\.)(?:项目|产出|任务|人员|工作任务)\.|^指标体系\.|服务/u;
  const unknown = full.names.filter((name) => !ofOwn.test(name) && content.root.words(name) === undefined);
  expect(unknown).toEqual([]);
});

test.each(FILES)('what stands for a name is never empty: %s', (_, file) => {
  const { ledger, evaluation } = draftedFile(file);
  const content = templateContent(ledger, evaluation.scorecard, evaluation.facts);
  const said = (name: string): string =>
    (content.root.words(name)?.lines ?? []).map((line) => line.map(({ text }) => text).join('')).join('\n');
  const keys = templateKeys(ledger, evaluation.scorecard, evaluation.facts);
  expect(keys.filter(({ key }) => said(key) === '').map(({ key }) => key)).toEqual([]);
  expect(content.names.filter((name) => said(name) === '')).toEqual([]);
  const loops = loopKeys(content);
  for (const loop of [...loops, ...loops.flatMap((outer) => outer.loops)]) {
    if (loop.rounds > 0) expect(loop.fields.filter(({ example }) => example === '')).toEqual([]);
  }
});
