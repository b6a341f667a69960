import { LIST_SEPARATOR } from './terms.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（写在引号里）',
  number: '数字',
  int: '整数',
  boolean: 'true或false',
  array: '列表',
  object: '一组字段',
};

const instead = (found: string): string => (found === '' ? '' : `，实际为${found}`);

/** What is wrong with a pack file: where, what should be there, what is. */
export const PACK_FILE = {
  notJson: (place: string): string => `不是有效的JSON文件${place}。请检查括号、引号和逗号。`,
  at: (line: string, column: string): string => `（第${line}行第${column}个字附近有错）`,
  deep: '嵌套的层数太多，不是指标体系。',
  problem: (place: string, what: string): string => `${place === '' ? '' : `${place}：`}${what}。`,
  missing: '缺少这一项',
  type: (expected: string, found: string): string => `应为${TYPES[expected] ?? expected}${instead(found)}`,
  values: (values: readonly string[], found: string): string =>
    `应为${values.map((value) => `“${value}”`).join(LIST_SEPARATOR)}之一${instead(found)}`,
  format: (found: string): string => `应为写在引号里的数字，例如"5"、"0.95"${instead(found)}`,
  tooSmall: (minimum: string): string => `太小或太少，至少为${minimum}`,
  tooBig: (maximum: string): string => `太大或太多，至多为${maximum}`,
  unknownKeys: (keys: readonly string[]): string =>
    `没有${keys.map((key) => `“${key}”`).join(LIST_SEPARATOR)}这样的字段，请检查拼写或删除`,
} as const;

/** What no single field of a scheme can show. */
export const SCHEME_FAULTS = {
  empty: '不能为空',
  unwritable: '含有不能显示的控制字符，请删除',
  negative: '不能小于0',
  nameTwice: (name: string): string => `名称“${name}”重复，无法分清`,
  fineWeight: (precision: string): string => `分值的小数不能超过得分小数位（${precision}位）`,
  morePoints: (weight: string): string => `规则给的分不能超过分值${weight}`,
  unverified: '整个指标体系标为已核对时，每个指标都应已核对',
  pointsForEach:
    '按履职方向或按项目逐项设的指标，分值要平分，评分方式只能是“按比例”或“评定等次”：写明分数的评分方式不能随分值平分',
  slotMissing: (slot: string): string => `逐项设的指标，名称里要有“${slot}”，否则各项同名，无法分清`,
  noMeasure: '按数据计分的指标应写明取值方式、分子和分母',
  unknownMeasure: (id: string, near: readonly string[]): string =>
    `没有名为“${id}”的自带指标值${near.length === 0 ? '' : `，相近的有：${near.join(LIST_SEPARATOR)}`}`,
  noProgress: '既定进度应大于0',
} as const;
