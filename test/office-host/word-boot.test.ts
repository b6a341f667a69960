import { closeBrowser } from './browser.ts';
import { CustomXmlStore } from './custom-xml-store.ts';
import { remoteType } from './rich-api/remote-type.ts';
import { SettingsStore } from './settings-store.ts';
import { startOffice, type OfficeDocument, type RunningOffice } from './start-office.ts';
import { ADDIN } from './support/addin.ts';

/** A document without a text: enough to show that the transport is the same for Word. */
const EMPTY: OfficeDocument = {
  app: 'Word',
  url: 'https://localhost:3443/绩效/报告.docx',
  readOnly: false,
  settings: new SettingsStore([['pack', '"深圳"']]),
  customXml: new CustomXmlStore(),
  root: () => remoteType<object>({ name: 'Document', read: { Saved: () => true } })({}),
  listen: () => undefined,
};

let word: RunningOffice | undefined;

afterAll(async () => {
  await word?.close();
  await closeBrowser();
});

it('boots Office.js as Word on the web, with settings and custom XML parts of the Common API', async () => {
  word = await startOffice(EMPTY, { addin: ADDIN });
  const told = await word.frame.evaluate(async () => {
    const ready = await Office.onReady();
    const call = <T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
      new Promise((resolve, reject) => {
        start((result) => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
          else reject(new Error(result.error.message));
        });
      });
    const parts = Office.context.document.customXmlParts;
    await call<Office.CustomXmlPart>((done) => {
      parts.addAsync('<r xmlns="urn:c">α</r>', done);
    });
    const found = await call<Office.CustomXmlPart[]>((done) => {
      parts.getByNamespaceAsync('urn:c', done);
    });
    const xml = await call<string>((done) => {
      found[0]?.getXmlAsync(done);
    });
    const before = Office.context.document.settings.get('pack') as unknown;
    Office.context.document.settings.set('pack', '越秀');
    await new Promise((resolve) => {
      Office.context.document.settings.saveAsync(resolve);
    });
    const saved = await Word.run(async (context) => {
      context.document.load('saved');
      await context.sync();
      return context.document.saved;
    });
    const sets = ['1.3', '1.4'].map((version) => Office.context.requirements.isSetSupported('WordApi', version));
    return { host: ready.host, platform: ready.platform, before, xml, count: found.length, saved, sets };
  });
  expect(told).toEqual({
    host: 'Word',
    platform: 'OfficeOnline',
    before: '深圳',
    xml: '<r xmlns="urn:c">α</r>',
    count: 1,
    saved: true,
    sets: [true, false],
  });
  expect(EMPTY.settings.values.get('pack')).toBe('"越秀"');
  expect(word.log.calls.filter((call) => call.startsWith('executeMethod'))).toEqual([
    'executeMethod 128',
    'executeMethod 130',
    'executeMethod 131',
    'executeMethod 76',
  ]);
  expect(word.log.roundTrips).toHaveLength(1);
  expect(word.strayRequests).toEqual([]);
  expect(word.errors).toEqual([]);
});
