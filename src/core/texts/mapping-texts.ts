import { LIST_SEPARATOR } from './terms.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(LIST_SEPARATOR);

/** The fields of a mapping file, as people see them. */
export const MAPPING_FIELDS = {
  note: '说明',
  version: '版本',
  questions: '问题',
  about: '类别',
  label: '名称',
  form: '表式',
  place: '位置',
  alternatives: '可选',
  choice: '选择',
} as const;

/** What stands at the head of a mapping file. */
export const MAPPING_NOTE =
  '这里列出没有把握的地方。请把“选择”由null改为“可选”中的一项（写在引号里），再用 --map 读入；“不采用”表示不需要。对照按“名称”查找，与所在位置无关，下一年的文件可以继续使用。';

/** What is wrong with a mapping file: where, what was found, what is allowed. */
export const MAPPING_FAULTS = {
  tooLarge: (limit: string): string => `文件过大，对照文件不应超过${limit}。请检查是否选错了文件。`,
  notJson: '不是有效的JSON文件。请检查括号、引号和逗号，或者用“inspect --save-map”重新生成。',
  notObject: (keys: readonly string[]): string => `应为一组字段，含${quoted(keys)}。`,
  unknownKeys: (place: string, keys: readonly string[], known: readonly string[]): string =>
    `${place}没有${quoted(keys)}这样的字段，可用的有：${known.join(LIST_SEPARATOR)}。请检查拼写或删除。`,
  version: (found: string): string => `“版本”应为1，实际为${found}。请用“inspect --save-map”重新生成。`,
  notList: '“问题”应为列表。',
  tooMany: (limit: string): string => `“问题”不应超过${limit}项。请检查是否选错了文件。`,
  about: (place: string, found: string, allowed: readonly string[]): string =>
    `${place}的“类别”应为${quoted(allowed)}之一，实际为${found}。`,
  text: (place: string, field: string, found: string): string =>
    `${place}的“${field}”应为不超过1000字的文字（写在引号里），实际为${found}。`,
  choice: (place: string, choice: string, allowed: string): string =>
    `${place}的选择“${choice}”不在可选范围内。可选：${allowed}。不采用请写“不采用”，未决定请写null。`,
  twice: (place: string, first: string): string => `${place}与${first}是同一个问题，选择却不同。请保留一个。`,
  place: (index: number): string => `第${String(index)}个问题`,
  nothing: '空白',
} as const;

/** What may be chosen where a file does not list it. */
export const MAPPING_CHOICES = {
  key: '年初预算数、全年预算数、决算数，前面可加口径和类别，例如“一般公共预算.项目支出.决算数”',
  row: '合计、基本支出、项目支出等类别，一般公共预算、财政拨款等资金来源，或“项目名称”（该行是一个项目）',
  addUp: '相加',
  offices: '“相加”，或者其中一个单位的名称（只采用该单位）',
} as const;
