import fc from 'fast-check';
import { PACKS } from '../../../../src/core/scheme/packs/packs.ts';
import { packFileText, readPackFile } from '../../../../src/core/scheme/pack-file.ts';
import { schemeSchema } from '../../../../src/core/scheme/scheme.ts';
import { schemeGrid } from '../../../../src/core/scheme/sheet/write-scheme-sheet.ts';
import { given } from '../../support/cases.ts';
import { sheetOf } from '../../support/workbooks.ts';
import { anyScheme } from './any-scheme.ts';
import { readingOf, sheetOfScheme, TYPED } from './support.ts';

test.each(PACKS)('$id: what the sheet says is the pack', (pack) => {
  expect(readingOf(sheetOfScheme(pack))).toMatchObject({ findings: [] });
  expect(readingOf(sheetOfScheme(pack)).scheme).toEqual(pack);
});

test('any scheme goes into the sheet and comes out the same', () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      const reading = readingOf(sheetOfScheme(scheme));
      expect(reading.findings).toEqual([]);
      expect(reading.scheme).toEqual(scheme);
    }),
    { numRuns: 300 },
  );
});

test('any scheme goes into the pack file and comes out the same', () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      expect(readPackFile(packFileText(scheme))).toEqual({ kind: 'scheme', scheme });
    }),
  );
});

test('a sheet that a person typed becomes a scheme, and that scheme’s sheet says the same', () => {
  const typed = given(readingOf(sheetOf('指标体系', TYPED)).scheme);
  expect(typed).toMatchObject({
    id: '某区2023年度评分表',
    year: '2023',
    verified: false,
    total: '10',
    indicators: [
      { path: ['管理', '预算'], weight: '5', rule: { kind: 'proportional', target: '1', cap: '1', floor: '0' } },
      { path: ['管理', '预算'], measure: { kind: 'ratio', key: '三公经费控制率' }, verified: false },
      { path: ['履职'], rule: { kind: 'checklist' }, notApplicable: 'full-marks', dataSource: '' },
    ],
  });
  expect(readingOf(sheetOfScheme(typed)).scheme).toEqual(typed);
});

test('writing what was read gives the sheet again, cell by cell', () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      const again = given(readingOf(sheetOfScheme(scheme)).scheme);
      expect(schemeGrid(again)).toEqual(schemeGrid(scheme));
    }),
    { numRuns: 100 },
  );
});

test('merged 一级 and 二级指标 count for all their rows', () => {
  const pack = given(PACKS.find(({ id }) => id === 'national-2013-framework'));
  const sheet = sheetOfScheme(pack);
  expect(sheet.merges.length).toBeGreaterThan(5);
  const bare = {
    ...sheet,
    rows: sheet.rows.map((row, r) =>
      row.map((value, c) =>
        sheet.merges.some(({ top, bottom, left }) => left === c && r > top && r <= bottom) ? null : value,
      ),
    ),
  };
  expect(readingOf(bare).scheme).toEqual(schemeSchema.parse(pack));
});
