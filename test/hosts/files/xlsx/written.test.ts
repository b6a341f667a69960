import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { WorkbookFile } from '../../../../src/hosts/files/workbook-file.ts';
import { at, formula, into, num, text } from './support/plans.ts';
import { compare, partText, repack, unzip } from './support/packages.ts';
import { everything, made } from './support/workbooks.ts';

test('the file remembers what was written, formulas without their equals sign', async () => {
  const name = 'a&"b"';
  const bytes = await patchXlsx(
    await made({ name, rows: [[1]] }),
    into(name, at('A1', num(0.5)), at('B1', formula('A1&"<"', 'x')), at('C1', text('a\n\t"\u0001_x0041_'))),
  );
  expect((await readXlsx(bytes)).written).toEqual([
    { sheet: name, address: 'A1', content: '0.5' },
    { sheet: name, address: 'B1', content: 'A1&"<"' },
    { sheet: name, address: 'C1', content: 'a\n\t"\u0001_x0041_' },
  ]);
});

test('later writes go over earlier records and leave the others', async () => {
  const file = new WorkbookFile(await made({ name: '甲', rows: [[1]] }, { name: '乙', rows: [[1]] }));
  await file.write(into('甲', at('A1', num(1)), at('B1', num(2))));
  const first = file.bytes();
  await file.write(into('甲', at('B1', num(3))));
  await file.write(into('乙', at('B1', num(4))));
  expect((await file.read()).written).toEqual([
    { sheet: '甲', address: 'A1', content: '1' },
    { sheet: '甲', address: 'B1', content: '3' },
    { sheet: '乙', address: 'B1', content: '4' },
  ]);
  const { changed, added } = await compare(first, file.bytes());
  expect(added).toEqual([]);
  expect(changed.sort()).toEqual(['customXml/item1.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
});

test('the record is a custom XML part that spreadsheets keep', async () => {
  const bytes = await patchXlsx(await everything(), into('预算', at('C3', num(1))));
  expect(await partText(bytes, 'xl/_rels/workbook.xml.rels')).toContain(
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"',
  );
  expect(await partText(bytes, 'customXml/_rels/item1.xml.rels')).toContain('Target="itemProps1.xml"');
  expect(await partText(bytes, 'customXml/itemProps1.xml')).toMatch(/ds:itemID="\{[0-9A-F-]{36}\}"/);
  expect(await partText(bytes, '[Content_Types].xml')).toContain(
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
  );
});

test('custom XML of other programs is left alone', async () => {
  const before = await repack(await made({ name: '甲', rows: [[1]] }), {
    'customXml/item1.xml': '<written xmlns="urn:other"><cell sheet="甲" address="A1" content="9"/></written>',
    'customXml/itemProps2.xml': '<x/>',
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
      ),
  });
  expect((await readXlsx(before)).written).toEqual([]);
  const after = await patchXlsx(before, into('甲', at('A1', num(1))));
  expect([...(await unzip(after)).keys()].filter((name) => name.startsWith('customXml/')).sort()).toEqual([
    'customXml/_rels/item3.xml.rels',
    'customXml/item1.xml',
    'customXml/item3.xml',
    'customXml/itemProps2.xml',
    'customXml/itemProps3.xml',
  ]);
  expect((await readXlsx(after)).written).toEqual([{ sheet: '甲', address: 'A1', content: '1' }]);
});

test('content types that do not name .xml name the record', async () => {
  const before = await repack(await made({ name: '甲', rows: [[1]] }), {
    '[Content_Types].xml': (xml) => xml.replace(/<Default Extension="xml"[^>]*\/>/, ''),
  });
  const after = await patchXlsx(before, into('甲', at('A1', num(1))));
  expect(await partText(after, '[Content_Types].xml')).toContain(
    '<Override PartName="/customXml/item1.xml" ContentType="application/xml"/>',
  );
});

const RELATED =
  /<Relationship [^>]*Type="(http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\/customXml)"[^>]*\/>/;

test.each([
  ['moved to the package, as LibreOffice writes it', '../customXml/item1.xml'],
  ['moved to the package, as the standard has it', 'customXml/item1.xml'],
  ['dropped', undefined],
])('the record is found when its relationship is %s, and written over in its place', async (_, target) => {
  const first = await patchXlsx(await made({ name: '甲', rows: [[1]] }), into('甲', at('B1', formula('A1*2', 2))));
  const type = RELATED.exec(await partText(first, 'xl/_rels/workbook.xml.rels'))?.[1] ?? '';
  const saved = await repack(first, {
    'xl/_rels/workbook.xml.rels': (xml) => xml.replace(RELATED, ''),
    ...(target === undefined
      ? {}
      : {
          '_rels/.rels': (xml: string) =>
            xml.replace(
              '</Relationships>',
              `<Relationship Id="rId99" Type="${type}" Target="${target}"/></Relationships>`,
            ),
        }),
  });
  expect((await readXlsx(saved)).written).toEqual([{ sheet: '甲', address: 'B1', content: 'A1*2' }]);
  const second = await patchXlsx(saved, into('甲', at('C1', num(3))));
  expect((await readXlsx(second)).written).toEqual([
    { sheet: '甲', address: 'B1', content: 'A1*2' },
    { sheet: '甲', address: 'C1', content: '3' },
  ]);
  const { changed, added } = await compare(saved, second);
  expect({ changed: changed.sort(), added }).toEqual({
    changed: ['customXml/item1.xml', 'xl/worksheets/sheet1.xml'],
    added: [],
  });
});

test('custom XML that nothing leads to and that cannot be read does no harm', async () => {
  const book = await repack(await made({ name: '甲', rows: [[1]] }), {
    'customXml/item1.xml': '<written xmlns="urn:jixiao:written:1"><cell',
    'customXml/item2.xml': new Uint8Array([0xff, 0xfe, 0x00]),
  });
  expect((await readXlsx(book)).written).toEqual([]);
  const after = await patchXlsx(book, into('甲', at('A1', num(1))));
  expect((await readXlsx(after)).written).toEqual([{ sheet: '甲', address: 'A1', content: '1' }]);
});
