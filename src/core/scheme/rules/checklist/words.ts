/* Words of this rule alone; they live with it, so that a rule is one folder. */

export const NAME = '要点评分';

export const ALLOWED =
  '逐项写要点和该项分值，例如“①制度健全（2分）；②执行有效（1分）”；不符合才扣分的，每项都写“（扣2分）”';

export const DEDUCTS = '扣';

export const FAULTS = { negative: '要点的分值不能低于0', twice: '有两个要点的文字相同' } as const;

export const WORDS = {
  rule: ({
    items,
    counts,
  }: {
    items: readonly { text: string; points: string }[];
    counts?: 'down' | undefined;
  }): string => {
    const list = items.map(({ text, points }) => `${text}（${points}分）`).join('；');
    return counts === 'down' ? `不符合的逐项扣分，扣完为止：${list}` : list;
  },
  answer: { met: '是', 'not-met': '否', 'not-applicable': '不适用' },
  noAnswer: '未填写',
  reason: (items: readonly string[]): string => `${items.map((item) => `“${item}”`).join('、')}未达到要求`,
} as const;
