import type { Mapping } from '../../../../src/core/workbook/mapping.ts';
import { WorkbookFile } from '../../../../src/hosts/files/workbook-file.ts';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { at, into, num } from './support/plans.ts';
import { compare, partText, repack } from './support/packages.ts';
import { everything, made } from './support/workbooks.ts';

const MAPPING: Mapping = {
  answers: [
    { about: '单位', label: '2023年支出表 "甲" & <乙>', form: '支出预算执行表', means: '万元' },
    { about: '列', label: '财政口径数', means: '财政拨款.决算数' },
  ],
};

function remembering(mapping: Mapping) {
  return { changes: [], newSheets: [], mapping };
}

test('a workbook remembers a mapping, and no other part changes', async () => {
  const before = await everything();
  const after = await patchXlsx(before, remembering(MAPPING));
  expect((await readXlsx(after)).mapping).toEqual(MAPPING);
  const { changed, added, removed } = await compare(before, after);
  expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']);
  expect(added.sort()).toEqual(['customXml/_rels/item1.xml.rels', 'customXml/item1.xml', 'customXml/itemProps1.xml']);
  expect(removed).toEqual([]);
});

test('a workbook that remembers nothing has no mapping', async () => {
  expect((await readXlsx(await everything())).mapping).toBeUndefined();
});

test('a later mapping takes the place of the earlier one, and only its part changes', async () => {
  const file = new WorkbookFile(await made({ name: '甲', rows: [[1]] }));
  await file.write(remembering(MAPPING));
  const first = file.bytes();
  const next: Mapping = { answers: [{ about: '月份', label: '支出', means: '当月数' }] };
  await file.write(remembering(next));
  expect((await file.read()).mapping).toEqual(next);
  expect(await compare(first, file.bytes())).toEqual({ changed: ['customXml/item1.xml'], added: [], removed: [] });
});

test('what was written and what was decided stand in parts of their own, written at once or one after the other', async () => {
  const bytes = await made({ name: '甲', rows: [[1]] });
  const write = into('甲', at('B1', num(2)));
  const atOnce = await patchXlsx(bytes, { ...write, mapping: MAPPING });
  const inTurn = await patchXlsx(await patchXlsx(bytes, remembering(MAPPING)), write);
  for (const book of [atOnce, inTurn]) {
    const { mapping, written } = await readXlsx(book);
    expect(mapping).toEqual(MAPPING);
    expect(written).toEqual([{ sheet: '甲', address: 'B1', content: '2' }]);
    const ids = [1, 2].map(
      async (item) => /itemID="([^"]+)"/.exec(await partText(book, `customXml/itemProps${String(item)}.xml`))?.[1],
    );
    expect(new Set(await Promise.all(ids)).size).toBe(2);
  }
});

test('entries that say nothing known are passed by, and the others stay', async () => {
  const bytes = await repack(await patchXlsx(await made({ name: '甲', rows: [[1]] }), remembering(MAPPING)), {
    'customXml/item1.xml': (xml) => xml.replace('about="单位"', 'about="颜色"'),
  });
  expect((await readXlsx(bytes)).mapping).toEqual({ answers: MAPPING.answers.slice(1) });
});

test('a mapping of a later version is left alone', async () => {
  const bytes = await repack(await patchXlsx(await made({ name: '甲', rows: [[1]] }), remembering(MAPPING)), {
    'customXml/item1.xml': (xml) => xml.replace('urn:jixiao:mapping:1', 'urn:jixiao:mapping:2'),
  });
  expect((await readXlsx(bytes)).mapping).toBeUndefined();
  const after = await patchXlsx(bytes, remembering(MAPPING));
  expect(await partText(after, 'customXml/item1.xml')).toContain('urn:jixiao:mapping:2');
  expect((await readXlsx(after)).mapping).toEqual(MAPPING);
});
