/** What would raise a score, and what a change of one amount does to all scores. */
export const WHAT_IF = {
  /** What is done with an input: `by` is the size of the change, `to` what it then is. */
  action: {
    spent: {
      more: (p: Action): string => `${p.name}在12月31日前再支出${p.by}（达到${p.to}）`,
      less: (p: Action): string => `${p.name}少支出${p.by}（为${p.to}）`,
    },
    'paid-by-month': {
      more: (p: Action): string => `${p.month}月底前多支付${p.by}（把以后月份的支付提前，${p.name}达到${p.to}）`,
      less: (p: Action): string => `${p.month}月底前少支付${p.by}（推迟到以后月份，${p.name}为${p.to}）`,
    },
    received: {
      more: (p: Action): string => `${p.name}在12月31日前再增加${p.by}（达到${p.to}）`,
      less: (p: Action): string => `${p.name}减少${p.by}（为${p.to}）`,
    },
    stock: {
      more: (p: Action): string => `${p.name}增加${p.by}（达到${p.to}）`,
      less: (p: Action): string => `${p.name}减少${p.by}（降到${p.to}）`,
    },
    output: {
      more: (p: Action): string => `${p.name}再完成${p.by}（达到${p.to}）`,
      less: (p: Action): string => `${p.name}减少${p.by}（为${p.to}）`,
    },
    count: {
      more: (p: Action): string => `${p.name}增加${p.by}（达到${p.to}）`,
      less: (p: Action): string => `${p.name}减少${p.by}（降到${p.to}）`,
    },
  },
  toFull: (action: string, from: string, full: string): string => `若${action}，得分由${from}分提高到满分${full}分。`,
  toNext: (action: string, from: string, next: string): string => `若${action}，得分由${from}分提高到${next}分`,
  thenFull: (action: string, full: string): string => `；若${action}，得满分${full}分。`,
  notFull: (full: string): string => `；只改这一个数达不到满分${full}分。`,
  others: (count: string): string => `另有${count}个数也可以单独改变来提高得分。`,
  costliest: (p: { month: string; rate: string; schedule: string; short: string }): string =>
    `${p.month}月末的进度影响最大：累计执行率${p.rate}，序时进度${p.schedule}，少支付${p.short}`,
  costliestScore: (p: { score: string }): string => `；仅此一项赶上序时进度，得分为${p.score}分。`,
  fullMarks: '已得满分。',
  notApplicable: '不适用，没有可提高的得分。',
  missing: (keys: string): string => `缺少数据，不能测算：${keys}。`,
  judged: '得分由人工评定，不由金额计算，没有可测算的变化。',
  given: (keys: string): string => `得分取决于${keys}，是预算、上年数等已定的数，不能再改变，没有可测算的变化。`,
  unclear: (keys: string): string => `改变${keys}时得分有升有降，不能确定最小的变化，没有给出。`,
  outOfReach: (keys: string, several: boolean): string =>
    `只改变${keys}${several ? '中的一个数' : ''}，在年度预算、前后月份等限度以内不能提高得分。`,
} as const;

interface Action {
  readonly name: string;
  readonly by: string;
  readonly to: string;
  readonly month: string;
}
