import type { ProfileName } from './profiles.ts';
import { excelForEachTest } from './support/one-excel.ts';

const open = excelForEachTest();

it.each<[ProfileName, string, boolean]>([
  ['ltsc2021', 'ok', false],
  ['ltsc2024', 'ok', true],
  ['microsoft365', 'ok', true],
])('%s has what its requirement sets say and nothing above', async (profile, floor, above) => {
  const excel = await open({ profile });
  const tried = await excel.frame.evaluate(async () => {
    const attempt = (work: (context: Excel.RequestContext) => void) =>
      Excel.run(async (context) => {
        work(context);
        await context.sync();
        return 'ok';
      }).catch(
        (error: unknown) => `${(error as OfficeExtension.Error).code}: ${(error as OfficeExtension.Error).message}`,
      );
    return {
      says: ['1.14', '1.15', '1.16'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
      merged: await attempt((context) =>
        context.workbook.worksheets.getFirst().getRange('A1').getMergedAreasOrNullObject(),
      ),
      precedents: await attempt((context) => context.workbook.worksheets.getFirst().getRange('A1').getDependents()),
    };
  });
  expect(tried.says).toEqual([true, above, false]);
  expect(tried.merged).toBe(floor);
  // ExcelApi 1.15. This host has no such call either: the client library has to stop it where the set is missing.
  expect(tried.precedents).toContain('ApiNotFound');
  expect(tried.precedents.includes('ExcelApi 1.15')).toBe(!above);
});
