/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '要点评分';

export const ALLOWED = '逐项写要点和该项分值，例如“①制度健全（2分）；②执行有效（1分）”';

export const WORDS = {
  rule: ({ items }: { items: readonly { text: string; points: string }[] }): string =>
    items.map(({ text, points }) => `${text}（${points}分）`).join('；'),
  answer: { met: '是', 'not-met': '否', 'not-applicable': '不适用' },
  noAnswer: '未填写',
  reason: (items: readonly string[]): string => `${items.map((item) => `“${item}”`).join('、')}未达到要求`,
} as const;
