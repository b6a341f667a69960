import { messageOf } from '../../../src/core/texts/finding-texts.ts';
import { drafted, inlinesOf, linesOf, sectionOf } from '../support/documents.ts';
import { taskOf } from '../support/ledgers.ts';
import { department, FIGURES, JUDGED, MONEY, SCHEME, TASKS } from './model.ts';

const MONEY_SECTION = '部门整体收支情况';

function money(
  change: Record<string, string>,
  without: readonly string[] = [],
  projects: readonly string[] = [],
): readonly string[] {
  const lines = sectionOf(drafted(department(change, without, { projects }), SCHEME).document, MONEY_SECTION);
  return lines.filter((line) => !line.includes('后附'));
}

test('nothing known: every figure and every text is a mark that says where to fill it in, and no number is made up', () => {
  const { document, findings } = drafted({}, SCHEME);
  const inlines = document.blocks.filter(({ kind }) => kind !== 'table').flatMap(inlinesOf);
  const numbers = inlines.filter(({ kind, text }) => kind === 'phrase' && /\d/.test(text)).map(({ text }) => text);
  expect(numbers).toEqual(['“某区2023年指标体系”']);
  expect(sectionOf(document, MONEY_SECTION)[1]).toContain('年初预算【待补充：年初预算数缺数据】');
  expect(sectionOf(document, '部门职能')).toEqual([
    '【待补充：部门职能，填入“基本信息”表】',
    '【待补充：人员情况，填入“基本信息”表的“公务员人数”等行】',
  ]);
  expect(sectionOf(document, '自评结论')[1]).toContain('总得分暂不能得出');
  expect(findings.map(({ code }) => code)).toEqual(['field-missing', 'field-missing', 'draft-incomplete']);
});

test('a total is not drafted while one indicator lacks its data; the one is named', () => {
  const { document } = drafted(department({}, ['财政拨款.全年预算数']), SCHEME);
  expect(sectionOf(document, '自评结论')[1]).toBe(
    '经自评，部分指标数据或打分不全，总得分暂不能得出：【待补充：预算完成率缺数据或未打分】。各项指标得分见后附《部门整体支出绩效自评表》。',
  );
  expect(sectionOf(document, '管理效率分析')[0]).toContain('【待补充：预算完成率缺数据或未打分】');
  expect(linesOf(document).join('\n')).not.toMatch(/总得分\d/);
});

test('only 财政拨款: said so, and no other money', () => {
  const lines = money({ 决算数: '240.17万元' });
  expect(lines[1]).toContain('支出决算全部为财政拨款。');
  expect(lines.join('')).not.toContain('其他资金');
});

test('other money without a source: the source is a mark', () => {
  expect(money({}, ['其他资金来源'])[1]).toContain(
    '其他资金来源为【待补充：其他资金的来源，填入“基本信息”表的“其他资金来源”】',
  );
});

test('whether there is other money is not known: nothing is said about it', () => {
  expect(money({}, ['财政拨款.决算数', '财政拨款.基本支出.决算数', '财政拨款.项目支出.决算数'])[1]).not.toMatch(
    /其他资金|全部为财政拨款/,
  );
});

test('no income: a mark in its place', () => {
  const lines = money({}, ['收入.年初预算数', '收入.决算数']);
  expect(lines[0]).toBe('【待补充：部门收入预算和决算】');
  expect(lines[1]).toMatch(/^2023年部门支出/);
});

test('income with one amount only: the other is a mark', () => {
  expect(money({}, ['收入.年初预算数'])[0]).toContain(
    '部门收入年初预算【待补充：收入年初预算数缺数据】；决算240.35万元。',
  );
});

test('no projects: no paragraph on projects', () => {
  expect(money({}).join('')).not.toContain('项目支出执行情况');
});

test('a project with a budget of nothing has no rate, and none is made up', () => {
  const lines = money({ '项目.追加项目.决算数': '5.00万元', '项目.追加项目.全年预算数': '0.00万元' }, [], ['追加项目']);
  expect(lines.at(-1)).toBe('项目支出执行情况：追加项目全年没有预算，支出5.00万元。');
});

test('a project with a budget that nothing was spent of is told so, without a rate of nothing', () => {
  const facts = { '项目.追加项目.决算数': '0.00万元', '项目.追加项目.全年预算数': '5.00万元' };
  expect(money(facts, [], ['追加项目']).at(-1)).toBe('项目支出执行情况：追加项目全年预算5.00万元，没有支出。');
});

test('a project with a budget whose spending is not known: the spending is a mark, the budget stands', () => {
  expect(money({ '项目.追加项目.全年预算数': '5.00万元' }, [], ['追加项目']).at(-1)).toBe(
    '项目支出执行情况：追加项目全年预算5.00万元，支出【待补充：追加项目决算数缺数据】。',
  );
});

test.each([
  ['科普活动', '科普活动项目支出5.00万元'],
  ['追加项目', '追加项目支出5.00万元'],
  ['项目管理', '项目管理项目支出5.00万元'],
])('the word 项目 stands once after the name %s', (name, said) => {
  expect(money({ [`项目.${name}.决算数`]: '5.00万元' }, ['项目.科普活动.全年预算数'], [name]).at(-1)).toBe(
    `项目支出执行情况：${said}。`,
  );
});

describe('other money', () => {
  /** The last sentence of the paragraph on expenditure. */
  const after = (all: string, fiscal: string): string =>
    (money({ 决算数: all, '财政拨款.决算数': fiscal })[1] ?? '').split('。').at(-2) ?? '';

  test.each([
    ['2401745.36元', '2401700.36元', '45.00元'],
    ['2401700.38元', '2401700.36元', '0.02元'],
    ['2401750.35元', '2401700.36元', '49.99元'],
    ['2401750.36元', '2401700.36元', '0.01万元'],
  ])('%s of which %s: %s, never 0.00万元', (all, fiscal, shown) => {
    expect(after(all, fiscal)).toBe(`支出决算中，财政拨款240.17万元，其他资金${shown}，其他资金来源为上级学会经费`);
  });

  test.each([
    ['240.18万元', '240.17万元'],
    ['240.16万元', '240.17万元'],
    ['240.17万元', '2401712.36元'],
  ])('%s and %s differ by rounding alone: no other money', (all, fiscal) => {
    const lines = money({ 决算数: all, '财政拨款.决算数': fiscal });
    expect(after(all, fiscal)).toBe('支出决算中，财政拨款240.17万元');
    expect(lines.join('')).not.toMatch(/其他资金|全部为财政拨款/);
  });

  test('more than rounding can leave over is other money', () => {
    expect(after('240.19万元', '240.17万元')).toContain('其他资金0.02万元');
  });

  test('other money that a sheet states is told however small', () => {
    const lines = money({ 决算数: '240.18万元', '财政拨款.决算数': '240.17万元', '其他资金.决算数': '0.01万元' });
    expect(lines[1]).toContain('其他资金0.01万元');
  });
});

test('no 财政拨款 was spent: said so, without shares of nothing and without marks for them', () => {
  const zero = Object.fromEntries(
    ['财政拨款', '财政拨款.基本支出', '财政拨款.项目支出'].map((subject) => [`${subject}.决算数`, '0.00万元']),
  );
  const lines = money(zero);
  expect(lines[1]).toContain('支出决算全部为其他资金，其他资金来源为上级学会经费。');
  expect(lines[2]).toBe('2023年没有财政拨款支出。');
  expect(lines.slice(0, 3).join('')).not.toMatch(/占财政拨款|待补充/);
});

test.each([
  ['244.75万元', '与全年预算持平'],
  ['2447499.99元', '与全年预算基本持平，为全年预算的100.00%'],
  ['234.75万元', '比全年预算减少10.00万元，为全年预算的95.91%'],
  ['244.79万元', '超出全年预算0.04万元，为全年预算的100.02%'],
])('%s of 244.75万元 that were to spend: %s', (executed, said) => {
  expect(money({ 决算数: executed })[1]).toContain(`，${said}。`);
});

test.each([
  ['280.00万元', '比上年减少39.65万元，下降14.16%'],
  ['240.35万元', '与上年持平'],
  ['200.00万元', '比上年增加40.35万元，增长20.18%'],
  ['0.00万元', '上年没有支出，无同期可比数'],
])('%s the year before: %s', (prior, said) => {
  expect(money({ 上年决算数: prior })[1]).toContain(`，${said}。`);
});

test('a first year has nothing to be held against, and nothing is said of it', () => {
  expect(money({}).join('')).not.toMatch(/上年|同期/);
});

test('a department without a budget at its beginning', () => {
  expect(money({ 年初预算数: '0.00万元' })[1]).toMatch(/支出年初没有安排预算；全年预算244\.75万元；决算240\.35万元/);
});

test('neither budget nor spending', () => {
  const none = Object.fromEntries(
    ['年初预算数', '全年预算数', '决算数'].flatMap((measure) => [
      [measure, '0.00万元'],
      [`财政拨款.${measure}`, '0.00万元'],
    ]),
  );
  expect(money(none)[1]).toBe('2023年部门支出全年没有预算；没有支出。');
});

test('all was 基本支出: no project, and no share of nothing', () => {
  const all = { '财政拨款.基本支出.决算数': '240.17万元', '财政拨款.项目支出.决算数': '0.00万元' };
  expect(money(all)[2]).toBe('财政拨款支出全部为基本支出。');
});

test('a sheet that states 财政拨款 alone is told of 财政拨款, not of what is missing', () => {
  const lines = money({}, ['年初预算数', '全年预算数', '决算数']);
  expect(lines[1]).toBe(
    '2023年财政拨款支出年初预算240.27万元；全年预算244.57万元，比年初预算增加4.30万元；决算240.17万元，比全年预算减少4.40万元，为全年预算的98.20%。',
  );
});

test('a sheet that states no source of money: what it was spent on is told of all money', () => {
  const fiscal = ['年初预算数', '全年预算数', '决算数', '基本支出.决算数', '项目支出.决算数'].map(
    (key) => `财政拨款.${key}`,
  );
  const lines = money({ '基本支出.决算数': '199.59万元', '项目支出.决算数': '40.76万元' }, fiscal);
  expect(lines[2]).toBe('支出决算中，基本支出199.59万元，占支出决算的83.04%；项目支出40.76万元，占支出决算的16.96%。');
});

const THREE = (budget: string, spent: string, prior: string): Record<string, string> => ({
  '三公经费.年初预算数': budget,
  '三公经费.决算数': spent,
  '三公经费.上年决算数': prior,
  '公务接待费.决算数': spent,
});

test.each([
  [
    THREE('1.00万元', '0.80万元', '1.00万元'),
    '年初预算1.00万元，决算0.80万元，比年初预算减少0.20万元，比上年减少0.20万元，下降20.00%',
  ],
  [
    THREE('1.00万元', '1.20万元', '0.00万元'),
    '年初预算1.00万元，决算1.20万元，超出年初预算0.20万元，上年没有支出，无同期可比数',
  ],
  [THREE('1.00万元', '0.00万元', '0.30万元'), '年初预算1.00万元，没有支出，比上年减少0.30万元'],
  [THREE('0.00万元', '0.00万元', '0.00万元'), '没有预算，也没有支出'],
  [THREE('0.00万元', '0.50万元', '0.50万元'), '全年没有预算，决算0.50万元，与上年持平'],
])('“三公”经费 of %j', (facts, said) => {
  expect(money(facts).at(-1)).toBe(`“三公”经费${said}。`);
});

test('a project that was overspent, and one whose spending was taken back', () => {
  const facts = {
    '项目.抢险.全年预算数': '5.00万元',
    '项目.抢险.决算数': '6.00万元',
    '项目.普查.全年预算数': '2.00万元',
    '项目.普查.决算数': '-0.50万元',
  };
  expect(money(facts, ['项目.科普活动.全年预算数'], ['抢险', '普查']).at(-1)).toBe(
    '项目支出执行情况：抢险项目全年预算5.00万元，支出6.00万元，超出预算1.00万元，支出率120.00%；普查项目全年预算2.00万元，冲减支出0.50万元。',
  );
});

test('many projects: their number and the largest; without the table all of them', () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
  const facts = Object.fromEntries(names.map((name, index) => [`项目.${name}.决算数`, `${String(index + 1)}.00万元`]));
  expect(money(facts, ['项目.科普活动.全年预算数'], names).at(-1)).toBe(
    '全年共有项目7个，其中支出额较大的有：庚项目支出7.00万元；己项目支出6.00万元；戊项目支出5.00万元；丁项目支出4.00万元；丙项目支出3.00万元。',
  );
  const input = department(facts, ['项目.科普活动.全年预算数'], { projects: names });
  const { document } = drafted(input, SCHEME, { off: ['money-table'] });
  expect(sectionOf(document, MONEY_SECTION).at(-1)).toMatch(
    /^项目支出执行情况：甲项目支出1\.00万元；.*庚项目支出7\.00万元。$/,
  );
});

test('no tasks: a mark in their place', () => {
  const { document } = drafted(department({}, [], { tasks: [] }), SCHEME);
  expect(sectionOf(document, '年度总体工作和重点工作任务').at(-1)).toBe('【待补充：重点工作任务，填入“工作任务”表】');
});

test('a task without words or figures: marks that name it', () => {
  const { document } = drafted(
    department({}, ['产出.科技竞赛.实际值'], { tasks: [taskOf('甲', '组织竞赛', ['科技竞赛'])] }),
    SCHEME,
  );
  expect(sectionOf(document, '组织竞赛')).toEqual([
    '【待补充：“组织竞赛”的工作开展情况，填入“工作任务”表】',
    '主要产出：【待补充：“科技竞赛”实际值缺数据】。',
  ]);
});

test('no attachment number and no name for itself: neither is invented', () => {
  const { document } = drafted(department({}, ['附件序号', '部门自称']), SCHEME);
  expect(document.blocks[0]?.kind).toBe('title');
  expect(sectionOf(document, '自评结论')[0]).toMatch(/^本单位按照/);
});

describe('placeholders in a person’s words', () => {
  const told = (words: string): ReturnType<typeof drafted> => drafted(department({ 年度总体工作: words }), SCHEME);
  const line = (words: string): string => sectionOf(told(words).document, '年度总体工作和重点工作任务')[0] ?? '';

  test.each([
    ['举办{科普讲座}', '举办12场。'],
    ['举办{ 科普讲座 }，又{科普讲座}', '举办12场，又12场。'],
    ['支出{决算数}', '支出240.35万元。'],
    ['没有花括号', '没有花括号。'],
    ['已结束！', '已结束！'],
  ])('%s → %s', (words, said) => {
    expect(line(words)).toBe(said);
    expect(told(words).findings).toEqual([]);
  });

  test('a name that is not known is marked and reported with the nearest', () => {
    expect(line('举办{科普讲坐}')).toBe('举办【待补充：“科普讲坐”没有对应的数据】。');
    expect(told('举办{科普讲坐}').findings).toMatchObject([
      { code: 'placeholder-unknown', params: { name: '科普讲坐', known: '科普讲座' } },
      { code: 'draft-incomplete', params: { count: '1' } },
    ]);
  });

  test.each([
    ['举办{科普讲座', '举办{科普讲座'],
    ['举办科普讲座}', '举办科普讲座}'],
    ['{科普讲座}后又办{科普讲座', '后又办{科普讲座'],
  ])('a brace without its other half is reported with its words: %s', (words, text) => {
    const { findings } = told(words);
    expect(findings).toEqual([
      {
        code: 'brace-unclosed',
        params: { text: expect.stringContaining(text) as string },
        cells: [expect.objectContaining({ sheet: '数据' })],
      },
    ]);
    expect(line(words)).toContain(text);
  });

  test('a brace without its other half in a task’s words is reported with their cell', () => {
    const tasks = [taskOf('服务公众', '办讲座', ['科普讲座'], '举办{科普讲座，覆盖12个街道')];
    const { findings } = drafted(department({}, [], { tasks }), SCHEME);
    expect(findings.filter(({ code }) => code === 'brace-unclosed')).toMatchObject([
      {
        params: { text: expect.stringContaining('举办{科普讲座，覆盖12个街道') as string },
        cells: [{ sheet: '工作任务', row: 2, column: 3 }],
      },
    ]);
  });

  test('an output that is known but has no actual value: a mark that asks for it, and the name is no mistake', () => {
    const { document, findings } = drafted(department({}, ['产出.科普讲座.实际值']), SCHEME);
    const mark = '【待补充：“科普讲座”的实际值，填入“工作任务”表】';
    expect(sectionOf(document, '年度总体工作和重点工作任务')[0]).toBe(`全年开展${mark}，财政拨款支出240.17万元。`);
    expect(sectionOf(document, TASKS[0]?.title ?? '')).toEqual([`举办${mark}，覆盖12个街道。`]);
    expect(findings.map(({ code }) => code)).toEqual(['draft-incomplete']);
  });

  test('an output that is named in a task’s words is not listed again', () => {
    const { document } = drafted(department(), SCHEME);
    expect(sectionOf(document, TASKS[0]?.title ?? '').join('')).not.toContain('主要产出');
  });
});

test('the message about marks counts them all and lists each thing once, in the order of the report', () => {
  const { findings } = drafted(
    department({}, ['部门职能', '整体绩效目标', '产出.科普讲座.实际值'], { judgements: JUDGED }),
    SCHEME,
  );
  const [found] = findings.filter(({ code }) => code === 'draft-incomplete');
  if (found?.code !== 'draft-incomplete') throw new Error('not reported');
  const { count, what } = found.params;
  const things = what.split('；');
  expect(things.slice(0, 3)).toEqual([
    '部门职能，填入“基本信息”表',
    '“科普讲座”的实际值，填入“工作任务”表',
    '整体绩效目标，填入“基本信息”表',
  ]);
  expect(new Set(things).size).toBe(things.length);
  expect(Number(count)).toBeGreaterThan(things.length);
  expect(messageOf(found)).toContain(`有${count}处待补充，已用【待补充】标出：部门职能，填入“基本信息”表；`);
});

test('an unverified scheme is remarked on before anything else', () => {
  const { document } = drafted(department(), { ...SCHEME, verified: false });
  expect(document.blocks.map(({ kind }) => kind).slice(0, 3)).toEqual(['attachment-label', 'title', 'remark']);
  expect(linesOf(document)[2]).toContain('“某区2023年指标体系”未与财政部门正式文件核对');
});

test('the model’s own figures are all used', () => {
  const text = linesOf(drafted(department(), SCHEME).document).join('\n');
  const amounts = Object.values({ ...MONEY, ...FIGURES }).filter((stated) => !text.includes(stated));
  // Planned values stand only in reasons for missed targets; the budget of 财政拨款 at the start of the year is not asked for.
  expect(amounts).toEqual(['10场']);
});
