import { readControls, readDocument } from '../../src/hosts/files/docx/read-document.ts';
import { wordForEachTest } from './support/one-word.ts';
import { control, documentWith, line, words } from './support/word-parts.ts';

const start = wordForEachTest();

const TABLE = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/>${line(words('项目'))}</w:tc><w:tc>${line(words('金额'))}</w:tc></w:tr><w:tr><w:tc>${line(words('办公费'))}</w:tc><w:tc>${line(control('格', words('12.50')))}</w:tc></w:tr></w:tbl>`;

const REPORT = [
  line(words('一、总体情况')),
  line(
    words('全年支出'),
    control('外', `${words('共')}${control('内', '<w:r><w:rPr><w:b/></w:rPr><w:t>100</w:t></w:r>')}${words('万元')}`),
    words('。'),
  ),
  TABLE,
  control('段', line(words('第一段')) + line(words('第二段'))),
  line(words('结尾')),
].join('');

it('tells what stands in the text: controls within controls, in cells and around paragraphs', async () => {
  const word = await start({ document: await documentWith(REPORT) });
  const told = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { body, contentControls } = context.document;
      body.load('text,type');
      contentControls.load('items/tag,items/text,items/title,items/cannotEdit,items/appearance,items/subtype');
      body.paragraphs.load('text,tableNestingLevel,isListItem');
      body.tables.load('values,rowCount,headerRowCount');
      const inner = contentControls.getByTag('内').getFirst();
      const outer = inner.parentContentControl;
      outer.load('tag');
      const none = outer.parentContentControlOrNullObject;
      none.load('tag');
      const table = contentControls.getByTag('格').getFirst().parentTableOrNullObject;
      table.load('rowCount');
      const noTable = inner.parentTableOrNullObject;
      noTable.load('rowCount');
      await context.sync();
      return {
        text: body.text,
        type: body.type,
        controls: contentControls.items.map(({ tag, title, text, subtype }) => [tag, title, text, subtype]),
        paragraphs: body.paragraphs.items.map(({ text, tableNestingLevel }) => [text, tableNestingLevel]),
        values: body.tables.items.map(({ values, headerRowCount }) => [values, headerRowCount]),
        around: [outer.tag, none.isNullObject, table.rowCount, noTable.isNullObject],
      };
    }),
  );
  expect(told).toEqual({
    text: ['一、总体情况', '全年支出共100万元。', '项目', '金额', '办公费', '12.50', '第一段', '第二段', '结尾'].join(
      '\r',
    ),
    type: 'MainDoc',
    controls: [
      ['外', '外的来源', '共100万元', 'RichTextInline'],
      ['内', '内的来源', '100', 'RichTextInline'],
      ['格', '格的来源', '12.50', 'RichTextInline'],
      ['段', '段的来源', '第一段\r第二段', 'RichTextParagraphs'],
    ],
    paragraphs: [
      ['一、总体情况', 0],
      ['全年支出共100万元。', 0],
      ['项目', 1],
      ['金额', 1],
      ['办公费', 1],
      ['12.50', 1],
      ['第一段', 0],
      ['第二段', 0],
      ['结尾', 0],
    ],
    values: [
      [
        [
          ['项目', '金额'],
          ['办公费', '12.50'],
        ],
        1,
      ],
    ],
    around: ['外', true, 2, true],
  });
  expect(word.log.roundTrips).toHaveLength(1);
});

it('replaces the text of controls in one round trip, in the look that it had', async () => {
  const word = await start({ document: await documentWith(REPORT) });
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      for (const [tag, text] of [
        ['内', '<w:t>&amp;200'],
        ['格', '{=1+1}\t末'],
        ['段', '只有一段'],
      ] as const)
        context.document.contentControls.getByTag(tag).getFirst().insertText(text, 'Replace');
      await context.sync();
    }),
  );
  expect(word.log.roundTrips).toMatchObject([{ writes: true, outcome: 'ok' }]);
  const saved = await word.save();
  expect((await readControls(saved)).map(({ tag, text }) => [tag, text])).toEqual([
    ['外', '共<w:t>&amp;200万元'],
    ['内', '<w:t>&amp;200'],
    ['格', '{=1+1}\t末'],
    ['段', '只有一段'],
  ]);
  expect(word.model.controls[1]?.all('w:b')).toHaveLength(1);
});

it('takes line ends as breaks in a line control and as paragraphs elsewhere, and drops what a document cannot hold', async () => {
  const word = await start({
    document: await documentWith(line(words('前'), control('行', words('x')), words('后')) + line(words('末'))),
  });
  const text = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const control = context.document.contentControls.getByTag('行').getFirst();
      control.insertText('甲\n乙\u0007\u000b丙\r\n丁', 'Replace');
      control.load('text');
      const added = context.document.body.paragraphs.getLast().insertText('，甲\n乙', 'End');
      added.load('text');
      context.document.body.insertParagraph('再一段', 'End');
      context.document.body.insertParagraph('最前', 'Start');
      await context.sync();
      return [control.text, added.text];
    }),
  );
  expect(text).toEqual(['甲\u000b乙\u000b丙\u000b丁', '，甲\r乙']);
  expect(word.paragraphs()).toEqual(['最前', '前甲\n乙\n丙\n丁后', '末，甲', '乙', '再一段']);
  expect((await readDocument(await word.save())).paragraphs).toEqual(word.paragraphs());
});

it('puts controls around text and takes them away again', async () => {
  const word = await start({ document: await documentWith(REPORT) });
  const made = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const { body } = context.document;
      const found = body.search('支出');
      found.load('items');
      await context.sync();
      const one = found.items[0]?.insertContentControl();
      one?.set({ tag: '新', title: '新的来源', cannotEdit: true, appearance: 'Hidden' });
      const paragraph = body.paragraphs.getLast().insertContentControl();
      paragraph.tag = '尾';
      const { contentControls } = context.document;
      contentControls.getByTag('外').getFirst().delete(true);
      contentControls.getByTag('段').getFirst().delete(false);
      one?.load('id,tag,text,cannotEdit,appearance');
      await context.sync();
      const again = contentControls.getById(one?.id ?? 0);
      again.load('tag');
      const gone = contentControls.getByIdOrNullObject(4711);
      await context.sync();
      return { one: one?.toJSON(), again: again.tag, gone: gone.isNullObject };
    }),
  );
  expect(made).toMatchObject({
    one: { tag: '新', text: '支出', cannotEdit: true, appearance: 'Hidden' },
    again: '新',
    gone: true,
  });
  expect(word.controls().map(({ tag, text }) => [tag, text])).toEqual([
    ['新', '支出'],
    ['内', '100'],
    ['格', '12.50'],
    ['尾', '结尾'],
  ]);
  const found = await readDocument(await word.save());
  expect(found.paragraphs).toEqual(['一、总体情况', '全年支出共100万元。', '项目', '金额', '办公费', '12.50', '结尾']);
});

it('refuses to write into a locked control, and into a document that is read-only', async () => {
  const locked = control('锁', words('定稿'), '<w:lock w:val="contentLocked"/>');
  const word = await start({ document: await documentWith(line(locked)) });
  const write = () =>
    word.frame.evaluate(() =>
      Word.run(async (context) => {
        context.document.contentControls.getByTag('锁').getFirst().insertText('改', 'Replace');
        await context.sync();
      }).catch((error: unknown) => (error as OfficeExtension.Error).code),
    );
  expect(await write()).toBe('AccessDenied');
  expect(word.text()).toBe('定稿');
  const closed = await start({ document: await documentWith(line(control('锁', words('定稿')))), readOnly: true });
  const code = await closed.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.body.insertText('改', 'End');
      await context.sync();
    }).catch((error: unknown) => (error as OfficeExtension.Error).code),
  );
  expect(code).toBe('AccessDenied');
});

it('shows the hint of a control that became empty, which is no text', async () => {
  const word = await start({ document: await documentWith(REPORT) });
  const texts = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const control = context.document.contentControls.getByTag('内').getFirst();
      control.insertText('', 'Replace');
      control.load('text');
      await context.sync();
      const empty = control.text;
      control.insertText('7', 'Start');
      control.load('text');
      await context.sync();
      return [empty, control.text];
    }),
  );
  expect(texts).toEqual(['', '7']);
  word.type({ tag: '内' }, '');
  expect((await readControls(await word.save()))[1]).toMatchObject({ tag: '内', text: '' });
});

it('says which member it does not know', async () => {
  const word = await start();
  const error = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.body.insertHtml('<b>1</b>', 'End');
      await context.sync();
    }).catch((caught: unknown) => {
      const { code, message } = caught as OfficeExtension.Error;
      return [code, message];
    }),
  );
  expect(error).toEqual(['ApiNotFound', expect.stringContaining('Body.InsertHtml')]);
});
