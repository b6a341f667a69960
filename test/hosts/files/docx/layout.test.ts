import { columnWidths } from '../../../../src/hosts/files/docx/table.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport, phrase, words as fixed } from './fixture.ts';
import { all, child, open, parse, reportOf, style, words, type Node } from './package.ts';

/** GB/T 9704-2012 in numbers of the file format, written out here and not taken from the code. */

let parts: Map<string, string>;
let body: Node;

beforeAll(async () => {
  parts = await open(await writeDocx(fixtureReport()));
  body = child(parse(parts.get('word/document.xml')), 'w:body');
});

const run = (id: string): Node => child(style(parts, id), 'w:rPr');
const paragraph = (id: string): Node => child(style(parts, id), 'w:pPr');

test('A4 with margins 37, 28, 35 and 26 mm', () => {
  const section = child(body, 'w:sectPr');
  expect(child(section, 'w:pgSz').attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
  expect(child(section, 'w:pgMar').attributes).toMatchObject({
    'w:top': '2098',
    'w:left': '1587',
    'w:bottom': '1984',
    'w:right': '1474',
  });
});

test('the grid holds 22 lines of 28 characters', () => {
  const { attributes } = child(body, 'w:sectPr', 'w:docGrid');
  expect(attributes).toEqual({ 'w:type': 'linesAndChars', 'w:linePitch': '579', 'w:charSpace': '-842' });
  expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
  const pitch = 16 - 842 / 4096;
  expect(Math.floor((11906 - 1587 - 1474) / 20 / pitch)).toBe(28);
});

test('28 characters fit a line without the grid too, and 29 do not', () => {
  const condensed = 16 + Number(child(run('BodyText'), 'w:spacing').attributes['w:val']) / 20;
  expect(28 * condensed).toBeLessThan(442.25);
  expect(29 * condensed).toBeGreaterThan(442.25);
});

test('body: 3号 仿宋, 28.95 pt, two characters of indent, justified', () => {
  const defaults = child(parse(parts.get('word/styles.xml')), 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  expect(child(defaults, 'w:rFonts').attributes).toMatchObject({
    'w:eastAsia': '仿宋',
    'w:ascii': 'Times New Roman',
    'w:hAnsi': 'Times New Roman',
  });
  expect(child(defaults, 'w:sz').attributes['w:val']).toBe('32');
  expect(child(defaults, 'w:lang').attributes['w:eastAsia']).toBe('zh-CN');
  expect(child(run('Normal'), 'w:sz').attributes['w:val']).toBe('32');
  expect(child(paragraph('Normal'), 'w:jc').attributes['w:val']).toBe('both');
  expect(child(paragraph('BodyText'), 'w:spacing').attributes).toEqual({ 'w:line': '579', 'w:lineRule': 'exact' });
  expect(child(paragraph('BodyText'), 'w:ind').attributes).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '632' });
});

test.each([
  ['Heading1', 'heading 1', '黑体', '0'],
  ['Heading2', 'heading 2', '楷体', '1'],
  ['Heading3', 'heading 3', '仿宋', '2'],
])('%s is a real heading, in its font, not bold and not coloured', (id, name, font, level) => {
  expect(child(style(parts, id), 'w:name').attributes['w:val']).toBe(name);
  expect(child(run(id), 'w:rFonts').attributes['w:eastAsia']).toBe(font);
  expect(child(paragraph(id), 'w:outlineLvl').attributes['w:val']).toBe(level);
  expect(child(paragraph(id), 'w:ind').attributes['w:firstLineChars']).toBe('200');
  expect(run(id).children.map(({ name: property }) => property)).toEqual(['w:rFonts', 'w:snapToGrid', 'w:spacing']);
});

test('title: 2号 小标宋, centred, not bold, one paragraph however many lines', () => {
  expect(child(run('Title'), 'w:rFonts').attributes['w:eastAsia']).toBe('方正小标宋简体');
  expect(child(run('Title'), 'w:sz').attributes['w:val']).toBe('44');
  expect(all(run('Title'), 'w:b')).toEqual([]);
  expect(child(paragraph('Title'), 'w:jc').attributes['w:val']).toBe('center');
  const titles = all(body, 'w:p').filter((node) => all(node, 'w:pStyle')[0]?.attributes['w:val'] === 'Title');
  expect(titles.map((node) => [words(node), all(node, 'w:br').length])).toEqual([
    ['云溪县全民阅读促进中心2023年度部门整体支出绩效自评报告', 2],
  ]);
});

test('attachment label: 3号黑体, its number too, flush left', () => {
  expect(child(run('AttachmentLabel'), 'w:rFonts').attributes).toMatchObject({
    'w:eastAsia': '黑体',
    'w:ascii': '黑体',
  });
  expect(all(paragraph('AttachmentLabel'), 'w:ind')).toEqual([]);
});

test('page numbers: odd pages right, even pages left, 4号宋体, one character from the edge', () => {
  expect(all(parse(parts.get('word/settings.xml')), 'w:evenAndOddHeaders')).toHaveLength(1);
  const relationships = all(parse(parts.get('word/_rels/document.xml.rels')), 'Relationship');
  for (const [type, align] of [
    ['default', 'right'],
    ['even', 'left'],
  ] as const) {
    const reference = all(body, 'w:footerReference').find((node) => node.attributes['w:type'] === type);
    const target = relationships.find(({ attributes }) => attributes.Id === reference?.attributes['r:id']);
    const footer = parse(parts.get(`word/${target?.attributes.Target ?? ''}`));
    expect(words(footer)).toBe('—  —');
    expect(all(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE']);
    const id = all(footer, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
    expect(child(paragraph(id), 'w:jc').attributes['w:val']).toBe(align);
    expect(child(paragraph(id), 'w:ind').attributes).toEqual({ [`w:${align}Chars`]: '100', [`w:${align}`]: '280' });
    expect(child(run(id), 'w:rFonts').attributes).toMatchObject({ 'w:eastAsia': '宋体', 'w:ascii': '宋体' });
    expect(child(run(id), 'w:sz').attributes['w:val']).toBe('28');
  }
});

test('fonts that are not in stock name what to take instead', () => {
  const fonts = new Map(
    all(parse(parts.get('word/fontTable.xml')), 'w:font').map((node) => [
      node.attributes['w:name'],
      child(node, 'w:altName').attributes['w:val']?.split(','),
    ]),
  );
  expect(fonts.get('方正小标宋简体')).toEqual(expect.arrayContaining(['华文中宋', '宋体']));
  expect(fonts.get('仿宋')).toContain('仿宋_GB2312');
  expect(fonts.get('楷体')).toContain('楷体_GB2312');
  const used = new Set(
    all(parse(parts.get('word/styles.xml')), 'w:rFonts').flatMap(({ attributes }) => Object.values(attributes)),
  );
  expect([...used].filter((name) => !fonts.has(name))).toEqual([]);
  expect([...fonts.keys()].every((name) => name !== undefined && name.length <= 31)).toBe(true);
});

test('tables: full width, header repeated, rows unbroken, numbers right-aligned, small text without indent', () => {
  const [first] = all(body, 'w:tbl');
  if (first === undefined) throw new Error('no table');
  expect(all(first, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']))).toEqual([
    2412, 1608, 1609, 1608, 1608,
  ]);
  const rows = all(first, 'w:tr');
  expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
  const cells = all(rows[1] ?? first, 'w:tc');
  expect(cells.map((cell) => all(cell, 'w:jc')[0]?.attributes['w:val'])).toEqual([
    undefined,
    'right',
    'right',
    'right',
    'right',
  ]);
  expect(child(run('ReportTableText'), 'w:sz').attributes['w:val']).toBe('21');
  expect(all(paragraph('ReportTableText'), 'w:ind')).toEqual([]);
  const before = body.children.slice(0, body.children.indexOf(first)).slice(-2);
  expect(before.map(words)).toEqual(['部门整体支出预算执行情况表', '单位：万元']);
});

test('column widths share out the text width without a remainder', () => {
  expect(columnWidths([1, 1, 1])).toEqual([2948, 2949, 2948]);
  for (const weights of [[7], [2, 3, 1, 1.2, 4], [0.1, 0.7, 0.2], Array.from({ length: 13 }, () => 1)]) {
    expect(columnWidths(weights).reduce((sum, width) => sum + width, 0)).toBe(8845);
  }
});

test('a row may have fewer cells than columns but not more', async () => {
  const columns = [
    { header: '甲', align: 'left', width: 1 },
    { header: '乙', align: 'right', width: 1 },
  ] as const;
  const table = (rows: number) =>
    reportOf({
      kind: 'table',
      title: [],
      unit: '',
      columns,
      rows: [Array.from({ length: rows }, () => [fixed('子')])],
    });
  const document = parse((await open(await writeDocx(table(1)))).get('word/document.xml'));
  expect(all(document, 'w:tr').map((row) => all(row, 'w:tc').length)).toEqual([2, 2]);
  await expect(writeDocx(table(3))).rejects.toThrow('more cells');
});

test.each([
  ['甲单位', '2024年3月5日', [550, 400]],
  ['某某市某某区科学技术普及与全民阅读促进中心', '2024年3月5日', [0, 750]],
])('signature: the date four characters from the edge, %s centred over it', async (name, date, expected) => {
  const report = reportOf({ kind: 'signature', lines: [[fixed(name)], [phrase('日期', date)]] });
  const document = parse((await open(await writeDocx(report))).get('word/document.xml'));
  const lines = all(document, 'w:p').filter((node) => all(node, 'w:pStyle')[0]?.attributes['w:val'] === 'Signature');
  expect(lines.map((line) => Number(child(line, 'w:pPr', 'w:ind').attributes['w:rightChars']))).toEqual(expected);
  expect(child(paragraph('Signature'), 'w:jc').attributes['w:val']).toBe('right');
});

test('a remark is boxed, smaller, and says that it is no part of the report', () => {
  expect(all(paragraph('DraftingRemark'), 'w:pBdr')).toHaveLength(1);
  expect(child(run('DraftingRemark'), 'w:sz').attributes['w:val']).toBe('24');
  const remark = all(body, 'w:p').find((node) => all(node, 'w:pStyle')[0]?.attributes['w:val'] === 'DraftingRemark');
  expect(remark === undefined ? '' : words(remark)).toMatch(/^【起草提示】本稿依据的指标体系/);
});
