import type { Basis, Category, Measure } from '../ledger/keys.ts';

/*
 * What forms call things, as plain labels (see labels.ts). A label means the entry whose synonym it contains; of several the
 * longest synonym wins, so that 政府性基金预算财政拨款 is a government fund and not 财政拨款.
 */

export const MEASURE_WORDS: Readonly<Record<Measure, readonly string[]>> = {
  年初预算数: ['年初预算数', '年初预算', '年初批复数', '年初部门预算', '批复预算数', '年初安排数'],
  全年预算数: ['全年预算数', '全年预算', '调整后预算数', '调整后预算', '调整后的预算', '年度预算数', '调整预算数'],
  决算数: ['决算数', '支出决算', '收入决算', '全年执行数', '预算执行数', '执行数', '实际支出数', '实际执行数'],
};

export const BASIS_WORDS: Readonly<Record<Basis, readonly string[]>> = {
  财政拨款: ['财政拨款', '财政资金', '财政拨款小计'],
  一般公共预算: ['一般公共预算', '一般公共预算拨款', '一般公共预算财政拨款'],
  政府性基金: ['政府性基金', '政府性基金预算', '政府性基金预算财政拨款', '政府性基金财政拨款'],
  国有资本经营: ['国有资本经营', '国有资本经营预算', '国有资本经营预算财政拨款', '国有资本经营财政拨款'],
  其他资金: ['其他资金', '其他收入', '非财政拨款', '单位资金', '自有资金', '财政专户', '财政专户管理资金'],
};

export const CATEGORY_WORDS: Readonly<Record<Category, readonly string[]>> = {
  基本支出: ['基本支出', '基本支出小计', '基本支出合计'],
  人员经费: ['人员经费', '人员支出', '人员经费合计'],
  公用经费: ['公用经费', '公用支出', '公用经费合计', '日常公用经费'],
  项目支出: ['项目支出', '项目支出小计', '项目支出合计'],
  上缴上级支出: ['上缴上级支出', '上缴上级单位支出'],
  经营支出: ['经营支出', '事业单位经营支出'],
  对附属单位补助支出: ['对附属单位补助支出', '对附属单位补助'],
};

/** Row labels that mean everything together. */
export const TOTAL_WORDS = [
  '合计',
  '总计',
  '本年支出合计',
  '支出合计',
  '本年收入合计',
  '收入合计',
  '支出总计',
  '收入总计',
];

/** Column headers over the words that say what a row is about. */
export const CATEGORY_HEADERS = [
  '支出类别',
  '支出类型',
  '项目类别',
  '类别',
  '支出分类',
  '支出性质',
  '项目',
  '支出项目',
  '收入来源',
  '收入项目',
  '资金来源',
];
export const PROJECT_HEADERS = ['项目名称', '预算项目', '预算项目名称'];

/** Words in a column header that make it something other than the measure it names: that of the year before or after, a rate, a difference. */
export const OTHER_MEANING = /[上下次明]年|[上下]一年|去年|以前年度|同期|率|占|比重|比例|%|差额|差异|差数|增减|较/;

/** What stands below a table and is no row of it: notes and who filled it in. */
export const FOOTER =
  /^(注\d?|附注|备注|说明|(填表|制表|填报|审核|复核|经办|联系)人?|(单位|部门|财务|分管)?负责人|联系电话|(填报|填表|报送|制表)(日期|时间))(:|$)/;

/** The entry whose longest synonym the label contains. */
export function wordIn<T extends string>(label: string, words: Readonly<Record<T, readonly string[]>>): T | undefined {
  let best: { entry: T; length: number } | undefined;
  for (const [entry, synonyms] of Object.entries(words) as [T, readonly string[]][]) {
    for (const synonym of synonyms) {
      if (label.includes(synonym) && synonym.length > (best?.length ?? 0)) best = { entry, length: synonym.length };
    }
  }
  return best?.entry;
}

/** The entry one of whose synonyms the label is, with nothing else around it. */
export function wordFor<T extends string>(label: string, words: Readonly<Record<T, readonly string[]>>): T | undefined {
  for (const [entry, synonyms] of Object.entries(words) as [T, readonly string[]][]) {
    if (synonyms.includes(label)) return entry;
  }
  return undefined;
}
