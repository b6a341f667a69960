import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMeasuredRule, parseRule, type MeasuredRule, type Rule } from '../../../src/core/scheme/rules/rules.ts';
import { given } from './cases.ts';

/* The examples that stand beside each rule, written like the table of a finance bureau. */

export interface Example {
  readonly 说明: string;
  /** The value, or one for each name; `缺` is missing, `不适用` is 0 ÷ 0. */
  readonly 指标值?: string | Readonly<Record<string, string>>;
  /** What people enter for each point; an empty text is an empty row. */
  readonly 填写?: Readonly<Record<string, string>>;
  /** null while something is missing. */
  readonly 得分: string | null;
  readonly 缺?: readonly string[];
  readonly 原因?: string;
  readonly 过程?: string;
  /** The findings about the value. */
  readonly 提示?: readonly string[];
  readonly 无公式?: boolean;
}

export interface Row {
  readonly 指标: string;
  readonly 分值: string;
  readonly 得分小数: number;
  readonly 参数: string;
  readonly 也可写成?: readonly string[];
  readonly 意思: string;
  /** For rules over one value. */
  readonly 方向?: keyof typeof DIRECTIONS;
  readonly 例: readonly Example[];
}

export interface Examples {
  readonly 表: readonly Row[];
  readonly 不允许: readonly { readonly 参数: string; readonly 提示: string }[];
}

export const DIRECTIONS = { 越高越好: 'more', 越低越好: 'less', 高低都扣分: undefined } as const;

const RULES = join(__dirname, '../../../src/core/scheme/rules');

/** The folders of the rules. */
export const KINDS: readonly string[] = readdirSync(RULES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

export function examplesOf(kind: string): Examples {
  return JSON.parse(readFileSync(join(RULES, kind, 'examples.json'), 'utf8')) as Examples;
}

/** 评分方式 of the folder, as the rule itself calls it. */
export function nameOf(kind: string): string {
  const words = readFileSync(join(RULES, kind, 'words.ts'), 'utf8');
  return given(/export const NAME = '(.+)'/.exec(words)?.[1]);
}

export function ruleOf(kind: string, parameters: string): Rule {
  const read = parseRule(nameOf(kind), parameters);
  if (read?.status !== 'rule') throw new Error(`${parameters}: ${read?.allowed ?? 'no such 评分方式'}`);
  return read.rule;
}

/** Every rule over one value that the examples have, with what it is worth there. */
export function measuredExamples(): readonly { rule: MeasuredRule; weight: string; precision: number }[] {
  return KINDS.flatMap((kind) =>
    examplesOf(kind).表.flatMap((row) => {
      const rule = ruleOf(kind, row.参数);
      return isMeasuredRule(rule) ? [{ rule, weight: row.分值, precision: row.得分小数 }] : [];
    }),
  );
}
