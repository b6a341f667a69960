import fc from 'fast-check';
import { packFileText } from '../../../../src/core/scheme/pack-file.ts';
import { PACKS } from '../../../../src/core/scheme/packs/packs.ts';
import { schemeSchema, type Scheme } from '../../../../src/core/scheme/scheme.ts';
import { schemeOfWorkbook } from '../../../../src/core/scheme/sheet/scheme-in-force.ts';
import { schemeSheetForm } from '../../../../src/core/template/scheme-sheet.ts';
import { createXlsx } from '../../../../src/hosts/files/xlsx/create-xlsx.ts';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { given } from '../../../core/support/cases.ts';
import { COMPLETION, indicatorOf, PROPORTIONAL, schemeOf } from '../../../core/support/schemes.ts';
import { anyScheme } from '../../../core/scheme/sheet/any-scheme.ts';

/* A scheme through both doors as files: from the pack file into a workbook and back, byte by byte. */

async function throughFile(scheme: Scheme): Promise<{ text: string; findings: readonly unknown[] }> {
  const { scheme: read, findings } = schemeOfWorkbook(await readXlsx(await createXlsx([schemeSheetForm(scheme)])));
  return { text: read === undefined ? '' : packFileText(read), findings };
}

test.each(PACKS)('$id', async (pack) => {
  expect(await throughFile(pack)).toEqual({ text: packFileText(pack), findings: [] });
});

test('any scheme', async () => {
  await fc.assert(
    fc.asyncProperty(anyScheme, async (scheme) => {
      expect(await throughFile(scheme)).toEqual({ text: packFileText(scheme), findings: [] });
    }),
    { numRuns: 40 },
  );
});

test.each([
  '=1+1',
  "'=2",
  '+电话',
  '_x0041_率',
  '<率>&"率"',
  '2023',
  '001',
  '1.50',
  'TRUE',
  '率\n第二行\t后',
  '率\r\n第二行',
  ' 两端有空格　',
  '😀率',
  '注册企业完成率',
  '合计率',
])('words that could be taken for something else: %j', async (words) => {
  const scheme = schemeSchema.parse({
    ...schemeOf([indicatorOf(words, PROPORTIONAL, { measure: COMPLETION, path: [words, words], clause: words })]),
    id: words,
    year: words,
  });
  expect(given(scheme.indicators[0]).name).not.toBe('');
  expect(await throughFile(scheme)).toEqual({ text: packFileText(scheme), findings: [] });
});
