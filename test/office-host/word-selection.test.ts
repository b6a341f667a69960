import { wordForEachTest } from './support/one-word.ts';
import { control, documentWith, line, words } from './support/word-parts.ts';
import type { RunningWord } from './word/start-word.ts';

const start = wordForEachTest();

const TEXT = [
  line(words('全年支出'), control('数', words('100')), words('万元')),
  line(words('第二段'), control('词', words('一')), control('词', words('二'))),
].join('');

/** From now on the pane notes what is selected, as it would to follow the cursor. */
async function follow(word: RunningWord): Promise<(count: number) => Promise<readonly string[]>> {
  await word.frame.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const noted: string[] = [];
        Object.assign(window, { noted });
        Office.context.document.addHandlerAsync(
          Office.EventType.DocumentSelectionChanged,
          () =>
            Word.run(async (context) => {
              const selection = context.document.getSelection();
              const around = selection.parentContentControlOrNullObject;
              selection.load('text');
              around.load('tag');
              await context.sync();
              noted.push(`${around.isNullObject ? '-' : around.tag}:${selection.text}`);
            }),
          (result) => {
            if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
            else reject(new Error(result.error.message));
          },
        );
      }),
  );
  return async (count) => {
    await word.settled();
    await word.frame.waitForFunction(
      (least) => (window as unknown as { noted: string[] }).noted.length >= least,
      count,
    );
    return word.frame.evaluate(() => (window as unknown as { noted: string[] }).noted);
  };
}

it('tells the pane where the cursor goes', async () => {
  const word = await start({ document: await documentWith(TEXT) });
  const noted = await follow(word);
  word.select({ tag: '数' });
  await noted(1);
  word.select({ paragraph: 0, start: 2, end: 5 });
  await noted(2);
  word.select({ paragraph: 0, start: 5 });
  await noted(3);
  word.type({ tag: '词', nth: 1 }, '2');
  expect(await noted(4)).toEqual(['数:100', '-:支出1', '数:', '词:']);
  expect(word.paragraphs()).toEqual(['全年支出100万元', '第二段一2']);
  expect(word.errors).toEqual([]);
});

it('selects what the pane asks for', async () => {
  const word = await start({ document: await documentWith(TEXT) });
  const noted = await follow(word);
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.contentControls.getByTag('数').getFirst().select();
      await context.sync();
    }),
  );
  expect(word.selectedText()).toBe('100');
  expect(await noted(1)).toEqual(['数:100']);
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.contentControls.getByTag('数').getFirst().getRange('After').select('Start');
      const cursor = context.document.getSelection();
      const copy = cursor.insertText('（又）', 'After').insertContentControl();
      copy.tag = '数';
      await context.sync();
    }),
  );
  expect(word.paragraphs()[0]).toBe('全年支出100（又）万元');
  expect(word.controls().map(({ tag, text }) => [tag, text])).toEqual([
    ['数', '100'],
    ['数', '（又）'],
    ['词', '一'],
    ['词', '二'],
  ]);
});

it('lets a person type over and delete what the add-in wrote', async () => {
  const word = await start({ document: await documentWith(TEXT) });
  word.type({ paragraph: 0, start: 0, end: 2 }, '今年\n');
  word.type({ tag: '数' }, '1<b>&');
  word.deleteControl('词');
  word.deleteControl('词', true);
  expect(word.paragraphs()).toEqual(['今年', '支出1<b>&万元', '第二段二']);
  expect(word.controls()).toMatchObject([{ tag: '数', text: '1<b>&' }]);
  expect(() => {
    word.type({ tag: '没有' }, '');
  }).toThrow('没有');
  const read = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const control = context.document.contentControls.getByTag('数').getFirst();
      control.load('text');
      await context.sync();
      return control.text;
    }),
  );
  expect(read).toBe('1<b>&');
});

it('keeps a range of the pane at its text while the person types', async () => {
  const word = await start({ document: await documentWith(TEXT) });
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const range = context.document.body.search('第二段').getFirst();
      context.trackedObjects.add(range);
      await context.sync();
      Object.assign(window, { kept: range });
    }),
  );
  word.type({ paragraph: 0, start: 0, end: 1 }, '很长的话\n又一段');
  word.type({ paragraph: 2, start: 0 }, '前');
  const text = await word.frame.evaluate(async () => {
    const { kept } = window as unknown as { kept: Word.Range };
    kept.load('text');
    await kept.context.sync();
    return kept.text;
  });
  expect(text).toBe('第二段');
});

it('says of a control that was deleted that it is not there', async () => {
  const word = await start({ document: await documentWith(TEXT) });
  await word.frame.evaluate(() =>
    Word.run(async (context) => {
      const controls = context.document.contentControls.getByTag('数');
      controls.load('items');
      await context.sync();
      Object.assign(window, { kept: controls.items[0] });
    }),
  );
  word.deleteControl('数');
  const code = await word.frame.evaluate(() =>
    Word.run(async (context) => {
      context.document.contentControls.getByTag('数').getFirst().insertText('x', 'Replace');
      await context.sync();
    }).catch((error: unknown) => (error as OfficeExtension.Error).code),
  );
  expect(code).toBe('ItemNotFound');
  expect(word.paragraphs()[0]).toBe('全年支出万元');
});
