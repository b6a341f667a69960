import type { TemplateContent } from '../../../../src/core/report/template/template-content.ts';
import { readCarriedData } from '../../../../src/hosts/files/docx/read-carried-data.ts';
import { readControls, readDocument } from '../../../../src/hosts/files/docx/read-document.ts';
import { open, parse, all, words } from './package.ts';
import { bodyOf, contentOf, filled, madeUp, p, run, table, templateDocx } from './template-docx.ts';

let sampleContent: TemplateContent;

beforeAll(async () => {
  sampleContent = await contentOf();
});

describe('placeholders', () => {
  test('facts and phrases become content controls, as in our own reports', async () => {
    const { paragraphs, controls } = await bodyOf(p('决算{财政拨款.决算数}，{决算数比全年预算数}。'), sampleContent);
    expect(paragraphs).toEqual(['决算240.17万元，比全年预算减少4.40万元。']);
    expect(controls).toMatchObject([
      { tag: '财政拨款.决算数', title: '执行!D8', text: '240.17万元', paragraph: 0 },
      {
        tag: '决算数比全年预算数',
        title: expect.stringContaining('执行!') as string,
        text: '比全年预算减少4.40万元',
        paragraph: 0,
      },
    ]);
  });

  test.each([
    ['in one run', [['{部门名称}']]],
    ['spread over runs', [['{', '部门', '名', '称}']]],
    ['brace by brace', [['单位：{部', '门名称', '}', '。']]],
    ['full-width braces', [['｛部门名称｝']]],
    ['mixed braces and spaces', [['{ 部门 名称　｝']]],
    ['full-width braces over runs', [['｛部', '门名称｝']]],
  ])('are found %s', async (_, [runs = []]) => {
    const { controls } = await bodyOf(p(...runs), sampleContent);
    expect(controls.map(({ tag, text }) => [tag, text])).toEqual([['部门名称', '广州市越秀区科学技术协会']]);
  });

  test('a name as Word cuts it when it was typed, corrected and checked', async () => {
    const body =
      '<w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:rPr><w:b/></w:rPr><w:t>年{</w:t></w:r><w:proofErr w:type="spellStart"/>' +
      '<w:r><w:t>财政拨款</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>' +
      '<w:r><w:lastRenderedPageBreak/><w:t>.决算数</w:t></w:r><w:proofErr w:type="spellEnd"/>' +
      '<w:ins w:id="1"><w:r><w:t xml:space="preserve">} 元</w:t></w:r></w:ins></w:p>';
    const { paragraphs, controls } = await bodyOf(body, sampleContent);
    expect(paragraphs).toEqual(['年240.17万元 元']);
    expect(controls).toHaveLength(1);
  });

  test('signs of markup in a name', async () => {
    const name = '项目.R&D<"一">\'中心\'.决算数';
    expect((await bodyOf(p(`甲{${name}}{?${name}}有{/${name}}`), madeUp({ [name]: '乙' }))).paragraphs).toEqual([
      '甲乙有',
    ]);
  });

  test('brackets may be full-width in a name, and letters may be written as numbers', async () => {
    const content = madeUp({ 名称: '甲' });
    const entity = `<w:p><w:r><w:t>&#123;&#x540D;称&#125;</w:t></w:r></w:p>`;
    expect((await bodyOf(entity, content)).paragraphs).toEqual(['甲']);
    const { paragraphs } = await bodyOf(p('{因公出国（境）费.决算数}'), sampleContent);
    expect(paragraphs[0]).toContain('待补充');
  });

  test('the same name twice has two controls, numbered as in the draft', async () => {
    const { controls } = await bodyOf(p('{决算数}') + p('{决算数}'), sampleContent);
    expect(controls.map(({ tag }) => tag)).toEqual(['决算数', '决算数#2']);
  });

  test('in tables, headers, footers and inside text boxes', async () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent>${p('框{部门名称}')}</w:txbxContent></w:pict></w:r>${run('外{评价年度}')}</w:p>`;
    const bytes = await filled(
      await templateDocx(table(['年度', '{评价年度}']) + box, {
        header: p('页眉{部门名称}'),
        footer: p('页脚{评价年度}'),
      }),
      sampleContent,
    );
    expect((await readDocument(bytes)).paragraphs).toEqual(['年度', '2023', '外2023', '框广州市越秀区科学技术协会']);
    const parts = await open(bytes);
    expect(words(parse(parts.get('word/header1.xml')))).toBe('页眉广州市越秀区科学技术协会');
    expect(all(parse(parts.get('word/footer1.xml')), 'w:tag').map(({ attributes }) => attributes['w:val'])).toEqual([
      '评价年度#3',
    ]);
  });

  test('what the workbook lacks is a visible mark, never empty and never 0', async () => {
    const bytes = await filled(await templateDocx(p('基金{政府性基金.决算数}；{同级平均执行率}')), sampleContent);
    const { paragraphs, controls } = await readDocument(bytes);
    expect(paragraphs).toEqual([
      '基金【待补充：政府性基金决算数缺数据】；【待补充：同级平均执行率，填入“基本信息”表】',
    ]);
    expect(controls.map(({ tag }) => tag)).toEqual(['待补充.政府性基金.决算数', '待补充.同级平均执行率']);
    const document = parse((await open(bytes)).get('word/document.xml'));
    expect(all(document, 'w:highlight')).toHaveLength(2);
    expect((await readCarriedData(bytes))?.phrases.map(({ kind }) => kind)).toEqual(['todo', 'todo']);
  });

  test('the look of the run stays, and the mark of what is missing is put where the schema wants it', async () => {
    const look = '<w:rPr><w:b/><w:sz w:val="32"/><w:u w:val="single"/></w:rPr>';
    const bytes = await filled(
      await templateDocx(`<w:p><w:r>${look}<w:t>甲{决算数}乙{政府性基金.决算数}</w:t></w:r></w:p>`),
      sampleContent,
    );
    const document = parse((await open(bytes)).get('word/document.xml'));
    const looks = all(document, 'w:rPr').map(({ children }) => children.map(({ name }) => name));
    expect(looks).toEqual([
      ['w:b', 'w:sz', 'w:u'],
      ['w:b', 'w:sz', 'w:u'],
      ['w:b', 'w:sz', 'w:u'],
      ['w:b', 'w:sz', 'w:highlight', 'w:u'],
    ]);
  });
});

describe('loops and conditions', () => {
  test('over paragraphs: the lines with the marks alone go away', async () => {
    const { paragraphs } = await bodyOf(
      p('甲') + p('{#扣分指标}') + p('（{中文序号}）{指标名称}扣{扣分}分') + p('{/扣分指标}') + p('乙'),
      sampleContent,
    );
    expect(paragraphs).toEqual([
      '甲',
      '（一）预算完成率扣0.1分',
      '（二）一般公共预算支出年度平均执行率扣0.4分',
      '（三）绩效目标合理性扣0.3分',
      '（四）绩效监控和绩效评价开展情况扣0.2分',
      '乙',
    ]);
  });

  test('within a sentence, with what stands between the items', async () => {
    const { paragraphs } = await bodyOf(
      p('扣分的有{#扣分指标}{指标名称}', '{?末项}。{/}{!末项}、{/末项}', '{/扣分指标}'),
      sampleContent,
    );
    expect(paragraphs).toEqual([
      '扣分的有预算完成率、一般公共预算支出年度平均执行率、绩效目标合理性、绩效监控和绩效评价开展情况。',
    ]);
  });

  test('over the rows of a table; the rows around it stay', async () => {
    const { paragraphs, controls } = await bodyOf(
      table(['指标', '扣分'], ['{#扣分指标}{指标名称}', '{扣分}{/扣分指标}'], ['合计', '{自评.扣分}']),
      sampleContent,
    );
    expect(paragraphs).toHaveLength(2 + 4 * 2 + 2);
    expect(paragraphs.slice(2, 6)).toEqual(['预算完成率', '0.1', '一般公共预算支出年度平均执行率', '0.4']);
    expect(controls[1]).toMatchObject({ tag: '自评表.预算完成率.扣分', title: '执行!D8、预算!G8' });
  });

  test('several rows together, and paragraphs of one cell', async () => {
    const rows = table(['{#项目}{项目名称}'], ['{决算数}{/项目}']);
    expect((await bodyOf(rows, sampleContent)).paragraphs.length % 2).toBe(0);
    const cell = p('{#扣分指标}') + p('{指标名称}') + p('{/扣分指标}');
    expect((await bodyOf(table([cell]), sampleContent)).paragraphs).toHaveLength(4);
  });

  test('a loop in a loop goes over what belongs to the outer item', async () => {
    const { paragraphs } = await bodyOf(
      p('{#工作任务}') + p('{任务名称}') + p('{#产出}{产出名称}、{/产出}') + p('{/工作任务}'),
      sampleContent,
    );
    expect(paragraphs.slice(4, 6)).toEqual(['用好网络平台，扩大科学传播范围', '公众号推文、累计阅读量、']);
    const all = await bodyOf(p('{#产出}{产出名称}、{/产出}'), sampleContent);
    expect(all.paragraphs[0]?.split('、')).toHaveLength(13);
  });

  test('a group of rows with its own rows', async () => {
    const { paragraphs } = await bodyOf(
      p('{#一级指标}') + p('{一级指标}{得分}') + table(['{#指标}{指标名称}', '{得分}{/指标}']) + p('{/一级指标}'),
      sampleContent,
    );
    expect(paragraphs.filter((text) => /^(履职效能60|管理效率39)/.test(text))).toEqual([
      '履职效能60.0',
      '管理效率39.0',
    ]);
  });

  test('a loop over nothing leaves nothing; a table without rows goes', async () => {
    const content = madeUp({ 名: '甲' }, { 空: [] });
    expect((await bodyOf(p('{名}') + p('{#空}') + p('{名}') + p('{/空}'), content)).paragraphs).toEqual(['甲']);
    expect((await bodyOf(p('{名}') + table(['{#空}{名}', '{/空}']) + p('乙'), content)).paragraphs).toEqual([
      '甲',
      '乙',
    ]);
    const cell = await bodyOf(table([p('{#空}') + p('{名}') + p('{/空}'), '{名}']), content);
    // A cell has to hold a paragraph.
    expect(cell.paragraphs).toEqual(['', '甲']);
  });

  test.each([
    ['an amount', '决算数', '有'],
    ['an amount that is missing', '政府性基金.决算数', '没有'],
    ['an amount of 0', '因公出国(境)费.决算数', '没有'],
    ['a text', '部门职能', '有'],
    ['a deduction', '扣分.绩效目标合理性', '有'],
    ['a deduction that is none', '扣分.资产管理规范性', '没有'],
    ['a loop', '扣分指标', '有'],
  ])('a condition on %s', async (_, name, expected) => {
    const { paragraphs } = await bodyOf(p(`{?${name}}有{/${name}}{!${name}}没有{/}`), sampleContent);
    expect(paragraphs).toEqual([expected]);
  });

  test('signs typed full-width; a condition over rows and paragraphs', async () => {
    const content = madeUp({ 有: '甲', 无: '' }, { 项: [{ 名: '一' }, { 名: '二' }] });
    const body =
      p('｛＃项｝｛名｝｛／项｝') +
      p('{？无}') +
      p('不写') +
      p('{／无}') +
      table(['{?有}写', '{/}'], ['{！有}不写', '{/}'], ['末']);
    expect((await bodyOf(body, content)).paragraphs).toEqual(['一二', '写', '', '末']);
  });

  test('a paragraph of which a condition left nothing goes away, unless something needs it', async () => {
    const content = madeUp({ 有: '甲', 无: '' }, { 空: [] });
    const nothing = p('{?无}不写{/}{#空}不写{/空}');
    expect((await bodyOf(p('前') + nothing + p('后{有}'), content)).paragraphs).toEqual(['前', '后甲']);
    expect((await bodyOf(p('前') + p('{?无}不写{/}还有') + p('后'), content)).paragraphs).toEqual(['前', '还有', '后']);
    // An empty line of the template stays; so does what a cell ends with, and what stands between two tables.
    expect((await bodyOf(p('{有}') + p() + p('后'), content)).paragraphs).toEqual(['甲', '', '后']);
    expect((await bodyOf(table([nothing, '乙']) + nothing + table(['丙']), content)).paragraphs).toEqual([
      '',
      '乙',
      '',
      '丙',
    ]);
    const bookmark = `<w:p><w:bookmarkStart w:id="1" w:name="甲"/>${run('{?无}不写{/}')}<w:bookmarkEnd w:id="1"/></w:p>`;
    expect((await bodyOf(bookmark + p('后'), content)).paragraphs).toEqual(['', '后']);
  });

  test('the draft of a section, a paragraph each', async () => {
    const { paragraphs } = await bodyOf(p('{#章节.自评结论}') + p('{段落}') + p('{/章节.自评结论}'), sampleContent);
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[1]).toMatch(/^经自评，总得分99分/);
  });
});

describe('text of the workbook is text', () => {
  const NASTY = '<w:p/>&lt;"\'{决算数}｛#项｝=SUM(A1)<?value 0?>]]>{{';

  test('markup, braces and formulas stand as they are', async () => {
    const { paragraphs, controls } = await bodyOf(p('前{甲}后'), madeUp({ 甲: NASTY }));
    expect(paragraphs).toEqual([`前${NASTY}后`]);
    expect(controls.map(({ text }) => text)).toEqual([NASTY]);
  });

  test('line breaks and tabs are elements, control characters are gone', async () => {
    const bytes = await filled(await templateDocx(p('{甲}')), madeUp({ 甲: '一\n二\t三\u0000\u000b四\ud800' }));
    expect((await readDocument(bytes)).paragraphs).toEqual(['一\n二\t三\n四']);
    const document = parse((await open(bytes)).get('word/document.xml'));
    expect([all(document, 'w:br'), all(document, 'w:tab')].map((found) => found.length)).toEqual([2, 1]);
  });

  test('several lines are several paragraphs in the look of the first', async () => {
    const look = '<w:pPr><w:pStyle w:val="own"/></w:pPr>';
    const bytes = await filled(
      await templateDocx(`<w:p>${look}${run('职责：{甲}（完）')}</w:p>`),
      madeUp({ 甲: '第一段。\r第二段。' }),
    );
    expect((await readDocument(bytes)).paragraphs).toEqual(['职责：第一段。', '第二段。（完）']);
    const document = parse((await open(bytes)).get('word/document.xml'));
    expect(all(document, 'w:pStyle').map(({ attributes }) => attributes['w:val'])).toEqual(['own', 'own']);
  });

  test('but lines of one where the paragraph ends a section or the words stand in a link', async () => {
    const content = madeUp({ 甲: '一\r二' });
    const section = `<w:p><w:pPr><w:sectPr/></w:pPr>${run('{甲}')}</w:p>`;
    const link = `<w:p><w:hyperlink>${run('{甲}')}</w:hyperlink></w:p>`;
    expect((await bodyOf(section + link, content)).paragraphs).toEqual(['一\n二', '一\n二']);
  });
});

describe('links', () => {
  test('the document carries its facts and phrases, and each control is one of them', async () => {
    const bytes = await filled(
      await templateDocx(p('{#工作任务}') + p('{任务名称}：{开展情况}') + p('{/工作任务}') + p('{决算数}')),
      sampleContent,
    );
    const data = await readCarriedData(bytes);
    expect(data).toMatchObject({ hashMatches: true, year: '2023', department: '广州市越秀区科学技术协会' });
    expect(data?.facts).toEqual(sampleContent.facts);
    const controls = await readControls(bytes);
    expect(controls.length).toBeGreaterThan(12);
    expect(controls.map(({ tag, text }) => [tag, text])).toEqual(data?.phrases.map(({ tag, text }) => [tag, text]));
    expect(data?.phrases.map(({ id }) => id)).toContain('产出.公众号推文.实际值');
  });

  test('a control of the template around a placeholder lets the words stay', async () => {
    const sdt = `<w:sdt><w:sdtPr><w:tag w:val="own"/><w:showingPlcHdr/><w:dataBinding/><w:text/></w:sdtPr><w:sdtContent>${run('{决算数}')}</w:sdtContent></w:sdt>`;
    const bytes = await filled(await templateDocx(`<w:p>${sdt}</w:p>`), sampleContent);
    const document = parse((await open(bytes)).get('word/document.xml'));
    expect(all(document, 'w:sdtPr')[0]?.children.map(({ name }) => name)).toEqual(['w:tag']);
    expect((await readControls(bytes)).map(({ tag, text }) => [tag, text])).toEqual([
      ['own', '240.35万元'],
      ['决算数', '240.35万元'],
    ]);
  });

  test('tags and numbers of controls that the template has are not given out again', async () => {
    const first = await filled(await templateDocx(p('{决算数}')), sampleContent);
    const sdt = /<w:sdt>.*<\/w:sdt>/su.exec((await open(first)).get('word/document.xml') ?? '')?.[0] ?? '';
    const bytes = await filled(await templateDocx(`<w:p>${sdt}</w:p>${p('{决算数}')}`), sampleContent);
    const tags = (await readControls(bytes)).map(({ tag }) => tag);
    expect(tags).toEqual(['决算数', expect.stringMatching(/^决算数~[\da-f]{8}$/)]);
    const numbers = all(parse((await open(bytes)).get('word/document.xml')), 'w:id').map(
      ({ attributes }) => attributes['w:val'],
    );
    expect(new Set(numbers).size).toBe(2);
  });
});
