import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { fixtureReport } from './fixture.ts';
import { all, ancestors, child, open, parse, words, type Node } from './package.ts';

let parts: Map<string, string>;
let body: Node;

beforeAll(async () => {
  parts = await open(await writeDocx(fixtureReport()));
  body = child(parse(parts.get('word/document.xml')), 'w:body');
});

test('every digit of the body stands in a content control that says where it comes from', () => {
  const withDigits = all(body, 'w:t').filter(({ text }) => /\d/.test(text));
  expect(withDigits.length).toBeGreaterThan(60);
  const untold = withDigits.filter((run) => {
    const control = ancestors(run).find(({ name }) => name === 'w:sdt');
    return control === undefined || child(control, 'w:sdtPr', 'w:alias').attributes['w:val'] === '';
  });
  expect(untold.map(({ text }) => text)).toEqual([]);
});

test('controls have unique tags and unique positive 32-bit ids', () => {
  const properties = all(body, 'w:sdtPr');
  const tags = properties.map((node) => child(node, 'w:tag').attributes['w:val']);
  const ids = properties.map((node) => Number(child(node, 'w:id').attributes['w:val']));
  expect(properties.length).toBe(99);
  expect(new Set(tags).size).toBe(tags.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
});

test('controls are rich text and can be edited', () => {
  const kinds = new Set(all(body, 'w:sdtPr').flatMap(({ children }) => children.map(({ name }) => name)));
  expect([...kinds].sort()).toEqual(['w:alias', 'w:id', 'w:tag']);
});

test('only what is still to be written is highlighted', () => {
  const highlighted = all(body, 'w:r').filter((run) => all(run, 'w:highlight').length > 0);
  expect(highlighted.map(words)).toEqual([
    '【待补充：请补充有代表性的活动名称及其社会反响】',
    '【待补充：如有审计、财政检查指出的问题，请在此说明整改情况】',
  ]);
});

test('the same report gives the same bytes, and none of them is a date or a name of the machine', async () => {
  const first = await writeDocx(fixtureReport());
  await new Promise((resolve) => setTimeout(resolve, 2100)); // zip files count time in steps of two seconds
  const second = await writeDocx(fixtureReport());
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  expect(parts.get('docProps/core.xml')).not.toMatch(/created|modified|Un-named/);
});

test('properties: title, department, language', () => {
  const core = parse(parts.get('docProps/core.xml'));
  expect(child(core, 'dc:title').text).toBe('云溪县全民阅读促进中心部门整体支出绩效自评报告');
  expect(child(core, 'dc:creator').text).toBe('云溪县全民阅读促进中心');
  expect(child(core, 'dc:language').text).toBe('zh-CN');
});

test('the package holds together: parts are well-formed, typed, and every relationship leads to a part', () => {
  const types = parse(parts.get('[Content_Types].xml'));
  for (const override of all(types, 'Override'))
    expect([...parts.keys()]).toContain(override.attributes.PartName?.slice(1));
  for (const [name, xml] of parts) {
    const root = parse(xml);
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const relationship of all(root, 'Relationship')) {
      const target = new URL(relationship.attributes.Target ?? '', `file:///${folder}`).pathname.slice(1);
      expect([...parts.keys()]).toContain(target);
    }
    const ids = all(root, 'Relationship').map(({ attributes }) => attributes.Id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('every style and list that is used is defined', () => {
  const styles = new Set(
    all(parse(parts.get('word/styles.xml')), 'w:style').map((node) => node.attributes['w:styleId']),
  );
  const lists = new Set(all(parse(parts.get('word/numbering.xml')), 'w:num').map((node) => node.attributes['w:numId']));
  const used = [
    'word/document.xml',
    'word/footer1.xml',
    'word/footer2.xml',
    'word/footnotes.xml',
    'word/styles.xml',
  ].map((name) => parse(parts.get(name)));
  for (const name of ['w:pStyle', 'w:rStyle', 'w:basedOn', 'w:next']) {
    for (const node of used.flatMap((root) => all(root, name))) expect(styles).toContain(node.attributes['w:val']);
  }
  for (const node of used.flatMap((root) => all(root, 'w:numId'))) expect(lists).toContain(node.attributes['w:val']);
});

test('the outline numbers are automatic: the headings hold none', () => {
  const headings = all(body, 'w:p').filter((node) =>
    all(node, 'w:pStyle').some(({ attributes }) => attributes['w:val']?.startsWith('Heading')),
  );
  expect(headings.map((node) => [all(node, 'w:ilvl')[0]?.attributes['w:val'], words(node)]).slice(0, 4)).toEqual([
    ['0', '部门基本情况'],
    ['1', '部门职能与机构设置'],
    ['1', '年度总体工作和重点任务'],
    ['2', '完善阅读设施网络'],
  ]);
});
