import { aspectsOf } from './header-words.ts';

/*
 * Which headers stand over labels and which over amounts; finding a table needs only this much.
 */

/** Heads of columns that say what a row is about. */
const LABEL_HEADERS =
  /^(项目|预算项目|支出项目|收入项目|类别|支出类别|支出性质|收入来源|资金来源|资金性质|科目|((部门|政府)预算)?(支出|收入)?(功能|经济)?(分类)?科目(编码|代码|名称)?|(支出)?(功能|经济)分类(科目)?(编码|代码|名称)?|编码|代码|(预算|支出|采购)?项目(名称|编码|代码|类别)|名称|(预算)?(单位|部门)(\(单位\))?(名称|编码|代码)?|月份|资产类别|采购类别|采购项目|三级指标|指标|指标名称|填报项|事项|日期|凭证日期|支付日期)(\([^()]*\))?$/;

const UNIT_HEADERS = /^(预算)?(单位|部门)(\(单位\))?(名称|编码|代码)?$/;

/** True for a header over the names or codes of organisations. */
export function isUnitHeader(label: string): boolean {
  return UNIT_HEADERS.test(label);
}

/** True for a header over labels: `项目`, `科目编码`, `项目(按功能分类)`. */
export function isLabelHeader(label: string): boolean {
  return label !== '' && LABEL_HEADERS.test(label);
}

/** True for a header over amounts: one that names a measure, a source, a kind of money, or anything that ends in 数, 额 or 金额. */
export function isMeasureHeader(label: string): boolean {
  if (label === '' || label.length > 30) return false;
  if (/(数|额|金额|合计|小计|经费|收入|支出|拨款)(\([^()]*元\))?$/.test(label)) return true;
  return saysSomething(label);
}

/** True for a row of words that heads amounts without a column of labels, as 三公 tables have it: each names an item or a measure. */
export function isLabellessHeader(labels: readonly string[]): boolean {
  const said = labels.filter((label) => label !== '').map((label) => aspectsOf(label));
  const names = said.filter(
    (aspects) => aspects?.subject?.kind === 'item' || aspects?.measure !== undefined || aspects?.budget === true,
  );
  const isAllKnown = said.every((aspects) => aspects !== undefined);
  return isAllKnown && said.length >= 2 && names.length >= said.length - 1;
}

/** True for a label that known words cover and that says something about an amount. */
export function saysSomething(label: string): boolean {
  const said = aspectsOf(label);
  return said !== undefined && Object.keys(said).length > 0;
}
