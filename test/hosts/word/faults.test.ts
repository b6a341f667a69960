import { checkLinks } from '../../../src/core/links/check-links.ts';
import { planUpdate } from '../../../src/core/links/update-links.ts';
import type { Block } from '../../../src/core/report/document.ts';
import { writeDocx } from '../../../src/hosts/files/docx/write-docx.ts';
import { closeBrowser } from '../../office-host/browser.ts';
import type { CommonFault, Fault } from '../../office-host/faults.ts';
import { phrase, todo, words } from '../files/docx/fixture.ts';
import { reportOf } from '../files/docx/package.ts';
import { openWord, PaneError, type OpenedWord } from './support/opened-word.ts';

/*
 * Whatever goes wrong with whichever request: the document is as it was or as it should be, what is neither is told, and no word that
 * a person typed is lost.
 */

const paragraph = (...content: ReturnType<typeof words>[]): Block => ({ kind: 'paragraph', content });
const THEIRS = '这一段是人写的。';
const heading: Block = {
  kind: 'heading',
  level: 1,
  number: 1,
  section: 'problems',
  content: [words('存在的主要问题')],
};
const OLD = reportOf(
  paragraph(words(THEIRS)),
  heading,
  paragraph(words('支出'), phrase('甲', '12'), words('万元，'), todo('待补充.乙', '乙'), words('。')),
  paragraph(words('增长'), phrase('丙', '3%')),
  { kind: 'signature', lines: [[words('某局')]] },
);
const NEW = reportOf(
  paragraph(words(THEIRS)),
  heading,
  paragraph(words('支出'), phrase('甲', '15'), words('万元，'), phrase('乙', '补上了'), words('。')),
  paragraph(words('增长'), phrase('丙', '4%')),
  { kind: 'signature', lines: [[words('某局')]] },
);
const PART = reportOf(heading, paragraph(words('新的问题'), phrase('丁', '9')));

let opened: OpenedWord;
let old: Uint8Array;

beforeAll(async () => {
  old = await writeDocx(OLD);
  opened = await openWord(old, {}, { answerWithin: 250, retryAfter: [5, 10] });
});

afterAll(async () => {
  await opened.close();
  await closeBrowser();
});

const lines = (): readonly string[] => opened.word.paragraphs().filter((text) => text.trim() !== '');
const controls = (): readonly (readonly string[])[] => opened.word.controls().map(({ tag, text }) => [tag, text]);
const shown = (): string => JSON.stringify([lines(), controls()]);

/** Something that is done to a document, and how the document looks afterwards. */
interface Work {
  readonly name: string;
  readonly prepare?: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
}

async function update(): Promise<void> {
  const state = await opened.read();
  const check = checkLinks(state.controls, state.carried, NEW);
  const { changes, carried } = planUpdate(check, check.links, state.carried, NEW);
  await opened.update(changes, carried);
}

const WORKS: readonly Work[] = [
  { name: 'update', run: update },
  { name: 'insert the whole', run: () => opened.insert(NEW, { kind: 'whole' }) },
  { name: 'insert at the end', run: () => opened.insert(PART, { kind: 'end' }) },
  { name: 'replace a section', run: () => opened.insert(PART, { kind: 'section', section: 'problems' }) },
  { name: 'freeze', run: () => opened.freeze() },
  { name: 'unfreeze', prepare: () => opened.freeze(), run: () => opened.unfreeze() },
];

const BATCH_FAULTS: readonly (readonly [string, Fault])[] = [
  ...(['AccessDenied', 'GeneralException'] as const).flatMap((code): (readonly [string, Fault])[] => [
    [`${code}, refused`, { kind: 'refuse', code }],
    [`done, but answered with ${code}`, { kind: 'lost', reply: code }],
  ]),
  ...[0, 2, 4, 6, 9, 13, 18].map((afterActions): readonly [string, Fault] => [
    `an error after ${String(afterActions)} actions`,
    { kind: 'fail', code: 'GeneralException', afterActions },
  ]),
  ['an answer that comes too late', { kind: 'hang', ms: 400 }],
  ['a request that is never done', { kind: 'hang' }],
  ['an answer that is lost', { kind: 'lost', reply: 'never' }],
];

const COMMON_FAULTS: readonly (readonly [string, CommonFault])[] = [
  ['refused', { kind: 'refuse', code: 'GeneralException' }],
  ['never done', { kind: 'hang' }],
  ['done and not answered', { kind: 'lost', reply: 'never' }],
  ['done, but answered with an error', { kind: 'lost', reply: 'GeneralException' }],
];

/** What may be said when the document is neither as it was nor as it should be. */
const MIXED = /half-written|unconfirmed|record-unsaved|no-answer/;

async function begin({ prepare }: Work): Promise<void> {
  await opened.reopen(old);
  await prepare?.();
  await opened.read();
}

async function outcomes(work: Work): Promise<{ readonly before: string; readonly after: string }> {
  await begin(work);
  const before = shown();
  await work.run();
  return { before, after: shown() };
}

/**
 * Runs the work with a fault set for one request, and judges what became of the document.
 * @returns whether there were as many requests
 */
async function broken(
  work: Work,
  expected: { readonly before: string; readonly after: string },
  request: number,
  fault: { readonly batch: Fault } | { readonly common: CommonFault },
): Promise<boolean> {
  await begin(work);
  const { word } = opened;
  const tripsBefore = word.log.roundTrips.length;
  if ('batch' in fault) word.faults.inject(request, fault.batch);
  else word.commonFaults.inject(request, fault.common);
  const failure = await work.run().catch((error: unknown) => error);
  const reached = word.log.roundTrips.length - tripsBefore >= request;
  word.faults.clear();
  word.commonFaults.clear();
  const late = 'batch' in fault && fault.batch.kind === 'hang' ? fault.batch.ms : undefined;
  if (late !== undefined) await new Promise((resolve) => setTimeout(resolve, late));
  const now = shown();
  if (failure instanceof Error) {
    if (!(failure instanceof PaneError)) throw failure;
    const { name, reason } = failure.plain;
    expect(name).toBe('HostFailure');
    if (now !== expected.before) expect(reason).toMatch(MIXED);
  } else expect(now).toBe(expected.after);
  // The whole is replaced with a yes; everything else leaves what a person wrote.
  expect(lines()).toContain(THEIRS);
  // It recovers without being opened again.
  await opened.read();
  if (failure instanceof Error && now === expected.before) {
    await work.run();
    expect(shown()).toBe(expected.after);
  }
  return reached;
}

describe.each(WORKS)('$name', (work) => {
  let expected: { before: string; after: string };
  beforeAll(async () => {
    expected = await outcomes(work);
    expect(expected.after).not.toBe(expected.before);
  });

  test.each(BATCH_FAULTS)('batches: %s', async (_name, fault) => {
    for (let request = 1; await broken(work, expected, request, { batch: fault }); request += 1);
  });

  test.each(COMMON_FAULTS)('calls of the Common API: %s', async (_name, fault) => {
    for (let request = 1; request <= 6; request += 1) await broken(work, expected, request, { common: fault });
  });
});
