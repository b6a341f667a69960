import { isUnusable } from '../../../../src/core/findings/finding.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import { DEFAULT_PACK, packById } from '../../../../src/core/scheme/packs/packs.ts';
import { NO_PLACES } from '../../../../src/core/scheme/scheme-places.ts';
import { schemeInForce } from '../../../../src/core/scheme/sheet/scheme-in-force.ts';
import type { Sheet, Workbook } from '../../../../src/core/workbook/workbook.ts';
import { given } from '../../support/cases.ts';
import { sheetOf } from '../../support/workbooks.ts';
import { sheetOfScheme, TYPED, typedWith } from './support.ts';

const NATIONAL = given(packById('national-2013-framework'));
const YUEYANG = given(packById('yueyang-style'));

function book(...sheets: readonly Sheet[]): Workbook {
  return { sheets, written: [], date1904: false };
}

test('without a sheet and without a choice the default pack is in force', () => {
  expect(schemeInForce(book(), undefined)).toEqual({
    scheme: packById(DEFAULT_PACK),
    origin: 'default',
    places: NO_PLACES,
    findings: [],
  });
});

test('the sheet 指标体系 wins over the default, whatever it is called and wherever it stands', () => {
  const sheet = { ...sheetOf('评分办法', TYPED) };
  const { scheme, origin, places, findings } = schemeInForce(book(sheetOf('封面', [['某局']]), sheet), undefined);
  expect([scheme?.name, origin, findings]).toEqual(['某区2023年度评分表', 'sheet', []]);
  expect(places.total).toEqual([{ sheet: '评分办法', row: 4, column: 1 }]);
});

test('a scheme that is chosen wins over the sheet, and that is said', () => {
  const { scheme, origin, places, findings } = schemeInForce(book(sheetOfScheme(NATIONAL)), YUEYANG);
  expect([scheme, origin, places]).toEqual([YUEYANG, 'chosen', NO_PLACES]);
  expect(findings.map(messageOf)).toEqual([
    expect.stringMatching(
      /^指标体系!A9：按要求使用了指标体系“岳阳市评分表样式（部分示例）”，工作表“指标体系”中的指标体系没有采用/,
    ),
  ]);
  expect(findings.some(isUnusable)).toBe(false);
});

test('choosing the very scheme that the sheet holds passes nothing over', () => {
  const { findings, places } = schemeInForce(book(sheetOfScheme(NATIONAL)), NATIONAL);
  expect(findings).toEqual([]);
  expect(places.weights).toHaveLength(NATIONAL.indicators.length);
});

test('a sheet with mistakes stops the run unless another scheme is chosen', () => {
  const bad = book(typedWith([{ row: 7, column: 3, value: '五分' }]));
  const own = schemeInForce(bad, undefined);
  expect([own.scheme, own.origin, own.findings.map(({ code }) => code)]).toEqual([undefined, 'sheet', ['scheme-cell']]);
  const chosen = schemeInForce(bad, YUEYANG);
  expect([chosen.scheme, chosen.findings.map(({ code }) => code)]).toEqual([YUEYANG, ['scheme-sheet-passed-over']]);
});

test('two sheets that are schemes: which one is meant cannot be known', () => {
  const { scheme, findings } = schemeInForce(book(sheetOf('甲', TYPED), sheetOf('乙', TYPED)), undefined);
  expect(scheme).toBeUndefined();
  expect(findings.map(messageOf)).toEqual(['甲!A7、乙!A7：有几个工作表都是指标体系：甲、乙。请只保留一个。']);
});

test('a hidden sheet is not used; a sheet of that name without the header is told of', () => {
  expect(schemeInForce(book({ ...sheetOf('指标体系', TYPED), hidden: true }), undefined).origin).toBe('default');
  const { origin, findings } = schemeInForce(book(sheetOf('指标体系', [['三级指标', '分值', '评分标准']])), undefined);
  expect([origin, findings.map(({ code }) => code)]).toEqual(['default', ['scheme-sheet-unread']]);
});
