import { showDifference } from '../money/prose.ts';
import { showSource } from '../ledger/fact.ts';
import { expenditureKey, outputKey } from '../ledger/keys.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { spoken } from '../scheme/reasons.ts';
import type { Scorecard } from '../scheme/scorecard.ts';
import { REPORT, SOURCE, TODO } from '../texts/report-texts.ts';
import { showCell } from '../workbook/cell-ref.ts';
import type { Block, Inline } from './document.ts';
import { joined, type Phrases } from './phrases.ts';

const { headings } = REPORT;

/** 一、部门基本情况: functions and staff, the year's tasks, goals, money, performance management. */
export function overviewSection(phrases: Phrases, ledger: Ledger, scorecard: Scorecard): Block[] {
  return [
    heading(1, 1, headings.overview),
    heading(2, 1, headings.functions),
    ...paragraphs([...phrases.field('部门职能'), ...optional(phrases, '机构设置')]),
    { kind: 'paragraph', content: staff(phrases, ledger) },
    heading(2, 2, headings.tasks),
    ...paragraphs(phrases.field('年度总体工作')),
    ...taskBlocks(phrases, ledger),
    heading(2, 3, headings.goals),
    ...paragraphs(phrases.field('整体绩效目标')),
    heading(2, 4, headings.money),
    ...moneyBlocks(phrases, ledger, scorecard),
    heading(2, 5, headings.management),
    heading(3, 1, headings.rules),
    ...paragraphs(phrases.field('绩效管理制度')),
    heading(3, 2, headings.monitoring),
    ...paragraphs(phrases.field('绩效运行监控')),
  ];
}

/** A heading of fixed words. */
export function heading(level: 1 | 2 | 3, number: number, text: string): Block {
  return { kind: 'heading', level, number, content: [{ kind: 'text', text }] };
}

export function paragraphs(lines: readonly (readonly Inline[])[]): Block[] {
  return lines.map((content) => ({ kind: 'paragraph', content }));
}

function optional(phrases: Phrases, key: string): readonly (readonly Inline[])[] {
  return phrases.find(key) === undefined ? [] : phrases.field(key);
}

function staff(phrases: Phrases, ledger: Ledger): readonly Inline[] {
  const groups = ledger.facts().filter(({ key }) => key.startsWith('人员.'));
  if (groups.length === 0) return [phrases.todo('人员', TODO.staff)];
  const parts = groups.map(({ key }) =>
    phrases.fill(REPORT.staffGroup, { 类别: key.slice('人员.'.length), 人数: phrases.fact(key) }),
  );
  return phrases.fill(REPORT.staff, { 人员: joined(parts, '，') });
}

function taskBlocks(phrases: Phrases, ledger: Ledger): Block[] {
  if (ledger.tasks.length === 0) return [{ kind: 'paragraph', content: [phrases.todo('工作任务', TODO.tasks)] }];
  return ledger.tasks.flatMap((task, index): Block[] => {
    const id = `工作任务.${task.title}`;
    const narrative =
      task.narrative === ''
        ? [[phrases.todo(id, TODO.narrative(task.title))]]
        : phrases.notes(`${id}.开展情况`, task.narrative, [task.narrativeCell]);
    const rest = task.outputs.filter((name) => !task.narrative.includes(`{${name}}`));
    return [
      {
        kind: 'heading',
        level: 3,
        number: index + 1,
        content: [phrases.phrase(id, task.title, showCell(task.titleCell))],
      },
      ...paragraphs(narrative),
      ...(rest.length === 0 ? [] : [{ kind: 'paragraph', content: outputs(phrases, rest) } as const]),
    ];
  });
}

function outputs(phrases: Phrases, names: readonly string[]): readonly Inline[] {
  const parts = names.map((name) =>
    phrases.fill(REPORT.output, {
      名称: phrases.phrase(`产出.${name}`, name, phrases.sourceOf(outputKey(name, '实际值'))),
      数量: phrases.fact(outputKey(name, '实际值')),
    }),
  );
  return phrases.fill(REPORT.outputs, { 产出: joined(parts, '，') });
}

function moneyBlocks(phrases: Phrases, ledger: Ledger, scorecard: Scorecard): Block[] {
  const year = (): Inline => phrases.word('评价年度');
  const first: Inline[] = [];
  if (phrases.find('收入.年初预算数') !== undefined || phrases.find('收入.决算数') !== undefined) {
    first.push(
      ...phrases.fill(REPORT.income, {
        年度: year(),
        年初: phrases.fact('收入.年初预算数'),
        决算: phrases.fact('收入.决算数'),
      }),
    );
  } else {
    first.push(phrases.todo('收入', TODO.income));
  }
  first.push(
    ...phrases.fill(REPORT.expenditure, {
      年度: year(),
      年初: phrases.fact('年初预算数'),
      全年: phrases.fact('全年预算数'),
      决算: phrases.fact('决算数'),
      差异: difference(phrases, '年初预算数', '决算数'),
    }),
    ...bySource(phrases),
  );
  const second = isZero(phrases, '财政拨款.决算数')
    ? phrases.fill(REPORT.noFiscal, { 年度: year() })
    : phrases.fill(REPORT.parts, {
        基本: phrases.fact('财政拨款.基本支出.决算数'),
        基本占比: phrases.fact('财政拨款.基本支出.占比'),
        项目: phrases.fact('财政拨款.项目支出.决算数'),
        项目占比: phrases.fact('财政拨款.项目支出.占比'),
      });
  const third = completion(phrases, scorecard);
  const fourth = projects(phrases, ledger);
  return paragraphs([first, second, third, fourth].filter((line) => line.length > 0));
}

function isZero(phrases: Phrases, key: string): boolean {
  const fact = phrases.find(key);
  return fact?.value.kind === 'amount' && fact.value.fen === 0n;
}

/** 增加、减少 or 持平 with the amount, as one phrase: the words change with the numbers. */
function difference(phrases: Phrases, from: string, to: string): Inline {
  const before = phrases.find(from);
  const after = phrases.find(to);
  const id = `${to}比${from}`;
  if (before?.value.kind !== 'amount' || after?.value.kind !== 'amount') return phrases.todo(id, TODO.fact(id));
  const source = `${showSource(after)}、${showSource(before)}`;
  return phrases.phrase(id, showDifference(before.value.fen, after.value.fen), source);
}

function bySource(phrases: Phrases): readonly Inline[] {
  const other = phrases.find('其他资金.决算数');
  if (other?.value.kind !== 'amount') return [];
  const fiscal = phrases.fact('财政拨款.决算数');
  const remainder = other.value.fen < 0n ? -other.value.fen : other.value.fen;
  if (remainder === 0n) return phrases.fill(REPORT.onlyFiscal, { 财政拨款: fiscal });
  // What tables of rounded amounts leave over is no money of its own.
  if (other.trace !== undefined && 2n * remainder <= other.value.quantum) {
    return phrases.fill(REPORT.fiscal, { 财政拨款: fiscal });
  }
  return phrases.fill(REPORT.otherMoney, {
    财政拨款: fiscal,
    其他资金: phrases.fact('其他资金.决算数'),
    来源:
      phrases.find('其他资金来源') === undefined
        ? phrases.todo('其他资金来源', TODO.otherSource)
        : phrases.word('其他资金来源'),
  });
}

/** 预算完成率 with the amounts that it divides, so that its 口径 is in the sentence. */
function completion(phrases: Phrases, scorecard: Scorecard): readonly Inline[] {
  const sentences: Inline[] = [];
  for (const { indicator } of scorecard.results) {
    const { measure } = indicator;
    if (measure?.kind !== 'ratio') continue;
    sentences.push(
      ...phrases.fill(REPORT.completion, {
        年度: phrases.word('评价年度'),
        分母名: named(phrases, measure.denominator),
        分母: phrases.fact(measure.denominator),
        分子名: named(phrases, measure.numerator),
        分子: phrases.fact(measure.numerator),
        指标: phrases.phrase(`指标.${indicator.name}`, indicator.name, SOURCE.scheme(scorecard.scheme.name)),
        率: phrases.fact(measure.key),
      }),
    );
  }
  return sentences;
}

/** The name of an amount in a sentence; a key may hold digits, as months do. */
function named(phrases: Phrases, key: string): Inline {
  return phrases.phrase(`名称.${key}`, spoken(key), phrases.sourceOf(key));
}

function projects(phrases: Phrases, ledger: Ledger): readonly Inline[] {
  const parts = ledger.projects.map((name) => {
    const key = (measure: string): string => expenditureKey(undefined, { kind: 'project', name }, measure);
    const named = phrases.phrase(`项目.${name}`, name, phrases.sourceOf(key('决算数')));
    const rate = phrases.find(key('支出率'));
    const word = name.endsWith(REPORT.projectWord) ? '' : REPORT.projectWord;
    const budget = phrases.find(key('全年预算数'));
    if (budget === undefined) {
      return phrases.fill(REPORT.projectWithoutRate, { 名称: named, 项目: word, 支出: phrases.fact(key('决算数')) });
    }
    return rate === undefined
      ? phrases.fill(REPORT.projectWithoutSpending, {
          名称: named,
          项目: word,
          预算: phrases.fact(key('全年预算数')),
          支出: phrases.fact(key('决算数')),
        })
      : phrases.fill(REPORT.project, {
          名称: named,
          项目: word,
          预算: phrases.fact(key('全年预算数')),
          支出: phrases.fact(key('决算数')),
          支出率: phrases.fact(key('支出率')),
        });
  });
  return parts.length === 0 ? [] : phrases.fill(REPORT.projects, { 项目: joined(parts, '；') });
}
