import type { CommonFault, Fault } from './faults.ts';
import { wordForEachTest } from './support/one-word.ts';
import { control, documentWith, line, words } from './support/word-parts.ts';
import type { RunningWord } from './word/start-word.ts';

const start = wordForEachTest();
const open = async () =>
  start({ document: await documentWith(line(control('甲', words('1')), control('乙', words('2')))) });

/** Writes two controls in one round trip; gives back the code of the error, or `ok`. */
function writeTwo(word: RunningWord): Promise<string> {
  return word.frame.evaluate(async () => {
    try {
      await Word.run(async (context) => {
        const { contentControls } = context.document;
        contentControls.getByTag('甲').getFirst().insertText('10', 'Replace');
        contentControls.getByTag('乙').getFirst().insertText('20', 'Replace');
        await context.sync();
      });
      return 'ok';
    } catch (error) {
      return error instanceof OfficeExtension.Error ? error.code : String(error);
    }
  });
}

const texts = (word: RunningWord): readonly string[] => word.controls().map(({ text }) => text);

const FAULTS: readonly (readonly [Fault, string, readonly string[]])[] = [
  [{ kind: 'refuse', code: 'AccessDenied' }, 'AccessDenied', ['1', '2']],
  [{ kind: 'refuse', code: 'GeneralException' }, 'GeneralException', ['1', '2']],
  [{ kind: 'refuse', code: 'InvalidOrTimedOutSession' }, 'InvalidOrTimedOutSession', ['1', '2']],
  [{ kind: 'refuse', code: 'RequestPayloadSizeLimitExceeded' }, 'RequestPayloadSizeLimitExceeded', ['1', '2']],
  [{ kind: 'fail', code: 'GeneralException' }, 'GeneralException', ['1', '2']],
  [{ kind: 'lost', reply: 'GeneralException' }, 'GeneralException', ['10', '20']],
  [{ kind: 'hang', ms: 200 }, 'ok', ['10', '20']],
];

it('fails as it is told to: nothing, or everything is done', async () => {
  const word = await open();
  for (const [fault, code, found] of FAULTS) {
    word.faults.inject(1, fault);
    expect([fault, await writeTwo(word), texts(word)]).toEqual([fault, code, found]);
    word.type({ tag: '甲' }, '1');
    word.type({ tag: '乙' }, '2');
  }
  expect(await writeTwo(word)).toBe('ok');
});

it('stops in the middle of a batch and leaves what was done', async () => {
  const word = await open();
  const outcomes = new Set<string>();
  for (let after = 0; after < 30; after += 1) {
    word.type({ tag: '甲' }, '1');
    word.type({ tag: '乙' }, '2');
    word.faults.inject(1, { kind: 'fail', code: 'GeneralException', afterActions: after });
    const code = await writeTwo(word);
    if (code === 'ok') break;
    outcomes.add(texts(word).join());
  }
  expect([...outcomes]).toEqual(['1,2', '10,2', '10,20']);
});

it('does not answer when the answer is lost or it hangs', async () => {
  const word = await open();
  for (const fault of [{ kind: 'hang' }, { kind: 'lost', reply: 'never' }] as const) {
    word.faults.inject(1, fault);
    const first = await Promise.race([
      writeTwo(word),
      new Promise((resolve) => setTimeout(resolve, 400)).then(() => 'no answer'),
    ]);
    expect(first).toBe('no answer');
  }
  expect(texts(word)).toEqual(['10', '20']);
  expect(await writeTwo(word)).toBe('ok');
});

/** Adds a custom XML part; gives back the code of the error, or `ok`. */
function addPart(word: RunningWord): Promise<string> {
  return word.frame.evaluate(
    () =>
      new Promise<string>((resolve) => {
        Office.context.document.customXmlParts.addAsync('<r xmlns="urn:c"/>', (result) => {
          resolve(result.status === Office.AsyncResultStatus.Succeeded ? 'ok' : String(result.error.code));
        });
      }),
  );
}

const COMMON: readonly (readonly [CommonFault, string, number])[] = [
  [{ kind: 'refuse', code: 6100 }, '6100', 0],
  [{ kind: 'refuse', code: 'AccessDenied' }, '7000', 0],
  [{ kind: 'lost', reply: 'GeneralException' }, '5001', 1],
  [{ kind: 'hang', ms: 200 }, 'ok', 1],
];

it('lets calls of the Common API fail too, counted for themselves', async () => {
  const word = await open();
  for (const [fault, code, parts] of COMMON) {
    for (const part of word.model.customXml.parts) word.model.customXml.delete(part);
    word.commonFaults.inject(1, fault);
    expect(await writeTwo(word)).toBe('ok');
    expect([fault, await addPart(word), word.model.customXml.parts.length]).toEqual([fault, code, parts]);
  }
  word.commonFaults.inject(2, { kind: 'lost', reply: 'never' });
  expect(await addPart(word)).toBe('ok');
  const last = await Promise.race([
    addPart(word),
    new Promise((resolve) => setTimeout(resolve, 400)).then(() => 'no answer'),
  ]);
  expect(last).toBe('no answer');
  expect(word.model.customXml.parts).toHaveLength(3);
});

it('refuses a custom XML part that is no XML', async () => {
  const word = await open();
  const code = await word.frame.evaluate(
    () =>
      new Promise<number | string>((resolve) => {
        Office.context.document.customXmlParts.addAsync('<r', (result) => {
          resolve(result.status === Office.AsyncResultStatus.Succeeded ? 'ok' : result.error.code);
        });
      }),
  );
  expect(code).toBe(6100);
});
