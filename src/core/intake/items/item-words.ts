import type { Count, Item, Stock } from '../../ledger/keys.ts';
import type { Aspects } from '../aspects.ts';
import { HEADER_WORDS } from '../header-words.ts';

/*
 * What words mean in tables about single matters, beyond what they mean everywhere: 货物 in a table of purchases, 年末数 in a table of
 * what there is.
 */

type Words = readonly (readonly [readonly string[], Aspects])[];

/** The words that hold everywhere, with those of one form, without those that mean less in it. */
export function formWords(own: Words, without: (word: string) => boolean = () => false): ReadonlyMap<string, Aspects> {
  const words = new Map([...HEADER_WORDS].filter(([word]) => !without(word)));
  for (const [synonyms, aspects] of own) for (const word of synonyms) words.set(word, aspects);
  return words;
}

export function itemSays(item: Item): Aspects {
  return { side: 'expenditure', subject: { kind: 'item', item } };
}

const count = (name: Count): Aspects => ({ count: name });
const stock = (name: Stock): Aspects => ({ stock: name });

/** Headers of last year's amounts beside the year's. */
export const PRIOR_WORDS: Words = [
  [['上年', '上年数', '上年度', '上一年', '上一年度', '去年', '上年同口径'], { prior: true }],
  [['本年数', '今年'], {}],
];

export const THREE_EXPENSES_WORDS: Words = [
  [['三公经费支出', '三公支出', '三公经费总额'], itemSays('三公经费')],
  [
    ['因公出国(境)经费', '因公出国(境)支出', '因公出国境费', '因公出国费用', '出国(境)费', '出国费'],
    itemSays('因公出国(境)费'),
  ],
  [
    [
      '公务用车',
      '公务用车经费',
      '公务用车支出',
      '公务用车购置及运行支出',
      '公车购置及运行费',
      '公车购置及运行维护费',
      '公务用车购置和运行维护费',
    ],
    itemSays('公务用车购置及运行费'),
  ],
  [['公车购置费', '车辆购置费', '公务用车购置支出'], itemSays('公务用车购置费')],
  [
    ['公车运行费', '公车运行维护费', '车辆运行费', '车辆运行维护费', '公务用车运行维护支出', '公务用车运行支出'],
    itemSays('公务用车运行费'),
  ],
  [['接待费', '公务接待支出', '公务接待费用'], itemSays('公务接待费')],
  [['因公出国(境)团组', '因公出国(境)团组数量'], count('因公出国(境)团组数')],
  [['因公出国(境)人次', '因公出国(境)人数'], count('因公出国(境)人次数')],
  [['公务用车购置数量', '公务用车购置辆数'], count('公务用车购置数')],
  [['公务用车保有数', '公务用车保有数量', '公务用车保有辆数', '公车保有量'], count('公务用车保有量')],
  [['国内公务接待批次数'], count('国内公务接待批次')],
  [['国内公务接待人次数', '国内公务接待人数'], count('国内公务接待人次')],
];

/** Under 公务用车购置及运行费 its two parts need not say again whose they are. */
export const VEHICLE_PARTS: Words = [
  [['购置费', '购置'], itemSays('公务用车购置费')],
  [['运行费', '运行维护费', '运行', '运行维护'], itemSays('公务用车运行费')],
];

const EXECUTED_PURCHASES = { ...itemSays('政府采购'), measure: '决算数' } as const;

export const PROCUREMENT_WORDS: Words = [
  [
    ['实际采购金额', '实际采购额', '实际采购数', '实际政府采购金额', '实际采购', '采购执行数', '实际采购支出'],
    EXECUTED_PURCHASES,
  ],
  [
    ['年初采购预算', '年初政府采购预算', '年初采购预算数', '年初政府采购预算数'],
    { ...itemSays('政府采购'), measure: '年初预算数' },
  ],
  [
    ['全年采购预算', '调整后采购预算', '全年政府采购预算', '调整后政府采购预算', '全年采购预算数', '调整后采购预算数'],
    { ...itemSays('政府采购'), measure: '全年预算数' },
  ],
  [['政府采购金额', '政府采购总额', '采购总额'], itemSays('政府采购')],
];

export const PURCHASE_KINDS: Words = [
  [['货物', '货物类', '货物采购', '货物支出', '货物类采购'], itemSays('政府采购货物')],
  [['工程', '工程类', '工程采购', '工程支出', '工程类采购'], itemSays('政府采购工程')],
  [['服务', '服务类', '服务采购', '服务支出', '服务类采购'], itemSays('政府采购服务')],
];

/** The two days of what there is. */
export const STOCK_DAYS: Words = [
  [['年初', '年初数', '期初', '期初数', '年初余额', '期初余额', '年初金额'], { stockMeasure: '年初数' }],
  [
    ['年末', '年末数', '期末', '期末数', '年末余额', '期末余额', '年底数', '年底', '年末金额'],
    { stockMeasure: '年末数' },
  ],
  [['12月31日', '截至', '截止'], {}],
];

export const CARRY_OVER_WORDS: Words = [
  [
    [
      '结转结余',
      '结转和结余',
      '结转及结余',
      '结转结余资金',
      '结转和结余资金',
      '结转结余数',
      '累计结转结余',
      '结转结余总额',
    ],
    stock('结转结余'),
  ],
  [
    [
      '年末累计结转结余',
      '本年累计结转结余',
      '本年度累计结转结余',
      '本年度累计结转结余资金总额',
      '期末结转结余',
      '期末结转和结余',
    ],
    { stock: '结转结余', stockMeasure: '年末数' },
  ],
  [
    ['期初结转结余', '上年累计结转结余', '上年度累计结转结余', '上年度累计结转结余资金总额', '期初结转和结余'],
    { stock: '结转结余', stockMeasure: '年初数' },
  ],
  [['其他资金结转结余', '非财政拨款结转结余'], { basis: '其他资金', stock: '结转结余' }],
];

/** 结转 or 结余 alone. */
export const HALF_CARRY_OVER = /^(?!.*结转.*结余).*(结转|结余)/;

export const ASSET_WORDS: Words = [
  [['资产总计', '资产总额', '资产合计', '总资产'], stock('资产总计')],
  [
    [
      '固定资产',
      '固定资产总额',
      '固定资产总值',
      '固定资产合计',
      '固定资产原值',
      '固定资产账面原值',
      '所有固定资产总额',
      '固定资产总计',
    ],
    stock('固定资产'),
  ],
  [
    [
      '在用固定资产',
      '在用固定资产总额',
      '实际在用固定资产',
      '实际在用固定资产总额',
      '固定资产在用',
      '在用固定资产原值',
      '在用固定资产合计',
    ],
    stock('在用固定资产'),
  ],
  [['总额', '总值', '原值', '账面原值', '账面原价', '原价', '价值'], {}],
];

/** Of these only those in a table of 固定资产 mean 固定资产. */
export const IN_USE_WORDS: Words = [[['在用', '实际在用', '其中在用', '使用中'], stock('在用固定资产')]];

export const STAFF_WORDS: Words = [
  [
    [
      '编制',
      '编制数',
      '编制人数',
      '编制总数',
      '人员编制',
      '人员编制数',
      '核定编制',
      '核定编制数',
      '核定编制人数',
      '编制数量',
      '批准编制数',
      '编制人员数',
    ],
    { staff: '编制' },
  ],
  [
    [
      '在职',
      '在职数',
      '在职人数',
      '在职人员',
      '在职人员数',
      '实有在职人数',
      '实有在职人员',
      '实有在职人员数',
      '年末在职人数',
      '年末实有在职人数',
      '年末在职人员数',
      '在编人数',
      '在编在职人数',
      '在职在编人数',
      '在编实有人数',
      '实有在编人数',
    ],
    { staff: '在职' },
  ],
];
