import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { readControls } from '../../src/hosts/files/docx/read-document.ts';
import { folder, jixiao } from '../support/command-line.ts';
import { ROOT, SAMPLE } from '../support/project.ts';
import { convert, output, requirePrograms } from './libreoffice.ts';

beforeAll(requirePrograms);

test('the shipped template, as it is and as LibreOffice saves it, is filled and prints', async () => {
  const place = await folder();
  const saved = join(place, 'saved');
  await mkdir(saved);
  const own = join(ROOT, 'assets', 'template.docx');
  await convert([own], 'docx', saved);
  for (const [name, template] of [
    ['own', own],
    ['saved', join(saved, 'template.docx')],
  ] as const) {
    const report = join(place, `${name}.docx`);
    const { code, err } = await jixiao('evaluate', SAMPLE, '--template', template, '--report', report);
    expect([code, err]).toEqual([0, []]);
    await convert([report], 'pdf', place);
    const text = (await output('pdftotext', [join(place, `${name}.pdf`), '-'])).replace(/\s+/g, '');
    expect(text).toContain(
      '2023年度，广州市越秀区科学技术协会收入240.35万元，支出240.35万元，比年初预算增加0.08万元。',
    );
    expect(text).not.toMatch(/[{}]/);
    const bytes = new Uint8Array(await readFile(report));
    const { phrases = [], hashMatches } = (await readCarriedData(bytes)) ?? {};
    expect(hashMatches).toBe(true);
    expect((await readControls(bytes)).map(({ tag }) => tag)).toEqual(phrases.map(({ tag }) => tag));
  }
}, 300_000);
