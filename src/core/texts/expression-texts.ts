/** Words about the formulas that a scheme brings along. */
export const EXPRESSION_FAULTS = {
  syntax:
    '只能使用数据名称、数字、加减乘除、括号和最小、最大、平均、求和，且括号和运算符应成对、完整；含空格或运算符的名称请放在「」里',
  tooLong: (most: string): string => `公式太长，名称、数字和符号至多${most}个，请分成几个指标或先在表中算好`,
  unknownFunction: (name: string): string => `没有“${name}”这个函数，可用的有最小、最大、平均、求和`,
  nestedDivision: '除数里不能再有除法，请改写，例如把 a ÷ (b ÷ c) 写成 a × c ÷ b',
  zeroDivisor: '除数应为不等于0的数字或含有数据名称',
} as const;
/** `direct` where the divisor is the amount itself, not something computed from several. */
export const ZERO_DIVISORS = (keys: readonly string[], direct: boolean): string => {
  const names = keys.map((key) => `“${key}”`).join('、');
  return `${direct ? names : `由${names}算出的除数`}为0，被除数也为0`;
};
export const UNREADABLE = (formula: string): string => `无法识别的公式：${formula}`;
