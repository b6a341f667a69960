import type { Block, Inline, ReportDocument } from '../../../../src/core/report/document.ts';

/** A made-up report of about five pages that uses every kind of block. Names and figures are invented. */

export const words = (text: string): Inline => ({ kind: 'text', text });
export const phrase = (id: string, text: string, source = `预算!${id}`): Inline => ({
  kind: 'phrase',
  id,
  text,
  source,
});
export const todo = (id: string, text: string): Inline => ({
  kind: 'todo',
  id,
  text: `【待补充：${text}】`,
  source: '需由起草人填写',
});

let serial = 0;
const figure = (text: string, source = '执行!F12'): Inline => phrase(`测试.数值${String((serial += 1))}`, text, source);

const heading = (level: 1 | 2 | 3, number: number, text: string): Block => ({
  kind: 'heading',
  level,
  number,
  content: [words(text)],
});

const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  kind: 'paragraph',
  content: content.map((piece) => (typeof piece === 'string' ? words(piece) : piece)),
});

const INDICATORS = [
  ['履职效能', '重点工作完成率', '15', '15.00', '无'],
  ['履职效能', '产出数量达标情况', '15', '14.40', '“流动课堂”一项少办两场'],
  ['管理效率', '预算编制约束性', '10', '9.50', '年中调整幅度略高'],
  ['管理效率', '预算执行率', '10', '9.82', '项目支出进度偏慢'],
  ['管理效率', '结转结余率', '5', '5.00', '无'],
  ['管理效率', '财务合规性', '8', '8.00', '无'],
  ['管理效率', '政府采购执行情况', '7', '6.30', '一项采购跨年验收'],
  ['管理效率', '资产账实相符程度', '5', '5.00', '无'],
  ['社会效益', '公众知晓度', '10', '8.70', '样本集中在老城区'],
  ['社会效益', '服务对象满意度', '15', '14.25', '个别活动现场组织不够有序'],
] as const;

export function fixtureReport(): ReportDocument {
  serial = 0;
  const blocks: Block[] = [
    {
      kind: 'remark',
      content: [
        words(
          '本稿依据的指标体系尚未与正式文件逐项核对，定稿前请由预算绩效管理人员确认分值与评分规则。黄色标记处需要补充。',
        ),
      ],
    },
    { kind: 'attachment-label', content: [words('附件'), phrase('附件号', '4', '设置!B2')] },
    {
      kind: 'title',
      lines: [
        [words('云溪县全民阅读促进中心')],
        [phrase('年度', '2023', '封面!B3'), words('年度部门整体支出')],
        [words('绩效自评报告')],
      ],
    },
    heading(1, 1, '部门基本情况'),
    heading(2, 1, '部门职能与机构设置'),
    paragraph(
      '全民阅读促进中心负责拟订全县阅读推广规划，统筹公共阅读设施布局，组织“书香云溪”系列活动，指导乡镇（街道）阅读驿站开展日常服务，并承担少年儿童、老年人和视障人士等群体的阅读保障工作。内设办公室、推广部、资源建设部和馆站联络部，年末实有在编人员',
      figure('23人', '基本信息!C7'),
      '，比上年末',
      figure('减少1人', '基本信息!C7 − 基本信息!D7'),
      '。',
    ),
    heading(2, 2, '年度总体工作和重点任务'),
    heading(3, 1, '完善阅读设施网络'),
    paragraph(
      '全年新建乡镇阅读驿站',
      figure('6个', '产出!D4'),
      '，改造提升旧站点',
      figure('11个', '产出!D5'),
      '，县域内步行十五分钟可达阅读空间的行政村占',
      figure('87.50%', '产出!D6/产出!C6'),
      '。所有站点统一接入借阅系统，实现一处借书、多处归还。',
    ),
    heading(3, 2, '打响阅读活动品牌'),
    paragraph(
      '举办主题阅读活动',
      figure('142场', '产出!D8'),
      '，其中面向乡村学校的“流动课堂”',
      figure('58场', '产出!D9'),
      '，参与群众约',
      figure('3.6万人次', '产出!D10'),
      '；与融媒体中心合办的领读栏目累计播出',
      figure('52期', '产出!D11'),
      '。',
      todo('测试.待补充.活动', '请补充有代表性的活动名称及其社会反响'),
    ),
    heading(2, 3, '部门整体支出情况'),
    paragraph(
      '本年收入合计',
      figure('1286.40万元', '收入!E5'),
      '，支出合计',
      figure('1263.24万元', '执行!F5'),
      '，支出比上年',
      figure('增长3.20%', '执行!F5/上年!F5−1'),
      '。其中：基本支出',
      figure('702.18万元', '执行!F6'),
      '，占',
      figure('55.59%', '执行!F6/执行!F5'),
      '；项目支出',
      figure('561.06万元', '执行!F7'),
      '，占',
      figure('44.41%', '执行!F7/执行!F5'),
      '。各项支出与年初预算、全年预算的对比见下表。',
    ),
    {
      kind: 'table',
      title: [words('部门整体支出预算执行情况表')],
      unit: '单位：万元',
      columns: [
        { header: '支出类别', align: 'left', width: 3 },
        { header: '年初预算数', align: 'right', width: 2 },
        { header: '全年预算数', align: 'right', width: 2 },
        { header: '决算数', align: 'right', width: 2 },
        { header: '预算完成率', align: 'right', width: 2 },
      ],
      rows: [
        ['一、基本支出', '698.00', '710.50', '702.18', '98.83%'],
        ['　　人员经费', '612.30', '621.80', '619.44', '99.62%'],
        ['　　公用经费', '85.70', '88.70', '82.74', '93.28%'],
        ['二、项目支出', '540.00', '575.90', '561.06', '97.42%'],
        ['　　阅读设施建设与提升', '320.00', '342.00', '338.61', '99.01%'],
        ['　　阅读推广活动及数字资源采购补助', '220.00', '233.90', '222.45', '95.10%'],
        ['合　　计', '1,238.00', '1,286.40', '1,263.24', '98.20%'],
      ].map(([name = '', ...numbers]) => [[words(name)], ...numbers.map((number) => [figure(number)])]),
    },
    heading(1, 2, '绩效自评情况'),
    heading(2, 1, '自评结论'),
    paragraph(
      '按照县财政局关于部门整体支出绩效自评的要求，本中心对照指标体系逐项自查，综合得分',
      figure('95.97分', '评分!H3'),
      '，等级为',
      figure('“优”', '评分!H4'),
      '。总体看，年度目标完成较好，资金投向与职能相符，预算管理较为规范，但项目支出进度与绩效目标设置仍有改进余地。各项指标得分情况见下表。',
    ),
    {
      kind: 'table',
      title: [words('部门整体支出绩效自评得分表')],
      unit: '',
      columns: [
        { header: '一级指标', align: 'center', width: 2 },
        { header: '二级指标', align: 'left', width: 3 },
        { header: '分值', align: 'center', width: 1 },
        { header: '得分', align: 'right', width: 1.2 },
        { header: '扣分原因', align: 'left', width: 4 },
      ],
      rows: INDICATORS.map(([first, second, weight, score, reason]) => [
        [words(first)],
        [words(second)],
        [figure(weight, '评分!D5')],
        [figure(score, '评分!E5')],
        [figure(reason, '评分!F5')],
      ]),
    },
    heading(2, 2, '履职效能分析'),
    paragraph(
      '围绕县委、县政府部署的阅读民生实事，本中心把设施建设、活动供给和资源保障三条线放在一起推进。设施方面，新建驿站全部在',
      figure('2023年9月30日', '产出!E4'),
      '前开放，比计划提前',
      figure('32天', '产出!E4 − 产出!F4'),
      '；活动方面，重点任务完成率为',
      figure('100.00%', '产出!G3'),
      '；资源方面，人均公共藏书由上年的',
      figure('1.12册', '产出!C15'),
      '提高到',
      figure('1.21册', '产出!D15'),
      '。因学校课程调整，“流动课堂”比计划少办',
      figure('2场', '产出!C9 − 产出!D9'),
      '，相应扣减得分。',
    ),
    heading(2, 3, '管理效率分析'),
    heading(3, 1, '预算编制与执行'),
    paragraph(
      '全年预算调整率为',
      figure('3.91%', '（执行!E5−执行!D5）/执行!D5'),
      '，主要是年中追加数字阅读资源采购经费；支出率',
      figure('98.20%', '执行!F5/执行!E5'),
      '。分季度看，第一季度支出进度低于序时进度，第三季度起明显加快。“三公”经费支出',
      figure('4.86万元', '三公!E4'),
      '，比预算',
      figure('减少0.64万元', '三公!D4 − 三公!E4'),
      '。',
    ),
    heading(3, 2, '财务与资产管理'),
    paragraph(
      '严格执行内部控制制度，重大支出集体研究，票据、合同与验收单一一对应。年末固定资产账面价值',
      figure('318.77万元', '资产!C3'),
      '，盘点账实相符。全年政府采购预算执行率',
      figure('90.00%', '采购!D3/采购!C3'),
      '，有一项家具采购因供货延期转入下年验收。',
    ),
    heading(2, 4, '社会效益分析'),
    paragraph(
      '委托第三方发放问卷',
      figure('800份', '问卷!B2'),
      '，收回有效问卷',
      figure('764份', '问卷!B3'),
      '，公众知晓度',
      figure('86.96%', '问卷!D4'),
      '，服务对象满意度',
      figure('95.03%', '问卷!D5'),
      '。受访者对借还便利、活动内容评价较高，对周末座位紧张意见较集中。',
    ),
    heading(1, 3, '存在的主要问题'),
    paragraph(
      '一是绩效目标不够细。部分项目以“加强”“提升”等表述代替可衡量的指标，事后评价缺少参照。二是支出进度不均衡。项目支出集中在下半年，上半年支出率仅',
      figure('36.75%', '进度!G8'),
      '，低于序时进度。三是满意度调查样本偏窄，老城区受访者占',
      figure('61.39%', '问卷!E6'),
      '，对偏远乡镇需求反映不足。',
      todo('测试.待补充.问题', '如有审计、财政检查指出的问题，请在此说明整改情况'),
    ),
    heading(1, 4, '改进措施和有关建议'),
    paragraph(
      '下一步，将把绩效目标前移到项目入库环节，逐项明确数量、质量、时效和成本要求；按月通报支出进度，对连续两个月低于序时进度的项目提出调整建议；扩大问卷覆盖面，在每个乡镇设置固定回访点。建议财政部门在年初一次性下达阅读设施改造资金，便于结合假期组织施工。',
    ),
    {
      kind: 'signature',
      lines: [[words('云溪县全民阅读促进中心')], [phrase('成文日期', '2024年3月5日', '封面!B9')]],
    },
  ];
  return {
    title: '云溪县全民阅读促进中心部门整体支出绩效自评报告',
    department: '云溪县全民阅读促进中心',
    year: '2023',
    blocks,
    facts: [
      {
        key: '决算数',
        value: '12632400.00',
        unit: '元',
        display: '1263.24万元',
        basis: '部门决算',
        source: ['执行!F5', '上年!F5'],
      },
      { key: '支出率', value: '98.20', unit: '%', display: '98.20%', basis: '全年预算', source: ['执行!F5/执行!E5'] },
      { key: '政府性基金.决算数', value: '', unit: '元', display: '不适用', basis: '部门决算', source: [] },
    ],
  };
}
