import { readCarriedData } from '../../src/hosts/files/docx/read-carried-data.ts';
import { readControls, readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport, phrase, words as fixed } from '../hosts/files/docx/fixture.ts';
import { all, child, open, parse, reportOf, type Node } from '../hosts/files/docx/package.ts';
import { wordForEachTest } from './support/one-word.ts';
import { base64, control, documentWith, line, words } from './support/word-parts.ts';
import type { RunningWord } from './word/start-word.ts';

const start = wordForEachTest();
let report: Uint8Array;

beforeAll(async () => {
  report = await writeDocx(fixtureReport());
});

type Place = 'Replace' | 'Start' | 'End';

function insert(word: RunningWord, file: Uint8Array, place: Place): Promise<void> {
  return word.frame.evaluate(
    ([bytes, where]) =>
      Word.run(async (context) => {
        context.document.body.insertFileFromBase64(bytes, where);
        await context.sync();
      }),
    [base64(file), place] as const,
  );
}

/** The styles by name, with the numbers of the lists that they and the paragraphs name. */
async function shape(bytes: Uint8Array) {
  const parts = await open(bytes);
  const styles = all(parse(parts.get('word/styles.xml')), 'w:style');
  const nameOf = (style: Node): string => child(style, 'w:name').attributes['w:val'] ?? '';
  const body = child(parse(parts.get('word/document.xml')), 'w:body');
  const numbering = parts.get('word/numbering.xml');
  return { parts, styles, nameOf, body, numbering: numbering === undefined ? undefined : parse(numbering) };
}

it('keeps the text and the controls of an inserted file, and loses its page, its footers and its data', async () => {
  const word = await start();
  await insert(word, report, 'Replace');
  const saved = await word.save();
  const [before, after] = [await readDocument(report), await readDocument(saved)];
  // The paragraph that the document had stands behind what was put in.
  expect(after.paragraphs).toEqual([...before.paragraphs, '']);
  expect(after.controls).toEqual(before.controls);
  expect(await readCarriedData(saved)).toBeUndefined();
  const { parts, body } = await shape(saved);
  expect([...parts.keys()].filter((name) => /footer|header|customXml/.test(name))).toEqual([]);
  expect(all(body, 'w:sectPr')).toHaveLength(1);
  expect(child(body, 'w:sectPr', 'w:pgMar').attributes['w:left']).toBe('1800');
  expect(all(body, 'w:footerReference')).toEqual([]);
});

it('brings the styles and lists along, but leaves those of the document as they are', async () => {
  const own = [...(await open(await documentWith('<w:p/>'))).entries()];
  const styles = new Map(own).get('word/styles.xml') ?? '';
  const mine =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="Heading 1"/><w:rPr><w:sz w:val="99"/></w:rPr></w:style>';
  const body = line('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', words('甲'));
  const numbering =
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
  const relationships = new Map(own).get('word/_rels/document.xml.rels') ?? '';
  const types = new Map(own).get('[Content_Types].xml') ?? '';
  const word = await start({
    document: await documentWith(body, {
      'word/styles.xml': styles.replace('</w:styles>', `${mine}</w:styles>`),
      'word/numbering.xml': numbering,
      'word/_rels/document.xml.rels': relationships.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
      ),
      '[Content_Types].xml': types.replace(
        '</Types>',
        '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
      ),
    }),
  });
  await insert(word, report, 'End');
  await insert(word, report, 'End');
  const { styles: all_, nameOf, body: text, numbering: lists } = await shape(await word.save());
  const names = all_.map(nameOf);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const heading = all_.find((style) => nameOf(style) === 'Heading 1');
  expect(child(heading, 'w:rPr', 'w:sz').attributes['w:val']).toBe('99');
  const used = new Set(all(text, 'w:pStyle').map(({ attributes }) => attributes['w:val']));
  const known = new Set(all_.map(({ attributes }) => attributes['w:styleId']));
  expect([...used].filter((id) => !known.has(id))).toEqual([]);
  expect(used).toContain('1');
  expect(names).toContain('表格文字');
  const numbers = lists === undefined ? [] : all(lists, 'w:num').map(({ attributes }) => attributes['w:numId']);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(2);
  const asked = [...all(text, 'w:numId'), ...all_.flatMap((style) => all(style, 'w:numId'))];
  expect(asked.filter(({ attributes }) => !numbers.includes(attributes['w:val']))).toEqual([]);
  // Both insertions count for themselves, and neither goes on with the list of the document.
  const first = all(text, 'w:numId').map(({ attributes }) => attributes['w:val']);
  expect(first.filter((number) => number === '1')).toHaveLength(1);
});

it('gives other numbers to controls that are there twice', async () => {
  const word = await start({ document: report });
  await insert(word, report, 'End');
  const ids = word.controls().map(({ id }) => id);
  expect(ids).toHaveLength(2 * (await readControls(report)).length);
  expect(new Set(ids).size).toBe(ids.length);
});

it('puts an empty paragraph before a table that comes first, and forgets the tag of the control it is put into', async () => {
  const table = `<w:tbl><w:tblPr/><w:tr><w:tc>${line(control('格', words('1')))}</w:tc></w:tr></w:tbl>${line(words('后'))}`;
  const file = await documentWith(table);
  const word = await start({ document: await documentWith(line(words('前')) + control('章', line(words('旧')))) });
  const found = await word.frame.evaluate(
    (bytes) =>
      Word.run(async (context) => {
        const section = context.document.contentControls.getByTag('章').getFirst();
        section.load('id,title');
        section.insertFileFromBase64(bytes, 'Replace');
        await context.sync();
        section.load('tag,title');
        await context.sync();
        return [section.tag, section.title];
      }),
    base64(file),
  );
  expect(found).toEqual(['', '章的来源']);
  expect(word.controls().map(({ tag, text }) => [tag, text])).toEqual([
    ['', '\n1\n后\n'],
    ['格', '1'],
  ]);
});

it('puts a file behind a range, before the next paragraph', async () => {
  const word = await start({
    document: await documentWith(['甲', '乙', '丙'].map((text) => line(words(text))).join('')),
  });
  const file = await writeDocx(reportOf({ kind: 'paragraph', content: [fixed('新'), phrase('词', '1')] }));
  await word.frame.evaluate(
    (bytes) =>
      Word.run(async (context) => {
        const { paragraphs } = context.document.body;
        paragraphs.load('items');
        await context.sync();
        const [first, second, third] = paragraphs.items;
        first?.getRange('Whole').insertFileFromBase64(bytes, 'After');
        second
          ?.getRange('Whole')
          .expandTo(third?.getRange('Whole') ?? second.getRange())
          .insertFileFromBase64(bytes, 'Replace');
        await context.sync();
      }),
    base64(file),
  );
  expect(word.paragraphs().filter((text) => text !== '')).toEqual(['甲', '新1', '新1']);
});

it('gives the text as markup and takes it again', async () => {
  const word = await start({ document: report });
  const markup = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const whole = context.document.body.getOoxml();
      const one = context.document.contentControls.getByTag('附件号').getFirst().getOoxml();
      const part = context.document.body.paragraphs.getFirst().search('本稿').getFirst().getOoxml();
      await context.sync();
      return [whole.value, one.value, part.value];
    }),
  );
  const [whole = '', one = '', part = ''] = markup;
  const mainOf = (xml: string): Node =>
    child(
      all(parse(xml), 'pkg:part').find(({ attributes }) => attributes['pkg:name'] === '/word/document.xml'),
      'pkg:xmlData',
      'w:document',
      'w:body',
    );
  expect(all(parse(whole), 'pkg:part').map(({ attributes }) => attributes['pkg:name'])).toEqual([
    '/_rels/.rels',
    '/word/_rels/document.xml.rels',
    '/word/document.xml',
    '/word/styles.xml',
    '/word/numbering.xml',
  ]);
  expect(whole).not.toContain('urn:jixiao:report');
  expect(all(mainOf(one), 'w:tag').map(({ attributes }) => attributes['w:val'])).toEqual(['附件号']);
  expect(all(mainOf(part), 'w:t').map(({ text }) => text)).toEqual(['本稿']);
  const other = await start();
  await other.frame.evaluate(
    (xml) =>
      Word.run(async (context) => {
        context.document.body.insertOoxml(xml, 'Replace');
        await context.sync();
      }),
    whole,
  );
  const [before, after] = [await readDocument(report), await readDocument(await other.save())];
  expect(after).toEqual({ ...before, paragraphs: [...before.paragraphs, ''] });
});

it('takes pictures and links along, in a file and in markup', async () => {
  const parts = new Map([...(await open(await documentWith('<w:p/>'))).entries()]);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const picture = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="rId8"/></w:pict></w:r>';
  const file = await documentWith(line(`<w:hyperlink r:id="rId9">${words('链接')}</w:hyperlink>`, picture), {
    'word/media/image1.png': 'picture',
    'word/_rels/document.xml.rels': (parts.get('word/_rels/document.xml.rels') ?? '').replace(
      '</Relationships>',
      `<Relationship Id="rId8" Type="${office}/image" Target="media/image1.png"/><Relationship Id="rId9" Type="${office}/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></Relationships>`,
    ),
  });
  const word = await start();
  await insert(word, file, 'Replace');
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml();
      await context.sync();
      context.document.body.insertOoxml(xml.value, 'End');
      await context.sync();
    }),
  );
  const { parts: saved, body } = await shape(await word.save());
  const related = all(parse(saved.get('word/_rels/document.xml.rels')), 'Relationship');
  const targetOf = (node: Node): string | undefined =>
    related.find(({ attributes }) => attributes.Id === node.attributes['r:id'])?.attributes.Target;
  expect(all(body, 'w:hyperlink').map(targetOf)).toEqual(Array(2).fill('https://example.org/a?b=1&c=2'));
  expect(all(body, 'v:imagedata').map(targetOf)).toEqual(['/word/media/image1.png', '/word/media/image2.png']);
  expect([saved.get('word/media/image1.png'), saved.get('word/media/image2.png')]).toEqual(['picture', 'picture']);
  expect(saved.get('[Content_Types].xml')).toContain('Extension="png"');
});
