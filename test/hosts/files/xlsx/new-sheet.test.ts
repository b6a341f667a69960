import { readXlsx as readWithLibrary } from 'hucre/xlsx';
import type { CellLook, NewSheet, WritePlan } from '../../../../src/core/workbook/write-plan.ts';
import { patchXlsx } from '../../../../src/hosts/files/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../../../src/hosts/files/xlsx/read-xlsx.ts';
import { at, formula, num, text } from './support/plans.ts';
import { compare, partText, repack } from './support/packages.ts';
import { byHand, everything, made } from './support/workbooks.ts';

const scores = (name = '评分 表'): NewSheet => ({
  name,
  cells: [
    at('C4', num(0.982), 'rate'),
    at('A1', text('绩效自评评分表'), 'title'),
    at('A2', text('说明'.repeat(120)), 'note'),
    at('A3', text('指标'), 'header'),
    at('B3', text('分值'), 'header'),
    at('C3', text('指标值'), 'header'),
    at('A4', text('预算执行率<&>'), 'text'),
    at('B4', num(10), 'weight'),
    at('A5', text('合计'), 'total-label'),
    at('B5', formula('SUM(B4:B4)', 10), 'total-score'),
    at('D5', num(3)),
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 0, bottom: 1, right: 2 },
  ],
  columnWidths: [30, 10, 12],
  headerRow: 2,
});
const adding = (...newSheets: NewSheet[]): WritePlan => ({ changes: [], newSheets });

test('the sheet comes behind the others with its values, formulas and merged ranges', async () => {
  const { sheets } = await readXlsx(await patchXlsx(await everything(), adding(scores(), scores("第'二"))));
  expect(sheets.map((sheet) => sheet.name)).toEqual(['预算', '明细', '透视', '隐藏', '很隐藏', '评分 表', "第'二"]);
  const added = sheets[5];
  expect(added?.rows).toEqual([
    ['绩效自评评分表'],
    ['说明'.repeat(120)],
    ['指标', '分值', '指标值'],
    ['预算执行率<&>', 10, 0.982],
    ['合计', 10, null, 3],
  ]);
  expect(added?.formulas).toEqual(new Map([['4,1', 'SUM(B4:B4)']]));
  expect(added?.merges).toEqual(scores().merges);
});

test('nothing that was there changes but for the lists that name the sheet and its styles', async () => {
  const before = await everything();
  const after = await patchXlsx(before, adding(scores()));
  const { changed, added, removed } = await compare(before, after);
  expect(changed.sort()).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
  ]);
  expect(added).toContain('xl/worksheets/sheet6.xml');
  expect(removed).toEqual([]);
  const [old, now] = [await partText(before, 'xl/workbook.xml'), await partText(after, 'xl/workbook.xml')];
  const line = /<sheet name="评分 表" sheetId="6" r:id="(\w+)"\/>/.exec(now);
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="5">'评分 表'!$1:$3</definedName>`;
  expect(now.replace(line?.[0] ?? '-', '').replace(titles, '')).toBe(old);
  const relationships = await partText(after, 'xl/_rels/workbook.xml.rels');
  expect(relationships).toContain(
    `<Relationship Id="${line?.[1] ?? '-'}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet6.xml"/>`,
  );
  const ids = [...relationships.matchAll(/ Id="(\w+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the styles of the workbook only grow, and the counts are right', async () => {
  const before = await everything();
  const after = await patchXlsx(before, adding(scores()));
  const styles = await partText(after, 'xl/styles.xml');
  for (const [list, child] of [
    ['fonts', 'font'],
    ['fills', 'fill'],
    ['borders', 'border'],
    ['cellXfs', 'xf'],
  ] as const) {
    const [, count, inner = ''] = new RegExp(`<${list} count="(\\d+)"[^>]*>(.*?)</${list}>`, 's').exec(styles) ?? [];
    expect([list, inner.match(new RegExp(`<${child}[ />]`, 'g'))?.length]).toEqual([list, Number(count)]);
    const [, , old = '-'] =
      new RegExp(`<${list} count="(\\d+)"[^>]*>(.*?)</${list}>`, 's').exec(await partText(before, 'xl/styles.xml')) ??
      [];
    expect(inner.startsWith(old)).toBe(true);
  }
});

test('adding a second time needs no new styles', async () => {
  const once = await patchXlsx(await everything(), adding(scores()));
  expect((await compare(once, await patchXlsx(once, adding(scores('再'))))).changed).not.toContain('xl/styles.xml');
});

test('every look is what another reader sees', async () => {
  const looks: CellLook[] = [
    'title',
    'note',
    'header',
    'text',
    'centered',
    'weight',
    'score',
    'rate',
    'total-label',
    'total-score',
  ];
  const sheet: NewSheet = {
    name: '样',
    cells: looks.map((look, row) => ({ row, column: 0, look, content: num(1) })),
    merges: [],
    columnWidths: [],
    headerRow: -1,
  };
  const bytes = await patchXlsx(await made({ name: '数据', rows: [[1]] }), adding(sheet));
  const cells = (await readWithLibrary(bytes, { readStyles: true })).sheets[1]?.cells;
  const seen = looks.map((look, row) => {
    const style = cells?.get(`${String(row)},0`)?.style;
    const { font, border, alignment } = style ?? {};
    return [
      look,
      font?.name,
      font?.bold ?? false,
      border?.top?.style,
      alignment?.horizontal,
      alignment?.wrapText ?? false,
      style?.numFmt,
    ];
  });
  expect(seen).toEqual([
    ['title', '宋体', true, undefined, 'center', false, undefined],
    ['note', '宋体', false, undefined, 'left', true, undefined],
    ['header', '宋体', true, 'thin', 'center', true, undefined],
    ['text', '宋体', false, 'thin', 'left', true, undefined],
    ['centered', '宋体', false, 'thin', 'center', true, undefined],
    ['weight', '宋体', false, 'thin', 'center', true, '0.0'],
    ['score', '宋体', false, 'thin', 'center', true, '0.0'],
    ['rate', '宋体', false, 'thin', 'center', true, '0.00%'],
    ['total-label', '宋体', true, 'thin', 'center', true, undefined],
    ['total-score', '宋体', true, 'thin', 'center', true, '0.0'],
  ]);
});

test('the page is A4 across, one page wide, and the headings stay in view', async () => {
  const bytes = await patchXlsx(await made({ name: '数据', rows: [[1]] }), adding(scores()));
  const sheet = (await readWithLibrary(bytes, { readStyles: true })).sheets[1];
  expect(sheet?.freezePane).toEqual({ rows: 3 });
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(sheet?.columns?.map((column) => column.width)).toEqual([30, 10, 12]);
  expect(await partText(bytes, 'xl/workbook.xml')).toMatch(
    /<\/sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">/,
  );
});

test('merged cells are formatted to their last one', async () => {
  const bytes = await patchXlsx(await made({ name: '数据', rows: [[1]] }), adding(scores()));
  const [, row = ''] = /<row r="1"[^>]*>(.*?)<\/row>/s.exec(await partText(bytes, 'xl/worksheets/sheet2.xml')) ?? [];
  const styles = [...row.matchAll(/<c r="([A-C])1" s="(\d+)"/g)];
  expect(styles.map(([, column]) => column)).toEqual(['A', 'B', 'C']);
  expect(new Set(styles.map(([, , style]) => style)).size).toBe(1);
});

test('a workbook without a style sheet gets one', async () => {
  const bytes = await patchXlsx(await byHand({ sheets: ['<sheetData/>'] }), adding(scores()));
  expect((await readXlsx(bytes)).sheets[1]?.rows[3]).toEqual(['预算执行率<&>', 10, 0.982]);
  const cells = (await readWithLibrary(bytes, { readStyles: true })).sheets[1]?.cells;
  expect(cells?.get('3,2')?.style?.numFmt).toBe('0.00%');
  expect(await partText(bytes, '[Content_Types].xml')).toContain('PartName="/xl/styles.xml"');
});

test('a Strict workbook with prefixed names gets a Strict sheet', async () => {
  const plain = await byHand({
    sheets: ['<sheetData/>'],
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  });
  const before = await repack(plain, {
    'xl/workbook.xml': (xml) =>
      xml
        .replace(/<(\/?)(workbook|sheets|sheet)\b/g, '<$1m:$2')
        .replace(' xmlns=', ' xmlns:m=')
        .replaceAll('r:', 'rel:')
        .replace('xmlns:r=', 'xmlns:rel='),
  });
  const after = await patchXlsx(before, adding(scores()));
  expect((await readXlsx(after)).sheets[1]?.name).toBe('评分 表');
  expect(await partText(after, 'xl/workbook.xml')).toMatch(
    /<m:sheet name="评分 表" sheetId="6" rel:id="\w+"\/><\/m:sheets><m:definedNames>/,
  );
  expect(await partText(after, 'xl/worksheets/sheet2.xml')).toContain(
    '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">',
  );
  expect(await partText(after, 'xl/_rels/workbook.xml.rels')).not.toContain(
    'schemas.openxmlformats.org/officeDocument',
  );
});
