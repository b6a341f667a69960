import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { writeDocx } from '../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport } from '../hosts/files/docx/fixture.ts';
import { open } from '../hosts/files/docx/package.ts';
import { compare } from '../hosts/files/xlsx/support/packages.ts';
import { wordForEachTest } from './support/one-word.ts';
import { base64, documentWith, line, words } from './support/word-parts.ts';

/** What stands in a document beside its text. */

const start = wordForEachTest();
let report: Uint8Array;

beforeAll(async () => {
  report = await writeDocx(fixtureReport());
});

it('makes the footers that something is written into, and only those', async () => {
  const word = await start({ document: await documentWith(line(words('正文'))) });
  const footer = await documentWith(
    line(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      words('页'),
    ),
  );
  const seen = await start({ document: footer });
  const markup = await seen.frame.evaluate(() =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml();
      await context.sync();
      return xml.value;
    }),
  );
  const texts = await word.frame.evaluate(
    (xml) =>
      Word.run(async (context) => {
        const section = context.document.sections.getFirst();
        const bodies = (['Primary', 'EvenPages'] as const).map((type) => section.getFooter(type));
        for (const body of bodies) {
          body.insertOoxml(xml, 'Replace');
          body.load('text,type');
        }
        const untouched = section.getHeader('FirstPage');
        untouched.load('text');
        await context.sync();
        return [...bodies.map(({ text, type }) => [text, type]), untouched.text];
      }),
    markup,
  );
  expect(texts).toEqual([['页\r', 'Footer'], ['页\r', 'Footer'], '']);
  const saved = await word.save();
  const parts = await open(saved);
  expect([...parts.keys()].filter((name) => /header|footer/.test(name))).toEqual([
    'word/footer1.xml',
    'word/footer2.xml',
  ]);
  expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
  expect(parts.get('word/footer2.xml')).toContain('PAGE');
  // And again: now they are parts of the file.
  await word.openDocument(saved);
  const again = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const body = context.document.sections.getFirst().getFooter('EvenPages');
      body.load('text');
      await context.sync();
      return body.text;
    }),
  );
  expect(again).toBe('页\r');
  expect(await compare(saved, await word.save())).toEqual({ changed: [], added: [], removed: [] });
});

it('carries custom XML parts of the Common API in the file, and takes them out again', async () => {
  const word = await start({ document: report });
  const count = await word.frame.evaluate(async () => {
    const call = <T>(begin: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
      new Promise((resolve, reject) => {
        begin((result) => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
          else reject(new Error(String(result.error.code)));
        });
      });
    const { customXmlParts } = Office.context.document;
    const [old] = await call<Office.CustomXmlPart[]>((done) => {
      customXmlParts.getByNamespaceAsync('urn:jixiao:report:1', done);
    });
    const xml = await call<string>((done) => {
      old?.getXmlAsync(done);
    });
    await call<Office.CustomXmlPart>((done) => {
      customXmlParts.addAsync(xml.replace('year="2023"', 'year="2024"'), done);
    });
    await call((done) => {
      old?.deleteAsync(done);
    });
    return xml.length;
  });
  expect(count).toBeGreaterThan(1000);
  const saved = await word.save();
  expect(await readCarriedData(saved)).toMatchObject({ year: '2024', hashMatches: false });
  const names = [...(await open(saved)).keys()].filter((name) => name.startsWith('customXml/'));
  expect(names).toHaveLength(3);
  await word.openDocument(saved);
  expect(word.model.customXml.parts).toHaveLength(1);
});

it('opens a new document in a window of its own', async () => {
  const word = await start();
  await word.frame.evaluate(
    (file) =>
      Word.run(async (context) => {
        context.application.createDocument(file).open();
        await context.sync();
      }),
    base64(report),
  );
  expect(word.openedDocuments).toEqual([report]);
  expect(word.text()).toBe('');
  const code = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.application.createDocument('bm9uZQ==').open();
      await context.sync();
    }).catch((error: unknown) => (error as OfficeExtension.Error).code),
  );
  expect(code).toBe('InvalidArgument');
});

it('carries the settings of the add-in in the file', async () => {
  const word = await start({ document: report });
  const save = (value: string): Promise<void> =>
    word.frame.evaluate((text) => {
      Office.context.document.settings.set('工作簿', { 名称: text });
      return new Promise<void>((resolve) => {
        Office.context.document.settings.saveAsync(() => {
          resolve();
        });
      });
    }, value);
  await save('预算&"执行".xlsx');
  await save('决算.xlsx');
  const saved = await word.save();
  await word.openDocument(saved);
  await word.reopen();
  const found = await word.frame.evaluate(async () => {
    await Office.onReady();
    return Office.context.document.settings.get('工作簿') as unknown;
  });
  expect(found).toEqual({ 名称: '决算.xlsx' });
  expect(await compare(saved, await word.save())).toEqual({ changed: [], added: [], removed: [] });
  expect((await compare(report, saved)).changed).toEqual(['[Content_Types].xml', '_rels/.rels']);
});
