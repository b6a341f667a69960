import { readControls, readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport } from '../hosts/files/docx/fixture.ts';
import { compare } from '../hosts/files/xlsx/support/packages.ts';
import { wordForEachTest } from './support/one-word.ts';
import { control, documentWith, line, words } from './support/word-parts.ts';

const start = wordForEachTest();
let report: Uint8Array;

beforeAll(async () => {
  report = await writeDocx(fixtureReport());
});

it('goes from paragraph to paragraph, and knows their styles and lists', async () => {
  const word = await start({ document: report });
  const found = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { paragraphs } = context.document.body;
      paragraphs.load('items/text,items/style,items/styleBuiltIn,items/isListItem');
      await context.sync();
      const [heading] = paragraphs.items.filter(({ styleBuiltIn }) => styleBuiltIn === 'Heading1');
      if (heading === undefined) throw new Error('no heading');
      const next = heading.getNext();
      const before = heading.getPreviousOrNullObject();
      const first = paragraphs.getFirst().getPreviousOrNullObject();
      const last = paragraphs.getLast();
      next.load('text,style,isListItem');
      before.load('text');
      first.load('text');
      last.load('isLastParagraph');
      await context.sync();
      return {
        heading: [heading.text, heading.style, heading.isListItem],
        next: [next.text, next.style],
        before: before.text,
        first: first.isNullObject,
        last: last.isLastParagraph,
        styles: [...new Set(paragraphs.items.map(({ style }) => style))].slice(0, 4),
      };
    }),
  );
  expect(found).toEqual({
    heading: ['部门基本情况', 'heading 1', true],
    next: ['部门职能与机构设置', 'heading 2'],
    before: '云溪县全民阅读促进中心\u000b2023年度部门整体支出\u000b绩效自评报告',
    first: true,
    last: true,
    styles: ['起草提示', '附件标识', 'Title', 'heading 1'],
  });
  expect(await compare(report, await word.save())).toEqual({ changed: [], added: [], removed: [] });
});

it('loads lists within lists', async () => {
  const text = line(control('外', control('内', words('1')))) + line(words('无'));
  const word = await start({ document: await documentWith(text) });
  const found = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { body } = context.document;
      body.paragraphs.load('items/text,items/contentControls/items/tag');
      body.load('text,contentControls/tag');
      await context.sync();
      return [
        body.paragraphs.items.map(({ text, contentControls }) => [text, contentControls.items.map(({ tag }) => tag)]),
        body.contentControls.items.map(({ tag }) => tag),
      ];
    }),
  );
  expect(found).toEqual([
    [
      ['1', ['外', '内']],
      ['无', []],
    ],
    ['外', '内'],
  ]);
  expect(word.log.roundTrips).toHaveLength(1);
});

it('takes out paragraphs and ranges over several of them', async () => {
  const text = ['甲甲', '乙乙', '丙丙', '丁丁', '戊戊'];
  const word = await start({ document: await documentWith(text.map((one) => line(words(one))).join('')) });
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { paragraphs } = context.document.body;
      paragraphs.load('items');
      await context.sync();
      const [first, second, third, fourth, fifth] = paragraphs.items;
      first?.delete();
      const from = second?.search('乙').getFirst().getRange('End');
      const to = third?.search('丙').getFirst().getRange('End');
      if (from === undefined || to === undefined) throw new Error('not found');
      from.expandTo(to).delete();
      fourth?.getRange('Content').clear();
      fifth?.delete();
      await context.sync();
    }),
  );
  // The last paragraph of a document cannot be taken out: its text can.
  expect(word.paragraphs()).toEqual(['乙丙', '', '']);
});

it('compares and cuts ranges', async () => {
  const word = await start({ document: await documentWith(line(words('一二三四五六'), control('数', words('七八')))) });
  const told = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { body } = context.document;
      const [one, two, three] = ['一二三', '二三四', '六七'].map((text) => body.search(text).getFirst());
      if (one === undefined || two === undefined || three === undefined) throw new Error('not found');
      const both = one.intersectWith(two);
      const none = one.intersectWithOrNullObject(three);
      const wide = one.expandTo(three);
      const relation = one.compareLocationWith(two);
      const far = one.compareLocationWith(three);
      both.load('text');
      none.load('text');
      wide.load('text');
      const controls = wide.contentControls;
      controls.load('items/tag');
      await context.sync();
      return [both.text, none.isNullObject, wide.text, relation.value, far.value, controls.items.map(({ tag }) => tag)];
    }),
  );
  expect(told).toEqual(['二三', true, '一二三四五六七', 'OverlapsBefore', 'Before', ['数']]);
});

it('reads and writes cells of a table by their place', async () => {
  const cell = (text: string): string => `<w:tc>${line(words(text))}</w:tc>`;
  const table = `<w:tbl><w:tblPr/><w:tr>${cell('项目')}${cell('金额')}</w:tr><w:tr>${cell('公用')}<w:tc>${line(control('格', words('1')))}</w:tc></w:tr></w:tbl>`;
  const word = await start({ document: await documentWith(line(words('前')) + table + line(words('后'))) });
  const told = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const table = context.document.body.tables.getFirst();
      table.rows.load('items/values,items/cellCount,items/isHeader');
      const cell = table.getCell(1, 0);
      cell.value = '公用<经费>';
      const missing = table.getCellOrNullObject(5, 5);
      const before = table.getParagraphBefore();
      const after = table.getParagraphAfter();
      before.load('text');
      after.load('text');
      table.getCell(1, 1).body.contentControls.getFirst().insertText('2', 'Replace');
      cell.load('value,rowIndex,cellIndex');
      await context.sync();
      return [
        cell.value,
        cell.cellIndex,
        missing.isNullObject,
        before.text,
        after.text,
        table.rows.items.map(({ values, cellCount }) => [values, cellCount]),
      ];
    }),
  );
  expect(told).toEqual([
    '公用<经费>',
    0,
    true,
    '前',
    '后',
    [
      [[['项目', '金额']], 2],
      [[['公用', '1']], 2],
    ],
  ]);
  expect((await readDocument(await word.save())).paragraphs).toEqual(['前', '项目', '金额', '公用<经费>', '2', '后']);
});

it('lists rich text controls only, in headers too, as Word did before WordApi 1.5', async () => {
  const word = await start({
    document: await documentWith(
      line(control('富', words('1')), control('纯', words('2'), '<w:text/>'), control('日', words('3'), '<w:date/>')),
    ),
  });
  const tags = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const header = context.document.sections.getFirst().getHeader('Primary');
      header.insertText('页眉', 'Start').insertContentControl().tag = '眉';
      const all = context.document.contentControls;
      const inBody = context.document.body.contentControls;
      all.load('items/tag');
      inBody.load('items/tag');
      await context.sync();
      return [all, inBody].map(({ items }) => items.map(({ tag }) => tag));
    }),
  );
  expect(tags).toEqual([['富', '眉'], ['富']]);
  expect((await readControls(await word.save())).map(({ tag }) => tag)).toEqual(['富', '纯', '日']);
});

it('marks words and takes the mark away', async () => {
  const word = await start({ document: await documentWith(line(words('请补充活动名称。'))) });
  const colours = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const range = context.document.body.search('活动').getFirst();
      range.font.highlightColor = '#FFFF00';
      range.font.bold = true;
      range.font.load('highlightColor,bold');
      const { font } = context.document.body;
      font.load('bold');
      await context.sync();
      return [range.font.highlightColor, range.font.bold, font.bold];
    }),
  );
  expect(colours).toEqual(['#FFFF00', true, null]);
  expect(word.model.body.all('w:highlight')).toHaveLength(1);
  expect(word.text()).toBe('请补充活动名称。');
});

it('knows of a copied control that it has the same tag and another number', async () => {
  const word = await start({
    document: await documentWith(line(control('数', words('1'))) + line(words('又见'), words('处'))),
  });
  word.copyControl('数', { paragraph: 1, start: 2 });
  word.deleteParagraph(0);
  expect(word.paragraphs()).toEqual(['又见1处']);
  const found = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const controls = context.document.contentControls.getByTag('数');
      controls.load('items/id,items/text');
      await context.sync();
      return controls.items.map(({ text }) => text);
    }),
  );
  expect(found).toEqual(['1']);
});

it('empties the whole text, but for one paragraph', async () => {
  const word = await start({ document: report });
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.body.clear();
      await context.sync();
    }),
  );
  expect(word.paragraphs()).toEqual(['']);
  const { changed, removed } = await compare(report, await word.save());
  expect([changed, removed]).toEqual([['word/document.xml'], []]);
});

it('is saved or not', async () => {
  const word = await start({ document: report });
  const states = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { document } = context;
      const seen: boolean[] = [];
      const look = async (): Promise<void> => {
        document.load('saved');
        await context.sync();
        seen.push(document.saved);
      };
      await look();
      document.body.insertText('改', 'End');
      await look();
      document.save();
      await look();
      document.properties.load('title,author');
      await context.sync();
      return [seen, document.properties.title];
    }),
  );
  expect(states).toEqual([[true, false, true], fixtureReport().title]);
});
