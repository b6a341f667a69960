import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport } from '../hosts/files/docx/fixture.ts';
import { compare } from '../hosts/files/xlsx/support/packages.ts';
import { wordForEachTest } from './support/one-word.ts';

const start = wordForEachTest();
let report: Uint8Array;
let base64: string;

beforeAll(async () => {
  report = await writeDocx(fixtureReport());
  base64 = Buffer.from(report).toString('base64');
});

it('saves a document that was not touched as it was, part by part', async () => {
  const word = await start({ document: report });
  const ooxml = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml();
      const { paragraphs, contentControls } = context.document.body;
      paragraphs.load('text');
      contentControls.load('items/tag,items/text');
      await context.sync();
      return { xml: xml.value, paragraphs: paragraphs.items.length, controls: contentControls.items.length };
    }),
  );
  const found = await readDocument(report);
  expect(ooxml.paragraphs).toBe(found.paragraphs.length);
  expect(ooxml.controls).toBe(found.controls.length);
  expect(ooxml.xml).toContain('<pkg:package');
  expect(word.log.roundTrips).toHaveLength(1);
  const saved = await word.save();
  expect(await compare(report, saved)).toEqual({ changed: [], added: [], removed: [] });
  expect(await readDocument(saved)).toEqual(found);
  expect(await readCarriedData(saved)).toEqual(await readCarriedData(report));
  expect(word.errors).toEqual([]);
});

it('puts a report into an empty document', async () => {
  const word = await start();
  const round = await word.frame.evaluate(
    (file) =>
      Word.run(async (context) => {
        const range = context.document.body.insertFileFromBase64(file, 'Replace');
        const controls = context.document.contentControls.getByTag('附件号');
        controls.load('items/tag,items/text,items/title,items/id');
        await context.sync();
        const [control] = controls.items;
        const written = control?.insertText('九', 'Replace');
        written?.load('text');
        range.load('isEmpty');
        await context.sync();
        return { id: control?.id, text: written?.text, title: control?.title, isEmpty: range.isEmpty };
      }),
    base64,
  );
  const before = await readDocument(report);
  expect(round.text).toBe('九');
  expect(round.isEmpty).toBe(false);
  const saved = await word.save();
  const after = await readDocument(saved);
  expect(after.controls.map(({ tag }) => tag)).toEqual(before.controls.map(({ tag }) => tag));
  expect(after.controls[0]?.text).toBe('九');
  expect(after.paragraphs).toHaveLength(before.paragraphs.length + 1);
  expect(word.errors).toEqual([]);
});
